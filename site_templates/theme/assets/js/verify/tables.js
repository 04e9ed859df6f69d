/* The tables of the open data against the edition that was closed with them. */
(() => {
  "use strict"
  const { facts, titles, said, sha256, number, unknown, lookedAt } = window.ckVerify
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

  window.ckVerify.checkTables = async (files, ledger, descriptor) => {
    const title = titles.tables
    const closing = ledger.lines.filter((line) => line.event === facts.ledger.closed).pop()
    if (!closing) return unknown(title, said("tables-unclosed"))
    const { edition } = closing
    if (dayOf(descriptor) !== closing.on)
      return unknown(title, said("tables-later", { edition }))
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
