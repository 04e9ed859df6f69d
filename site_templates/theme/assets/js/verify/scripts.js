/* Scripts held against one another: every form says the same sentences, of records that stand. */
(() => {
  "use strict"
  const { facts, said, plain } = window.ckVerify
  const { bulletins: BULLETINS, in_force: IN_FORCE, scripts: SCRIPTS } = facts.pages
  const { only_sentences: ONLY, with_heads: WITH_HEADS, tells_of_ends: TELLS_OF_ENDS } = SCRIPTS
  const DATA = ".json"

  /* {sentences, others, records, isVoid} of a script's data; null when it is none. */
  const spokenIn = (content) => {
    try {
      const script = JSON.parse(content)
      const { items } = script
      return {
        sentences: items.flatMap(({ sentences }) => sentences.map(plain)),
        others: [...items.flatMap((item) => [item.voice, item.voice_id]), script.first_line, script.last_line]
          .filter(Boolean)
          .map((words) => words.toLowerCase())
          .sort((one, other) => other.length - one.length),
        records: items.flatMap((item) => item.record_ids.map((record) => [item.kind, record])),
        isVoid: Boolean(script.void_since),
      }
    } catch {
      return null
    }
  }

  const namedFaults = (sealed, path, { records, isVoid }) =>
    records.flatMap(([kind, record]) => {
      const row = sealed.rowOfRecord(record)
      if (!row) return [[path, said("script-record", { record })]]
      const isFree = isVoid || TELLS_OF_ENDS.includes(kind) || (row.standing ?? IN_FORCE) === IN_FORCE
      return isFree ? [] : [[path, said("script-ended", { record })]]
    })

  const textOf = (content) => {
    const bare = content.replace(/<[^>]*>/g, " ")
    if (!bare.includes("&")) return plain(bare)
    const entities = new DOMParser().parseFromString(bare, "text/html")
    return plain(entities.documentElement.textContent)
  }

  /* What stands in a text beside the sentences, in their order; null when one is not there. */
  const beside = (text, sentences) => {
    const rest = []
    let at = 0
    for (const sentence of sentences) {
      const place = text.indexOf(sentence, at)
      if (place < 0) return null
      rest.push(text.slice(at, place))
      at = place + sentence.length
    }
    return [...rest, text.slice(at)].join(" ")
  }

  const isKnown = (rest, others) => {
    const bare = rest.replace(/\[[^\]]{0,80}\]|\([^)]{0,40}\)/g, " ").toLowerCase()
    return !/[\p{L}\p{N}]/u.test(others.reduce((left, words) => left.replaceAll(words, " "), bare))
  }

  const otherForms = async (files, start, { sentences, others }) => {
    const findings = []
    for (const ending of [...ONLY, ...WITH_HEADS]) {
      const blob = files.get(start + ending)
      if (!blob) continue
      const rest = beside(textOf(await blob.text()), sentences)
      if (rest === null || (ONLY.includes(ending) && !isKnown(rest, others)))
        findings.push([start + ending, said("script-other", { script: start + DATA })])
    }
    return findings
  }

  /* Forms of a script that say something else, and records that it may not name. */
  window.ckVerify.scriptFaults = async (files, sealed) => {
    const findings = []
    for (const [path, blob] of files) {
      const start = path.slice(0, -DATA.length)
      if (!path.startsWith(BULLETINS) || !path.endsWith(DATA) || !files.has(start + SCRIPTS.spoken)) continue
      const spoken = spokenIn(await blob.text())
      if (spoken) findings.push(...namedFaults(sealed, path, spoken), ...(await otherForms(files, start, spoken)))
      else findings.push([path, said("script-unread")])
    }
    return findings
  }
})()
