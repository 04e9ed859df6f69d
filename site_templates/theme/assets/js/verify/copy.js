/* A copy of the site as its files were chosen, read without trusting it. */
(() => {
  "use strict"
  const { facts, parseSums, laidOut, nameOf } = window.ckVerify
  const { sums: SUMS, open_data: DATA } = facts.files

  /* {given, sums, files, whole, read}. `chosen`: {path, blob} of each file. */
  window.ckVerify.copyOf = async (chosen) => {
    const given = chosen.find((file) => nameOf(file) === SUMS)
    const sums = given ? parseSums(await given.blob.text()) : null
    const { files, whole } = laidOut(chosen, sums ? [...sums.hashes.keys()] : [])
    const read = async (path) => {
      const blob = files.get(path) || files.get(path.slice(DATA.length))
      return blob ? blob.text() : null
    }
    return { given, sums, files, whole, read }
  }
})()
