/* The signature of SHA256SUMS, in the form of minisign: jedisct1.github.io/minisign/#signature-format */
(() => {
  "use strict"
  const { facts, titles, said, lookedAt } = window.ckVerify
  const { sums: SUMS, signature: FILE } = facts.files
  const wrong = (sentence) => window.ckVerify.wrong(titles.signature, [[FILE, sentence]])
  const unknown = (sentence) => window.ckVerify.unknown(titles.signature, sentence)

  const decoded = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const same = (one, other) => one.length === other.length && one.every((byte, place) => byte === other[place])

  /* {kind, id, bytes}: "Ed" signs the file, "ED" its BLAKE2b. */
  const parted = (base64, length) => {
    const bytes = decoded(base64.trim())
    if (bytes.length !== 10 + length) throw new Error("length")
    return { kind: String.fromCharCode(bytes[0], bytes[1]), id: bytes.slice(2, 10), bytes: bytes.slice(10) }
  }

  const parsedSignature = (content) => {
    const [, signature, comment, whole] = content.split("\n")
    if (!comment.startsWith("trusted comment: ")) throw new Error("comment")
    return { ...parted(signature, 64), comment: comment.slice("trusted comment: ".length), whole: decoded(whole.trim()) }
  }

  const covered = (signature) => {
    const comment = new TextEncoder().encode(signature.comment)
    const bytes = new Uint8Array(signature.bytes.length + comment.length)
    bytes.set(signature.bytes)
    bytes.set(comment, signature.bytes.length)
    return bytes
  }

  /* A step of the report. `sums`: the bytes of SHA256SUMS; `content`: the text of its signature, or
     null; `key`: what the reader typed, the last line of a minisign public key. */
  window.ckVerify.checkSignature = async (sums, content, key) => {
    if (content === null) return wrong(said("signature-missing"))
    let given, signature, verify
    try {
      given = parted(key.trim().split("\n").pop(), 32)
    } catch {
      return unknown("Khóa đã điền không phải là khóa công khai minisign: một dòng 56 chữ cái và số, bắt đầu bằng RW.")
    }
    try {
      signature = parsedSignature(content)
    } catch {
      return wrong("tệp chữ ký không đúng dạng của minisign.")
    }
    try {
      const imported = await crypto.subtle.importKey("raw", given.bytes, { name: "Ed25519" }, false, ["verify"])
      verify = (bytes, data) => crypto.subtle.verify("Ed25519", imported, bytes, data)
    } catch {
      return unknown("Trình duyệt này chưa xem được chữ ký Ed25519. Hãy dùng trình duyệt mới hơn, hoặc lệnh ở cuối trang.")
    }
    if (signature.kind !== "Ed")
      return unknown("Chữ ký được làm theo cách băm trước (BLAKE2b), trình duyệt không xem được. Hãy dùng lệnh ở cuối trang.")
    const right =
      same(given.id, signature.id) &&
      (await verify(signature.bytes, sums)) &&
      (await verify(signature.whole, covered(signature)))
    if (!right) return wrong(said("signature-other", { sums: SUMS }))
    return lookedAt(titles.signature, said("signature-right", { sums: SUMS }), [])
  }
})()
