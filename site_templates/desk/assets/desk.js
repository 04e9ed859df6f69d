/* What the form does while one types: it asks the server, which decides by the same rules as when a
   record is saved. Without this script everything can be entered and saved all the same. */
const WAIT = 450
const WORDS = { error: "Lỗi.", warning: "Lưu ý." }

function sentence(item) {
  const line = document.createElement("p")
  const word = document.createElement("strong")
  line.className = `said said--${item.severity}`
  word.textContent = WORDS[item.severity]
  line.append(word, ` ${item.text}`)
  return line
}

function show(field, items) {
  const place = field.querySelector(".field__said")
  place.replaceChildren(...items.map(sentence))
  const box = field.querySelector("input:not([type=hidden]), select, textarea")
  if (items.some(item => item.severity === "error")) box.setAttribute("aria-invalid", "true")
  else box.removeAttribute("aria-invalid")
}

function watch(form) {
  const touched = new Set()
  for (const field of form.querySelectorAll("[data-field]"))
    if (field.querySelector(".said")) touched.add(field.dataset.field)
  const state = form.querySelector("[data-state]")
  let timer, request, isDirty = false

  async function ask(whole) {
    const fields = new URLSearchParams(new FormData(form))
    fields.set(form.dataset.action, form.querySelector(".actions button").value)
    if (whole) fields.set("ca", "1")
    const answer = await fetch(form.dataset.check, { method: "POST", body: fields, signal: request.signal })
    if (!answer.ok) return
    const found = await answer.json()
    for (const field of form.querySelectorAll("[data-field]"))
      if (touched.has(field.dataset.field)) show(field, found[field.dataset.field] ?? [])
    document.getElementById("chung-ca").replaceChildren(...(found[""] ?? []).map(sentence))
  }

  async function check() {
    request?.abort()
    request = new AbortController()
    state.textContent = "Đang kiểm tra…"
    try {
      await ask(false)
      await ask(true)
      state.textContent = ""
    } catch (error) {
      if (error.name !== "AbortError") state.textContent = "Không hỏi được chương trình; nó còn chạy không?"
    }
  }

  form.addEventListener("input", event => {
    const field = event.target.closest("[data-field]")
    if (!field) return
    isDirty = true
    touched.add(field.dataset.field)
    clearTimeout(timer)
    timer = setTimeout(check, WAIT)
  })
  form.addEventListener("submit", event => {
    clearTimeout(timer)
    request?.abort()
    if (event.submitter?.formTarget === "xem-thu")
      state.textContent = "Đang dựng trang xem thử ở thẻ mới; lần đầu có thể mất vài giây."
    else isDirty = false
  })
  form.addEventListener("keydown", event => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit(form.querySelector(".actions button"))
  })
  addEventListener("beforeunload", event => {
    if (isDirty) event.preventDefault()
  })
  const first = form.querySelector("[aria-invalid=true]") ?? (form.querySelector(".said") && document.getElementById("chung-ca"))
  if (first) first.focus()
}

async function fill(place) {
  const answer = await fetch(place.dataset.from)
  if (answer.ok) place.innerHTML = await answer.text()
}

/* A day may be typed in any way; the calendar of the browser writes it as people do. */
function pickDay(field) {
  const box = field.querySelector("input")
  const button = field.querySelector("[data-pick]")
  const picker = field.querySelector("input[type=date]")
  if (!picker?.showPicker) return // a day that tells the record from others stays as it is
  button.hidden = false
  button.addEventListener("click", () => picker.showPicker())
  picker.addEventListener("change", () => {
    box.value = picker.value.split("-").reverse().join("/")
    box.dispatchEvent(new Event("input", { bubbles: true }))
    box.focus()
  })
}

function speak(button) {
  const voice = speechSynthesis.getVoices().find(one => one.localService && one.lang.toLowerCase().startsWith("vi"))
  if (!voice) return
  button.hidden = false
  button.onclick = () => {
    speechSynthesis.cancel()
    for (const line of document.querySelectorAll(".heard__words p")) {
      const words = new SpeechSynthesisUtterance(line.textContent)
      words.voice = voice
      words.lang = voice.lang
      speechSynthesis.speak(words)
    }
  }
}

for (const form of document.querySelectorAll("form.record")) watch(form)
for (const field of document.querySelectorAll(".field--day")) pickDay(field)
for (const place of document.querySelectorAll("[data-from]")) fill(place)
for (const button of document.querySelectorAll("[data-speak]")) {
  speak(button)
  speechSynthesis.addEventListener("voiceschanged", () => speak(button))
}
for (const sound of document.querySelectorAll("audio"))
  sound.addEventListener("error", () => {
    sound.hidden = true
    document.querySelector("[data-mute]").hidden = false
  })
