/* The days from the one on which a dossier was handed in to the last that matters, a chip each. */
window.ckFinderParts.strip = (received, marks, unitId) => {
  const { clock, clockOf, make, short } = window.ckFinderParts
  const BEGINNING = 14, AROUND = 2, MOST = 31
  const NAMES = ["2", "3", "4", "5", "6", "7", "CN"]
  const last = Math.max(received, ...marks.map(([day]) => day))
  const off = new Set(clockOf(unitId).daysOff(received - 1, last)
    .flatMap(run => Array.from({ length: run.last - run.first + 1 }, (_, place) => run.first + place)))
  const marksOf = number => marks.filter(([day]) => day === number).map(([, name]) => name)

  /* A long wait shows its beginning and the days around each mark. */
  const isShown = number => last - received < MOST || number - received < BEGINNING
    || marks.some(([day]) => Math.abs(day - number) <= AROUND)

  const chip = (number, first) => {
    const [day, month] = short(number).split("/").map(Number)
    const names = [...marksOf(number), ...(off.has(number) ? ["off"] : []), ...(number === received ? ["start"] : [])]
    return make("li", names.map(name => `ck-day--${name}`).join(" "),
      make("span", "", NAMES[clock.weekday(number) - 1]),
      make("b", "", day === 1 || first || marksOf(number).length ? `${day}/${month}` : String(day)))
  }

  const chips = []
  for (let number = received, skipped = false; number <= last; number += 1) {
    if (!isShown(number)) {
      if (!skipped) chips.push(make("li", "ck-day--gap", "…"))
      skipped = true
      continue
    }
    chips.push(chip(number, skipped || number === received))
    skipped = false
  }
  const list = make("ol", "ck-strip", ...chips)
  list.setAttribute("aria-hidden", "true")  // the sentences beside it say the same
  return list
}
