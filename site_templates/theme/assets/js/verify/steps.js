/* Verifies a copy of this site in the reader's own browser: nothing is sent anywhere.
   The same steps as `congkhai verify`; of the figures all that a person reads first. */
(() => {
  "use strict"
  const { facts, titles, said, wrong, unknown, nameOf } = window.ckVerify
  const { parseSums, laidOut, checkFiles, checkSignature } = window.ckVerify
  const { readLedger, checkChain, checkCode, checkSince, checkRecords, checkTables, checkFigures } = window.ckVerify
  const { sums: SUMS, signature, ledger: LEDGER, checkpoint, openings, descriptor, home, open_data: DATA } = facts.files

  const fileSteps = async (copy, key) => {
    if (!copy.sums) return [unknown(titles.files, "Cần có tệp " + SUMS + " trong các tệp đã chọn.")]
    const steps = [await checkFiles(copy.files, copy.sums, copy.whole)]
    if (key) steps.push(await checkSignature(await copy.given.blob.arrayBuffer(), await copy.read(signature), key))
    return steps
  }

  const noLedger = ({ sums, whole }) =>
    sums && sums.head && whole
      ? wrong(titles.ledger, [[LEDGER, said("ledger-missing")]])
      : unknown(titles.ledger, "Cần có tệp " + nameOf({ path: LEDGER }) + " trong các tệp đã chọn.")

  /* What the ledger can prove of records and tables. */
  const dataSteps = async ({ files, whole, read }, ledger) => {
    const steps = []
    const opened = await read(openings)
    if (opened !== null) steps.push(await checkRecords(read, ledger, opened))
    const described = await read(descriptor)
    if (whole && described !== null) steps.push(await checkTables(files, ledger, described))
    return steps
  }

  const ledgerSteps = async (copy, old, heard) => {
    const content = await copy.read(LEDGER)
    if (content === null) return [noLedger(copy)]
    const ledger = await readLedger(content)
    const shown = copy.whole ? [await copy.read(home), await copy.read(checkpoint)] : [null, null]
    const steps = [await checkChain(ledger, copy.sums, ...shown)]
    if (heard && ledger.lines) steps.push(await checkCode(heard, ledger))
    if (old !== null && ledger.lines) steps.push(await checkSince(old, content, ledger))
    return ledger.lines ? steps.concat(await dataSteps(copy, ledger)) : steps
  }

  const copyOf = async (chosen) => {
    const given = chosen.find((file) => nameOf(file) === SUMS)
    const sums = given ? parseSums(await given.blob.text()) : null
    const { files, whole } = laidOut(chosen, sums ? [...sums.hashes.keys()] : [])
    const read = async (path) => {
      const blob = files.get(path) || files.get(path.slice(DATA.length))
      return blob ? blob.text() : null
    }
    return { given, sums, files, whole, read }
  }

  const kindOf = (path) => /\.[^./]+$/.exec(path)?.[0] || "không đuôi"

  /* How many files of each kind no step held against anything that was sealed, most first. */
  const unseenIn = ({ files }, steps) => {
    const seen = new Set([SUMS, signature, ...steps.flatMap((step) => step.looked || [])])
    const kinds = new Map()
    for (const path of [...files.keys()].filter((one) => !seen.has(one)))
      kinds.set(kindOf(path), (kinds.get(kindOf(path)) || 0) + 1)
    return [...kinds].sort(([, one], [, other]) => other - one)
  }

  /* {steps, unseen}. `chosen`: {path, blob} of each file; `old`: the text of an older ledger or of a
     checkpoint, or null; `key`: a public key, or nothing; `heard`: the code as it was typed, or
     nothing. */
  window.ckVerify.verify = async (chosen, old, key, heard) => {
    const copy = await copyOf(chosen)
    const begun = [...(await fileSteps(copy, key)), ...(await ledgerSteps(copy, old, heard))]
    const steps = [...begun, await checkFigures(copy.read)]
    return { steps, unseen: unseenIn(copy, steps) }
  }
})()
