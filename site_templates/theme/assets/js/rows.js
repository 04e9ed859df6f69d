/* Long lists on a phone: a row is its name and what `data-ck-key` marks, and opens on touch; what is
   beyond the first rows comes when asked for. Without scripts, on paper and on a wide screen every
   row stands open. */
(() => {
  const CELLS = 16, ROWS = 40, ITEMS = 10 // a list of so many closed rows, or open ones, fills five screens
  const narrow = matchMedia("(max-width: 44.9375em)")
  const button = (className, settings) =>
    Object.assign(document.createElement("button"), { type: "button", className, ...settings })

  function close(row) {
    const [head, ...cells] = row.cells, marked = cells.filter(cell => "ckKey" in cell.dataset)
    const keys = marked[0] ? marked : cells.slice(0, 1), figure = keys.find(key => key.dataset.ckKey !== "plain")
    row.classList.add("ck-row")
    for (const key of keys) key.classList.add("ck-row__key")
    const more = cells.some(cell => !keys.includes(cell) && cell.textContent.trim())
    if (!more && !row.querySelector(".ck-detail")) return figure
    const name = (row.querySelector("[data-ck-name]") ?? head).textContent.replace(/\s+/g, " ").trim()
    const press = button("ck-row__more", { ariaLabel: `Xem đủ: ${name}`, ariaExpanded: "false" })
    press.addEventListener("click", () => { press.ariaExpanded = `${row.classList.toggle("ck-row--open")}` })
    head.append(press)
    return figure
  }

  /* Rows of several tables are capped together, and a part of which none is left with them. */
  function cap(list, rows, most) {
    const beyond = rows.slice(most)
    if (beyond.length < 3) return
    const whole = [...list.querySelectorAll("section")].filter(part =>
      rows.filter(row => part.contains(row)).every(row => beyond.includes(row)))
    const told = list.closest("[data-ck-rows]")?.querySelector("[data-ck-list]")?.textContent
    const more = button("ck-beyond__more",
      { textContent: `Xem thêm ${beyond.length.toLocaleString("vi")} ${told ? JSON.parse(told).noun : "dòng"}` })
    list.classList.add("ck-capped")
    for (const part of [...beyond, ...whole]) part.classList.add("ck-beyond")
    more.addEventListener("click", () => {
      list.classList.remove("ck-capped")
      more.remove()
      beyond[0].querySelector("a,button")?.focus()
    })
    if (list.matches("[data-ck-rows]")) list.append(more)
    else list.after(more)
  }

  function shorten() {
    if (!narrow.matches) return
    narrow.removeEventListener("change", shorten)
    const lists = new Map()
    for (const table of document.querySelectorAll(".md-content .ck-table")) {
      const rows = [...table.querySelectorAll(":is(tbody,tfoot)>tr:not([data-ck-whole])")]
      const together = table.closest("[data-ck-rows]") ?? table
      if (!table.tHead || together.querySelectorAll(":is(tbody,tfoot)>tr>*").length <= CELLS) continue
      const figures = rows.map(close)
      table.classList.add("ck-folds")
      table.dataset.ckFigure = figures.find(cell => cell?.dataset.label)?.dataset.label ?? ""
      const counted = rows.filter(row => !row.matches("tfoot>tr,[data-ck-total]"))
      const list = together.querySelectorAll(".ck-table").length > 1 ? together : table
      lists.set(list, [...lists.get(list) ?? [], ...counted])
    }
    for (const [list, rows] of lists) cap(list, rows, ROWS)
    for (const list of document.querySelectorAll(".ck-list")) cap(list, [...list.children], ITEMS)
  }

  /* What an address points at is open, whatever it lies in. */
  function reach() {
    const aim = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!aim) return
    for (let fold = aim.closest("details"); fold; fold = fold.parentNode.closest("details")) fold.open = true
    const row = aim.closest(".ck-row"), press = row?.querySelector(".ck-row__more")
    if (press?.ariaExpanded === "false") press.click()
    const capped = aim.closest(".ck-beyond")?.closest(".ck-capped")
    ;(capped?.querySelector(":scope>.ck-beyond__more") ?? capped?.nextElementSibling)?.click()
    aim.scrollIntoView()
  }

  narrow.addEventListener("change", shorten)
  addEventListener("hashchange", reach)
  shorten()
  reach()
})()
