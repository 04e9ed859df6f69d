/* A day as day, month and year, in the order of Vietnamese whatever the browser's language is. */
window.ckFinderParts.dayField = form => {
  const { clock } = window.ckFinderParts
  const parts = ["nam", "thang", "ngay"].map(name => form.elements[name])
  const [years, months, days] = parts
  const two = number => String(number).padStart(2, "0")
  const range = (first, last) => Array.from({ length: last - first + 1 }, (_, place) => first + place)
  const fill = (select, numbers) => select.replaceChildren(...numbers.map(number => new Option(two(number), two(number))))
  const lastOf = () => new Date(Date.UTC(Number(years.value), Number(months.value), 0)).getUTCDate()

  /* A month keeps only the days that it has. */
  const fit = () => {
    const kept = Number(days.value || 1), last = lastOf()
    if (days.length !== last) fill(days, range(1, last))
    days.value = two(Math.min(kept, last))
  }

  fill(years, range(...clock.years))
  fill(months, range(1, 12))
  fill(days, range(1, 31))
  form.addEventListener("change", event => parts.includes(event.target) && fit())

  return {
    get: () => parts.map(part => part.value).join("-"),
    /* Sets a day as 2018-12-31; another year than the calendar's gets an entry of its own. */
    set: iso => {
      const [year, month, day] = iso.split("-")
      if (![...years.options].some(option => option.value === year)) years.append(new Option(year, year))
      years.value = year
      months.value = month
      fit()
      days.value = day
    }
  }
}
