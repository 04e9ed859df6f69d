/* The search pill of narrow screens opens the search dialog; the menu closes with Escape; light and
   dark change by Space as by Enter. The engine listens to keys only: words that are pasted or spoken
   are passed on as one. */
(() => {
  const pill = document.querySelector("[data-ck-search]")
  const search = document.getElementById("__search")
  if (pill && search) {
    pill.hidden = false
    pill.addEventListener("click", () => {
      search.click()
      document.querySelector(".md-search__input")?.focus()
    })
  }
  document.querySelector(".md-search__input")?.addEventListener("input", event =>
    event.target.dispatchEvent(new KeyboardEvent("keyup")))
  const menu = document.querySelector(".ck-menu")
  menu?.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    menu.open = false
    menu.querySelector("summary").focus()
  })
  document.querySelector("[data-md-component=palette]")?.addEventListener("keydown", event => {
    if (event.key !== " ") return
    event.preventDefault()
    event.target.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))
  })
})()
