/* The files that a reader chooses or drops, and the report on them. */
(() => {
  "use strict"
  const { verify, checkCode, number, said, asGiven } = window.ckVerify
  /* Findings of a step that are told one by one. */
  const SHOWN = 20
  const form = document.querySelector("[data-ck-verify]")
  const report = document.querySelector("[data-ck-report]")
  const MARKS = { right: "Đúng", wrong: "Sai", unknown: "Chưa rõ" }
  let chosen = []
  let turn = 0
  const given = { "old-ledger": null, "other-checkpoint": null }

  const element = (tag, words, name) => {
    const made = document.createElement(tag)
    if (words) made.textContent = words
    if (name) made.className = name
    return made
  }

  const reportOf = (step) => {
    const item = element("li", "", "ck-step ck-step--" + step.state)
    item.append(element("strong", step.title + ": " + MARKS[step.state].toLowerCase() + ". "))
    if (step.sentence) item.append(step.sentence)
    if (!step.findings.length) return item
    const faults = element("ul")
    for (const [place, sentence] of step.findings.slice(0, SHOWN)) faults.append(element("li", place + ": " + sentence))
    if (step.findings.length > SHOWN)
      faults.append(element("li", "… và " + (step.findings.length - SHOWN) + " chỗ khác."))
    item.append(faults)
    return item
  }

  const unseenWords = (unseen) =>
    said("not-seen", { files: unseen.map(([kind, count]) => number(count) + " tệp " + kind).join(", ") })

  const listOf = (steps) => {
    const list = element("ol", "", "ck-steps")
    list.append(...steps.map(reportOf))
    return list
  }

  const show = ({ steps, unseen }) => {
    const faults = steps.filter((step) => step.state === "wrong").length
    const verdict = faults
      ? "Có " + faults + " mục sai. Hãy giữ lại các tệp này và báo cho cơ quan giám sát."
      : "Trong những gì đã đối chiếu, không có gì sai."
    const list = listOf(steps)
    report.replaceChildren(element("p", verdict, "ck-finding"), list)
    if (unseen.length) list.after(element("p", unseenWords(unseen)))
  }

  const typed = (name) => form.elements[name].value.trim()
  const asked = () => {
    const other = given["other-checkpoint"] ?? (typed("other-text") || null)
    const against = other === null ? null : asGiven(other)
    return { old: given["old-ledger"], against, signers: typed("signers"), key: typed("key"), heard: typed("code") }
  }

  const run = async () => {
    const heard = typed("code")
    if (!chosen.length && !heard) return
    const mine = (turn += 1)
    report.replaceChildren(element("p", chosen.length ? "Đang kiểm chứng " + number(chosen.length) + " tệp…" : "Đang tính mã…"))
    const found = chosen.length ? await verify(chosen, asked()) : await checkCode(heard)
    if (mine !== turn) return // what was asked later answers
    if (found.steps) show(found)
    else report.replaceChildren(listOf([found]))
  }

  const fromInput = (input) => Array.from(input.files, (file) => ({ path: file.webkitRelativePath || file.name, blob: file }))

  const walk = (entry) =>
    new Promise((done) => {
      if (entry.isFile) return entry.file((file) => done([{ path: entry.fullPath.slice(1), blob: file }]))
      const reader = entry.createReader()
      const inside = []
      const more = () =>
        reader.readEntries(async (entries) => {
          if (!entries.length) return done((await Promise.all(inside.map(walk))).flat())
          inside.push(...entries)
          more()
        })
      more()
    })

  form.hidden = false
  form.elements.folder.webkitdirectory = true // no attribute of HTML, but every browser's
  form.addEventListener("change", async (event) => {
    const told = event.target.closest(".ck-file")?.querySelector(".ck-file__chosen")
    if (told) told.textContent = event.target.files.length ? number(event.target.files.length) + " tệp" : "chưa chọn"
    if (event.target.name in given) given[event.target.name] = (await event.target.files[0]?.text()) ?? null
    else if (event.target.type === "file") chosen = fromInput(event.target)
    run()
  })
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("dragover", (event) => {
    event.preventDefault()
    form.classList.add("ck-drop--over")
  })
  form.addEventListener("dragleave", () => form.classList.remove("ck-drop--over"))
  form.addEventListener("drop", async (event) => {
    event.preventDefault()
    form.classList.remove("ck-drop--over")
    const entries = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry()).filter(Boolean)
    chosen = (await Promise.all(entries.map(walk))).flat()
    run()
  })
})()
