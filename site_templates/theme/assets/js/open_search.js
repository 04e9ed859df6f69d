/* The search opens: its field and, on a phone, the whole screen. Its program is loaded when it is first
   used; what is typed until then is answered when it has come. */
(() => {
  const box = document.querySelector("[data-ck-search]")
  if (!box) return
  const field = box.querySelector(".ck-search__field")
  const pill = document.querySelector(".ck-pill"), said = box.querySelector(".ck-search__said")
  let program

  function load() {
    if (program) return
    program = document.createElement("script")
    program.src = `${box.dataset.ckSearch}/assets/js/search.js`
    program.addEventListener("error", () => { // the next key tries again
      program.remove()
      program = undefined
      said.textContent = "Chưa tải được bộ tìm kiếm. Hãy kiểm tra kết nối mạng rồi gõ lại."
    })
    document.body.append(program)
  }

  /* What stands in the field is answered anew, as if it had just been typed. */
  function open() {
    box.classList.add("ck-search--open")
    field.focus()
    field.dispatchEvent(new Event("input"))
  }

  function close() {
    box.classList.remove("ck-search--open")
    field.setAttribute("aria-expanded", "false")
    field.removeAttribute("aria-activedescendant")
  }

  function leave() {
    const isPill = getComputedStyle(pill).display !== "none"
    close()
    if (isPill) pill.focus()
  }

  pill.hidden = field.hidden = false
  pill.addEventListener("click", open)
  box.querySelector(".ck-search__close").addEventListener("click", leave)
  field.addEventListener("focus", load)
  field.addEventListener("input", () => {
    box.classList.add("ck-search--open")
    load()
  })
  box.addEventListener("submit", event => event.preventDefault())
  box.addEventListener("click", event => event.target.closest("a") && close())
  box.addEventListener("keydown", event => event.key === "Escape" && leave())
  box.addEventListener("focusout", event => event.relatedTarget && !box.contains(event.relatedTarget) && close())
  addEventListener("pointerdown", event => box.contains(event.target) || close())
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key)) return
    if (event.target.closest("input,select,textarea,[contenteditable]")) return
    event.preventDefault()
    open()
  })

  const typed = new URLSearchParams(location.search).get("q")
  if (typed !== null) {
    field.value = typed
    open()
  }
})()
