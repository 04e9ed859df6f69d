/* "Bao giờ tôi nhận được kết quả?": the form of the home page and of every procedure's page. */
(() => {
  const form = document.querySelector("[data-ck-finder]")
  if (!form || !window.ckFinder) return
  const { values, clock, make, short, address, answer: nodesOf, dayField, procedureField } = window.ckFinderParts
  const answer = document.querySelector("[data-ck-answer]")
  const field = name => form.elements[name]
  const day = dayField(form)
  const procedure = () => values.procedures.find(item => item.id === field("tt").value)
  const limitOn = (item, iso) => {
    const begun = item.limits.filter(limit => limit.from <= iso).at(-1)
    return begun && (!begun.to || iso <= begun.to) ? begun : null
  }
  const stands = (unit, iso) => (!unit.from || unit.from <= iso) && (!unit.to || iso <= unit.to)

  /* The units one may hand a procedure in to: for local ones every ward and commune of that day. */
  const choices = (item, iso) => {
    if (!item || item.sensitive) return []
    return Object.entries(values.units)
      .filter(([id, unit]) => id in item.units || (item.local && unit.local))
      .filter(([, unit]) => stands(unit, iso))
  }

  const fillUnits = wanted => {
    const select = field("dv")
    const offered = choices(procedure(), day.get())
    select.replaceChildren(new Option("Chưa chọn nơi nộp", ""),
      ...offered.map(([id, unit]) => new Option(unit.name, id)))
    const only = offered.length === 1 ? offered[0][0] : ""
    select.value = offered.some(([id]) => id === wanted) ? wanted : only
    form.querySelector("[data-ck-unit]").hidden = offered.length === 0
  }

  const showLate = () => {
    const item = procedure()
    const limit = item && limitOn(item, day.get())
    const sameDay = limit && [limit.legal[1], limit.now[1]].includes("same_day")
    form.querySelector("[data-ck-late]").hidden = !sameDay
    return Boolean(sameDay && field("sau").checked)
  }

  const actions = item => {
    const copy = make("button", "ck-plain", "Chép liên kết")
    copy.type = "button"
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href)
      copy.textContent = "Đã chép"
    })
    const print = make("button", "ck-plain", "In")
    print.type = "button"
    print.addEventListener("click", () => window.print())
    const more = Object.assign(make("a", "", "Xem trang của thủ tục"), { href: address(form, item.path) })
    const shown = form.dataset.ckHere ? [] : [more]
    return make("p", "ck-finder__actions", ...shown, ...(navigator.clipboard ? [copy] : []), print)
  }

  const refuse = sentence => answer.replaceChildren(make("p", "ck-notice", sentence))

  const show = () => {
    const item = procedure(), iso = day.get()
    if (!item) return refuse("Hãy chọn một thủ tục trong danh sách hiện ra khi gõ.")
    const late = showLate(), limit = limitOn(item, iso), received = clock.toNumber(iso)
    if (!limit) return refuse(`Chưa ghi thời hạn nào của thủ tục này cho ngày ${short(received)}.`)
    answer.replaceChildren(...nodesOf(form, item, limit, received, late, field("dv").value), actions(item))
  }

  const keepAddress = () => {
    const query = new URLSearchParams()
    for (const name of ["tt", "dv"]) if (field(name).value) query.set(name, field(name).value)
    query.set("nop", day.get())
    if (!form.querySelector("[data-ck-late]").hidden && field("sau").checked) query.set("sau", "1")
    history.replaceState(null, "", `?${query}#bao-gio`)
  }

  const answered = () => {
    try {
      show()
    } catch (error) {
      if (!(error instanceof clock.UnknownYear)) throw error
      refuse(`Chưa tính được: lịch nghỉ chỉ có từ năm ${clock.years[0]} đến năm ${clock.years[1]}.`)
    }
    answer.hidden = false
  }

  const refresh = () => {
    fillUnits(field("dv").value)
    showLate()
    if (answer.hidden) return
    keepAddress()
    answered()
  }

  const query = new URLSearchParams(location.search)
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)
  const chosen = procedureField(form, refresh)
  chosen.choose(query.get("tt") || "")
  const wanted = query.get("nop") || ""
  const isDay = /^\d{4}-\d\d-\d\d$/.test(wanted) && !Number.isNaN(clock.toNumber(wanted))
  day.set(isDay ? wanted : Number(today.slice(0, 4)) > clock.years[1] || values.sample ? values.as_of : today)
  field("sau").checked = query.get("sau") === "1"
  fillUnits(query.get("dv") || "")
  showLate()
  form.hidden = false

  form.addEventListener("change", event => event.target.matches("[data-ck-name]") || refresh())
  form.addEventListener("submit", event => {
    event.preventDefault()
    keepAddress()
    answered()
    answer.focus()
  })
  if (query.has("tt") || (form.dataset.ckHere && query.has("nop"))) answered()
})()
