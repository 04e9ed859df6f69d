/* The records of the open data against their digests in the ledger. */
(() => {
  "use strict"
  const { facts, titles, said, sha256Text, number, wrong, unknown, lookedAt, parseCsv, nameOf } = window.ckVerify
  const { datasets, forgotten, unrepeated, told_by: CORRECTIONS, name_group: NAME } = facts.records
  const OPENINGS = facts.files.openings

  /* {rows by the key the ledger calls them by, doubled keys, the first table that is not there}. */
  const readRows = async (read) => {
    const rows = new Map()
    const doubled = new Set()
    for (const [dataset, { path, key }] of Object.entries(datasets)) {
      const content = await read(path)
      if (content === null) return { rows, doubled, missing: nameOf({ path }) }
      for (const row of parseCsv(content)) {
        const record = [dataset, ...key.map((column) => row[column] || "")].join("/")
        if (rows.has(record)) doubled.add(record)
        rows.set(record, row)
      }
    }
    return { rows, doubled, missing: null }
  }

  /* Openings by record; null when the file cannot be read, or a record has two. */
  const parseOpenings = (content) => {
    try {
      const openings = content.split("\n").filter(Boolean).map((line) => JSON.parse(line))
      const found = new Map(openings.map((opening) => [opening.record, opening]))
      return found.size === openings.length ? found : null
    } catch {
      return null
    }
  }

  const linesByRecord = (ledger) => {
    const found = new Map()
    for (const line of ledger.lines.filter((one) => one.record))
      found.set(line.record, [...(found.get(line.record) || []), line])
    return found
  }

  const digestOf = (leaves) => {
    const fields = Object.keys(leaves).sort()
    return sha256Text(fields.map((field) => field + " " + leaves[field] + "\n").join(""))
  }

  /* True when an opening gives the digest of the last line and, each change taken back, of all others. */
  const givesDigests = async (opening, lines) => {
    const leaves = { ...opening.leaves }
    for (const line of lines.slice().reverse()) {
      if ((await digestOf(leaves)) !== line.digest) return false
      for (const [field, [before, after]] of Object.entries(line.changed || {})) {
        if ((leaves[field] || "") !== after) return false
        if (before) leaves[field] = before
        else delete leaves[field]
      }
    }
    return true
  }

  /* Records without an opening, and openings that give other digests than the ledger's. */
  const uncommitted = async (openings, lines) => {
    const findings = [...lines.keys()]
      .filter((record) => !openings.has(record))
      .map((record) => [record, said("opening-missing")])
    for (const [record, opening] of openings) {
      const mine = lines.get(record)
      if (!mine) findings.push([record, said("opening-alone")])
      else if (!(await givesDigests(opening, mine)))
        findings.push([record, said("opening-other", { line: mine.at(-1).number })])
    }
    return findings
  }

  const committedFields = (opening) =>
    [...new Set([...Object.keys(groupsOf(opening)), ...Object.keys(opening.leaves)])].sort()

  const groupsOf = (opening) => datasets[opening.record.split("/")[0]]?.groups || {}

  /* What is wrong with a cell of a record; nothing when it is the one committed to. `forgotten`
     are the groups that the record, as it stands, no longer opens. */
  const wrongCell = async (opening, row, field, forgotten) => {
    if (!(field in row)) return said("column-missing", { field })
    const [ofPerson, ofOther] = groupsOf(opening)[field] || ["rest", "rest"]
    const group = row.subject_kind === "person" ? ofPerson : ofOther
    if (row[field] === "" && (group === NAME || forgotten.includes(group))) return ""
    const salt = opening.salts[group]
    if (!salt) return said("salt-missing", { field })
    const hashOf = (value) => sha256Text(salt + "\n" + field + "\n" + value)
    const leaf = opening.leaves[field] || (await hashOf(""))
    return leaf === (await hashOf(row[field])) ? "" : said("record-changed", { field })
  }

  /* The findings about one record of the ledger and its row of the open data. */
  const faultsOf = async (opening, row, forgotten) => {
    if (!row) return [[opening.record, said("record-missing")]]
    const findings = []
    for (const field of committedFields(opening)) {
      const sentence = await wrongCell(opening, row, field, forgotten)
      if (sentence) findings.push([opening.record, sentence])
    }
    return findings
  }

  /* How each record stands, by its id, as the open data say. */
  const standingOf = (rows) =>
    new Map([...rows.values()].filter((row) => "standing" in row).map((row) => [row.record_id, row.standing]))

  window.ckVerify.parseOpenings = parseOpenings
  window.ckVerify.checkRecords = async (read, ledger, content) => {
    const title = titles.records
    const { rows, doubled, missing } = await readRows(read)
    if (missing) return unknown(title, "Cần có " + missing + " trong các tệp đã chọn.")
    const openings = parseOpenings(content)
    if (!openings) return wrong(title, [[OPENINGS, said("openings-unread")]])
    const findings = await uncommitted(openings, linesByRecord(ledger))
    for (const record of doubled) findings.push([record, said("record-twice")])
    const standing = standingOf(rows)
    for (const [record, opening] of openings) {
      const [dataset, subject] = record.split("/")
      const ended = forgotten[standing.get(subject)] || []
      const groups = ended.length && dataset === CORRECTIONS ? [...ended, ...unrepeated] : ended
      findings.push(...(await faultsOf(opening, rows.get(record), groups)))
    }
    const later = [...rows.keys()].filter((record) => !openings.has(record)).length
    const more = later ? " " + said("records-later", { count: number(later) }) : ""
    const looked = [OPENINGS, ...Object.values(datasets).map(({ path }) => path)]
    return lookedAt(title, said("records-right", { count: number(openings.size) }) + more, findings, looked)
  }
})()
