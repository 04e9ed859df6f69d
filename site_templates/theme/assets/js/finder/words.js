/* What the parts of the question "Bao giờ tôi nhận được kết quả?" share: values, words and days. */
window.ckFinderParts = (() => {
  const values = window.ckFinder
  const clock = window.ckClock(values)
  const nonstop = window.ckClock({ ...values, never_closes: true })
  const NBSP = "\u00a0"

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

  /* As the pages write it: 92,4%, and never all or nothing of what is neither. */
  const percent = (part, whole) => {
    const tenths = Math.round(1000 * part / whole)
    const kept = 0 < part && part < whole ? Math.min(Math.max(tenths, 1), 999) : tenths
    return `${String(kept / 10).replace(".", ",")}%`
  }

  /* A unit's own calendar: most keep the offices', some never close. */
  const clockOf = unitId => unitId && values.units[unitId].never_closes ? nonstop : clock

  /* An address of the site, from the page that the form stands on. */
  const address = (form, path) =>
    form.dataset.ckRoot + path + (location.protocol === "file:" ? "index.html" : "")

  return { values, clock, nonstop, clockOf, make, short, weekday, long, count, limitWords, percent, address }
})()
