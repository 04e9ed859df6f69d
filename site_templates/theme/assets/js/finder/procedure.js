/* The procedure, by any part of its name or what people call it, with or without accents: a text
   field with a list of groups (the combobox of the ARIA Authoring Practices). Before anything is typed the
   list shows what is asked for most. */
window.ckFinderParts.procedureField = (form, changed) => {
  const { values, make, optionsOf } = window.ckFinderParts
  const fold = window.ckFold
  const MOST = 8
  const hidden = form.elements.tt
  const field = form.querySelector("[data-ck-name]")
  const byId = id => values.procedures.find(item => item.id === id)
  if (!field) return { choose: () => undefined }
  const list = form.querySelector("[role=listbox]")
  const said = values.procedures
    .map(item => ({ item, name: fold(item.name), also: fold(`${item.name} ${item.also} ${item.field} ${item.id}`) }))
    .sort((one, other) => other.item.received - one.item.received)
  let shown = [], nodes = [], active = -1

  /* Those whose name begins so, then whose name has the words as typed, then all of the words. */
  const found = typed => {
    const words = typed.split(/\s+/).filter(Boolean)
    const rank = ({ name, also }) =>
      name.startsWith(typed) ? 0 : name.includes(typed) ? 1 : words.every(word => also.includes(word)) ? 2 : 3
    return said.map(one => [rank(one), one.item]).filter(([place]) => place < 3)
      .sort(([one], [other]) => one - other).map(([, item]) => item)
  }

  const close = () => {
    list.hidden = true
    active = -1
    field.setAttribute("aria-expanded", "false")
    field.removeAttribute("aria-activedescendant")
  }

  const open = () => {
    const typed = fold(field.value.trim())
    const all = found(hidden.value && byId(hidden.value).name === field.value ? "" : typed)
    const { groups, options, items } = optionsOf(all.slice(0, MOST), typed, pick)
    ;[shown, nodes] = [items, options]
    const more = all.length - shown.length
    const note = all.length ? more ? `và ${more} thủ tục khác: gõ thêm để tìm` : "" : "Không có thủ tục nào có những chữ này."
    list.replaceChildren(...groups, ...(note ? [Object.assign(make("div", "ck-meta", note), { role: "presentation" })] : []))
    list.hidden = false
    active = -1
    field.setAttribute("aria-expanded", "true")
  }

  const move = step => {
    if (list.hidden) open()
    if (!shown.length) return
    nodes[active]?.setAttribute("aria-selected", "false")
    active = (active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length
    const node = nodes[active]
    node.setAttribute("aria-selected", "true")
    node.scrollIntoView({ block: "nearest" })
    field.setAttribute("aria-activedescendant", node.id)
  }

  const pick = item => {
    hidden.value = item.id
    field.value = item.name
    field.setCustomValidity("")
    close()
    changed()
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: close,
    Enter: () => shown[active] && pick(shown[active])
  }

  field.addEventListener("focus", () => { field.select(); open() })
  field.addEventListener("click", () => list.hidden && open())
  field.addEventListener("blur", close)
  field.addEventListener("input", () => {
    hidden.value = ""
    open()
    const only = shown.length === 1 && fold(shown[0].name) === fold(field.value.trim())
    if (only) hidden.value = shown[0].id
  })
  field.addEventListener("keydown", event => {
    if (!keys[event.key] || (event.key === "Enter" && (list.hidden || active < 0))) return
    event.preventDefault()
    keys[event.key]()
  })

  return {
    choose: id => {
      const item = byId(id)
      if (!item) return
      hidden.value = id
      field.value = item.name
    }
  }
}
