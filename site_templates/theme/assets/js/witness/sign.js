/* A witness looks at a copy's ledger and signs its checkpoint; as generator/app/witness.py does. */
(() => {
  "use strict"
  const { facts, said, noteText, signatureLine, parseCheckpoint, asGiven } = window.ckVerify
  const { readLedger, checkChain, checkSince, shownNote, isSignedBy, cosigned, cosignedAt, verifierText } = window.ckVerify
  const { secretKeyOf, parseSecretKey } = window.ckVerify
  const { seed_bytes: SEED_BYTES, cosignature: COSIGNATURE } = facts.keys
  const SHOWN = 3

  /* Nothing is signed; the message says why. `isGrave`: the site is not as it was, or not the city's. */
  class Refused extends Error {
    constructor(code, values) {
      super(said(code, values))
      this.isGrave = ["witness-wrong", "witness-unsigned"].includes(code)
    }
  }
  const refuse = (code, values) => {
    throw new Refused(code, values)
  }

  /* A new key of a witness. Throws Refused, NoEd25519. */
  const newKey = async (name) => {
    const key = await secretKeyOf(name, COSIGNATURE, crypto.getRandomValues(new Uint8Array(SEED_BYTES)))
    return (await parseSecretKey(key.text)) ?? refuse("key-name")
  }

  /* A witness's key of a file. Throws Refused, NoEd25519. */
  const ownKey = async (name, content) => {
    const key = (await parseSecretKey(content)) ?? refuse("key-file", { name })
    return key.verifier.kind === COSIGNATURE ? key : refuse("witness-key")
  }

  const faultsOf = (steps) =>
    steps.flatMap((step) => step.findings.slice(0, SHOWN).map(([place, sentence]) => place + ": " + sentence))

  /* The note that a witness may sign: a copy's checkpoint, which goes on from all that she has
     `seen` (texts of checkpoints or ledgers) and which `logKey` signed, when it is known.
     Throws Refused, NoEd25519. */
  const examined = async (copy, seen, logKey) => {
    if (!copy.sums || !copy.whole) refuse("no-sums", { place: "các tệp đã chọn", sums: facts.files.sums })
    const content = (await copy.read(facts.files.ledger)) ?? ""
    const ledger = await readLedger(content)
    if (ledger.fault || !ledger.lines.length) refuse("witness-no-ledger")
    const steps = [await checkChain(ledger, copy)]
    for (const old of seen) steps.push(await checkSince(old, content, ledger))
    const faults = faultsOf(steps)
    if (faults.length) refuse("witness-wrong", { faults: faults.join(" ") })
    const note = shownNote(ledger, await copy.read(facts.files.checkpoint))
    if (logKey && !(await isSignedBy(note, logKey))) refuse("witness-unsigned", { key: verifierText(logKey) })
    return { note, ledger }
  }

  /* When a key cosigned last, of what was seen; nought when it never did. */
  const lastTime = async (seen, { verifier }) => {
    const notes = seen.map((text) => parseCheckpoint(asGiven(text))).filter(Boolean)
    const times = await Promise.all(notes.map((note) => cosignedAt(note, verifier)))
    return Math.max(0, ...times)
  }

  /* {line, kept}: the signature that the city is sent, and the checkpoint as the witness keeps it; at a time
     in seconds. Throws Refused. */
  const witnessed = async (note, seen, key, time) => {
    if (time < (await lastTime(seen, key))) refuse("witness-clock")
    const signature = await cosigned(note.text, key, time)
    const line = signatureLine(signature)
    const others = note.signatures.filter((one) => signatureLine(one) !== line)
    return { line, kept: noteText({ ...note, signatures: [...others, signature] }) }
  }

  Object.assign(window.ckVerify, { Refused, newKey, ownKey, examined, witnessed })
})()
