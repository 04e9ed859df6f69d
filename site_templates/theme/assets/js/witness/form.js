/* The four steps of a witness: her key, what she saw last, the site, her signature. */
(() => {
  "use strict"
  const { said, number, element, chosenIn, onDrop, tellCount, copyOf, insecure } = window.ckVerify
  const { verifierText, parseVerifierKey, turnsOf, saving, remember, seenBy, seenWords } = window.ckVerify
  const { Refused, newKey, ownKey, examined, witnessed } = window.ckVerify
  const form = document.querySelector("[data-ck-witness]")
  const inputs = form.elements
  const { tell, open, take } = turnsOf(form)
  const state = { key: null, keyFile: "", given: null, copy: null }
  const ENDING = ".ban-chot-so.txt"
  const seen = () => seenBy(state.key, state.given)

  const line = (text) => {
    const shown = element("p", "", "ck-hash")
    shown.append(element("code", text))
    return shown
  }

  const makeKey = () =>
    take("key", async () => {
      const name = inputs["key-name"].value.trim()
      const key = await newKey(name)
      const file = name.replace(/[^\p{L}\p{N}.-]+/gu, "-") + ".key"
      const link = saving("Lưu lại lần nữa", file, key.text)
      link.click()
      return ["unknown", "Đã tạo khóa và lưu thành tệp " + file + ". Hãy chọn chính tệp ấy ở trên để đi tiếp.", link]
    })

  const takeKey = async () => {
    const [file] = inputs["own-key"].files
    state.key = null
    if (!file) return open("key")
    const isDone = await take("key", async () => {
      state.key = await ownKey(file.name, await file.text())
      state.keyFile = file.name
      const { verifier } = state.key
      const words = "Khóa " + verifier.name + ". Khóa công khai, gửi cho nơi công bố một lần để khai:"
      return ["right", words, line(verifierText(verifier))]
    })
    if (isDone) await takeSeen()
  }

  const takeSeen = async () => {
    const [file] = inputs.seen.files
    open("seen")
    state.given = file ? await file.text() : null
    if (!(await take("seen", async () => seenWords(state.key, state.given, inputs.first.checked)))) return
    if (state.copy) await look()
  }

  const logKey = async () => {
    const text = inputs["log-key"].value.trim()
    if (!text) return null
    const key = await parseVerifierKey(text)
    if (!key) throw new Refused("key-unread", { text })
    return key
  }

  const look = async () => {
    open("site")
    const isDone = await take("site", async () => {
      const { ledger } = await examined(state.copy, seen(), await logKey())
      const grown = seen().length ? " Mọi dòng lần trước còn nguyên." : ""
      showNote(ledger)
      return ["right", said("ledger-right", { count: number(ledger.rows.length) }) + grown]
    })
    if (isDone) tell("sign", "unknown", "")
  }

  const showNote = ({ origin, rows, lines }) => {
    const values = { origin, size: number(rows.length), edition: lines.at(-1).edition, clock: new Date().toLocaleString("vi-VN") }
    for (const [name, value] of Object.entries(values)) form.querySelector("[data-of=" + name + "]").textContent = value
  }

  const takeSite = (files) =>
    take("site", async () => {
      state.copy = null
      tell("site", "unknown", "Đang xem sổ…")
      state.copy = await copyOf(await files)
      return ["unknown", "Đang xem sổ…"]
    }).then(() => state.copy && look())

  /* Looks once more: what was seen may have grown since, in another window. */
  const sign = () =>
    take("sign", async () => {
      const { note } = await examined(state.copy, seen(), await logKey())
      const signed = await witnessed(note, seen(), state.key, Math.floor(Date.now() / 1000))
      remember(state.key, signed.kept)
      const links = element("p", "", "ck-saves")
      const name = state.keyFile.replace(/\.key$/, "")
      links.append(
        saving("Lưu chữ ký để gửi nơi công bố", name + ".chu-ky.txt", signed.line + "\n"),
        saving("Lưu bản chốt sổ để lần sau so", state.keyFile + ENDING, signed.kept)
      )
      return ["right", "Đã ký. Gửi dòng này cho nơi công bố, và giữ bản chốt sổ bên cạnh tệp khóa:", line(signed.line), links]
    })

  if (insecure) return form.replaceWith(element("p", insecure, "ck-notice"))
  form.hidden = false
  inputs.folder.webkitdirectory = true // no attribute of HTML, but every browser's
  open("key")
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("change", ({ target }) => {
    tellCount(target)
    if (target.name === "own-key") takeKey()
    if (["seen", "first"].includes(target.name)) takeSeen()
    if (["zip", "folder"].includes(target.name) && target.files.length) takeSite(chosenIn(target))
    if (target.name === "log-key" && state.copy) look()
  })
  form.querySelector("[data-make]").addEventListener("click", makeKey)
  form.querySelector("[data-sign]").addEventListener("click", sign)
  onDrop(form.querySelector("[data-turn=site]"), takeSite)
})()
