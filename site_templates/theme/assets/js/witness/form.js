/* The four steps of a witness: her key, what she saw last, the site, her signature. */
(() => {
  "use strict"
  const { said, number, element, chosenIn, onDrop, tellCount, BadSite, NoEd25519, copyOf } = window.ckVerify
  const { parseCheckpoint, asGiven, verifierText, parseVerifierKey, turnsOf, saving, recalled, remember } = window.ckVerify
  const { insecure, Refused, newKey, ownKey, examined, witnessed } = window.ckVerify
  const form = document.querySelector("[data-ck-witness]")
  const inputs = form.elements
  const { tell, open } = turnsOf(form)
  const state = { key: null, keyFile: "", given: null, copy: null, note: null }
  const REPORT = " Đừng ký. Hãy giữ lại các tệp này và báo cho cơ quan giám sát."
  const ENDING = ".ban-chot-so.txt"
  let turn = 0

  /* Does a step and tells how it ended; what is asked later answers. `work` gives the state, then
     what is said. */
  const take = async (name, work) => {
    const mine = (turn += 1)
    let told
    try {
      told = await work()
    } catch (error) {
      if (![Refused, BadSite, NoEd25519].some((kind) => error instanceof kind)) throw error
      told = ["wrong", error.message + (error.isGrave ? REPORT : "")]
    }
    if (mine === turn) tell(name, ...told)
    return mine === turn && told[0] === "right"
  }

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
      const words = "Khóa " + verifier.name + ". Khóa công khai, gửi cho thành phố một lần để khai:"
      return ["right", words, line(verifierText(verifier))]
    })
    if (isDone) await takeSeen()
  }

  /* All checkpoints that she saw before: what the browser remembers, and what she gives. */
  const seen = () => [recalled(state.key), state.given].filter((text) => text !== null)

  /* What a checkpoint is of, or a copy of a ledger; nothing when it is neither. */
  const sizeOf = (text) => {
    const checkpoint = parseCheckpoint(asGiven(text))
    if (checkpoint) return number(checkpoint.size) + " dòng của sổ " + checkpoint.origin
    return text.startsWith("{") ? "bản sổ " + number(text.split("\n").length - 1) + " dòng" : ""
  }

  const seenWords = () => {
    const [remembered, given] = [recalled(state.key), state.given]
    if (given !== null && !sizeOf(given)) return ["wrong", said("against-unread")]
    const words = []
    if (given !== null) words.push("Bản chốt sổ bạn đưa: " + sizeOf(given) + ".")
    if (remembered !== null) words.push("Trình duyệt này còn nhớ lần ký trước: " + sizeOf(remembered) + ".")
    if (words.length) return ["right", words.join(" ")]
    if (inputs.first.checked) return ["right", said("witness-first")]
    return ["unknown", "Chưa có gì để so: hãy chọn tệp, hoặc đánh dấu nếu đây thật là lần đầu."]
  }

  const takeSeen = async () => {
    const [file] = inputs.seen.files
    state.given = file ? await file.text() : null
    if (!(await take("seen", async () => seenWords()))) return
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
    const isDone = await take("site", async () => {
      const key = await logKey()
      const { note, ledger } = await examined(state.copy, seen(), key)
      state.note = note
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

  const sign = () =>
    take("sign", async () => {
      const signed = await witnessed(state.note, seen(), state.key, Math.floor(Date.now() / 1000))
      remember(state.key, signed.kept)
      const links = element("p", "", "ck-saves")
      const name = state.keyFile.replace(/\.key$/, "")
      links.append(
        saving("Lưu chữ ký để gửi thành phố", name + ".chu-ky.txt", signed.line + "\n"),
        saving("Lưu bản chốt sổ để lần sau so", state.keyFile + ENDING, signed.kept)
      )
      return ["right", "Đã ký. Gửi dòng này cho thành phố, và giữ bản chốt sổ bên cạnh tệp khóa:", line(signed.line), links]
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
