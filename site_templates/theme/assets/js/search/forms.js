/* How a text becomes words, and each word its key, without any marks, and its form, with them and
   with the tone told by its digit: generator/search/forms.py does the same with the pages. */
window.ckSearchParts = (() => {
  const fold = window.ckFold
  const TONES = { "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" }
  const VOWELS = "aăâeêioôơuưy"
  const Y_ALONE = /^(?:[hklmstv]|qu)?y$/
  const WORDS = /[\p{L}\p{N}]+/gu
  const RUNS = /[\p{L}\p{N}]+(?:[./\-–_:][\p{L}\p{N}]+)*/gu

  const plain = text => text.normalize("NFC").toLowerCase().replaceAll("ð", "đ")

  /* Of a word in small letters. A word with a digit of its own has no form beside its key. `spelt` are
     its letters before an y became i: "quy" may be the beginning of "quyền". */
  function formOf(word) {
    if (/\p{Nd}/u.test(word)) return { key: fold(word), letters: fold(word), spelt: fold(word), tone: "" }
    const marks = [...word.normalize("NFD")]
    const tone = marks.filter(mark => TONES[mark]).map(mark => TONES[mark]).pop() || ""
    const spelt = marks.filter(mark => !TONES[mark]).join("").normalize("NFC")
    const letters = Y_ALONE.test(spelt) ? `${spelt.slice(0, -1)}i` : spelt
    return { key: fold(letters), letters, spelt, tone }
  }

  const isCode = run => /\p{Nd}/u.test(run) && /[./\-–_:]/.test(run)
  const codeOf = run => fold(plain(run).replace(/[./\-–_:]/g, ""))

  /* What is typed, word by word, and a number of a document as one with its parts. The last word is also
     taken as the beginning of longer ones: `begins` is what those begin with. */
  function termsOf(typed) {
    const text = plain(typed), isOpen = /[\p{L}\p{N}]$/u.test(text)
    const term = (word, form, isLast) => ({ text: word, ...form, begins: isLast && word.length > 1 ? fold(form.spelt) : "" })
    const runs = text.match(RUNS) || []
    return runs.flatMap((run, place) => {
      const isLast = isOpen && place === runs.length - 1, words = run.match(WORDS)
      const parts = words.map((word, at) => term(word, formOf(word), isLast && at === words.length - 1))
      return isCode(run) ? [{ ...term(run, formOf(codeOf(run)), isLast), parts }] : parts
    })
  }

  /* True when a form has every mark that was typed. */
  const fits = (letters, bare, tone, form) => (!tone || tone === form.tone)
    && [...letters].every((letter, at) => letter === bare[at] || letter === form.letters[at])

  /* True when a word was meant by what was typed: it is that word, or begins so. */
  const agrees = (typed, form) => form.key === typed.key
    ? fits(typed.letters, typed.key, typed.tone, form)
    : begun(typed, form) && fits(typed.spelt, typed.begins, typed.tone, form)
  const begun = (typed, form) => typed.begins !== "" && form.key.startsWith(typed.begins)

  /* A form as the files have it: the digit at its end is the tone, unless the word is a number. */
  const formIn = (text, key) => /\p{Nd}/u.test(key) || !/[1-5]$/.test(text)
    ? { key, letters: text, tone: "" }
    : { key, letters: text.slice(0, -1), tone: text.slice(-1) }

  /* The form with its tone where people write it. */
  function written({ letters, tone }) {
    const mark = Object.keys(TONES).find(sign => TONES[sign] === tone)
    if (!mark) return letters
    const first = ["qu", "gi"].some(onset => letters.startsWith(onset)) && VOWELS.includes(letters[2] || " ") ? 2 : 0
    const vowels = [...letters].map((letter, at) => [letter, at])
      .filter(([letter, at]) => at >= first && VOWELS.includes(letter))
    const marked = vowels.filter(([letter]) => "ăâêôơư".includes(letter)).pop()
    const last = vowels.at(-1)
    const isClosed = last && last[1] < letters.length - 1
    const [, at] = marked || (isClosed ? last : vowels.at(Math.max(0, vowels.length - 2))) || ["", letters.length - 1]
    return `${letters.slice(0, at + 1)}${mark}${letters.slice(at + 1)}`.normalize("NFC")
  }

  return { RUNS, WORDS, fold, plain, formOf, isCode, codeOf, termsOf, agrees, begun, formIn, written }
})()
