/* Steps that a person takes one after the other: each shows itself when the one before is done. */
(() => {
  "use strict"
  const { element, refusal, NoEd25519, Refused } = window.ckVerify
  const MARKS = { right: "Được. ", wrong: "Chưa được. ", unknown: "" }
  const REPORT = " Đừng ký. Hãy giữ lại các tệp này và báo cho cơ quan giám sát."

  const sentenceOf = (error) => {
    if (error instanceof Refused) return error.message + (error.isGrave ? REPORT : "")
    return error instanceof NoEd25519 ? error.message : refusal(error)
  }

  /* Steps of a form: sections in their order, by the name of each. */
  window.ckVerify.turnsOf = (form) => {
    const turns = [...form.querySelectorAll("[data-turn]")]
    const place = (name) => turns.findIndex((turn) => turn.dataset.turn === name)
    let asked = 0

    /* Shows the steps up to this one. */
    const open = (name) => turns.forEach((turn, at) => (turn.hidden = at > place(name)))

    /* Says how a step stands, in words and nodes; what comes after it is hidden unless it is done. */
    const tell = (name, state, words, ...nodes) => {
      const line = element("p", "", "ck-step--" + state)
      if (MARKS[state]) line.append(element("strong", MARKS[state]))
      line.append(words)
      turns[place(name)].querySelector("[data-told]").replaceChildren(...(words ? [line] : []), ...nodes)
      const next = turns[place(name) + 1]
      open(state === "right" && next ? next.dataset.turn : name)
    }

    /* Does a step and tells how it ended; what is asked later answers. `work` gives the state, then
       what is said. Gives whether it is done. */
    const take = async (name, work) => {
      const mine = (asked += 1)
      let told
      try {
        told = await work()
      } catch (error) {
        told = ["wrong", sentenceOf(error)]
      }
      if (mine === asked) tell(name, ...told)
      return mine === asked && told[0] === "right"
    }
    return { open, tell, take }
  }

  /* A link that saves a text as a file. */
  window.ckVerify.saving = (words, name, text) => {
    const link = element("a", words, "ck-button")
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }))
    link.download = name
    return link
  }
})()
