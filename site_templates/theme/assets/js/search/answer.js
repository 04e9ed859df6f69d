/* The answer to what was typed: documents, the best first, and what is to be said of them. */
window.ckSearchParts.answererOf = root => {
  const { filesOf, indexOf, matcherOf, termsOf, ranked, nearest } = window.ckSearchParts
  const RANKED = 12, MORE = 10
  const files = filesOf(root), index = indexOf(files), matcher = matcherOf(index, files)

  async function read(candidates, matches) {
    const documents = await index.documents(candidates.map(candidate => candidate.place))
    return documents.map((document, at) => ranked(candidates[at], document, matches, matcher))
  }

  /* Documents that lack the fewest words: read, ranked, and a way to more of them. One that may have a
     word is looked through; when none has it, those that lack one word more are next. */
  async function best(matches) {
    const all = matcher.joined(matches), seen = []
    const isKnown = candidate => candidate.unknown.length === 0
    for (let fewest = all[0].missing.length; ; fewest += 1) {
      const some = all.filter(candidate => candidate.missing.length === fewest)
      const fit = document => document.missing.length === fewest
      seen.push(...await read(some.slice(0, RANKED), matches))
      const documents = seen.filter(fit).sort((one, other) => other.rank - one.rank || one.place - other.place)
      if (documents.length) return {
        fewest,
        documents,
        rest: some.slice(RANKED),
        next: async rest => (await read(rest.slice(0, MORE), matches)).filter(fit),
        total: Math.max(some.filter(isKnown).length, documents.length),
        isExact: some.every(isKnown) && matches.some(match => match.known === Infinity)
      }
    }
  }

  /* When no document that is known of has all words, and more could be known of each of them, it is. */
  async function found(looked) {
    const matches = await Promise.all(looked.filter(matcher.isFound).map(matcher.weighed))
    if (!matches.length) return { matches, documents: [], rest: [], total: 0, fewest: 0, isExact: true }
    const first = { matches, ...await best(matches) }
    if (first.fewest === 0 || matches.some(match => match.known === Infinity)) return first
    const whole = await Promise.all(matches.map(matcher.completed))
    return { matches: whole, ...await best(whole) }
  }

  async function answer(typed) {
    const { sections } = await files.start()
    const looked = (await Promise.all(termsOf(typed).map(matcher.lookUp))).flat()
    const unknown = looked.filter(match => !matcher.isFound(match)).map(match => match.term.text)
    const meant = unknown.length ? await nearest(looked, index, matcher) : ""
    return { ...await found(looked), sections, unknown, meant }
  }

  /* Where a file is gone, the site was built anew: then from the newest beginning, once. */
  return async typed => {
    try {
      return await answer(typed)
    } catch {
      await files.renew()
      return { ...await answer(typed), isRenewed: true }
    }
  }
}
