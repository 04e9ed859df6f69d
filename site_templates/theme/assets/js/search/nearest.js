/* What may have been meant where a word stands nowhere: what was typed, with the word that differs in one
   letter and stands most often. Only keys that lie in the same file are looked at. */
window.ckSearchParts.nearest = async (looked, index, matcher) => {
  const { written } = window.ckSearchParts
  const SHORTEST = 3

  /* True of two words that one letter makes equal: another, one more, one less, or two exchanged. */
  function near(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false
    let from = 0
    while (from < one.length && one[from] === other[from]) from += 1
    const [a, b] = [one.slice(from), other.slice(from)]
    return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1)
      || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  }

  const standing = form => form.title.numbers.length + form.text.numbers.length

  async function meant(match) {
    const { key, text } = match.term
    if (matcher.isFound(match)) return text
    if (key.length < SHORTEST) return ""
    const some = (await index.neighbours(key)).filter(entry => near(entry.key, key))
    const [best] = some.sort((one, other) => other.documents - one.documents)
    if (!best) return ""
    const [form] = [...best.forms].sort((one, other) => standing(other) - standing(one))
    return written(form)
  }

  const words = await Promise.all(looked.map(meant))
  return words.includes("") ? "" : words.join(" ")
}
