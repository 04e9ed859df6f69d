/* Documents as they are read: which of their words were typed, and how well a title fits. */
window.ckSearchParts.units = (() => {
  const { WORDS, plain, formOf, isCode, codeOf, agrees, begun } = window.ckSearchParts
  const SHOWN = /[\p{L}\p{N}\p{M}]+(?:[./\-–_:][\p{L}\p{N}\p{M}]+)*/gu
  const SHOWN_WORDS = /[\p{L}\p{N}\p{M}]+/gu

  const hits = (match, form) => agrees(match.term, form)
    || (match.isLoose && (form.key === match.term.key || begun(match.term, form)))

  /* The words of a text where they stand, each with the places of the typed words that it answers. A
     number of a document is one word where it was typed as one. */
  return (text, matches) => {
    const answering = form => matches.flatMap((match, place) => hits(match, form) ? [place] : [])
    const unit = (start, end, form) => ({ start, end, answers: answering(form) })
    return [...text.matchAll(SHOWN)].flatMap(({ 0: run, index: at }) => {
      const code = isCode(run) ? unit(at, at + run.length, formOf(codeOf(run))) : undefined
      if (code?.answers.length) return [code]
      return [...run.matchAll(SHOWN_WORDS)].map(({ 0: word, index }) =>
        unit(at + index, at + index + word.length, formOf(plain(word))))
    })
  }
})()

/* A document with its rank among those that are found; what it was not known to have is looked for in
   what it shows. */
window.ckSearchParts.ranked = (candidate, document, matches, matcher) => {
  const { units, codeOf } = window.ckSearchParts
  const ADDRESS = .3, SHARE = .5, TOGETHER = .5, EQUAL = 1, BRIEF = .1, HEADING = .5, CUT = "…"
  const title = units(document.title, matches)
  const text = candidate.unknown.length ? units(`${document.page} ${document.text}`, matches) : []
  const answers = (some, match) => some.some(unit => unit.answers.includes(matches.indexOf(match)))
  const inTitle = candidate.unknown.filter(match => answers(title, match))
  const inText = candidate.unknown.filter(match => !inTitle.includes(match) && answers(text, match))
  const unseen = candidate.unknown.filter(match => !inTitle.includes(match) && !inText.includes(match))
  const more = (some, place) => some.reduce((sum, match) => sum + match.rare * place, 0)
  const weight = candidate.weight + more(inTitle, matcher.TITLE) + more(inText, matcher.TEXT)

  const share = title.filter(unit => unit.answers.length).length / (title.length || 1)
  const isTogether = title.some((_, from) => matches.every((_, place) => title[from + place]?.answers.includes(place)))
  const isEqual = isTogether && title.length === matches.length
  const name = document.url.split("#")[0].split("/").at(-2) || "", words = name.split("-")
  const typed = matches.flatMap(match => match.term.parts || [match.term])
  const named = typed.filter(term => words.includes(term.key)).length / typed.length
  const isName = matches.length === 1 && codeOf(name) === matches[0].term.key
  const fitness = weight / matcher.most(matches) + SHARE * share + TOGETHER * isTogether
    + EQUAL * (isEqual || isName) + ADDRESS * named + BRIEF / Math.max(1, title.length)
  const rank = document.page ? HEADING * fitness : fitness // a page before the headings inside pages
  const missing = document.text.endsWith(CUT) ? candidate.missing : [...candidate.missing, ...unseen]
  return { ...document, rank, missing }
}
