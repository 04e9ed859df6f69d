/* What a page marks as taken from the open data, and how pages write a cell. */
(() => {
  "use strict"
  const { facts, number, said } = window.ckVerify
  const { row: ROW, cell: CELL, removed: REMOVED, address_words: ADDRESS, unseen } = facts.pages
  const HIDDEN = [...unseen, "[hidden]", "[style]"].join(",")

  /* The cells {row, column, text, hidden} that a page marks, and the rows it says it shows. */
  const marksOf = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html")
    const cells = Array.from(page.querySelectorAll(`[${CELL}]`), (element) => ({
      row: element.closest(`[${ROW}]`)?.getAttribute(ROW) ?? "",
      column: element.getAttribute(CELL),
      text: element.textContent,
      hidden: element.closest(HIDDEN) !== null,
    }))
    return { cells, rows: Array.from(page.querySelectorAll(`[${ROW}]`), (element) => element.getAttribute(ROW)) }
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

  /* A cell of the open data as pages show it. */
  const shown = (column, value, labels) => {
    if (Object.hasOwn(labels, value)) return labels[value]
    const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
    if (day) return `${day[3]}/${day[2]}/${day[1]}`
    if (column.endsWith("_share")) return percent(value)
    return /_(count|days)$/.test(column) ? number(Number(value)) : value
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

  Object.assign(window.ckVerify, { marksOf, shown, says, fold, plain, faultOf })
})()
