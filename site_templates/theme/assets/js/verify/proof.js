/* A record's proof, a file of its own: that its line is in the log (C2SP tlog-proof, version 1). */
(() => {
  "use strict"
  const { facts, number, unknown, lookedAt, base64, fromBase64 } = window.ckVerify
  const { leafHash, isIncluded, parseCheckpoint, checkSigners, nameOf } = window.ckVerify
  const { proof_header: HEADER, proof_ending: ENDING } = facts.log
  const EXTRA = "extra "
  const INDEX = /^index (0|[1-9]\d{0,14})$/
  const TITLE = "Chứng minh của bản ghi"

  /* {index, hashes, entry, checkpoint}; null when it is no proof. */
  const parseProof = (content) => {
    const end = content.indexOf("\n\n")
    const [header, ...lines] = content.slice(0, Math.max(end, 0)).split("\n")
    const entry = fromBase64(lines[0]?.startsWith(EXTRA) ? lines.shift().slice(EXTRA.length) : "")
    const index = INDEX.exec(lines.shift() ?? "")
    const hashes = lines.map(fromBase64)
    const checkpoint = parseCheckpoint(content.slice(end + 2))
    if (header !== HEADER || !index || !entry || hashes.includes(null) || !checkpoint) return null
    return { index: Number(index[1]), hashes, entry, checkpoint }
  }

  const isProved = async ({ index, hashes, entry, checkpoint }) =>
    isIncluded(await leafHash(entry), index, checkpoint.size, hashes, fromBase64(checkpoint.root))

  const lineOf = (entry) => {
    try {
      return JSON.parse(new TextDecoder().decode(entry))
    } catch {
      return {}
    }
  }

  /* Whether a ledger that was chosen, too, has the checkpoint of a proof. */
  const isOf = async ({ origin, size, root }, ledger) =>
    origin === ledger.origin && size <= ledger.rows.length && base64(await ledger.tree.rootAt(size)) === root

  const told = ({ index, entry, checkpoint }) => {
    const { record, on, edition } = lineOf(entry)
    const what = record ? "bản ghi " + record + ", kỳ " + edition + ", ngày " + on.split("-").reverse().join("/") : "việc khác"
    const size = number(checkpoint.size)
    return "Dòng " + number(index + 1) + " của sổ " + checkpoint.origin + " (" + size + " dòng) là của " + what + "."
  }
  const ALONE =
    " Còn phải xem bản chốt sổ trong tệp này có đúng của nơi công bố không: điền khóa công khai, hoặc chọn thêm sổ."

  /* The steps of one proof. `signers`: the keys that must have signed its checkpoint, as they were typed. */
  const checkProof = async (file, ledger, signers) => {
    const proof = parseProof(await file.blob.text())
    if (!proof) return [unknown(TITLE, nameOf(file) + " không phải là tệp chứng minh.")]
    const findings = []
    if (!(await isProved(proof))) findings.push([nameOf(file), "dòng trong tệp không thuộc sổ mà bản chốt sổ của tệp nói."])
    else if (ledger?.lines && !(await isOf(proof.checkpoint, ledger)))
      findings.push([nameOf(file), "bản chốt sổ trong tệp không phải của sổ đã chọn."])
    const isAlone = !ledger?.lines && !signers
    const step = lookedAt(TITLE, told(proof) + (isAlone ? ALONE : ""), findings, [])
    return signers ? [step, await checkSigners(proof.checkpoint, signers)] : [step]
  }

  const isProof = (file) => nameOf(file).endsWith(ENDING)
  Object.assign(window.ckVerify, { isProof, checkProof })
})()
