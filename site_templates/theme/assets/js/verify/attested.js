/* The checkpoint of a copy: who signed it, and whether others were shown the same ledger. */
(() => {
  "use strict"
  const { facts, titles, said, number, wrong, unknown, lookedAt } = window.ckVerify
  const { textOf, parseCheckpoint, asGiven, base64, NoEd25519, parseVerifierKey, isSignedBy } = window.ckVerify
  const { ledger: LEDGER, checkpoint: CHECKPOINT } = facts.files

  /* The note of a ledger as it stands, with the signatures that a copy shows. */
  const shownNote = (ledger, shown) => ({
    text: textOf({ ...ledger, size: ledger.rows.length, root: ledger.head }),
    signatures: (shown && parseCheckpoint(shown)?.signatures) || [],
  })

  /* {keys}, or {fault}: a sentence. `typed` are keys with blanks between. */
  const parseKeys = async (typed) => {
    const keys = []
    for (const text of typed.split(/\s+/).filter(Boolean)) {
      const key = await parseVerifierKey(text)
      if (!key) return { fault: said("key-unread", { text }) }
      keys.push(key)
    }
    return { keys }
  }

  const unsigned = async (note, keys) => {
    const findings = []
    for (const key of keys)
      if (!(await isSignedBy(note, key))) findings.push([CHECKPOINT, said("signers-missing", { name: key.name })])
    return findings
  }

  /* Every key that was typed has signed a note. */
  const checkSigners = async (note, typed) => {
    const title = titles.signers
    const { keys, fault } = await parseKeys(typed)
    if (fault) return unknown(title, fault)
    try {
      return lookedAt(title, said("signers-right", { count: number(keys.length) }), await unsigned(note, keys))
    } catch (error) {
      if (!(error instanceof NoEd25519)) throw error
      return unknown(title, error.message)
    }
  }

  /* The checkpoint that somebody else was shown is of this ledger, too. */
  const checkAgainst = async (other, ledger) => {
    const title = titles.against
    const shown = parseCheckpoint(asGiven(other))
    if (!shown) return unknown(title, said("against-unread"))
    if (shown.origin !== ledger.origin) return wrong(title, [[LEDGER, said("since-other", { origin: shown.origin })]])
    const longer = shown.size - ledger.rows.length
    if (longer > 0) return unknown(title, said("against-longer", { count: number(longer) }))
    const isSame = base64(await ledger.tree.rootAt(shown.size)) === shown.root
    const split = [LEDGER, said("against-split", { count: number(shown.size) })]
    return lookedAt(title, said("against-right"), isSame ? [] : [split])
  }

  Object.assign(window.ckVerify, { shownNote, parseKeys, checkSigners, checkAgainst })
})()
