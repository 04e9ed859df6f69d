/* Ed25519 keys of signed notes as text, and what they signed; as generator/tlog/keys.py has them.
   Signing and verifying is the browser's own. */
(() => {
  "use strict"
  const { facts, utf8, joined, base64, fromBase64, hex, same } = window.ckVerify
  const { note: NOTE, cosignature: COSIGNATURE } = facts.keys
  const KEY = /^(PRIVATE\+KEY\+)?([^\p{White_Space}\x1c-\x1f+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u
  const TIME_BYTES = 8
  /* RFC 8410, section 7: what stands before the 32 bytes of a secret key. */
  const PKCS8 = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]
  const ED25519 = { name: "Ed25519" }
  const NO_ED25519 = "Trình duyệt này chưa xem được chữ ký Ed25519. Hãy dùng trình duyệt mới hơn, hoặc lệnh ở cuối trang."

  /* The browser has no Ed25519. */
  class NoEd25519 extends Error {}

  const imported = async (form, bytes, use) => {
    try {
      return await crypto.subtle.importKey(form, bytes, ED25519, true, [use])
    } catch (error) {
      if (error.name === "DataError") return null
      throw new NoEd25519(NO_ED25519)
    }
  }

  /* True when the 64 bytes are a key's signature of a message. Throws NoEd25519. */
  const isSigned = async (key, message, signature) => {
    const verifier = await imported("raw", key, "verify")
    return verifier !== null && crypto.subtle.verify(ED25519, verifier, signature, message)
  }

  const idOf = async (name, kind, key) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", joined(utf8(name + "\n"), [kind], key))).slice(0, 4)
  const tail = (kind, bytes) => "+" + base64(joined([kind], bytes))

  /* {name, kind, key, id}, of its public 32 bytes. */
  const verifierOf = async (name, kind, key) => ({ name, kind, key, id: await idOf(name, kind, key) })
  const verifierText = ({ name, kind, key, id }) => name + "+" + hex(id) + tail(kind, key)

  const parsed = (text, isSecret) => {
    const match = KEY.exec(text.trim())
    const bytes = match && Boolean(match[1]) === isSecret && fromBase64(match[4])
    return bytes && [NOTE, COSIGNATURE].includes(bytes[0]) ? { name: match[2], id: match[3], bytes } : null
  }

  /* A verifier key of its text; null when it is none, or its id is not its own. */
  const parseVerifierKey = async (text) => {
    const found = parsed(text, false)
    const key = found && (await verifierOf(found.name, found.bytes[0], found.bytes.slice(1)))
    return key && hex(key.id) === found.id ? key : null
  }

  /* {verifier, text, sign} of a secret key's 32 bytes. Throws NoEd25519. */
  const secretKeyOf = async (name, kind, seed) => {
    const key = await imported("pkcs8", joined(PKCS8, seed), "sign")
    const { x } = await crypto.subtle.exportKey("jwk", key)
    const verifier = await verifierOf(name, kind, fromBase64(x.replace(/-/g, "+").replace(/_/g, "/")))
    return {
      verifier,
      text: "PRIVATE+KEY+" + name + "+" + hex(verifier.id) + tail(kind, seed) + "\n",
      sign: async (message) => new Uint8Array(await crypto.subtle.sign(ED25519, key, message)),
    }
  }

  /* A secret key of a file's text; null when it is none. Throws NoEd25519. */
  const parseSecretKey = async (text) => {
    const found = parsed(text, true)
    const key = found && (await secretKeyOf(found.name, found.bytes[0], found.bytes.slice(1)))
    return key && hex(key.verifier.id) === found.id ? key : null
  }

  const cosignedMessage = (text, time) => utf8("cosignature/v1\ntime " + time + "\n" + text)
  const timeOf = (content) => content.slice(0, TIME_BYTES).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)

  const isRight = (text, { kind, key }, content) => {
    if (kind !== COSIGNATURE) return isSigned(key, utf8(text), content)
    return isSigned(key, cosignedMessage(text, timeOf(content)), content.slice(TIME_BYTES))
  }

  const signaturesOf = ({ signatures }, key) =>
    signatures.filter(({ name, id }) => name === key.name && same(id, key.id))

  /* True when a note carries a signature of the key, and each that claims to be is right. */
  const isSignedBy = async (note, key) => {
    const mine = signaturesOf(note, key)
    const right = await Promise.all(mine.map(({ content }) => isRight(note.text, key, content)))
    return mine.length > 0 && right.every(Boolean)
  }

  /* The time in seconds at which a witness cosigned a note last; nought when she did not. */
  const cosignedAt = async (note, key) => {
    if (!(await isSignedBy(note, key))) return 0
    return Math.max(...signaturesOf(note, key).map(({ content }) => Number(timeOf(content))))
  }

  /* A witness's signature of a checkpoint's text at a time in seconds (C2SP tlog-cosignature). */
  const cosigned = async (text, { verifier, sign }, time) => {
    const stamp = new DataView(new ArrayBuffer(TIME_BYTES))
    stamp.setBigUint64(0, BigInt(time))
    const signature = await sign(cosignedMessage(text, time))
    return { name: verifier.name, id: verifier.id, content: joined(new Uint8Array(stamp.buffer), signature) }
  }

  Object.assign(window.ckVerify, { NoEd25519, isSigned, parseVerifierKey, verifierText })
  Object.assign(window.ckVerify, { secretKeyOf, parseSecretKey, isSignedBy, cosignedAt, cosigned })
})()
