/* Pages held against the rows they show: every marked text is the cell that was published. */
(() => {
  "use strict"
  const { facts, titles, said, number, lookedAt, marksOf, faultOf, sealedRows, figureFaults, addedPages } = window.ckVerify
  const { datasets, page_file: PAGE } = facts.pages

  const codeOf = async (sealed, mark, row, own) => {
    if (mark.hidden) return "mark-hidden"
    if (own && sealed.subjectOf(row) !== sealed.subjectOf(own)) return "mark-strange"
    return sealed.fault(row, mark)
  }

  /* Each mark of each page with the row it stands in, and the page's own. */
  const eachMark = async (sealed, pages, look) => {
    for (const [path, { cells }] of pages) {
      const own = sealed.ownRow(path)
      for (const mark of cells) await look(path, mark, mark.row || own, own)
    }
  }

  const markFaults = async (sealed, pages) => {
    const findings = []
    await eachMark(sealed, pages, (path, mark, row, own) => own && sealed.learn(row, mark))
    await eachMark(sealed, pages, (path, mark, row) => sealed.learn(row, mark))
    await eachMark(sealed, pages, async (path, mark, row, own) => {
      const code = await codeOf(sealed, mark, row, own)
      if (code) findings.push([path, faultOf(code, row, mark)])
    })
    return findings
  }

  const counted = (items) => items.reduce((counts, item) => counts.set(item, (counts.get(item) || 0) + 1), new Map())

  const faultsOfPage = (sealed, path, row, { cells, rows }, corrections) => {
    const shown = new Set(cells.filter((mark) => mark.row === "" || mark.row === row).map(({ column }) => column))
    const missing = sealed.required(row).filter((column) => !shown.has(column))
    const others = new Set(rows.filter((one) => one !== row)).size
    return [
      ...missing.map((field) => [path, said("cell-missing", { record: row, field })]),
      ...(others === corrections ? [] : [[path, said("corrections-missing", { record: row })]]),
    ]
  }

  /* Every record's page is there, shows all that it has to, and each of its corrections once. */
  const recordFaults = (sealed, pages) => {
    const own = Object.entries(datasets).filter(([, { section }]) => section)
    return own.flatMap(([name, { section }]) =>
      sealed.of(name).flatMap((row) => {
        const path = [section, row.slice(name.length + 1), PAGE].join("/")
        if (!pages.has(path)) return [[path, said("page-missing", { record: row })]]
        return faultsOfPage(sealed, path, row, pages.get(path), sealed.correctionsOf(sealed.subjectOf(row)).length)
      })
    )
  }

  /* Every record stands once in its list. */
  const listFaults = (sealed, pages) =>
    Object.entries(datasets).flatMap(([name, { listed }]) => {
      const shown = counted(pages.get(listed + PAGE)?.rows ?? [])
      return sealed
        .of(name)
        .filter((row) => shown.get(row) !== 1)
        .map((row) => [listed + PAGE, said(shown.has(row) ? "list-twice" : "list-missing", { record: row })])
    })

  const readPages = async (files) => {
    const paths = [...files.keys()].filter((path) => path.endsWith(".html")).sort()
    return new Map(await Promise.all(paths.map(async (path) => [path, marksOf(await files.get(path).text())])))
  }

  window.ckVerify.checkPages = async ({ files, read }) => {
    const [sealed, pages] = [await sealedRows(read), await readPages(files)]
    const findings = [
      ...(await markFaults(sealed, pages)),
      ...recordFaults(sealed, pages),
      ...listFaults(sealed, pages),
      ...figureFaults(sealed, pages),
      ...(await addedPages(files, read, sealed)),
    ]
    const wrong = new Set(findings.map(([path]) => path))
    const held = [...pages].filter(([path, { cells }]) => cells.length && !wrong.has(path))
    const count = held.reduce((sum, [, { cells }]) => sum + cells.length, 0)
    const right = said("pages-right", { count: number(count), pages: number(held.length) })
    return lookedAt(titles.pages, right, findings, held.map(([path]) => path))
  }
})()
