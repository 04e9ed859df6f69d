/* What each word that was typed finds, and which documents have them all or most of them. */
window.ckSearchParts.matcherOf = (index, files) => {
  const { agrees, reading } = window.ckSearchParts
  const TITLE = 8, TEXT = 1, UNKNOWN = .5, BEGUN = .5

  /* What is found by a term: its own word, and of the last one the words that begin so. */
  async function found(term) {
    const [whole, begun] = await Promise.all([index.whole(term.key), term.begins ? index.begun(term.begins) : []])
    return { term, whole, begun: begun.filter(entry => entry.key !== term.key) }
  }
  const isFound = match => match.whole.length + match.begun.length > 0
  const standing = match => match.whole.reduce((sum, entry) => sum + entry.documents, 0)

  /* A word as it is typed, or as keystrokes; all that may be needed is asked for at once. */
  async function lookUp(term) {
    const read = term.parts ? undefined : reading(term)
    const [typed, keys, ...parts] = await Promise.all([
      found(term), read && found(read), ...(term.parts || []).map(lookUp)
    ])
    const isKeys = keys && isFound(keys) && (!typed.whole.length || standing(keys) > standing(typed))
    if (isKeys) return [{ ...keys, typed: term.text }]
    return term.parts && !isFound(typed) ? parts.flat() : [typed]
  }

  /* Weighs a word: how well it fits each document, and from which number on that is not known. A word
     that stands nowhere with the marks that were typed is found with others. */
  async function weighed(match) {
    const { count } = await files.start()
    const rare = documents => Math.log(1 + count / Math.min(count, documents))
    const all = match.begun.reduce((sum, entry) => sum + entry.documents, 0)
    const lists = [
      ...match.whole.map(entry => [entry, rare(entry.documents)]),
      ...match.begun.map(entry => [entry, BEGUN * rare(all)])
    ].flatMap(([entry, worth]) => entry.forms.map(form => ({ form, worth, fit: agrees(match.term, form) })))
    const isLoose = !lists.some(list => list.fit)
    const weights = new Map()
    let known = Infinity
    for (const { form, worth } of lists.filter(list => isLoose || list.fit))
      for (const [{ numbers, isCut }, place] of [[form.title, TITLE], [form.text, TEXT]]) {
        if (isCut) known = Math.min(known, numbers.at(-1))
        for (const number of numbers) weights.set(number, Math.max(weights.get(number) || 0, worth * place))
      }
    return { ...match, isLoose, weights, known, rare: rare(match.whole[0]?.documents ?? all) }
  }

  /* The documents that have any of the words, those with most of them first. `unknown` are the words
     that a document may have beside: their lists end before it. */
  function joined(matches) {
    const places = new Set(matches.flatMap(match => [...match.weights.keys()]))
    const all = [...places].map(place => {
      const others = matches.filter(match => !match.weights.has(place))
      const unknown = others.filter(match => place > match.known)
      const missing = others.filter(match => place <= match.known)
      const weight = matches.reduce((sum, match) => sum + (match.weights.get(place) || 0), 0)
        + unknown.reduce((sum, match) => sum + match.rare * UNKNOWN, 0)
      return { place, weight, unknown, missing }
    })
    return all.sort((one, other) => one.missing.length - other.missing.length
      || other.weight - one.weight || one.place - other.place)
  }

  /* The same with whole lists. */
  const completed = async match => weighed({
    ...match,
    whole: await Promise.all(match.whole.map(index.completed)),
    begun: await Promise.all(match.begun.map(index.completed))
  })

  /* The most that a document may weigh. */
  const most = matches => matches.reduce((sum, match) => sum + match.rare * TITLE, 0)

  return { isFound, lookUp, weighed, joined, completed, most, TITLE, TEXT }
}
