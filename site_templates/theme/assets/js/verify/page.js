/* Verifies a copy of this site in the reader's own browser: nothing is sent anywhere.
   The same steps as `congkhai verify`; of the figures all that a person reads first. */
(() => {
  "use strict"
  const SUMS = "SHA256SUMS"
  const DATA = "du-lieu/"
  const LEDGER = DATA + "so-cong-khai.jsonl"
  const OPENINGS = DATA + "so-cong-khai-khoa.jsonl"
  const NOTHING = "0".repeat(64)
  const logged = JSON.parse(document.querySelector("[data-ck-logged]")?.textContent ?? "{}")
  const text = new TextEncoder()
  const number = new Intl.NumberFormat("vi-VN")

  const sha256 = async (bytes) =>
    Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) =>
      byte.toString(16).padStart(2, "0")
    ).join("")
  const sha256Text = (words) => sha256(text.encode(words))

  const wrong = (title, findings) => ({ title, state: "wrong", findings })
  const lookedAt = (title, sentence, findings) =>
    findings.length ? wrong(title, findings) : { title, state: "right", sentence, findings }
  const unknown = (title, sentence) => ({ title, state: "unknown", sentence, findings: [] })

  /* Files by their path in the site; of single files, by the listed path that ends with their name. */
  const laidOut = (chosen, listed) => {
    const found = new Map()
    const sums = chosen
      .filter((file) => file.path.split("/").pop() === SUMS)
      .sort((one, other) => one.path.length - other.path.length)[0]
    const root = sums ? sums.path.slice(0, -SUMS.length) : ""
    const whole = chosen.some((file) => file.path.includes("/"))
    for (const file of chosen) {
      const path = whole ? file.path.slice(root.length) : file.path
      if (whole && !file.path.startsWith(root)) continue
      const places = whole ? [path] : listed.filter((one) => one === path || one.endsWith("/" + path))
      found.set(places.length === 1 ? places[0] : path, file.blob)
    }
    return { files: found, whole }
  }

  const parseSums = (content) => {
    const lines = content.split("\n")
    const head = lines.find((line) => line.startsWith("# so-cong-khai ")) || ""
    const pairs = lines
      .filter((line) => /^[0-9a-f]{64}  ./.test(line))
      .map((line) => [line.slice(66), line.slice(0, 64)])
    return { head: head.slice("# so-cong-khai ".length), hashes: new Map(pairs) }
  }

  const checkFiles = async (files, sums, whole) => {
    const title = "Từng tệp của trang"
    const findings = []
    let same = 0
    for (const [path, blob] of files) {
      if (path === SUMS || path === SUMS + ".minisig") continue
      const listed = sums.hashes.get(path)
      if (!listed) findings.push([path, "tệp thêm vào, không có trong " + SUMS + "."])
      else if ((await sha256(await blob.arrayBuffer())) !== listed)
        findings.push([path, "nội dung khác với lúc công bố."])
      else same += 1
    }
    if (whole)
      for (const path of sums.hashes.keys())
        if (!files.has(path)) findings.push([path, "tệp có trong danh sách nhưng đã bị bỏ khỏi trang."])
    const rest = whole ? "" : " Mới xem các tệp đã chọn; muốn xem cả trang thì chọn thư mục."
    return lookedAt(title, number.format(same) + " tệp đúng như trong " + SUMS + "." + rest, findings)
  }

  const readLedger = async (content) => {
    const rows = content.split("\n")
    if (rows.pop() !== "") return { fault: [rows.length + 1, "dòng này bị cụt."] }
    const lines = []
    let before = NOTHING
    for (const [place, row] of rows.entries()) {
      let line
      try {
        line = JSON.parse(row)
      } catch {
        return { fault: [place + 1, "dòng này không đúng dạng của sổ."] }
      }
      if (!line || line.number !== place + 1)
        return { fault: [place + 1, "số thứ tự không liền dòng trước: có dòng đã bị bớt, thêm hoặc đảo chỗ."] }
      if (line.before !== before)
        return { fault: [place + 1, "không khớp với mã của dòng ngay trước: dòng trước đã bị sửa."] }
      before = await sha256Text(row)
      lines.push(line)
    }
    return { lines, head: before }
  }

  const checkCode = async (head) => {
    const code = (BigInt("0x" + (await sha256Text(head))) % 100000000n).toString().padStart(8, "0")
    return code.match(/../g).join(" ")
  }

  const checkChain = async (ledger, sums, home) => {
    const title = "Sổ công khai"
    if (ledger.fault) return wrong(title, [[LEDGER + ", dòng " + ledger.fault[0], ledger.fault[1]]])
    const findings = []
    if (sums && sums.head !== ledger.head)
      findings.push([SUMS, "mã cuối sổ ghi ở đây không phải là mã của dòng cuối."])
    if (home !== null && !home.includes(ledger.head))
      findings.push(["index.html", "mã cuối sổ ở chân trang không phải là mã của dòng cuối."])
    const code = await checkCode(ledger.head)
    const words = number.format(ledger.lines.length) + " dòng liền nhau. Mã đối chiếu: " + code
    return lookedAt(title, words + ". Hãy so với mã đã nghe trong bản tin.", findings)
  }

  const checkSince = (old, now) => {
    const title = "So với bản sổ cũ"
    if (now.startsWith(old) && (old === "" || old.endsWith("\n")))
      return lookedAt(title, number.format(old.split("\n").length - 1) + " dòng của bản cũ còn nguyên ở đầu sổ mới.", [])
    const had = old.split("\n").filter(Boolean)
    const kept = now.split("\n").filter(Boolean)
    if (kept.length < had.length && kept.every((line, place) => line === had[place]))
      return wrong(title, [[LEDGER, "sổ trên trang cũ hơn bản đưa ra so: thiếu " + (had.length - kept.length) + " dòng cuối."]])
    const row = had.findIndex((line, place) => line !== kept[place])
    const place = LEDGER + ", dòng " + (row + 1)
    const wasMoved = kept.slice(row).includes(had[row])
    const nowMoved = had.slice(row).includes(kept[row])
    if (wasMoved && nowMoved) return wrong(title, [[place, "các dòng đã bị đảo chỗ."]])
    if (wasMoved) return wrong(title, [[place, "có dòng được chèn thêm vào giữa sổ."]])
    if (nowMoved) return wrong(title, [[place, "dòng của bản cũ đã bị bỏ."]])
    return wrong(title, [[place, "từ dòng này sổ đã bị viết lại."]])
  }

  const parseCsv = (content) => {
    const rows = [[""]]
    let quoted = false
    for (let at = 0; at < content.length; at += 1) {
      const letter = content[at]
      const row = rows[rows.length - 1]
      if (quoted) {
        if (letter !== '"') row[row.length - 1] += letter
        else if (content[at + 1] === '"') row[row.length - 1] += content[(at += 1)]
        else quoted = false
      } else if (letter === '"') quoted = true
      else if (letter === ",") row.push("")
      else if (letter === "\n") rows.push([""])
      else row[row.length - 1] += letter
    }
    if (rows[rows.length - 1].length === 1 && rows[rows.length - 1][0] === "") rows.pop()
    const names = rows.shift() || []
    return rows.map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place] || ""])))
  }

  const checkRecords = async (read, ledger, openingsText) => {
    const title = "Từng bản ghi so với sổ"
    const rows = new Map()
    for (const [dataset, { key }] of Object.entries(logged)) {
      const content = await read(DATA + dataset + ".csv")
      if (content === null) return unknown(title, "Cần có " + dataset + ".csv trong các tệp đã chọn.")
      for (const row of parseCsv(content))
        rows.set([dataset, ...key.map((column) => row[column] || "")].join("/"), row)
    }
    const last = new Map()
    for (const line of ledger.lines) if (line.record) last.set(line.record, line)
    const findings = []
    const openings = new Map()
    try {
      for (const line of openingsText.split("\n").filter(Boolean)) {
        const opening = JSON.parse(line)
        openings.set(opening.record, opening)
      }
    } catch {
      return wrong(title, [[OPENINGS, "tệp khóa của sổ không đọc được."]])
    }
    for (const record of last.keys())
      if (!openings.has(record)) findings.push([record, "thiếu khóa, không đối chiếu được với sổ."])
    for (const [record, opening] of openings) {
      const leaves = Object.keys(opening.leaves).sort()
      const listed = leaves.map((field) => field + " " + opening.leaves[field] + "\n").join("")
      const line = last.get(record)
      if (!line) findings.push([record, "có khóa nhưng không có dòng nào trong sổ."])
      else if ((await sha256Text(listed)) !== line.digest)
        findings.push([record, "khóa không khớp với mã ở dòng " + line.number + " của sổ."])
      const row = rows.get(record)
      if (!row) {
        findings.push([record, "đã vào sổ nhưng không còn trong dữ liệu mở."])
        continue
      }
      const salts = [opening.salts.rest, opening.salts.said].filter(Boolean)
      const person = row.subject_kind === "person"
      const { identifies, retracted } = logged[record.split("/")[0]]
      /* What a withdrawn record said may be empty. */
      const hidden = opening.salts.said ? [] : retracted
      for (const field of leaves) {
        if (!(field in row) || (person && identifies.includes(field))) continue
        if (row[field] === "" && hidden.includes(field)) continue
        const tried = await Promise.all(salts.map((salt) => sha256Text(salt + "\n" + field + "\n" + row[field])))
        if (tried.length && !tried.includes(opening.leaves[field]))
          findings.push([record, "cột " + field + " khác với lúc vào sổ."])
      }
    }
    const later = [...rows.keys()].filter((record) => !openings.has(record)).length
    const more = later ? " " + number.format(later) + " bản ghi công bố sau kỳ gần nhất nên chưa vào sổ." : ""
    return lookedAt(title, number.format(openings.size) + " bản ghi và đính chính đúng như lúc vào sổ." + more, findings)
  }

  const checkTables = async (files, ledger, day) => {
    const title = "Từng bảng dữ liệu so với kỳ đã đóng"
    const closing = ledger.lines.filter((line) => line.event === "closed").pop()
    if (!closing) return unknown(title, "Chưa có kỳ nào được đóng.")
    if (day !== closing.on)
      return unknown(title, "Số liệu của trang không phải của ngày đóng kỳ " + closing.edition + ", nên các bảng chưa vào sổ.")
    const findings = []
    let same = 0
    for (const [name, digest] of Object.entries(closing.facts.tables)) {
      const blob = files.get(DATA + name)
      if (!blob) findings.push([DATA + name, "không có trong các tệp đã chọn."])
      else if ((await sha256(await blob.arrayBuffer())) !== digest)
        findings.push([DATA + name, "khác với bảng đã đóng trong kỳ " + closing.edition + "."])
      else same += 1
    }
    return lookedAt(title, number.format(same) + " bảng đúng như khi đóng kỳ " + closing.edition + ".", findings)
  }

  const checkFigures = async (read) => {
    const title = "Tính lại số liệu từ các bảng đếm"
    const tables = []
    for (const name of ["figures.csv", "dossier_counts.csv", "histogram.csv"]) {
      const content = await read(DATA + name)
      if (content === null) return unknown(title, "Cần có figures.csv, dossier_counts.csv và histogram.csv trong các tệp đã chọn.")
      tables.push(parseCsv(content))
    }
    const [figures, counts, histogram] = tables
    const findings = [...window.ckSums(counts, figures), ...window.ckPercentiles(histogram, figures)]
    const right = " dòng số liệu tính lại đều khớp: tổng, tỷ lệ đúng hạn, trung vị, bách phân vị."
    return lookedAt(title, number.format(figures.length) + right, findings)
  }

  const dayOf = (descriptor) => {
    try {
      return JSON.parse(descriptor).created.slice(0, 10)
    } catch {
      return ""
    }
  }

  /* `chosen`: {path, blob} of each file; `old`: the text of an older ledger, or null; `key`: a
     public key, or nothing. */
  const verify = async (chosen, old, key) => {
    const given = chosen.find((file) => file.path.split("/").pop() === SUMS)
    const sums = given ? parseSums(await given.blob.text()) : null
    const { files, whole } = laidOut(chosen, sums ? [...sums.hashes.keys()] : [])
    const read = async (path) => {
      const blob = files.get(path) || files.get(path.slice(DATA.length))
      return blob ? blob.text() : null
    }
    const steps = []
    if (sums) steps.push(await checkFiles(files, sums, whole))
    else steps.push(unknown("Từng tệp của trang", "Cần có tệp " + SUMS + " trong các tệp đã chọn."))
    if (key && given) steps.push(await window.ckSignature(await given.blob.arrayBuffer(), await read(SUMS + ".minisig"), key))
    const ledgerText = await read(LEDGER)
    if (ledgerText === null)
      return steps.concat(
        sums && sums.head && whole
          ? wrong("Sổ công khai", [[LEDGER, "sổ đã bị bỏ khỏi trang."]])
          : unknown("Sổ công khai", "Cần có tệp so-cong-khai.jsonl trong các tệp đã chọn.")
      )
    const ledger = await readLedger(ledgerText)
    steps.push(await checkChain(ledger, sums, whole ? await read("index.html") : null))
    if (old !== null) steps.push(checkSince(old, ledgerText))
    if (ledger.lines) {
      const openings = await read(OPENINGS)
      if (openings !== null) steps.push(await checkRecords(read, ledger, openings))
      const descriptor = await read(DATA + "datapackage.json")
      if (whole && descriptor !== null) steps.push(await checkTables(files, ledger, dayOf(descriptor)))
    }
    steps.push(await checkFigures(read))
    return steps
  }
  window.ckVerify = verify

  const form = document.querySelector("[data-ck-verify]")
  if (!form) return
  const report = document.querySelector("[data-ck-report]")
  const MARKS = { right: "Đúng", wrong: "Sai", unknown: "Chưa rõ" }
  let chosen = []
  let old = null

  const element = (tag, words, name) => {
    const made = document.createElement(tag)
    if (words) made.textContent = words
    if (name) made.className = name
    return made
  }

  const show = (steps) => {
    report.replaceChildren()
    const faults = steps.filter((step) => step.state === "wrong").length
    const verdict = faults
      ? "Có " + faults + " mục sai. Hãy giữ lại các tệp này và báo cho cơ quan giám sát."
      : "Không thấy chỗ nào sai trong những gì đã xem."
    report.append(element("p", verdict, "ck-finding"))
    const list = element("ol", "", "ck-steps")
    for (const step of steps) {
      const item = element("li", "", "ck-step ck-step--" + step.state)
      item.append(element("strong", step.title + ": " + MARKS[step.state].toLowerCase() + ". "))
      if (step.sentence) item.append(step.sentence)
      if (step.findings.length) {
        const faultsOf = element("ul")
        for (const [place, sentence] of step.findings.slice(0, 20)) faultsOf.append(element("li", place + ": " + sentence))
        if (step.findings.length > 20) faultsOf.append(element("li", "… và " + (step.findings.length - 20) + " chỗ khác."))
        item.append(faultsOf)
      }
      list.append(item)
    }
    report.append(list)
  }

  const run = async () => {
    if (!chosen.length) return
    report.replaceChildren(element("p", "Đang kiểm chứng " + number.format(chosen.length) + " tệp…"))
    show(await verify(chosen, old, form.elements.key.value.trim()))
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
  form.addEventListener("change", async (event) => {
    if (event.target.name === "old-ledger") old = event.target.files.length ? await event.target.files[0].text() : null
    else if (event.target.name !== "key") chosen = fromInput(event.target)
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
