/* Pages that belong to nothing: of no record, in no list of the site's pages, beside no picture. */
(() => {
  "use strict"
  const { facts, said, fold } = window.ckVerify
  const { page_file: PAGE, not_found: NOT_FOUND, search_documents: DOCUMENTS, search_start: START, sitemap: MAP } = facts.pages
  const { bulletins: BULLETINS, charts: CHARTS, unit_table: UNITS, procedure_table: PROCEDURES, datasets } = facts.pages

  /* The addresses in a file of what the search shows; none of one that is damaged. */
  const placesIn = (script) => {
    try {
      return JSON.parse(script.slice(script.indexOf("["), script.lastIndexOf("]") + 1)).map(([place]) => place)
    } catch {
      return []
    }
  }

  /* The pages that the site's own search knows. */
  const searched = async (files, read) => {
    const shown = [...files.keys()].filter((path) => new RegExp(`^${DOCUMENTS}$`).test(path))
    const places = (await Promise.all(shown.map(async (path) => placesIn((await read(path)) ?? "")))).flat()
    return new Set(places.map((place) => place.split("#")[0] + PAGE))
  }

  /* What the sitemap lists otherwise than the search does; a site without an address has none. */
  const mapped = async (read, listed) => {
    const map = new DOMParser().parseFromString((await read(MAP)) ?? "<none/>", "text/xml")
    const places = Array.from(map.getElementsByTagName("loc"), (place) => new URL(place.textContent).pathname.slice(1))
    if (!places.length) return []
    const root = places.reduce((one, other) => (other.length < one.length ? other : one)).length
    const paths = new Set(places.map((place) => place.slice(root) + PAGE))
    const other = [...paths].filter((path) => !listed.has(path)).concat([...listed].filter((path) => !paths.has(path)))
    return other.sort().map((path) => [path, said("page-unmapped", { listing: MAP, other: START })])
  }

  const slug = (text) => fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")

  /* The last parts of the addresses that pages of each section may have. */
  const knownIn = (sealed) => [
    ...Object.entries(datasets)
      .filter(([, { section }]) => section)
      .map(([name, { section }]) => [section + "/", new Set(sealed.of(name).map((row) => row.slice(name.length + 1)))]),
    [UNITS.pages, new Set(sealed.units.keys())],
    [PROCEDURES.pages, new Set([...sealed.procedures.keys()].map(slug))],
  ]

  const belongs = (path, files, listed, known) => {
    const at = path.lastIndexOf("/")
    const [folder, name] = [path.slice(0, Math.max(at, 0)), path.slice(at + 1)]
    const isScript = path.startsWith(BULLETINS) && files.has(path.replace(/\.html$/, ".json"))
    if (name !== PAGE) return path === NOT_FOUND || isScript
    const [section, parts] = known.find(([start]) => path.startsWith(start)) ?? ["", null]
    const rest = section ? folder.slice(section.length) : ""
    return !(rest && !parts.has(rest)) && (listed.has(path) || (path.startsWith(CHARTS) && files.has(folder + ".svg")))
  }

  window.ckVerify.slug = slug
  window.ckVerify.addedPages = async (files, read, sealed) => {
    const [listed, known] = [await searched(files, read), knownIn(sealed)]
    const added = [...files.keys()].filter((path) => path.endsWith(".html") && !belongs(path, files, listed, known))
    const gone = [...listed].filter((path) => !files.has(path)).sort()
    return [
      ...added.map((path) => [path, said("page-added")]),
      ...gone.map((path) => [path, said("page-gone", { listing: START })]),
      ...(await mapped(read, listed)),
    ]
  }
})()
