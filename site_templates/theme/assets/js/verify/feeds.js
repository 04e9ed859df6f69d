/* Feeds held against the records: each entry about a record says what its cells say. */
(() => {
  "use strict"
  const { facts, said, says } = window.ckVerify
  const { datasets, feed_file: FEED, page_file: PAGE, acts: ACTS, endings: ENDINGS } = facts.pages
  const SECTIONS = Object.values(datasets)
    .filter(({ section }) => section)
    .map(({ section }) => section.split("/").pop())

  /* [address, words] of each entry; none of what is no feed. */
  const entriesOf = (content) => {
    const feed = new DOMParser().parseFromString(content, "text/xml")
    return Array.from(feed.getElementsByTagName("entry"), (entry) => [
      entry.getElementsByTagName("link")[0]?.getAttribute("href") ?? "",
      entry.getElementsByTagName("summary")[0]?.textContent ?? "",
    ])
  }

  /* The last parts of where an entry leads to, the last one first. */
  const partsOf = (address, path) => {
    const { pathname } = new URL(address, "file:///" + path)
    return (pathname.endsWith(PAGE) ? pathname.slice(0, -PAGE.length) : pathname).replace(/\/+$/, "").split("/").reverse()
  }

  /* True of what the record is about, behind how it ended, and of one of its corrections. */
  const isTold = (sealed, record, words) => {
    const row = sealed.rowOfRecord(record)
    if (!row) return false
    const acts = ACTS.filter((column) => row[column]).map((column) => row[column] + ".")
    const corrections = sealed.correctionsOf(record).map(({ reason, text }) => `${reason}. ${text}.`)
    if ([...acts, ...corrections].some((form) => says(words, form, sealed.names.get(record) ?? ""))) return true
    const hasEnded = (row.standing ?? facts.pages.in_force) !== facts.pages.in_force
    const act = acts.find((one) => words.endsWith(". " + one))
    const before = act ? words.slice(0, -act.length - 2) : words.replace(/\.$/, "")
    return hasEnded && ENDINGS.includes(before.replace(/\d\d\/\d\d\/\d{4}/g, "{day}"))
  }

  /* Entries that lead to a record's page and say what the record does not say. */
  window.ckVerify.feedFaults = async (files, sealed) => {
    const findings = []
    for (const [path, blob] of files)
      if (path.split("/").pop() === FEED)
        for (const [address, words] of entriesOf(await blob.text())) {
          const [record, folder] = partsOf(address, path)
          if (SECTIONS.includes(folder) && !isTold(sealed, record, words))
            findings.push([path, said("feed-other", { record })])
        }
    return findings
  }
})()
