/* Whether the ledger's lines make sense together: what no hash can say. */
(() => {
  "use strict"
  const { facts } = window.ckVerify
  const { closed: CLOSED, ends: ENDS, taken_back: TAKEN_BACK } = facts.ledger
  const { datasets, told_by: CORRECTIONS } = facts.records

  const quarterOf = (day) => day.slice(0, 4) + "-Q" + Math.ceil(Number(day.slice(5, 7)) / 3)

  /* Each edition's lines stand together, on one day, and end with the one that closes it. */
  const editionFaults = (lines) => {
    const faults = []
    const done = new Set()
    const fault = (line, code) => faults.push([line.number, code])
    const origin = lines.find((line) => line.event === CLOSED)?.facts?.origin
    lines.forEach((line, place) => {
      const before = lines[place - 1]
      const goesOn = before && before.event !== CLOSED
      if (before && (line.on < before.on || (goesOn && line.on !== before.on))) fault(line, "ledger-day")
      const isMisnamed = line.edition.split(".")[0] !== quarterOf(line.on)
      if ((goesOn && line.edition !== before.edition) || isMisnamed || done.has(line.edition))
        fault(line, "ledger-edition")
      if (line.event !== CLOSED) return
      done.add(line.edition)
      if (line.facts?.origin !== origin) fault(line, "ledger-edition")
    })
    const last = lines.at(-1)
    if (last && last.event !== CLOSED) fault(last, "ledger-edition")
    return faults
  }

  const changedIn = (line) => Object.keys(line.changed || {})

  const mayChange = (line) => {
    const later = datasets[line.record.split("/")[0]]?.filled_later || []
    const fields = changedIn(line)
    if (line.event === "supplemented") return fields.length > 0 && fields.every((field) => later.includes(field))
    return !fields.length || line.event === "corrected"
  }

  /* A record is published once and ends once, and each of its lines says what it changed. */
  const recordFaults = (lines) =>
    lines.flatMap((line, place) => {
      const before = lines[place - 1]
      const faults = []
      const isAgain = ENDS.includes(line.event) && lines.slice(0, place).some((one) => one.event === line.event)
      if (!before !== (line.event === "published") || isAgain) faults.push([line.number, "ledger-event"])
      const isOdd = before && (before.digest === line.digest) === changedIn(line).length > 0
      if (isOdd || !mayChange(line)) faults.push([line.number, "ledger-change"])
      return faults
    })

  const reasonFaults = (lines) => {
    const reasons = lines.filter((line) => line.record?.startsWith(CORRECTIONS + "/"))
    const isExcused = (line) =>
      reasons.some(({ record, edition, number }) => {
        const [, id, , kind] = record.split("/")
        const isMine = id === line.record.split("/")[1] && kind === line.event
        return isMine && (edition === line.edition || (kind !== "corrected" && number < line.number))
      })
    return lines
      .filter((line) => line.event === "corrected" || TAKEN_BACK.includes(line.event))
      .filter((line) => !isExcused(line))
      .map((line) => [line.number, "ledger-unexcused"])
  }

  /* [number, code] of every line that cannot be true beside the others. */
  window.ckVerify.faultsOfLedger = (lines) => {
    const records = new Map()
    for (const line of lines.filter((one) => one.record))
      records.set(line.record, [...(records.get(line.record) || []), line])
    return [...editionFaults(lines), ...[...records.values()].flatMap(recordFaults), ...reasonFaults(lines)]
  }
})()
