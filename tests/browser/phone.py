"""What a page must be on a phone: what is wrong with one, asked in the browser."""

SCREEN = {"width": 390, "height": 844}
SCREENS = 6
"""The longest that a list may be before its reader asks for more, in screens."""
PAGE_SCREENS = 15
"""The longest that a page may be while its folds are closed, in screens."""
FAULTS = """async screens => {
  await document.fonts.ready
  const seen = { visibilityProperty: true, opacityProperty: true }
  const shown = part => part.checkVisibility(seen) && part.getBoundingClientRect().width > 1
  const all = selector => [...document.querySelectorAll(selector)].filter(shown)
  const size = part => getComputedStyle(part).fontSize
  const box = part => part.getBoundingClientRect()
  const said = (part, why) => `${why}: ${part.outerHTML.replace(/\\s+/g, " ").slice(0, 110)}`
  const inline = part => getComputedStyle(part).display === "inline"
    && [...part.parentNode.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const letters = part => [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  for (const fold of document.querySelectorAll("main details")) fold.open = true
  for (const press of document.querySelectorAll(".ck-section__press")) press.click()
  return [
    ...all("main :is(ul,ol,table)").filter(list => box(list).height > screens * innerHeight)
      .map(list => said(list, `${Math.round(box(list).height / innerHeight)} screens`)),
    ...all("a,button,summary,select,input").filter(part => !inline(part) && !part.closest("svg"))
      .filter(part => Math.min(box(part).width, box(part).height) < 23.9)
      .map(part => said(part, `${Math.round(box(part).height)} px high`)),
    ...[...document.querySelectorAll("body *")].filter(letters)
      .filter(part => parseFloat(size(part)) < 13.9 && shown(part))
      .map(part => said(part, size(part))),
    ...(document.documentElement.scrollWidth > innerWidth ? ["sideways"] : []),
  ]
}"""
"""What is too long, too small to be touched or read, or reaches beyond the screen."""
TWINS = """() => [...document.querySelectorAll(".ck-folds")].flatMap(table => {
  for (const fold of document.querySelectorAll("main details")) fold.open = true
  const every = [...table.tBodies].flatMap(body => [...body.rows])
  const rows = every.filter(row => row.checkVisibility())
  const told = rows.map(row => row.innerText.replace(/\\s+/g, " ").trim())
  return told.filter((words, at) => told.indexOf(words) !== at)
})"""
"""Rows that a reader cannot tell from one another before she opens them."""
WHOLE_LISTS = """async screens => {
  await document.fonts.ready
  return [...document.querySelectorAll("[data-ck-rows]")].map(list =>
    [list.querySelector("h2,h3")?.textContent.replace(/\\s+/g, " "),
     Math.round(list.getBoundingClientRect().height / innerHeight * 10) / 10])
    .filter(([, height]) => height > screens)
}"""
"""Lists, all their groups together, longer than so many screens while their folds are closed."""
