/* The engine's program, its worker and the index are for the search alone and are loaded when it is
   first used. What is typed until they have come is searched for then. */
(() => {
  const held = document.querySelector("[data-ck-engine]")
  const field = document.querySelector(".md-search__input"), toggle = document.getElementById("__search")
  if (!held || !field || !toggle) return
  let program, ready = false

  function load() {
    toggle.checked = true
    if (program) return
    program = document.createElement("script")
    program.src = held.dataset.ckEngine
    program.addEventListener("load", () => {
      ready = true
      field.dispatchEvent(new KeyboardEvent("keyup"))
    })
    program.addEventListener("error", () => { // the next use tries again
      program.remove()
      program = undefined
      toggle.checked = false
      field.blur()
    })
    document.body.append(program)
  }

  field.addEventListener("focus", load)
  field.addEventListener("keydown", event => {
    if (!ready && ["Tab", "Escape"].includes(event.key)) toggle.checked = false
  })
  addEventListener("keydown", event => {
    if (ready || event.ctrlKey || event.metaKey || event.altKey || !"/fs".includes(event.key)) return
    if (event.target.closest("input,select,textarea,[contenteditable]")) return
    event.preventDefault()
    load() // a window that lies behind another has a focused field, but no event that says so
    field.focus()
  })
  if (new URLSearchParams(location.search).has("q")) load()
})()
