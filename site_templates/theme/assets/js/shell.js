/* The search pill of narrow screens opens the search dialog; the menu closes with Escape. The engine
   listens to keys only: words that are pasted or spoken are passed on as one. What is folded is open
   on paper. */
(() => {
  const pill = document.querySelector("[data-ck-search]")
  const search = document.getElementById("__search")
  if (pill && search) {
    pill.hidden = false
    pill.addEventListener("click", () => {
      search.checked = true
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
  let folded = []
  const address = document.querySelector("[data-ck-address]")
  if (address) {
    address.textContent ||= location.href.replace(/[?#].*/, "")
    try { // in the margin of each printed sheet, where the browser has such margins
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`@page{@bottom-left{content:${JSON.stringify(address.textContent)};font:9pt system-ui,sans-serif;color:#444}}`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    } catch { /* the address stands at the end of the page, too */ }
  }
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")]
    for (const fold of folded) fold.open = true
  })
  addEventListener("afterprint", () => { for (const fold of folded) fold.open = false })
})()
