/* Steps that a person takes one after the other: each shows itself when the one before is done. */
(() => {
  "use strict"
  const { element } = window.ckVerify
  const MARKS = { right: "Được. ", wrong: "Chưa được. ", unknown: "" }

  /* Steps of a form: sections in their order, by the name of each. */
  window.ckVerify.turnsOf = (form) => {
    const turns = [...form.querySelectorAll("[data-turn]")]
    const place = (name) => turns.findIndex((turn) => turn.dataset.turn === name)

    /* Shows the steps up to this one. */
    const open = (name) => turns.forEach((turn, at) => (turn.hidden = at > place(name)))

    /* Says how a step stands, in words and nodes; what comes after it is hidden unless it is done. */
    const tell = (name, state, ...said) => {
      const told = turns[place(name)].querySelector("[data-told]")
      const line = element("p", "", "ck-step--" + state)
      const [words, ...nodes] = said
      if (MARKS[state]) line.append(element("strong", MARKS[state]))
      line.append(words)
      told.replaceChildren(...(words ? [line] : []), ...nodes)
      const next = turns[place(name) + 1]
      open(state === "right" && next ? next.dataset.turn : name)
    }
    return { open, tell }
  }

  /* A link that saves a text as a file. */
  window.ckVerify.saving = (words, name, text) => {
    const link = element("a", words, "ck-button")
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }))
    link.download = name
    return link
  }
})()
