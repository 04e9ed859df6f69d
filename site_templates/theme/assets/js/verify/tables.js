/* The tables of the open data against the edition that was closed with them. */
(() => {
  "use strict"
  const { facts, titles, said, sha256, sha256Text, parseCsv, number, unknown, lookedAt } = window.ckVerify
  const DATA = facts.files.open_data

  /* The tables that the copy's data package says are other ones than when the edition was closed. */
  const toldOf = (descriptor) => {
    try {
      return [...JSON.parse(descriptor)[facts.files.since_closing].tables]
    } catch {
      return []
    }
  }

  const isSame = async (blob, digest) => Boolean(blob) && (await sha256(await blob.arrayBuffer())) === digest

  /* The digest of a table's rows of closed quarters; a cell with a line break could hide a row in another. */
  const closedRows = async (blob, quarters) => {
    const content = blob ? (await blob.text()).replace(/\n$/, "") : ""
    const [header, ...lines] = content.split("\n")
    const rows = parseCsv(content)
    if (rows.length !== lines.length || !header.split(",").includes("quarter")) return ""
    const kept = lines.filter((_, at) => quarters.includes(rows[at].quarter))
    return sha256Text([header, ...kept].map((line) => line + "\n").join(""))
  }

  /* What was changed openly is in no edition yet, so that it is not said to be right. */
  const later = (told, { edition, facts: sealed }, same) => {
    const [tables, quarters] = [sealed.closed_tables, sealed.closed_quarters].map((x) => Object.keys(x || {}).length)
    const counts = { tables: number(tables), quarters: number(quarters) }
    return [
      said("tables-later", { count: number(told.length), tables: told.join(", "), edition }),
      tables && quarters ? said("tables-closed", counts) : "",
      same ? said("tables-same", { count: number(same) }) : "",
    ].filter(Boolean).join(" ")
  }

  const movedOf = async (files, sealed) => {
    const moved = []
    for (const [name, digest] of Object.entries(sealed.closed_tables || {})) {
      const rows = await closedRows(files.get(DATA + name), Object.keys(sealed.closed_quarters || {}))
      if (rows !== digest) moved.push(name)
    }
    return moved
  }

  const changedOf = async (files, tables) => {
    const changed = []
    for (const [name, digest] of Object.entries(tables))
      if (!(await isSame(files.get(DATA + name), digest))) changed.push(name)
    return changed
  }

  window.ckVerify.checkTables = async (files, ledger, descriptor) => {
    const title = titles.tables
    const closing = ledger.lines.filter((line) => line.event === facts.ledger.closed).pop()
    if (!closing) return unknown(title, said("tables-unclosed"))
    const { edition, facts: sealed } = closing
    const changed = await changedOf(files, sealed.tables)
    const moved = await movedOf(files, sealed)
    const told = toldOf(descriptor).filter((name) => changed.includes(name)).sort()
    const sentenceOf = (name) => {
      if (!files.has(DATA + name)) return "không có trong các tệp đã chọn."
      return said(moved.includes(name) ? "table-rows-changed" : "table-changed", { edition })
    }
    const wrong = [...new Set([...changed.filter((name) => !told.includes(name)), ...moved])].sort()
    const findings = wrong.map((name) => [DATA + name, sentenceOf(name)])
    const same = Object.keys(sealed.tables).filter((name) => !changed.includes(name))
    const looked = same.map((name) => DATA + name)
    if (told.length && !findings.length) return unknown(title, later(told, closing, same.length), looked)
    return lookedAt(title, said("tables-right", { count: number(same.length), edition }), findings, looked)
  }
})()
