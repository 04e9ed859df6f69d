/* What a witness saw before: the checkpoint that she gives, and the one of her key that this browser
   remembers, never the only copy. */
(() => {
  "use strict"
  const { said, number, verifierText, parseCheckpoint, asGiven } = window.ckVerify
  const nameOf = ({ verifier }) => "congkhai-nhan-chung " + verifierText(verifier)

  /* The checkpoint's text, or null; a browser may remember nothing, or refuse to. */
  const recalled = (key) => {
    try {
      const text = localStorage.getItem(nameOf(key))
      return text !== null && parseCheckpoint(text) ? text : null
    } catch {
      return null
    }
  }

  const remember = (key, text) => {
    try {
      localStorage.setItem(nameOf(key), text)
    } catch {
      // the file that she saves is what counts
    }
  }

  /* The texts of all that she saw: a later ledger has to go on from each. */
  const seenBy = (key, given) => [recalled(key), given].filter((text) => text !== null)

  /* What a checkpoint is of, or a copy of a ledger; nothing when it is neither. */
  const sizeOf = (text) => {
    const checkpoint = parseCheckpoint(asGiven(text))
    if (checkpoint) return number(checkpoint.size) + " dòng của sổ " + checkpoint.origin
    return text.startsWith("{") ? "bản sổ " + number(text.split("\n").length - 1) + " dòng" : ""
  }

  /* [state, sentence]: whether there is anything to go on from. */
  const seenWords = (key, given, isFirst) => {
    const remembered = recalled(key)
    if (given !== null && !sizeOf(given)) return ["wrong", said("against-unread")]
    const words = []
    if (given !== null) words.push("Bản chốt sổ bạn đưa: " + sizeOf(given) + ".")
    if (remembered !== null) words.push("Trình duyệt này còn nhớ lần ký trước: " + sizeOf(remembered) + ".")
    if (words.length) return ["right", words.join(" ")]
    if (isFirst) return ["right", said("witness-first")]
    return ["unknown", "Chưa có gì để so: hãy chọn tệp, hoặc đánh dấu nếu đây thật là lần đầu."]
  }

  Object.assign(window.ckVerify, { remember, seenBy, seenWords })
})()
