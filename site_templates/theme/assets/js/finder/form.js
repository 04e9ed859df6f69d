/* "Bao giờ tôi nhận được kết quả?": the form of the home page and of every procedure's page. */
(() => {
  const form = document.querySelector("[data-ck-finder]")
  const values = window.ckFinder
  if (!form || !values) return
  const clock = window.ckClock(values)
  const nonstop = window.ckClock({ ...values, never_closes: true })
  const answer = document.querySelector("[data-ck-answer]")
  const NBSP = "\u00a0"

  const field = name => form.elements[name]
  const make = (tag, className, ...children) => {
    const node = document.createElement(tag)
    if (className) node.className = className
    node.append(...children)
    return node
  }
  const short = number => clock.toIso(number).split("-").reverse().join("/")
  const weekday = number => values.weekdays[clock.weekday(number) - 1]
  const long = number => `${weekday(number)}, ${short(number)}`
  const count = number => String(number).replace(/\B(?=(\d{3})+$)/g, ".")
  const limitWords = ([value, unit]) =>
    unit === "same_day" ? values.limit_units[unit] : `${value}${NBSP}${values.limit_units[unit]}`
  const taken = days => days ? `trong ${limitWords([days, "working_day"])}` : limitWords([0, "same_day"])

  /* A unit's own calendar: most keep the offices', some never close. */
  const clockOf = unitId => unitId && values.units[unitId].never_closes ? nonstop : clock
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
    const offered = choices(procedure(), field("nop").value)
    select.replaceChildren(new Option("Chưa chọn nơi nộp", ""),
      ...offered.map(([id, unit]) => new Option(unit.name, id)))
    const only = offered.length === 1 ? offered[0][0] : ""
    select.value = offered.some(([id]) => id === wanted) ? wanted : only
    form.querySelector("[data-ck-unit]").hidden = offered.length === 0
  }

  const showLate = () => {
    const item = procedure()
    const limit = item && limitOn(item, field("nop").value)
    const sameDay = limit && [limit.legal[1], limit.now[1]].includes("same_day")
    form.querySelector("[data-ck-late]").hidden = !sameDay
    return Boolean(sameDay && field("sau").checked)
  }

  const figure = (label, value, note, className = "") => make("div", `ck-figure ${className}`,
    make("p", "ck-figure__label", label), make("p", "ck-figure__value ck-figure__value--date", value),
    make("p", "ck-figure__note", note))

  const limitFigure = (label, received, limit, late, unitId) => {
    const due = clockOf(unitId).deadline(received, limit, late)
    if (due === null) return [null, figure(label, "Chưa rõ", "thành phố chưa ghi thời hạn này")]
    return [due, figure(label, short(due), `hết ${weekday(due)}; thời hạn ${limitWords(limit)}`)]
  }

  /* What it usually takes at the chosen place, or in the whole city where that says too little. */
  const usual = (item, unitId, received) => {
    const here = unitId ? item.units[unitId] : null
    const place = unitId ? values.units[unitId].inside : "toàn thành phố"
    const enough = row => row && row[0] !== null
    const row = enough(here) ? here : item.city
    const where = enough(here) ? place : "toàn thành phố"
    if (!enough(row)) {
      return [null, figure("Thực tế", "Chưa đủ hồ sơ", (row ? `mới có ${count(row[2])} hồ sơ đã xong, ` : "")
        + `cần từ ${values.few_below} hồ sơ đã xong để nói thường mất bao lâu`, "ck-figure--actual")]
    }
    const ended = here && here[2] ? `mới có ${count(here[2])} hồ sơ đã xong` : "không có số liệu riêng"
    const few = unitId && !enough(here) && !item.sensitive ? `Ở ${place} ${ended}. ` : ""
    const day = (row === here ? clockOf(unitId) : clock).addWorkingDays(received, row[1])
    return [day, figure(`Thường xong, ${where}`, short(day), `${few}9 trong 10 hồ sơ xong ${taken(row[1])}, `
      + `một nửa xong ${taken(row[0])} (${count(row[2])} hồ sơ, ${values.period})`, "ck-figure--actual")]
  }

  const offLine = run => {
    if (run.name === values.weekend.name) {
      return run.first === run.last ? long(run.first)
        : `${weekday(run.first)}, ${weekday(run.last)} ${short(run.first)} và ${short(run.last)}`
    }
    const span = run.first === run.last ? long(run.first) : `${short(run.first)} đến ${short(run.last)}`
    return `${span}: ${run.name}`
  }

  const offList = (received, last, unitId) => {
    if (clockOf(unitId) === nonstop) {
      return make("p", "ck-meta", "Nơi này phục vụ cả ngày lẫn đêm, không có ngày nghỉ.")
    }
    const runs = clock.daysOff(received, last)
    if (!runs.length) return make("p", "ck-meta", "Từ ngày nộp đến ngày muộn nhất ở trên không có ngày nghỉ nào.")
    const total = runs.reduce((sum, run) => sum + run.last - run.first + 1, 0)
    return make("details", "ck-finder__off",
      make("summary", "", `Từ ngày nộp đến ngày muộn nhất ở trên có ${total} ngày nghỉ`),
      make("ul", "", ...runs.map(run => make("li", "", offLine(run)))))
  }

  const refuse = sentence => answer.replaceChildren(make("p", "ck-notice", sentence))

  const show = () => {
    const item = procedure(), iso = field("nop").value
    if (!item || !/^\d{4}-\d\d-\d\d$/.test(iso)) {
      return refuse("Hãy chọn thủ tục và ngày nộp hồ sơ.")
    }
    const late = showLate(), limit = limitOn(item, iso), received = clock.toNumber(iso)
    const unitId = field("dv").value
    if (!limit) return refuse(`Thành phố chưa ghi thời hạn nào của thủ tục này cho ngày ${short(received)}.`)
    const same = String(limit.legal) === String(limit.now)
    const dated = [
      limitFigure(`Chậm nhất theo quy định${same ? " (thành phố chưa rút ngắn)" : ""}`, received, limit.legal, late, unitId),
      ...(same ? [] : [limitFigure("Chậm nhất theo thời hạn đã rút ngắn", received, limit.now, late, unitId)]),
      usual(item, unitId, received)
    ]
    const where = unitId ? ` tại ${values.units[unitId].inside}` : ""
    const heading = make("h3", "", `${item.name}, nộp ${long(received)}${where}`)
    const notes = []
    if (item.sensitive) notes.push("Thủ tục này liên quan đến đời tư nên chỉ có số liệu toàn thành phố.")
    if (!limit.confirmed) notes.push("Thời hạn chưa được xác nhận bằng văn bản của năm ấy.")
    if (values.sample) notes.push(`${values.sample}.`)
    notes.push("Thời gian chờ quý vị bổ sung giấy tờ không tính vào thời hạn.")
    const last = Math.max(received, ...dated.map(([day]) => day ?? received))
    answer.replaceChildren(heading,
      make("div", "ck-figure-row", ...dated.map(([, node]) => node)),
      offList(received, last, unitId), make("p", "ck-meta", notes.join(" ")), actions(item))
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
    const more = make("a", "", "Xem trang của thủ tục")
    more.href = form.dataset.ckProcedures + item.slug + (location.protocol === "file:" ? "/index.html" : "/")
    const shown = form.dataset.ckHere ? [] : [more]
    return make("p", "ck-finder__actions", ...shown, ...(navigator.clipboard ? [copy] : []), print)
  }

  const address = () => {
    const query = new URLSearchParams()
    for (const name of ["tt", "dv", "nop"]) if (field(name).value) query.set(name, field(name).value)
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

  const query = new URLSearchParams(location.search)
  const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)
  const select = field("tt")
  if (select.tagName === "SELECT") {
    select.append(...values.procedures.map(item => new Option(item.name, item.id)))
  }
  const asked = form.dataset.ckHere || query.get("tt") || ""
  if (values.procedures.some(item => item.id === asked)) select.value = asked
  const year = Number(today.slice(0, 4))
  field("nop").min = `${clock.years[0]}-01-01`
  field("nop").max = `${clock.years[1]}-12-31`
  const wanted = query.get("nop") || ""
  const isDay = /^\d{4}-\d\d-\d\d$/.test(wanted) && !Number.isNaN(clock.toNumber(wanted))
  field("nop").value = isDay ? wanted : year > clock.years[1] || values.sample ? values.as_of : today
  field("sau").checked = query.get("sau") === "1"
  fillUnits(query.get("dv") || "")
  showLate()
  form.hidden = false

  form.addEventListener("change", () => {
    fillUnits(field("dv").value)
    showLate()
    if (!answer.hidden) {
      address()
      answered()
    }
  })
  form.addEventListener("submit", event => {
    event.preventDefault()
    address()
    answered()
    answer.focus()
  })
  if (query.has("tt") || (form.dataset.ckHere && query.has("nop"))) answered()
})()
