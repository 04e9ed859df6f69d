/* The ledger: its chain, its head, and an older copy of it. */
(() => {
  "use strict"
  const { facts, titles, said, sha256Text, number, wrong, lookedAt } = window.ckVerify
  const { ledger: LEDGER, sums: SUMS, home: HOME } = facts.files

  const parseLine = (row) => {
    try {
      return JSON.parse(row)
    } catch {
      return undefined
    }
  }

  const faultOf = (line, number, before) => {
    if (line === undefined) return said("ledger-line")
    if (line?.number !== number) return said("ledger-number")
    return line.before === before ? "" : said("ledger-chain")
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
    const title = titles.ledger
    if (ledger.fault) return wrong(title, [[LEDGER + ", dòng " + ledger.fault[0], ledger.fault[1]]])
    const findings = []
    if (sums && sums.head !== ledger.head)
      findings.push([SUMS, said("sums-head")])
    if (home !== null && !home.includes(ledger.head))
      findings.push([HOME, said("home-head")])
    const right = said("ledger-right", { count: number(ledger.lines.length), code: await checkCode(ledger.head) })
    return lookedAt(title, right + " Hãy so với mã đã nghe trong bản tin.", findings)
  }

  /* The first line that differs, and what was done to it. */
  const difference = (had, kept) => {
    if (kept.length < had.length && kept.every((line, place) => line === had[place]))
      return [LEDGER, said("since-older", { count: number(had.length - kept.length) })]
    const row = had.findIndex((line, place) => line !== kept[place])
    const place = LEDGER + ", dòng " + (row + 1)
    const wasMoved = kept.slice(row).includes(had[row])
    const nowMoved = had.slice(row).includes(kept[row])
    if (wasMoved && nowMoved) return [place, said("since-moved")]
    if (wasMoved) return [place, said("since-added")]
    if (nowMoved) return [place, said("since-missing")]
    return [place, said("since-rewritten")]
  }

  const checkSince = (old, now) => {
    const title = titles.since
    if (now.startsWith(old) && (old === "" || old.endsWith("\n")))
      return lookedAt(title, said("since-right", { count: number(old.split("\n").length - 1) }), [])
    return wrong(title, [difference(old.split("\n").filter(Boolean), now.split("\n").filter(Boolean))])
  }

  Object.assign(window.ckVerify, { readLedger, checkChain, checkSince })
})()
