/* The order of a Vietnamese dictionary, as model/text.py has it, and what cells are ordered by. The
   letters and tones in their order come from there. */
window.ckOrder = (() => {
  const TONES = window.ckFacts.tones
  const PLACES = new Map([...window.ckFacts.alphabet].map((letter, place) => [letter, place]))

  /* The digits behind a sign for how many there are, so that longer numbers sort later. */
  const counted = (_, digits) => String.fromCharCode(Math.min(digits.length, window.ckFacts.most_digits)) + digits

  function key(text) {
    const letters = [], tones = []
    for (const letter of text.normalize("NFC").toLowerCase().replace(/0*(\d+)/g, counted)) {
      const parts = [...letter.normalize("NFD")]
      const base = parts.filter(part => !TONES[part]).join("").normalize("NFC")
      letters.push(/^\p{L}+$/u.test(base) ? PLACES.get(base) ?? -1 : (base || letter).codePointAt(0) - 1000)
      tones.push(Math.max(...parts.map(part => TONES[part] || 0)))
    }
    return [letters, tones, [...text].map(sign => sign.codePointAt(0))]
  }

  function lists(a, b) {
    const at = a.findIndex((item, n) => item !== b[n])
    return at < 0 ? a.length - b.length : b[at] === undefined ? 1 : a[at] - b[at]
  }

  const texts = (a, b) => key(a).reduce((order, part, n) => order || lists(part, key(b)[n]), 0)

  /* A day as 20181231, the number a text begins with, or the text; null for none. */
  function value(text) {
    const [, day, month, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(text) || []
    if (year) return +(year + month + day)
    const number = /^\d[\d.]*(,\d+)?(?![\d\p{L}])/u.exec(text)
    return number ? +number[0].replace(/\./g, "").replace(",", ".") : text || null
  }

  /* Numbers before texts, and what is not known last, whichever way one looks. */
  function values(a, b, down) {
    const rank = value => value === null ? 2 : typeof value === "string" ? 1 : 0
    const order = rank(a) ? texts(a || "", b + "") : a - b
    return rank(a) - rank(b) || (down ? -order : order)
  }

  return { texts, value, values }
})()

/* A text without its accents, in small letters: as people type it. */
window.ckFold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll("đ", "d")
