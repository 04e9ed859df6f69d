/* What is found as people see it: a link for each document, with the typed words marked in its text, and
   sentences about how it was found. */
window.ckSearchParts.show = (() => {
  const { units } = window.ckSearchParts
  const LONGEST = 150, BEFORE = 40
  const LACKING = "Không trang nào có đủ các chữ đã gõ; sau đây là những trang có nhiều chữ nhất."
  const quoted = words => words.map(word => `“${word}”`).join(", ")

  const make = (tag, className, ...children) => {
    const node = document.createElement(tag)
    node.className = className
    node.append(...children)
    return node
  }

  function marked(text, matches) {
    const nodes = []
    let told = 0
    for (const { start, end } of units(text, matches).filter(unit => unit.answers.length)) {
      nodes.push(text.slice(told, start), make("mark", "", text.slice(start, end)))
      told = end
    }
    return [...nodes, text.slice(told)]
  }

  /* So much of a text as is shown, from a word shortly before the first that was typed. */
  function part(text, matches) {
    const first = units(text, matches).find(unit => unit.answers.length)
    if (text.length <= LONGEST || !first || first.end < LONGEST) return text.slice(0, LONGEST + BEFORE)
    return `… ${text.slice(text.indexOf(" ", first.start - BEFORE) + 1, first.start + LONGEST)}`
  }

  /* The section of an address: the longest that it begins with. */
  const sectionOf = (url, sections) => Object.keys(sections)
    .filter(section => section && url.startsWith(section) && url !== section)
    .sort((one, other) => other.length - one.length).map(section => sections[section])[0]

  /* An address of the site; a page read from a disk is a file. */
  function addressOf(root, url) {
    const [page, anchor] = url.split("#")
    const file = location.protocol === "file:" ? `${page}index.html` : page
    return [`${root}${file}`, anchor].filter(some => some !== undefined).join("#")
  }

  function option(root, document, { sections, matches }) {
    const words = [...new Set([document.page, sectionOf(document.url, sections)])].filter(Boolean)
    const missing = document.missing.map(match => match.term.text)
    if (missing.length) words.push(`không có ${quoted(missing)}`)
    const node = make("a", "ck-search__item", make("span", "ck-search__title", ...marked(document.title, matches)))
    if (words.length) node.append(make("span", "ck-search__place", words.join(" · ")))
    if (document.text) node.append(make("span", "ck-search__text", ...marked(part(document.text, matches), matches)))
    node.href = addressOf(root, document.url)
    node.tabIndex = -1
    node.setAttribute("role", "option")
    node.setAttribute("aria-selected", "false")
    return node
  }

  /* How many there are, and what was made of the words. */
  function sentences({ documents, total, isExact, fewest, matches, unknown, isRenewed }) {
    const isFound = documents.length > 0
    const read = matches.filter(match => match.typed)
    const loose = matches.filter(match => match.isLoose).map(match => match.term.text)
    const typed = read.map(match => match.typed).join(" "), words = read.map(match => match.term.text).join(" ")
    return [
      isFound ? `Tìm thấy ${isExact ? "" : "ít nhất "}${total} kết quả.` : "Không tìm thấy trang nào.",
      typed ? `Đã đọc ${quoted([typed])} là ${quoted([words])}.` : "",
      loose.length ? `Không trang nào viết ${quoted(loose)} đúng dấu như vậy, nên tìm cả chữ khác dấu.` : "",
      isFound && unknown.length ? `Không trang nào có chữ ${quoted(unknown)}.` : "",
      isFound && fewest > 0 ? LACKING : "",
      isRenewed ? "Trang vừa được cập nhật, đây là kết quả trên bản mới." : ""
    ].filter(Boolean).join(" ")
  }

  /* Ways on where nothing is found: a press that searches for what may be meant, links to sections. */
  function ways(root, places, { documents, sections, meant }, search) {
    const nodes = []
    if (meant) {
      const press = make("button", "ck-search__press", `Tìm “${meant}”`)
      press.type = "button"
      press.addEventListener("click", () => search(meant))
      nodes.push(press)
    }
    if (documents.length) return nodes
    const links = places.filter(url => sections[url]).map(url => {
      const link = make("a", "ck-search__press", sections[url])
      link.href = addressOf(root, url)
      return link
    })
    const hint = "Hãy thử bớt chữ, gõ tên thủ tục, tên đơn vị hoặc số văn bản, hoặc xem theo mục:"
    return [...nodes, make("p", "ck-search__hint", hint), ...links]
  }

  return { option, sentences, ways }
})()
