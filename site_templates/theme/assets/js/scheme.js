/* Light or dark: what the reader chose before, else what the device prefers; changed by Space as by
   Enter. The choice is kept where the engine keeps it, whose inline script paints the page first. */
(() => {
  const choices = [...document.querySelectorAll("[data-md-component=palette] .md-option")]
  if (!choices.length) return

  function show(choice) {
    const color = {}
    for (const name of ["media", "scheme", "primary", "accent"]) {
      color[name] = choice.getAttribute(`data-md-color-${name}`)
      document.body.setAttribute(`data-md-color-${name}`, color[name])
    }
    for (const other of choices) other.nextElementSibling.hidden = other !== choice
    return { index: choices.indexOf(choice), color }
  }

  const chosen = __md_get("__palette")?.index ?? choices.findIndex(choice => matchMedia(choice.dataset.mdColorMedia).matches)
  show(choices[chosen] ?? choices[0])
  choices[0].closest("form").addEventListener("keydown", event => {
    if (event.key !== " " && event.key !== "Enter") return
    event.preventDefault()
    const other = choices.find(choice => !choice.nextElementSibling.hidden).nextElementSibling.control
    other.click()
    other.focus()
  })
  for (const choice of choices) choice.addEventListener("change", () => __md_set("__palette", show(choice)))
})()
