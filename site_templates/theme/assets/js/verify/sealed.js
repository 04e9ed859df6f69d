/* The rows of the open data that pages may show, and what a page must say of a cell of one. */
(() => {
  "use strict"
  const { facts, sha256Text, parseCsv, parseOpenings, formsOf, told, says, plain } = window.ckVerify
  const { tables, datasets, unit_table: UNITS, procedure_table: PROCEDURES, page_file: PAGE } = facts.pages
  const { name_group: NAME } = facts.records
  const { suspended: SUSPENDED } = facts.pages
  const [, GROUP] = tables[facts.figures.name].key
  const TAKEN_BACK = facts.ledger.taken_back

  const tableOf = (row) => row.split("/")[0]
  const subjectOf = (row) => row.split("/")[1] ?? ""

  const rowsOf = async (read) => {
    const rows = new Map()
    for (const [table, { path, key }] of Object.entries(tables))
      for (const cells of parseCsv((await read(path)) ?? ""))
        rows.set(
          [table, ...key.map((column) => cells[column] ?? "")].join("/"),
          path === facts.figures.table ? told(cells) : cells
        )
    return rows
  }

  /* The words of enumerated columns, as the data package gives them. */
  const labelsOf = (content) => {
    try {
      const fields = JSON.parse(content).resources.flatMap(({ name, schema }) => (schema?.fields ?? []).map((field) => [name, field]))
      return new Map(
        fields
          .filter(([, { categories }]) => categories)
          .map(([table, field]) => [table + "/" + field.name, Object.fromEntries(field.categories.map((one) => [one.value, one.label]))])
      )
    } catch {
      return new Map()
    }
  }

  /* True of what the ledger commits to and the open data leave out: a person's name. */
  const isCommitted = async (opening, { column, text }) => {
    const salt = opening.salts?.[NAME]
    if (!salt) return false
    return opening.leaves[column] === (await sha256Text([salt, column, plain(text).normalize("NFC")].join("\n")))
  }

  /* {rows, units, procedures, groups, of, fault, learn, required, ownRow} of a copy. */
  window.ckVerify.sealedRows = async (read) => {
    const rows = await rowsOf(read)
    const labels = labelsOf(await read(facts.files.descriptor))
    const openings = parseOpenings((await read(facts.files.openings)) ?? "") ?? new Map()
    const listed = parseCsv((await read(UNITS.path)) ?? "")
    const units = new Map(listed.map((cells) => [cells[UNITS.key], cells[UNITS.name]]))
    const services = parseCsv((await read(PROCEDURES.path)) ?? "")
    const procedures = new Map(services.map((cells) => [cells[PROCEDURES.key], cells[PROCEDURES.name]]))
    const grouped = parseCsv((await read(facts.figures.unit_groups)) ?? "")
    const groups = new Map(grouped.map((cells) => [cells[UNITS.key], cells[GROUP]]))
    const names = new Map()

    const wanted = (row, column, value) =>
      column === UNITS.key ? [units.get(value) ?? value] : formsOf(column, value, labels.get(tableOf(row) + "/" + column) ?? {})

    /* The same; a record that no edition was closed with yet has no line to prove it by: then it is to be
       the name on the record's own page. */
    const provesName = async (row, mark) => {
      if (openings.has(row)) return isCommitted(openings.get(row), mark)
      const { columns, name } = datasets[tableOf(row)] ?? {}
      const known = mark.column === name ? names.get(subjectOf(row)) : undefined
      return Boolean(columns?.[mark.column]) && (known === undefined || known === mark.text)
    }

    /* The code of what is wrong with a text that is marked as a cell; empty when it is it. */
    const fault = async (row, mark) => {
      const value = rows.get(row)?.[mark.column]
      if (value === undefined) return "mark-unknown"
      const name = names.get(subjectOf(row)) ?? ""
      if (wanted(row, mark.column, value).some((form) => form && says(mark.text, form, name))) return ""
      return value === "" && (await provesName(row, mark)) ? "" : "mark-other"
    }

    /* Remember a name that a page shows; the first one of a record without a line stays. */
    const learn = async (row, mark) => {
      const isName = datasets[tableOf(row)]?.name === mark.column && rows.get(row)?.[mark.column] === ""
      if (isName && (await provesName(row, mark))) names.set(subjectOf(row), mark.text)
    }

    /* The columns that the page of a record has to show; of one taken back its key alone. */
    const required = (row) => {
      const [cells, { columns, key, unshown }] = [rows.get(row), datasets[tableOf(row)]]
      if (TAKEN_BACK.includes(cells.standing)) return [...key]
      const isNamed = Boolean(openings.get(row)?.salts?.[NAME]) && cells.standing !== SUSPENDED
      const must = ([name, identifies]) => name in cells && !unshown.includes(name) && (cells[name] || (identifies && isNamed))
      return Object.entries(columns).filter(must).map(([name]) => name).sort()
    }

    /* The record whose own page lies at a path; empty when it is no record's. */
    const ownRow = (path) => {
      for (const [name, { section }] of Object.entries(datasets))
        if (section && path.startsWith(section + "/") && path.endsWith("/" + PAGE)) {
          const record = path.slice(section.length + 1, -PAGE.length - 1)
          if (record) return name + "/" + record
        }
      return ""
    }

    /* The row of the record of an id that has a page of its own. */
    const rowOfRecord = (record) => {
      const own = Object.entries(datasets).filter(([, { section }]) => section)
      return own.map(([name]) => rows.get(name + "/" + record)).find(Boolean)
    }

    /* What was said about the record of an id in datasets whose records have no pages. */
    const spoken = Object.keys(datasets).filter((name) => !datasets[name].section)
    const corrections = new Map()
    for (const [key, cells] of rows)
      if (spoken.includes(tableOf(key))) corrections.set(subjectOf(key), [...(corrections.get(subjectOf(key)) ?? []), cells])
    const correctionsOf = (record) => corrections.get(record) ?? []

    const of = (dataset) => [...rows.keys()].filter((row) => row.startsWith(dataset + "/"))
    return { rows, units, procedures, groups, of, fault, learn, required, ownRow, subjectOf, rowOfRecord, correctionsOf, names }
  }
})()
