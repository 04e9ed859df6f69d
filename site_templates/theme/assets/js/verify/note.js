/* Signed notes (C2SP signed-note) and checkpoints of a log (C2SP tlog-checkpoint). */
(() => {
  "use strict"
  const { base64, fromBase64, joined } = window.ckVerify
  const HASH_BYTES = 32
  const MOST_SIGNATURES = 64
  const SIGNATURE = /^\u2014 ([^\p{White_Space}+]+) ([A-Za-z0-9+/]+={0,2})$/u
  const CONTROL = /[\0-\x09\x0b-\x1f]/
  const SIZE = /^(0|[1-9]\d{0,14})$/

  /* {name, id, content} of a signature's line; null when it is none. */
  const parseSignature = (line) => {
    const match = SIGNATURE.exec(line)
    const bytes = match && fromBase64(match[2])
    return bytes && bytes.length > 4 ? { name: match[1], id: bytes.slice(0, 4), content: bytes.slice(4) } : null
  }

  const signatureLine = ({ name, id, content }) => "\u2014 " + name + " " + base64(joined(id, content))

  /* {text, signatures}; null when it is no note. */
  const parseNote = (written) => {
    const place = written.lastIndexOf("\n\n")
    if (CONTROL.test(written) || !written.endsWith("\n") || place < 0) return null
    const signatures = written.slice(place + 2).split("\n").slice(0, -1).map(parseSignature)
    if (signatures.length > MOST_SIGNATURES || signatures.includes(null)) return null
    return { text: written.slice(0, place + 1), signatures }
  }

  const noteText = ({ text, signatures }) => [text, ...signatures.map(signatureLine), ""].join("\n")

  const textOf = ({ origin, size, root }) => [origin, size, root, ""].join("\n")

  /* {origin, size, root, text, signatures}; null when it is no checkpoint. */
  const parseCheckpoint = (written) => {
    const note = parseNote(written)
    const [origin, size, root, ...more] = note ? note.text.split("\n") : []
    const hash = root && fromBase64(root)
    if (!origin || !SIZE.test(size) || more.join("|") !== "" || hash?.length !== HASH_BYTES) return null
    const found = { origin, size: Number(size), root: base64(hash) }
    return textOf(found) === note.text ? { ...found, ...note } : null
  }

  /* What a person gives, without what her programs do to text: marks, line ends, a lost empty line. */
  const asGiven = (written) => {
    const lines = written.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").trimEnd().split("\n")
    if (lines.length === 3) lines.push("")
    return lines.join("\n") + "\n"
  }

  Object.assign(window.ckVerify, { parseSignature, signatureLine, noteText, textOf, parseCheckpoint, asGiven })
})()
