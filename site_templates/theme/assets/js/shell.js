/* The menu closes with Escape; what is folded is open on paper. */
(() => {
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
