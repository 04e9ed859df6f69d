/* The files that a reader chooses or drops, and the report on them. */
(() => {
  "use strict"
  const { verify, checkCode, number, said, element, chosenIn, onDrop, tellCount } = window.ckVerify
  const { refusal, insecure } = window.ckVerify
  /* Findings of a step that are told one by one. */
  const SHOWN = 20
  const form = document.querySelector("[data-ck-verify]")
  const report = document.querySelector("[data-ck-report]")
  const MARKS = { right: "Đúng", wrong: "Sai", unknown: "Chưa rõ" }
  let chosen = []
  let turn = 0
  const given = { "old-ledger": null, "other-checkpoint": null }

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
    return { old: given["old-ledger"], against: other, signers: typed("signers"), key: typed("key"), heard: typed("code") }
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

  const take = async (files) => {
    chosen = []
    try {
      chosen = await files
      await run()
    } catch (error) {
      turn += 1
      report.replaceChildren(element("p", refusal(error), "ck-finding"))
    }
  }

  if (insecure) return form.replaceWith(element("p", insecure, "ck-notice"))
  form.hidden = false
  form.elements.folder.webkitdirectory = true // no attribute of HTML, but every browser's
  form.addEventListener("change", async ({ target }) => {
    tellCount(target)
    if (target.type === "file" && !(target.name in given)) return take(chosenIn(target))
    if (target.name in given) given[target.name] = (await target.files[0]?.text()) ?? null
    return take(chosen)
  })
  form.addEventListener("submit", (event) => event.preventDefault())
  onDrop(form, take)
})()
