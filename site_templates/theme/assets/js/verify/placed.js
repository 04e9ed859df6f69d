/* Figures where pages show them: of the page's own unit or procedure, or of the one linked to. */
(() => {
  "use strict"
  const { facts, said, plain, slug, isOfCounts } = window.ckVerify
  const { page_file: PAGE, unit_table: UNITS, procedure_table: PROCEDURES, tables } = facts.pages
  const [UNIT, GROUP, PROCEDURE, FIELD, QUARTER] = tables[facts.figures.name].key

  /* What a row of figures is of: "p-dong-tho, 2018-Q4". */
  const named = (row) =>
    [UNIT, GROUP, PROCEDURE, FIELD, QUARTER].map((name) => row[name]).filter(Boolean).join(", ") || "toàn địa bàn"

  /* 2018-Q4 as people write it: "quý iv/2018", in small letters. */
  const quarterIn = (quarter) => `quý ${["i", "ii", "iii", "iv"][Number(quarter.at(-1)) - 1]}/${quarter.slice(0, 4)}`

  /* The last part of the address of a section's page; empty for another page. */
  const ownIn = (path, section) =>
    path.startsWith(section) && path.endsWith("/" + PAGE) ? path.slice(section.length, -PAGE.length - 1) : ""

  /* True when the line links to that page under its name. */
  const leads = ({ links }, part, name) =>
    links.some(([address, words]) => address === part && plain(words).toLowerCase().startsWith(name.toLowerCase()))

  const isOfUnit = (sealed, unit, row) => (row[GROUP] ? sealed.groups.get(unit) === row[GROUP] : Boolean(row[UNIT]))

  const isInPlace = (sealed, path, words, item, row) => {
    const [unit, procedure, quarter] = [row[UNIT], slug(row[PROCEDURE] ?? ""), row[QUARTER]]
    const [ownUnit, ownProcedure] = [ownIn(path, UNITS.pages), ownIn(path, PROCEDURES.pages)]
    return (
      (!quarter || words.includes(quarterIn(quarter))) &&
      (!ownUnit || isOfUnit(sealed, ownUnit, row)) &&
      (!ownProcedure || procedure === ownProcedure) &&
      (!unit || unit === ownUnit || leads(item, unit, sealed.units.get(unit) ?? "")) &&
      (!procedure || procedure === ownProcedure || leads(item, procedure, sealed.procedures.get(row[PROCEDURE]) ?? ""))
    )
  }

  /* The page on which a row of all quarters stands: its unit's, else the list of procedures. */
  const placeOf = (row) => {
    if (row[QUARTER] || row[FIELD] || row[GROUP]) return ""
    if (row[UNIT]) return UNITS.pages + row[UNIT] + "/" + PAGE
    return row[PROCEDURE] ? PROCEDURES.pages + PAGE : ""
  }

  /* The rows that have a place on a page of their own and do not stand there. */
  const missing = (sealed, pages) => {
    const shown = new Map([...pages].map(([path, { rows }]) => [path, new Set(rows)]))
    return sealed
      .of(facts.figures.name)
      .map((key) => [key, sealed.rows.get(key), placeOf(sealed.rows.get(key))])
      .filter(([key, , path]) => pages.has(path) && !shown.get(path).has(key))
      .map(([, row, path]) => [path, said("figure-missing", { row: named(row) })])
  }

  /* Rows of figures shown as another's, numbers beside them, and rows that are not shown. */
  window.ckVerify.figureFaults = (sealed, pages) => {
    const findings = []
    for (const [path, { shown, words }] of pages)
      for (const item of shown.filter(({ row }) => isOfCounts(row) && sealed.rows.has(row))) {
        const row = sealed.rows.get(item.row)
        if (item.otherNumbers) findings.push([path, said("figure-number", { row: named(row) })])
        if (!isInPlace(sealed, path, words, item, row)) findings.push([path, said("figure-strange", { row: named(row) })])
      }
    return [...findings, ...missing(sealed, pages)]
  }
})()
