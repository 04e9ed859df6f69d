/* The statutory clock of generator/clock, counted in the reader's browser.
   Days are whole numbers since 1 January 1970, days of the week ISO's from Monday, 1, to Sunday, 7; a
   limit is [value, unit]. `days` says of single days whether they are worked, and their names; a working
   day has `day_seconds`. Where `never_closes`, every day is worked from midnight to midnight. */
window.ckClock = ({ days, weekend, day_seconds: daySeconds, never_closes: neverCloses = false }) => {
  const DAY = 86400000
  const toNumber = iso => Date.parse(iso + "T00:00:00Z") / DAY
  const toIso = number => new Date(number * DAY).toISOString().slice(0, 10)
  const known = Object.keys(days).map(iso => Number(iso.slice(0, 4)))
  const years = [Math.min(...known), Math.max(...known)]

  class UnknownYear extends Error {}

  const require = number => {
    const year = new Date(number * DAY).getUTCFullYear()
    if (!(year >= years[0] && year <= years[1])) throw new UnknownYear(String(year))
    return number
  }
  const weekday = number => new Date(number * DAY).getUTCDay() || 7
  const row = number => days[toIso(number)]
  const isWorked = number => {
    const named = row(require(number))
    if (neverCloses) return true
    return named ? named[0] : !weekend.days.includes(weekday(number))
  }
  const rollForward = number => {
    while (!isWorked(number)) number += 1
    return number
  }
  const addWorkingDays = (number, count) => {
    for (let left = count; left > 0;) left -= isWorked(++number) ? 1 : 0
    return number
  }
  const addMonths = (number, count) => {
    const start = new Date(number * DAY)
    const month = start.getUTCMonth() + count
    const last = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate()
    return Date.UTC(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), last)) / DAY
  }
  const ends = {
    working_day: addWorkingDays,
    day: (number, value) => number + value,
    month: addMonths,
    hour: (number, value) => number + Math.ceil(value / 24),
    working_hour: (number, value) =>
      addWorkingDays(number, Math.ceil(value * 3600 / (neverCloses ? 86400 : daySeconds))),
    same_day: (number, _value, late) => number + (late ? 1 : 0)
  }

  /* The last day of a limit: the end of that day, or null when the limit is not known. `late` is
     true of what was handed in after the hour up to which it counts for the same day. */
  const deadline = (received, [value, unit], late) => {
    if (!(unit in ends) || (value === null && unit !== "same_day")) return null
    return rollForward(ends[unit](require(received), value, late))
  }

  /* How many days are worked after `start`, up to and with `end`. */
  const workingDays = (start, end) => {
    let worked = 0
    for (let number = start + 1; number <= end; number += 1) worked += isWorked(number) ? 1 : 0
    return worked
  }

  /* Days that are not worked after `start`, up to and with `end`, in runs of one name. */
  const daysOff = (start, end) => {
    const runs = []
    for (let number = start + 1; number <= end; number += 1) {
      if (isWorked(number)) continue
      const name = row(number) ? row(number)[1] : weekend.name
      const last = runs.at(-1)
      if (last && last.name === name && last.last === number - 1) last.last = number
      else runs.push({ name, first: number, last: number })
    }
    return runs
  }

  const units = Object.keys(ends)
  return { years, units, UnknownYear, toNumber, toIso, weekday, deadline, addWorkingDays, workingDays, daysOff }
}
