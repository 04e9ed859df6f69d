/* The code for the ear: the six words of an edition, and whether they are those that were typed. */
(() => {
  "use strict"
  const { facts, titles, said, wrong, unknown, lookedAt, scrypt, base64, textOf } = window.ckVerify
  const { words: WORDS, rules, tones, length: LENGTH, bits, salt, cost, key_bytes: keyBytes } = facts.code
  const RULES = rules.map(([pattern, spoken]) => [new RegExp(pattern, "g"), spoken])
  const MEGABYTES = (128 * cost.n * cost.r) >> 20
  const TONES = window.ckFacts.tones
  const bytes = (text) => new TextEncoder().encode(text)

  const codeOf = async (text) => {
    const key = await scrypt(bytes(text), bytes(salt), cost, keyBytes)
    let number = key.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> BigInt(8 * keyBytes - bits * LENGTH)
    const places = Array.from({ length: LENGTH }, () => {
      const place = Number(number % BigInt(WORDS.length))
      number /= BigInt(WORDS.length)
      return place
    })
    return places.reverse().map((place) => WORDS[place])
  }

  /* What of a syllable tells it from others in every dialect. */
  const soundOf = (word) => {
    const parts = [...word.normalize("NFD")]
    const tone = parts.filter((part) => part in TONES).join("")
    const syllable = parts.filter((part) => !(part in TONES)).join("").normalize("NFC")
    return RULES.reduce((text, [pattern, spoken]) => text.replace(pattern, spoken), syllable) + (tones[tone] ?? tone)
  }
  const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").replace(/\u0111/g, "d")

  /* {meant, marked}: for each place the words that may be meant, and whether marks were typed at
     all; or {fault}: a sentence. */
  const heardCode = (typed) => {
    const words = typed.normalize("NFC").toLowerCase().match(/\p{L}+/gu) || []
    if (words.length !== LENGTH) return { fault: said("code-length", { wanted: LENGTH, count: words.length }) }
    const marked = words.some((word) => bare(word) !== word)
    const keyOf = marked ? soundOf : bare
    const listed = WORDS.map((word) => [keyOf(word), word])
    const meant = words.map((word) => listed.filter(([key]) => key === keyOf(word)).map(([, known]) => known))
    const other = meant.findIndex((some) => !some.length)
    return other < 0 ? { meant, marked } : { fault: said("code-word", { word: words[other] }) }
  }

  const fits = ({ meant }, words) => words.every((word, place) => meant[place].includes(word))

  /* The log's checkpoint when it had so many lines, as text. */
  const checkpointAt = async ({ tree, origin }, size) => textOf({ origin, size, root: base64(await tree.rootAt(size)) })

  /* [edition, what gives its checkpoint] of a copy's ledger or as this page has them, the newest first. */
  const checkpointsOf = (ledger) => {
    if (!ledger) return facts.code.checkpoints.map(([edition, text]) => [edition, () => text])
    const closings = ledger.lines.filter((line) => line.event === facts.ledger.closed).reverse()
    return closings.map(({ edition, number }) => [edition, () => checkpointAt(ledger, number)])
  }
  const OF_PAGE = " Đó mới là mã ghi trên trang này: muốn biết dữ liệu có đúng với mã ấy không, hãy chọn thư mục của trang."

  /* The edition whose code was heard; undefined when there is none. */
  const editionOf = async (heard, checkpoints) => {
    for (const [edition, checkpoint] of checkpoints)
      if (fits(heard, await codeOf(await checkpoint()))) return edition
    return undefined
  }

  const outcome = (title, heard, edition, ledger) => {
    if (edition === undefined) return wrong(title, [[ledger ? facts.files.ledger : "trang này", said("code-other")]])
    const unmarked = heard.marked ? "" : " " + said("code-unmarked")
    return lookedAt(title, said("code-right", { edition }) + unmarked + (ledger ? "" : OF_PAGE), [])
  }

  /* The code as it was typed against every edition's; without a copy's ledger against this page's. */
  const checkCode = async (typed, ledger) => {
    const title = titles.code
    const heard = heardCode(typed)
    if (heard.fault) return unknown(title, heard.fault)
    const checkpoints = checkpointsOf(ledger)
    if (!checkpoints.length) return unknown(title, said("code-unclosed"))
    try {
      return outcome(title, heard, await editionOf(heard, checkpoints), ledger)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return unknown(title, "Máy này không đủ bộ nhớ để tính mã (cần " + MEGABYTES + " MB). Hãy đóng bớt chương trình khác.")
    }
  }

  Object.assign(window.ckVerify, { codeOf, heardCode, checkCode })
})()
