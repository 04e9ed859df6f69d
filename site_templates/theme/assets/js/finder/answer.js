/* The answer: the latest day, the days until then, and how punctual the place is. */
(() => {
  const parts = window.ckFinderParts
  const { values, clock, nonstop, clockOf, make, short, weekday, long, count, limitWords, percent } = parts

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
      make("summary", "", `Từ ngày nộp đến ngày muộn nhất ở trên có ${total} ngày nghỉ (nền gạch)`),
      make("ul", "", ...runs.map(run => make("li", "", offLine(run)))))
  }

  /* The latest day, large: by the limit that the city has shortened, else by the legal one. */
  const dueSide = (received, { legal, now }, late, unitId) => {
    const place = unitId ? `, ở ${values.units[unitId].inside}` : ""
    const same = String(legal) === String(now)
    const [lawful, due] = [legal, now].map(limit => clockOf(unitId).deadline(received, limit, late))
    if (due === null && lawful === null) return [null, [make("p", "ck-reply__day", "Chưa rõ thời hạn")]]
    const byCity = due !== null && !same
    const [day, limit] = byCity ? [due, now] : [lawful ?? due, lawful === null ? now : legal]
    const label = byCity ? "Chậm nhất theo thời hạn đã rút ngắn" : "Chậm nhất theo quy định"
    const law = lawful === null ? "Chưa ghi thời hạn theo quy định."
      : `Theo quy định: chậm nhất hết ${long(lawful)} (thời hạn ${limitWords(legal)}).`
    return [day, [
      make("p", "ck-figure__label", label + place),
      make("p", "ck-reply__day", long(day)),
      make("p", "ck-meta", `Thời hạn ${limitWords(limit)}${same ? "; chưa rút ngắn" : ""}.`),
      ...(byCity ? [make("p", "ck-meta", law)] : [])
    ]]
  }

  /* [what is told of, where, whose it is]: the chosen place, the units like it where that says too
     little, and the whole city where no place is chosen or there are none. */
  const told = (item, unitId, isEnough) => {
    const group = unitId && values.units[unitId].group
    const rows = [
      [unitId && item.units[unitId], unitId, "Ở đây"],
      [group && item.groups[group], "", values.groups[group]],
      [item.city, "", "Toàn địa bàn"]
    ]
    return rows.find(([row]) => row && isEnough(row)) || [null, "", ""]
  }

  /* How many come late, in words that need no sum. */
  const lateWords = (late, judged) => {
    if (!late) return "mọi hồ sơ đều đúng hạn"
    const tenths = Math.round(10 * late / judged)
    if (late / judged < 0.05) return `cứ ${count(Math.round(judged / late))} hồ sơ có 1 hồ sơ trễ hạn`
    return tenths === 10 ? "hầu hết hồ sơ trễ hạn" : `khoảng ${tenths} trong 10 hồ sơ trễ hạn`
  }

  const punctuality = (item, unitId) => {
    const [row, where, whose] = told(item, unitId, one => one.judged >= values.few_below)
    if (!row) return [make("p", "ck-reply__share", "Chưa đủ hồ sơ để nói nơi này đúng hạn hay không")]
    const bar = make("div", "ck-reply__bar", make("span", ""))
    bar.firstChild.style.inlineSize = `${100 * (row.judged - row.late) / row.judged}%`
    bar.setAttribute("aria-hidden", "true")
    const here = unitId && !where ? "chưa đủ số liệu riêng của nơi này; " : ""
    const share = `${percent(row.judged - row.late, row.judged)} đúng hạn, ${count(row.judged)} hồ sơ được xét`
    return [
      make("p", "ck-reply__share", `${whose}${where ? "" : ","} ${lateWords(row.late, row.judged)}`),
      bar, make("p", "ck-meta", `${here}${share}, ${values.period}`)
    ]
  }

  const line = (name, value, className = "") =>
    make("div", className, make("dt", "", name), make("dd", "", ...[value].flat()))

  /* Half and nine in ten: the day by which they were done, and by how much that is after the limit. */
  const usualLines = (item, unitId, received, due) => {
    const [row, where, whose] = told(item, unitId, one => one.median !== null)
    if (!row) return [[], [line("Thường mất bao lâu", `chưa đủ ${values.few_below} hồ sơ đã xong để nói`)]]
    const kept = where ? clockOf(unitId) : clock
    const place = unitId && !where ? ` (${whose.toLowerCase()})` : ""
    const days = [row.median, row.p90].map(number => kept.addWorkingDays(received, number))
    const after = day => due !== null && day > due ? kept.workingDays(due, day) : 0
    const lines = ["Một nửa xong đến ngày", "9 trong 10 xong đến ngày"].map((name, which) => {
      const late = after(days[which])
      return line(name + place, short(days[which]) + (late ? `, sau hạn ${late} ngày làm việc` : ""), late ? "ck-late" : "")
    })
    return [[[days[1], after(days[1]) ? "late" : "usual"]], lines]
  }

  /* The units of the kind and size, this one among them: their dossiers of this procedure. */
  const alikeLine = (item, unitId) => {
    const here = item.units[unitId], group = here && values.units[unitId].group
    const row = group && item.groups[group]
    if (!row || Math.min(here.judged, row.judged) < values.few_below) return []
    return [line(values.groups[group], `${percent(row.judged - row.late, row.judged)} đúng hạn`)]
  }

  const legend = (due, usual) => [
    ...(due === null ? [] : ["Khung đồng: ngày chậm nhất."]),
    ...(usual.length ? ["Khung nét đứt: ngày mà 9 trong 10 hồ sơ đã xong."] : [])
  ].join(" ")

  const link = (form, path, words) => Object.assign(make("a", "", words), { href: parts.address(form, path) })

  const whereToTurn = (form, unitId) => {
    const { hotline } = values
    const call = hotline ? [` hoặc gọi ${hotline.name}, ${hotline.phone}`] : []
    const unit = unitId ? [line("Nơi giải quyết", link(form, values.units[unitId].path, values.units[unitId].name))] : []
    return [
      line("Trễ hạn thì sao?", [
        "Nơi giải quyết phải xin lỗi bằng văn bản và hẹn lại ngày trả. Nếu không, quý vị ",
        link(form, values.feedback, "gửi phản ánh"), ...call, "."
      ], "ck-said"), ...unit
    ]
  }

  parts.answer = (form, item, limit, received, late, unitId) => {
    const [due, dueNodes] = dueSide(received, limit, late, unitId)
    const [usual, usualNodes] = usualLines(item, unitId, received, due)
    const marks = [...(due === null ? [] : [[due, "due"]]), ...usual]
    const last = Math.max(received, ...marks.map(([day]) => day))
    const notes = []
    if (item.sensitive) notes.push("Thủ tục này liên quan đến đời tư nên chỉ có số liệu toàn địa bàn.")
    if (!limit.confirmed) notes.push("Thời hạn chưa được xác nhận bằng văn bản của năm ấy.")
    if (values.sample) notes.push(`${values.sample}.`)
    notes.push("Thời gian chờ quý vị bổ sung giấy tờ không tính vào thời hạn.")
    const where = unitId ? ` tại ${values.units[unitId].inside}` : ""
    const rows = [...usualNodes, ...alikeLine(item, unitId), ...whereToTurn(form, unitId)]
    return [
      make("h3", "", `${item.name}, nộp ${long(received)}${where}`),
      make("div", "ck-reply",
        make("div", "ck-reply__due", ...dueNodes, parts.strip(received, marks, unitId),
          make("p", "ck-meta", legend(due, usual)), offList(received, last, unitId)),
        make("div", "ck-reply__real", ...punctuality(item, unitId), make("dl", "ck-reply__rows", ...rows))),
      make("p", "ck-meta", notes.join(" "))
    ]
  }
})()
