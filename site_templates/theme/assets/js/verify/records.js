/* The records of the open data against their digests in the ledger. */
(() => {
  "use strict"
  const { facts, titles, said, sha256Text, number, wrong, unknown, lookedAt, parseCsv, nameOf } = window.ckVerify
  const { datasets, groups, retracted_group: RETRACTED } = facts.records
  const OPENINGS = facts.files.openings

  /* [rows by the key the ledger calls them by, the first table that is not among the files]. */
  const readRows = async (read) => {
    const rows = new Map()
    for (const [dataset, { path, key }] of Object.entries(datasets)) {
      const content = await read(path)
      if (content === null) return [rows, nameOf({ path })]
      for (const row of parseCsv(content))
        rows.set([dataset, ...key.map((column) => row[column] || "")].join("/"), row)
    }
    return [rows, null]
  }

  /* Openings by record; null when the file cannot be read. */
  const parseOpenings = (content) => {
    try {
      const openings = content.split("\n").filter(Boolean).map((line) => JSON.parse(line))
      return new Map(openings.map((opening) => [opening.record, opening]))
    } catch {
      return null
    }
  }

  const lastLines = (ledger) => new Map(ledger.lines.filter((line) => line.record).map((line) => [line.record, line]))

  const digestOf = (opening) => {
    const leaves = Object.keys(opening.leaves).sort()
    return sha256Text(leaves.map((field) => field + " " + opening.leaves[field] + "\n").join(""))
  }

  /* Records without an opening, and openings that give another digest than the ledger's. */
  const uncommitted = async (openings, last) => {
    const findings = [...last.keys()]
      .filter((record) => !openings.has(record))
      .map((record) => [record, said("opening-missing")])
    for (const [record, opening] of openings) {
      const line = last.get(record)
      if (!line) findings.push([record, said("opening-alone")])
      else if ((await digestOf(opening)) !== line.digest)
        findings.push([record, said("opening-other", { line: line.number })])
    }
    return findings
  }

  /* True of a cell that may be empty: a name, or what a record that was taken back had said. */
  const isHidden = (opening, field, row) => {
    const { identifies, retracted } = datasets[opening.record.split("/")[0]]
    if (identifies.includes(field) && row.subject_kind === "person") return true
    return row[field] === "" && retracted.includes(field) && !opening.salts[RETRACTED]
  }

  const isAsCommitted = async (opening, field, value) => {
    const salts = groups.map((group) => opening.salts[group]).filter(Boolean)
    const tried = await Promise.all(salts.map((salt) => sha256Text(salt + "\n" + field + "\n" + value)))
    return !tried.length || tried.includes(opening.leaves[field])
  }

  /* The findings about one record of the ledger and its row of the open data. */
  const changed = async (opening, row) => {
    if (!row) return [[opening.record, said("record-missing")]]
    const findings = []
    for (const field of Object.keys(opening.leaves).sort())
      if (field in row && !isHidden(opening, field, row) && !(await isAsCommitted(opening, field, row[field])))
        findings.push([opening.record, said("record-changed", { field })])
    return findings
  }

  window.ckVerify.checkRecords = async (read, ledger, content) => {
    const title = titles.records
    const [rows, missing] = await readRows(read)
    if (missing) return unknown(title, "Cần có " + missing + " trong các tệp đã chọn.")
    const openings = parseOpenings(content)
    if (!openings) return wrong(title, [[OPENINGS, said("openings-unread")]])
    const findings = await uncommitted(openings, lastLines(ledger))
    for (const [record, opening] of openings) findings.push(...(await changed(opening, rows.get(record))))
    const later = [...rows.keys()].filter((record) => !openings.has(record)).length
    const more = later ? " " + said("records-later", { count: number(later) }) : ""
    return lookedAt(title, said("records-right", { count: number(openings.size) }) + more, findings)
  }
})()
