/* Lists on a phone (`ck-folds`): a row is its name and what `data-ck-key` marks, and opens on touch; what
   is beyond the first rows comes when asked for. Sections of a long text (`ck-section`) are their headings.
   Without scripts, on paper and on a wide screen every row and every section stands open. */
(() => {
  const ROWS = 20, ITEMS = 5 // a list of so many closed rows, or open ones, fills two screens or three
  const narrow = matchMedia("(max-width: 44.9375em)")
  const button = (className, settings) =>
    Object.assign(document.createElement("button"), { type: "button", className, ...settings })

  function close(row) {
    const [head, ...cells] = row.cells
    const more = cells.some(cell => !("ckKey" in cell.dataset) && cell.textContent.trim())
    if (!more && !row.querySelector(".ck-detail")) return
    const name = (row.querySelector("[data-ck-name]") ?? head).textContent.replace(/\s+/g, " ").trim()
    const press = button("ck-row__more", { ariaLabel: `Xem đủ: ${name}`, ariaExpanded: "false" })
    press.addEventListener("click", () => { press.ariaExpanded = `${row.classList.toggle("ck-row--open")}` })
    head.append(press)
  }

  /* A section of a long text opens at its heading. */
  function shut(section) {
    const head = section.querySelector("h2"), words = [...head.childNodes].filter(part => !part.matches?.(".headerlink"))
    if (head.querySelector("button")) return
    const press = button("ck-section__press", { ariaExpanded: "false" })
    press.append(...words)
    press.addEventListener("click", () => { press.ariaExpanded = `${section.classList.toggle("ck-section--open")}` })
    head.prepend(press)
  }

  /* Rows of several tables are capped together, and a part of which none is left with them. */
  function cap(list, rows, most) {
    const beyond = rows.slice(most)
    if (beyond.length < 3) return
    const whole = [...list.querySelectorAll("section,tbody")].filter(part => {
      const inside = rows.filter(row => part.contains(row))
      return inside.length && inside.every(row => beyond.includes(row))
    })
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

  /* Tables within a closed fold wait until it is opened. */
  function shorten() {
    if (!narrow.matches) return
    document.querySelectorAll(".ck-section").forEach(shut)
    const lists = new Map()
    for (const table of document.querySelectorAll(".ck-folds:not([data-ck-figure])")) {
      const together = table.closest("[data-ck-rows]")
      if (!together && table.closest("details:not([open])")) continue
      const rows = [...table.querySelectorAll(":is(tbody,tfoot)>tr:not([data-ck-whole])")]
      table.dataset.ckFigure = table.querySelector("[data-ck-key]:not([data-ck-key=plain])")?.dataset.label ?? ""
      rows.forEach(close)
      const counted = rows.filter(row => !row.matches("tfoot>tr,[data-ck-total]"))
      const list = together?.querySelectorAll(".ck-table").length > 1 ? together : table
      lists.set(list, [...lists.get(list) ?? [], ...counted])
    }
    for (const [list, rows] of lists) cap(list, rows, ROWS)
    for (const list of document.querySelectorAll(".ck-list:not(:has(>.ck-beyond))")) cap(list, [...list.children], ITEMS)
  }

  /* What an address points at is open, whatever it lies in. */
  function reach() {
    const aim = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!aim) return
    for (let fold = aim.closest("details"); fold; fold = fold.parentNode.closest("details")) fold.open = true
    shorten()
    const section = aim.closest(".ck-section:not(.ck-section--open)")
    section?.querySelector(".ck-section__press")?.click()
    const row = aim.closest("tr"), press = row?.querySelector(".ck-row__more")
    if (press?.ariaExpanded === "false") press.click()
    const capped = aim.closest(".ck-beyond")?.closest(".ck-capped")
    ;(capped?.querySelector(":scope>.ck-beyond__more") ?? capped?.nextElementSibling)?.click()
    aim.scrollIntoView()
  }

  narrow.addEventListener("change", shorten)
  addEventListener("hashchange", reach)
  addEventListener("toggle", shorten, true)
  shorten()
  reach()
})()
