/* What else is made of records and figures: feeds, scripts and the numbers of charts. */
(() => {
  "use strict"
  const { facts, titles, said, number, lookedAt, parseCsv, slug, sealedRows, marksOf } = window.ckVerify
  const { feedFaults, scriptFaults } = window.ckVerify
  const { charts: CHARTS, unit_table: UNITS, procedure_table: PROCEDURES, forms, tables } = facts.pages
  const [UNIT, , PROCEDURE, , QUARTER] = tables[facts.figures.name].key
  const TOLD = Object.keys(forms.sums)

  /* The lines of the charts that show rows of figures, by their files. */
  const chartFiles = async (files) => {
    const paths = [...files.keys()].filter((path) => path.startsWith(CHARTS) && path.endsWith(".csv"))
    const read = await Promise.all(paths.map(async (path) => [path, parseCsv(await files.get(path).text())]))
    return read.filter(([, lines]) => lines.length && TOLD.every((name) => name in lines[0]))
  }

  /* True of a row that a chart at that path may show. */
  const isOf = (path, row) =>
    [[UNITS.pages, row[UNIT]], [PROCEDURES.pages, slug(row[PROCEDURE])]].every(([section, part]) => {
      const start = CHARTS + section
      const isOwn = path.startsWith(start) && path.slice(start.length).includes("/")
      return !isOwn || path.startsWith(start + part + "/")
    })

  /* True when a line is a row; where there is no row there are no numbers. */
  const isShown = (sealed, line, figures) => {
    const numbers = Object.entries(line).filter(([name]) => name !== QUARTER && name in (figures[0] ?? {}))
    if (!numbers.some(([, cell]) => cell)) return true
    return figures.some(
      (row) =>
        (line[QUARTER] ?? row[QUARTER]) === row[QUARTER] &&
        ["", undefined, sealed.units.get(row[UNIT])].includes(line.unit) &&
        numbers.every(([name, cell]) => cell === "" || cell === row[name])
    )
  }

  /* Lines of a chart that are no row of the figures of its unit, procedure and quarter. */
  const chartFaults = (sealed, charts) => {
    const figures = sealed.of(facts.figures.name).map((key) => sealed.rows.get(key))
    return charts.flatMap(([path, lines]) => {
      const mine = figures.filter((row) => isOf(path, row))
      return lines
        .filter((line) => !isShown(sealed, line, mine))
        .map((line) => [path, said("chart-other", { line: Object.values(line).join(",") })])
    })
  }

  /* Learn the names on the records' own pages that the ledger commits to. */
  const learnNames = async (files, sealed) => {
    for (const [path, blob] of files) {
      const own = sealed.ownRow(path)
      if (own) for (const mark of marksOf(await blob.text()).cells) await sealed.learn(mark.row || own, mark)
    }
  }

  window.ckVerify.checkMadeFiles = async ({ files, read }) => {
    const sealed = await sealedRows(read)
    await learnNames(files, sealed)
    const charts = await chartFiles(files)
    const findings = [
      ...(await feedFaults(files, sealed)),
      ...(await scriptFaults(files, sealed)),
      ...chartFaults(sealed, charts),
    ]
    const wrong = new Set(findings.map(([path]) => path))
    const held = charts.map(([path]) => path).filter((path) => !wrong.has(path))
    const ofCharts = held.length ? " " + said("made-charts", { count: number(held.length) }) : ""
    return lookedAt(titles.made, said("made-right") + ofCharts, findings, held)
  }
})()
