/* The ledger: its lines, its head, its files as a log, and an older copy or checkpoint of it. */
(() => {
  "use strict"
  const { facts, titles, said, number, wrong, lookedAt } = window.ckVerify
  const { treeOf, base64, parseCheckpoint, asGiven, parseLine, faultsOfLedger } = window.ckVerify
  const { shownNote, logFiles, logFaults } = window.ckVerify
  const { ledger: LEDGER, checkpoint: CHECKPOINT, sums: SUMS, home: HOME } = facts.files

  /* The name that the first edition gave the log. */
  const originOf = (lines) => lines.find((line) => line.event === facts.ledger.closed)?.facts?.origin || ""

  /* {rows, lines, tree, head, origin}, or {fault: [line, sentence]}. */
  const readLedger = async (content) => {
    const rows = content.split("\n")
    if (rows.pop() !== "") return { fault: [rows.length + 1, said("ledger-line")] }
    const lines = rows.map(parseLine)
    const broken = lines.indexOf(null)
    if (broken >= 0) return { fault: [broken + 1, said("ledger-line")] }
    lines.forEach((line, place) => (line.number = place + 1))
    const tree = await treeOf(rows)
    return { rows, lines, tree, head: base64(await tree.rootAt(rows.length)), origin: originOf(lines) }
  }

  const wrongHeads = (sums, home, head) => [
    ...(sums && sums.head !== head ? [[SUMS, said("sums-head")]] : []),
    ...(home !== null && !home.includes(head) ? [[HOME, said("home-head")]] : []),
  ]

  /* The root over all lines is the head that a copy shows, and the log's files are of them. */
  const checkChain = async (ledger, { sums, files, whole, read }) => {
    const title = titles.ledger
    if (ledger.fault) return wrong(title, [[LEDGER + ", dòng " + ledger.fault[0], ledger.fault[1]]])
    const made = whole ? await logFiles(ledger, shownNote(ledger, await read(CHECKPOINT))) : new Map()
    const findings = [
      ...faultsOfLedger(ledger.lines).map(([row, code]) => [LEDGER + ", dòng " + row, said(code)]),
      ...wrongHeads(sums, whole ? ((await read(HOME)) ?? "") : null, ledger.head),
      ...(whole ? await logFaults(files, made) : []),
    ]
    const looked = [LEDGER, SUMS, ...made.keys()]
    return lookedAt(title, said("ledger-right", { count: number(ledger.lines.length) }), findings, looked)
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

  const sinceCheckpoint = async (old, ledger) => {
    const title = titles.since
    if (old.origin !== ledger.origin) return wrong(title, [[LEDGER, said("since-other", { origin: old.origin })]])
    const missing = old.size - ledger.rows.length
    if (missing > 0) return wrong(title, [[LEDGER, said("since-older", { count: number(missing) })]])
    const count = number(old.size)
    if (base64(await ledger.tree.rootAt(old.size)) !== old.root)
      return wrong(title, [[LEDGER, said("since-forked", { count })]])
    return lookedAt(title, said("since-checkpoint", { count }), [])
  }

  /* `old`: a copy of the ledger that was kept, or a checkpoint of it. */
  const checkSince = async (old, now, ledger) => {
    const title = titles.since
    const checkpoint = parseCheckpoint(asGiven(old))
    if (checkpoint) return sinceCheckpoint(checkpoint, ledger)
    if (now.startsWith(old) && (old === "" || old.endsWith("\n")))
      return lookedAt(title, said("since-right", { count: number(old.split("\n").length - 1) }), [])
    return wrong(title, [difference(old.split("\n").filter(Boolean), now.split("\n").filter(Boolean))])
  }

  Object.assign(window.ckVerify, { readLedger, checkChain, checkSince })
})()
