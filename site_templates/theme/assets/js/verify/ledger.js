/* The ledger: its chain, its head, and an older copy of it. */
(() => {
  "use strict"
  const { facts, sha256Text, number, wrong, lookedAt } = window.ckVerify
  const { ledger: LEDGER, sums: SUMS, home: HOME } = facts.files

  const parseLine = (row) => {
    try {
      return JSON.parse(row)
    } catch {
      return undefined
    }
  }

  const faultOf = (line, number, before) => {
    if (line === undefined) return "dòng này không đúng dạng của sổ."
    if (line?.number !== number) return "số thứ tự không liền dòng trước: có dòng đã bị bớt, thêm hoặc đảo chỗ."
    return line.before === before ? "" : "không khớp với mã của dòng ngay trước: dòng trước đã bị sửa."
  }

  /* {lines, head}, or {fault: [line, sentence]}. */
  const readLedger = async (content) => {
    const rows = content.split("\n")
    if (rows.pop() !== "") return { fault: [rows.length + 1, "dòng này bị cụt."] }
    const lines = []
    let before = facts.ledger.beginning
    for (const [place, row] of rows.entries()) {
      const line = parseLine(row)
      const fault = faultOf(line, place + 1, before)
      if (fault) return { fault: [place + 1, fault] }
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
      findings.push([HOME, "mã cuối sổ ở chân trang không phải là mã của dòng cuối."])
    const words = number(ledger.lines.length) + " dòng liền nhau. Mã đối chiếu: " + (await checkCode(ledger.head))
    return lookedAt(title, words + ". Hãy so với mã đã nghe trong bản tin.", findings)
  }

  /* The first line that differs, and what was done to it. */
  const difference = (had, kept) => {
    if (kept.length < had.length && kept.every((line, place) => line === had[place]))
      return [LEDGER, "sổ trên trang cũ hơn bản đưa ra so: thiếu " + (had.length - kept.length) + " dòng cuối."]
    const row = had.findIndex((line, place) => line !== kept[place])
    const place = LEDGER + ", dòng " + (row + 1)
    const wasMoved = kept.slice(row).includes(had[row])
    const nowMoved = had.slice(row).includes(kept[row])
    if (wasMoved && nowMoved) return [place, "các dòng đã bị đảo chỗ."]
    if (wasMoved) return [place, "có dòng được chèn thêm vào giữa sổ."]
    if (nowMoved) return [place, "dòng của bản cũ đã bị bỏ."]
    return [place, "từ dòng này sổ đã bị viết lại."]
  }

  const checkSince = (old, now) => {
    const title = "So với bản sổ cũ"
    if (now.startsWith(old) && (old === "" || old.endsWith("\n")))
      return lookedAt(title, number(old.split("\n").length - 1) + " dòng của bản cũ còn nguyên ở đầu sổ mới.", [])
    return wrong(title, [difference(old.split("\n").filter(Boolean), now.split("\n").filter(Boolean))])
  }

  Object.assign(window.ckVerify, { readLedger, checkChain, checkSince })
})()
