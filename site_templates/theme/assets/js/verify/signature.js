/* The signature of SHA256SUMS, in the form of minisign: jedisct1.github.io/minisign/#signature-format */
(() => {
  "use strict"
  const { facts, titles, said, lookedAt, joined, fromBase64, same, utf8, NoEd25519, isSigned } = window.ckVerify
  const { sums: SUMS, signature: FILE } = facts.files
  const wrong = (sentence) => window.ckVerify.wrong(titles.signature, [[FILE, sentence]])
  const unknown = (sentence) => window.ckVerify.unknown(titles.signature, sentence)

  /* {kind, id, bytes}: "Ed" signs the file, "ED" its BLAKE2b. */
  const parted = (text, length) => {
    const bytes = fromBase64(text.trim())
    if (bytes?.length !== 10 + length) throw new Error("length")
    return { kind: String.fromCharCode(bytes[0], bytes[1]), id: bytes.slice(2, 10), bytes: bytes.slice(10) }
  }

  const parsedSignature = (content) => {
    const [, signature, comment, whole] = content.split("\n")
    if (!comment.startsWith("trusted comment: ")) throw new Error("comment")
    return { ...parted(signature, 64), comment: comment.slice("trusted comment: ".length), whole: fromBase64(whole.trim()) }
  }

  /* The file, and the comment with the file's signature. */
  const isRight = async (given, signature, sums) =>
    same(given.id, signature.id) &&
    (await isSigned(given.bytes, sums, signature.bytes)) &&
    (await isSigned(given.bytes, joined(signature.bytes, utf8(signature.comment)), signature.whole))

  const judged = async (given, signature, sums) => {
    if (!(await isRight(given, signature, sums))) return wrong(said("signature-other", { sums: SUMS }))
    return lookedAt(titles.signature, said("signature-right", { sums: SUMS }), [])
  }

  /* A step of the report. `sums`: the bytes of SHA256SUMS; `content`: the text of its signature, or
     null; `key`: what the reader typed, the last line of a minisign public key. */
  window.ckVerify.checkSignature = async (sums, content, key) => {
    if (content === null) return wrong(said("signature-missing"))
    let given, signature
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
    if (signature.kind !== "Ed")
      return unknown("Chữ ký được làm theo cách băm trước (BLAKE2b), trình duyệt không xem được. Hãy dùng lệnh ở cuối trang.")
    try {
      return await judged(given, signature, sums)
    } catch (error) {
      if (!(error instanceof NoEd25519)) throw error
      return unknown(error.message)
    }
  }
})()
