/* Words as they come from a keyboard whose Vietnamese is turned off: Telex ("thur tucj") and VNI
   ("thu3 tuc5"). Only what is no syllable of Vietnamese, and becomes one, is read so. */
window.ckSearchParts.reading = (() => {
  const { fold, formOf, written } = window.ckSearchParts
  const ONSETS = ["", ..."b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ")]
  const RHYMES = `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp
    iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân
    uâng uât uây uê uêch uên uênh ui uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyt uyu uyên uyêt uyn
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu`.split(/\s+/)
  const STOPPED = /(?:c|ch|p|t)$/
  const TELEX = { s: "1", f: "2", r: "3", x: "4", j: "5", z: "0" }
  const SIGNS = { 6: { a: "â", e: "ê", o: "ô" }, 7: { u: "ư", o: "ơ" }, 8: { a: "ă" }, 9: { d: "đ" } }

  /* True of a syllable, or of the beginning of one. */
  const syllable = (letters, isBegun, spelt) => ONSETS.map(spelt).some(onset => letters.startsWith(onset)
    && RHYMES.some(rhyme => isBegun
      ? spelt(rhyme).startsWith(letters.slice(onset.length))
      : spelt(rhyme) === letters.slice(onset.length)))

  /* The keys of Telex as those of VNI, which say the same with digits. */
  function digits(word) {
    let keys = ""
    for (const letter of word) {
      const before = keys.replace(/\d/g, "")
      if (TELEX[letter] && /[aeiouy]/.test(before)) keys += TELEX[letter]
      else if (letter === "w") keys += /a[^aeiouy]*$/.test(before) ? "8" : /[uo]/.test(before) ? "7" : "u7"
      else if ("aeo".includes(letter) && new RegExp(`${letter}[^aeiouy]*$`).test(before)) keys += "6"
      else keys += letter === "d" && before[0] === "d" ? "9" : letter
    }
    return keys
  }

  /* Letters with the signs that the digits give them; undefined when a digit has no letter. */
  function composed(keys) {
    const letters = []
    let tone = ""
    for (const key of keys) {
      if (/[0-5]/.test(key)) tone = key === "0" ? "" : key
      else if (!SIGNS[key]) letters.push(key)
      else {
        const at = letters.findLastIndex(letter => SIGNS[key][letter])
        if (at < 0) return undefined
        letters[at] = SIGNS[key][letters[at]]
        if (key === "7" && letters[at] === "ơ" && letters[at - 1] === "u" && letters[at - 2] !== "q") letters[at - 1] = "ư"
      }
    }
    const word = letters.join("")
    return { letters: word.endsWith("ươ") ? `${word.slice(0, -2)}uơ` : word, tone }
  }

  /* What a term is read as, or undefined. */
  return ({ text: word, begins }) => {
    const isBegun = begins !== ""
    if (!/^[a-z]+[a-z0-9]*$/.test(word) || syllable(word, isBegun, fold)) return undefined
    const read = composed(/\d/.test(word) ? word : digits(word))
    if (!read || read.letters === word && !read.tone) return undefined
    if (!syllable(read.letters, isBegun, letters => letters)) return undefined
    if (STOPPED.test(read.letters) && "234".includes(read.tone || " ")) return undefined
    const text = written(read)
    return { text, ...formOf(text), begins: isBegun ? fold(read.letters) : "" }
  }
})()
