/* Lists and tables to sort and filter: reads rows and their data-*, adds controls, and keeps
   what was chosen in the address. */
(() => {
  const fold = window.ckFold
  const split = text => fold(text).match(/[\p{L}\p{N}]+/gu) || []
  const slug = text => split(text).join("-")
  const read = part => part.textContent.replace(/\s+/g, " ").trim()
  const rowsIn = part => [...part.querySelectorAll("tbody>tr:not([data-ck-total]),.ck-list>li")]
  const make = (tag, settings, ...inside) => {
    const made = Object.assign(document.createElement(tag), settings)
    made.append(...inside)
    return made
  }
  const button = (className, ...inside) => make("button", { type: "button", className }, ...inside)
  const option = ([value, text]) => make("option", { value, text })
  const label = (words, input) => make("label", null, make("span", null, words), input)

  /* The headings of single columns by their place. */
  function columns(table) {
    const taken = [], found = []
    ;[...table.tHead.rows].forEach((row, y) => {
      let x = 0
      for (const cell of row.cells) {
        while (taken[y]?.[x]) x++
        for (let h = 0; h < cell.rowSpan; h++)
          for (let w = 0; w < cell.colSpan; w++) (taken[y + h] ??= [])[x + w] = cell
        if (cell.colSpan === 1) found[x] = cell
      }
    })
    return found
  }

  const cellAt = (row, n) => [...row.cells].find(cell => (n -= cell.colSpan) < 0)
  const cellValue = cell =>
    ckOrder.value(cell?.dataset.v ?? (cell && !cell.matches(".ck-mute,:has(>.ck-mute:only-child)") ? read(cell) : ""))

  function equip(scope) {
    const start = scope.querySelector("[data-ck-list]") || scope, rows = rowsIn(scope)
    const { noun = "dòng", key = "", filters = [], sorts = [], order = "Như trên trang", search } =
      JSON.parse(start === scope ? "{}" : start.textContent)
    const tables = start === scope ? [scope] : [...scope.querySelectorAll(".ck-table")]
    if (!rows.length) return
    const list = tables[0] || rows[0].parentNode
    const homes = [...rows, list].map(part => [part, part.parentNode, part.nextSibling])
    /* Words are found by how they begin, and not in the figures, whose words stand in every row. */
    const texts = rows.map(row => ` ${[...row.cells ?? [row]].flatMap(part =>
      part.matches(".ck-num") ? [] : split(part.textContent)).join(" ")}`)
    const groups = [...scope.querySelectorAll("section,details")].filter(group => rowsIn(group).length)
    const heads = tables[0] ? columns(tables[0]) : []
    const orders = [...sorts.map(([word, words]) => [word, words, row => ckOrder.value(row.getAttribute(`data-${word}`))]),
      ...heads.map((head, n) => {
        const words = rows.map(row => cellAt(row, n)).find(cell => cell?.colSpan === 1)?.dataset.label || read(head)
        return [slug(words), words, row => cellValue(cellAt(row, n))]
      })]

    const text = make("input", { type: "search", name: key + "tim", autocomplete: "off" })
    const picks = filters.map(({ name, label: words, values }) => [name, words,
      make("select", { name: key + name }, ...[["", "Tất cả"], ...values].map(option))])
    const sort = make("select", { name: key + "xep" }, ...[["", order], ...orders.flatMap(([word, words]) =>
      heads[0] ? [[word, `${words}, tăng dần`], [`-${word}`, `${words}, giảm dần`]] : [[word, words]])].map(option))
    const inputs = [...(search ? [text] : []), ...picks.map(pick => pick[2]), sort]
    const clear = button("ck-filter__clear", "Bỏ lọc"), again = button("", "Xem tất cả")
    const folder = button("ck-filter__fold"), why = make("p"), count = make("p", { className: "ck-filter__count" })
    const fields = make("div", { className: "ck-filter__fields" }, ...(search ? [label("Có chữ", text)] : []),
      ...picks.map(([, words, pick]) => label(words, pick)), label("Xếp theo", sort), clear)
    const bar = make("form", { className: "ck-filter" + (heads[0] ? " ck-filter--table" : "") }, folder, fields, count)
    const empty = make("div", { className: "ck-empty" }, why, again), flat = make("div")

    const heading = tables.flatMap(table => columns(table).map((head, n) => {
      const word = orders[sorts.length + n][0], press = button("ck-filter__head", ...head.childNodes)
      press.addEventListener("click", () => {
        sort.value = sort.value === word ? `-${word}` : sort.value === `-${word}` ? "" : word
        keep("pushState")
        for (const part of [press, heads[n].lastChild]) part.focus()
      })
      head.append(press)
      return [head, word]
    }))

    function keep(way) {
      const query = new URLSearchParams(location.search)
      for (const { name, value } of inputs) value ? query.set(name, value) : query.delete(name)
      history[way](null, "", location.pathname + `?${query}`.replace(/^\?$/, "") + location.hash)
      apply()
    }

    function fits(row, n) {
      return picks.every(([name, , { value }]) => !value || row.getAttribute(`data-${name}`)?.split(" ").includes(value))
        && split(text.value).every(word => texts[n].includes(` ${word}`))
    }

    /* Sorted rows of several groups stand together, in the first one's list. */
    function place() {
      const word = sort.value.replace(/^-/, ""), down = sort.value !== word
      const value = orders.find(([name]) => name === word)?.[2]
      for (const [part, parent, next] of [...homes].reverse()) parent.insertBefore(part, next)
      for (const [head, name] of heading)
        head.ariaSort = name !== word ? null : down ? "descending" : "ascending"
      flat.hidden = !value || !groups.length
      if (!value) return
      const sorted = rows.map(row => [row, value(row)]).sort((a, b) => ckOrder.values(a[1], b[1], down))
      homes[0][1].append(...sorted.map(([row]) => row))
      if (groups.length) flat.append(list)
    }

    function apply() {
      const query = new URLSearchParams(location.search)
      for (const input of inputs) {
        input.value = query.get(input.name) || ""
        if (input.selectedIndex === -1) input.value = ""
      }
      place()
      rows.forEach((row, n) => { row.hidden = !fits(row, n) })
      const shown = rows.filter(row => !row.hidden).length, active = inputs.filter(({ value }) => value)
      const picked = active.filter(input => input !== sort)
      const outOf = count => picked.length ? `${count} trong ` : ""
      const chosen = input => input === text ? `chữ “${text.value}”`
        : `${input.previousSibling.textContent.toLowerCase()} là “${input.selectedOptions[0].text}”`
      for (const group of groups) {
        const left = rowsIn(group).filter(row => !row.hidden).length, total = group.querySelector("[data-ck-count]")
        group.hidden = !left || !flat.hidden
        if (total) total.textContent = outOf(left) + total.dataset.ckCount
        if (picked.length) group.open = true
      }
      for (const part of scope.querySelectorAll("[data-ck-whole]")) part.hidden = active.length > 0
      if (!groups.length) list.hidden = !shown
      count.textContent = `${outOf(shown)}${rows.length} ${noun}`
        + (sort.value && `, xếp theo ${sort.selectedOptions[0].text.toLowerCase()}`)
      clear.hidden = !active.length
      folder.textContent = (inputs[1] ? "Lọc và sắp xếp" : "Sắp xếp") + (active[0] ? ` (đang chọn ${active.length})` : "")
      empty.hidden = shown > 0
      why.textContent = `Không có ${noun} nào có ${picked.map(chosen).join(" và ")}.`
    }

    function widen() {
      for (const input of inputs) input.value = ""
      keep("pushState")
      ;(fields.offsetParent ? inputs[0] : folder).focus()
    }

    count.role = "status"
    folder.ariaExpanded = false
    folder.addEventListener("click", () => { folder.ariaExpanded = bar.classList.toggle("ck-filter--open") })
    clear.addEventListener("click", widen)
    again.addEventListener("click", widen)
    bar.addEventListener("submit", event => event.preventDefault())
    bar.addEventListener("change", event => event.target !== text && keep("pushState"))
    text.addEventListener("input", () => keep("replaceState"))
    start.before(bar, empty, flat)
    addEventListener("popstate", apply)
    apply()
  }

  const long = [...document.querySelectorAll(".ck-table")].filter(table =>
    table.tHead && rowsIn(table).length > 8 && !table.closest("[data-ck-rows]") && !("ckFixed" in table.dataset))
  ;[...document.querySelectorAll("[data-ck-rows]"), ...long].forEach(equip)
})()
