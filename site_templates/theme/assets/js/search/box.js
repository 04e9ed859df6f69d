/* The field and its list: the combobox of the ARIA Authoring Practices. The field keeps the focus, the
   arrow keys choose. What is typed while an answer is on its way is answered after it. */
(() => {
  const { answererOf, show } = window.ckSearchParts
  const SHOWN = 10, NOT_LOADED = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi gõ lại."
  const box = document.querySelector("[data-ck-search]"), part = name => box.querySelector(`.ck-search__${name}`)
  const [field, said, list, more, ways] = ["field", "said", "list", "more", "ways"].map(part)
  const root = new URL(`${box.dataset.ckSearch}/`, document.baseURI).href
  const answer = answererOf(root)
  let options = [], active = -1, waiting, left = {}

  const isListed = () => box.classList.contains("ck-search--open") && options.length > 0

  function choose(at) {
    options[active]?.setAttribute("aria-selected", "false")
    active = at
    const node = options[at]
    if (!node) return field.removeAttribute("aria-activedescendant")
    node.setAttribute("aria-selected", "true")
    node.scrollIntoView({ block: "nearest" })
    field.setAttribute("aria-activedescendant", node.id)
  }

  function add(documents, found) {
    const nodes = documents.map(document => show.option(root, document, found))
    nodes.forEach((node, at) => { node.id = `ck-search-${options.length + at}` })
    options = [...options, ...nodes]
    list.append(...nodes)
  }

  function replace(found) {
    choose(-1)
    options = []
    list.replaceChildren()
    ways.replaceChildren(...found ? show.ways(root, box.dataset.ckWays.split(" "), found, search) : [])
    if (found) add(found.documents.slice(0, SHOWN), found)
    left = { found, documents: found?.documents.slice(SHOWN) || [], rest: found?.rest || [] }
    more.hidden = !left.documents.length && !left.rest.length
    list.hidden = !options.length
    field.setAttribute("aria-expanded", String(isListed()))
  }

  async function addMore() {
    const { found, documents, rest } = left
    const next = rest.slice(0, SHOWN)
    left = { found, documents: [], rest: rest.slice(SHOWN) }
    more.hidden = !left.rest.length
    const first = options.length
    add([...documents, ...next.length ? await found.next(next) : []], found)
    choose(first)
    field.focus()
  }

  /* One question after another: of those that come meanwhile only the last. */
  async function ask() {
    const typed = field.value
    const found = typed.trim() ? await answer(typed).catch(() => null) : undefined
    replace(found)
    said.textContent = found ? show.sentences(found) : found === null ? NOT_LOADED : said.dataset.ckHint
    if (field.value !== typed) await ask()
  }
  const refresh = () => waiting ??= ask().finally(() => { waiting = undefined })

  function search(words) {
    field.value = words
    field.focus()
    refresh()
  }

  async function open() {
    await refresh()
    const node = options[Math.max(0, active)]
    node?.click()
  }

  const last = () => options.length - 1
  const keys = {
    ArrowDown: () => isListed() ? choose(active < last() ? active + 1 : 0) : field.dispatchEvent(new Event("input")),
    ArrowUp: () => isListed() && choose(active > 0 ? active - 1 : last()),
    Home: () => choose(0),
    End: () => choose(last()),
    Enter: open
  }

  field.addEventListener("input", refresh)
  field.addEventListener("keydown", event => {
    if (!keys[event.key] || event.isComposing) return
    if (["Home", "End"].includes(event.key) && active < 0) return
    event.preventDefault()
    keys[event.key]()
  })
  more.addEventListener("click", addMore)
  refresh()
})()
