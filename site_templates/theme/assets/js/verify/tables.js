/* The tables of the open data against the edition that was closed with them. */
(() => {
  "use strict"
  const { facts, titles, said, sha256, sha256Text, parseCsv, number, unknown, lookedAt } = window.ckVerify
  const DATA = facts.files.open_data

  /* The day of the copy's data, as its data package says it; empty when it does not. */
  const dayOf = (descriptor) => {
    try {
      return JSON.parse(descriptor).created.slice(0, 10)
    } catch {
      return ""
    }
  }

  const wrongTable = async (blob, digest, edition) => {
    if (!blob) return "không có trong các tệp đã chọn."
    return (await sha256(await blob.arrayBuffer())) === digest ? "" : said("table-changed", { edition })
  }

  /* The digest of a table's rows of closed quarters; a cell with a line break could hide a row in another. */
  const closedRows = async (blob, quarters) => {
    const content = blob ? (await blob.text()).replace(/\n$/, "") : ""
    const [header, ...lines] = content.split("\n")
    const rows = parseCsv(content)
    if (rows.length !== lines.length || !header.split(",").includes("quarter")) return ""
    const kept = lines.filter((_, at) => quarters.includes(rows[at].quarter))
    return sha256Text([header, ...kept].map((line) => line + "\n").join(""))
  }

  /* Rows of open quarters are in no ledger yet, so that nothing is said to be right. */
  const later = async (title, files, { edition, facts: sealed }) => {
    const closed = Object.entries(sealed.closed_tables || {}).sort()
    const quarters = Object.keys(sealed.closed_quarters || {})
    const findings = []
    for (const [name, digest] of closed)
      if ((await closedRows(files.get(DATA + name), quarters)) !== digest)
        findings.push([DATA + name, said("table-rows-changed", { edition })])
    if (findings.length) return lookedAt(title, "", findings, [])
    const counts = { tables: number(closed.length), quarters: number(quarters.length) }
    const known = closed.length && quarters.length ? " " + said("tables-closed", counts) : ""
    return unknown(title, said("tables-later", { edition }) + known)
  }

  window.ckVerify.checkTables = async (files, ledger, descriptor) => {
    const title = titles.tables
    const closing = ledger.lines.filter((line) => line.event === facts.ledger.closed).pop()
    if (!closing) return unknown(title, said("tables-unclosed"))
    const { edition } = closing
    if (dayOf(descriptor) !== closing.on) return later(title, files, closing)
    const tables = Object.entries(closing.facts.tables)
    const findings = []
    for (const [name, digest] of tables) {
      const sentence = await wrongTable(files.get(DATA + name), digest, edition)
      if (sentence) findings.push([DATA + name, sentence])
    }
    const right = said("tables-right", { count: number(tables.length), edition })
    return lookedAt(title, right, findings, tables.map(([name]) => DATA + name))
  }
})()
