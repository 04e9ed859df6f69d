/* What a page marks as taken from the open data, and how pages write a cell. */
(() => {
  "use strict"
  const { facts, number, said } = window.ckVerify
  const { row: ROW, cell: CELL, removed: REMOVED, address_words: ADDRESS, unseen, forms: FORMS } = facts.pages
  const FIGURES = facts.figures.name + "/"
  const OF_COUNTS = new Set(facts.pages.of_counts)
  const QUARTER = new RegExp("quý [IV]{1,3}/\\d{4}", "g")
  const HIDDEN = [...unseen, "[hidden]", "[style]"].join(",")

  /* True of a row of figures or of the register of apologies. */
  const isOfCounts = (row) => OF_COUNTS.has(row.split("/")[0])

  /* The last part of an address: of "../p-x/index.html" it is "p-x". */
  const lastPart = (address) => address.replace(/index\.html$/, "").replace(/\/+$/, "").split("/").pop()

  /* A copy of an element without marks, links and other rows; then what is left accounts for itself. */
  const hasOtherNumbers = (element) => {
    const rest = element.cloneNode(true)
    for (const known of rest.querySelectorAll(`[${CELL}],[${ROW}],a,th`)) known.remove()
    return /\d/.test(rest.textContent.replace(QUARTER, ""))
  }

  /* A row that an element says it shows, the links in its line, and whether other numbers stand there. */
  const shownRow = (element) => {
    const links = Array.from((element.closest("tr,li") ?? element).querySelectorAll("a[href]"), (link) => [
      lastPart(link.getAttribute("href")),
      link.textContent,
    ])
    const row = element.getAttribute(ROW)
    return { row, links, otherNumbers: isOfCounts(row) && hasOtherNumbers(element) }
  }

  /* All that a reader may see, in small letters. */
  const seenIn = (page) => {
    for (const element of page.querySelectorAll(unseen.join(","))) element.remove()
    return plain(page.documentElement.textContent).toLowerCase()
  }

  /* A key of figures ends with its quarter, or with nothing; the register has quarters alone. */
  const isOfQuarter = ({ row }) => isOfCounts(row) && !(row.startsWith(FIGURES) && row.endsWith("/"))

  /* The cells {row, column, text, hidden} that a page marks, the rows it says it shows, its words. */
  const marksOf = (html) => {
    if (!html.includes(CELL) && !html.includes(ROW)) return { cells: [], shown: [], rows: [], words: "" }
    const page = new DOMParser().parseFromString(html, "text/html")
    const cells = Array.from(page.querySelectorAll(`[${CELL}]`), (element) => ({
      row: element.closest(`[${ROW}]`)?.getAttribute(ROW) ?? "",
      column: element.getAttribute(CELL),
      text: element.textContent,
      hidden: element.closest(HIDDEN) !== null,
    }))
    const shown = Array.from(page.querySelectorAll(`[${ROW}]`), shownRow)
    return { cells, shown, rows: shown.map(({ row }) => row), words: shown.some(isOfQuarter) ? seenIn(page) : "" }
  }

  const plain = (text) => text.replace(/\s+/g, " ").trim()
  const small = (text) => {
    const [first = "", ...rest] = plain(text)
    return first.toLowerCase() + rest.join("")
  }
  const fold = (text) => text.toLowerCase().replace(/\u0111/g, "d").normalize("NFD").replace(/\p{M}/gu, "")
  const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || []

  /* 92,4% of a share, halves away from zero; never all or nothing of what is neither. */
  const percent = (share) => {
    const [whole, rest = ""] = (share.includes("e") ? Number(share).toFixed(12) : share).split(".")
    const digits = rest.padEnd(4, "0")
    const rounded = Number(whole + digits.slice(0, 3)) + (digits[3] >= "5" ? 1 : 0)
    const isPart = Number(share) > 0 && Number(share) < 1
    const tenths = isPart ? Math.min(Math.max(rounded, 1), 999) : rounded
    return number(Math.trunc(tenths / 10)) + (tenths % 10 ? "," + (tenths % 10) : "") + "%"
  }

  const daysIn = (value) => {
    if (value === "") return [FORMS.too_few]
    return Number(value) ? [number(Number(value)), number(Number(value)) + " " + FORMS.days] : [FORMS.same_day]
  }

  /* The forms in which pages show a cell of the open data. */
  const formsOf = (column, value, labels) => {
    if (Object.hasOwn(labels, value)) return [labels[value]]
    const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
    if (day) return [`${day[3]}/${day[2]}/${day[1]}`]
    if (column.endsWith("_share")) return value === "" ? FORMS.no_share : [percent(value)]
    if (column.endsWith("_days")) return daysIn(value)
    return [column.endsWith("_count") ? number(Number(value)) : value]
  }

  const sumOf = (row, columns) => columns.reduce((sum, name) => sum + Number(row[name] || 0), 0)

  /* A row of figures, and what pages tell of it beside its columns. */
  const told = (row) => {
    const sums = Object.entries(FORMS.sums).map(([name, parts]) => [name, String(sumOf(row, parts))])
    const shares = Object.entries(FORMS.shares).map(([name, [part, whole]]) => {
      const count = sumOf(row, whole)
      return [name, count ? String(sumOf(row, part) / count) : ""]
    })
    return { ...row, ...Object.fromEntries([...sums, ...shares]) }
  }

  /* True of a name, a part of it or its initials, behind a word of address; and of the mark itself. */
  const isOf = (gap, name) => {
    if (gap.toLowerCase() === REMOVED) return true
    const syllables = wordsOf(name)
    const allowed = new Set([...syllables, ...syllables.map((word) => word[0]), ...ADDRESS])
    const words = wordsOf(gap)
    return syllables.length > 0 && words.length > 0 && words.every((word) => allowed.has(word))
  }

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")

  /* True when a text is what is wanted, but for the size of its first letter; where a mark stands
     instead of a person's name, the page may say the name. */
  const says = (text, wanted, name) => {
    if (!wanted.includes(REMOVED)) return small(text) === small(wanted)
    const form = small(wanted).split(REMOVED).map(escaped).join("(.+?)")
    const found = new RegExp(`^${form}$`).exec(small(text))
    return found !== null && found.slice(1).every((gap) => isOf(gap, name))
  }

  const short = (text) => {
    const words = plain(text)
    return words.length <= 60 ? words : words.slice(0, 59) + "…"
  }
  const faultOf = (code, row, { column, text }) => said(code, { record: row || "?", field: column, text: short(text) })

  Object.assign(window.ckVerify, { marksOf, isOfCounts, formsOf, told, says, fold, plain, faultOf })
})()
