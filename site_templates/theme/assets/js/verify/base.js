/* What every step of a verification shares: what the site says of itself, hashes, and its words. */
window.ckVerify = (() => {
  "use strict"
  const facts = JSON.parse(document.querySelector("[data-ck-facts]").textContent)
  const encoder = new TextEncoder()
  const count = new Intl.NumberFormat("vi-VN")

  const sha256 = async (bytes) =>
    Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) =>
      byte.toString(16).padStart(2, "0")
    ).join("")

  /* What `look` gives of each item, in their order; a few at once, as a disk answers slowly. */
  const READERS = 8
  const eachOf = async (items, look) => {
    const found = new Array(items.length)
    const queue = items.entries()
    const reader = async () => {
      for (const [place, item] of queue) found[place] = await look(item)
    }
    await Promise.all(Array.from({ length: READERS }, reader))
    return found
  }

  const { titles, sentences } = facts.words
  /* The sentence of a code with its values, the same as on the command line. */
  const said = (code, values = {}) => sentences[code].replace(/\{(\w+)\}/g, (_, name) => values[name])

  /* A step's outcome; a finding is [place, sentence]; `looked` are the files whose content was held
     against something that was sealed: the ledger, the figures. */
  const wrong = (title, findings) => ({ title, state: "wrong", findings })
  const unknown = (title, sentence, looked = []) => ({ title, state: "unknown", sentence, findings: [], looked })
  const lookedAt = (title, sentence, findings, looked = []) =>
    findings.length ? wrong(title, findings) : { title, state: "right", sentence, findings, looked }

  /* Browsers lend hashes and keys to secure pages only: from a disk, or by https. */
  const insecure = crypto.subtle
    ? ""
    : "Trang này mở qua http nên trình duyệt không cho tính mã. Hãy mở bằng https, hoặc mở bản ngoại tuyến đã tải về."

  return {
    facts,
    insecure,
    titles,
    said,
    sha256,
    eachOf,
    sha256Text: (words) => sha256(encoder.encode(words)),
    number: (value) => count.format(value),
    wrong,
    unknown,
    lookedAt,
  }
})()
