/* Verifies a copy of this site in the reader's own browser: nothing is sent anywhere.
   The same steps as `congkhai verify`; of the figures all that a person reads first. */
(() => {
  "use strict"
  const { facts, titles, said, wrong, unknown, nameOf, copyOf, checkFiles, checkSignature } = window.ckVerify
  const { readLedger, checkChain, checkCode, checkSince, shownNote, checkSigners, checkAgainst } = window.ckVerify
  const { isProof, checkProof, checkRecords, checkTables, checkFigures, checkPages, checkMadeFiles } = window.ckVerify
  const { sums: SUMS, signature, ledger: LEDGER, checkpoint: CHECKPOINT, openings, descriptor } = facts.files
  const needed = (title, path) => unknown(title, "Cần có tệp " + nameOf({ path }) + " trong các tệp đã chọn.")

  const fileSteps = async (copy, key) => {
    if (!copy.sums) return [needed(titles.files, SUMS)]
    const steps = [await checkFiles(copy.files, copy.sums, copy.whole)]
    if (key) steps.push(await checkSignature(await copy.given.blob.arrayBuffer(), await copy.read(signature), key))
    return steps
  }

  const noLedger = ({ sums, whole }) =>
    sums && sums.head && whole
      ? wrong(titles.ledger, [[LEDGER, said("ledger-missing")]])
      : needed(titles.ledger, LEDGER)

  /* What the ledger can prove of records and tables. */
  const dataSteps = async ({ files, whole, read }, ledger) => {
    const steps = []
    const opened = await read(openings)
    if (opened !== null) steps.push(await checkRecords(read, ledger, opened))
    const described = await read(descriptor)
    if (whole && described !== null) steps.push(await checkTables(files, ledger, described))
    return steps
  }

  const signerStep = async ({ whole, read }, ledger, signers) => {
    const shown = await read(CHECKPOINT)
    if (shown === null && !whole) return needed(titles.signers, CHECKPOINT)
    return checkSigners(shownNote(ledger, shown), signers)
  }

  /* What was asked of the ledger beside itself; of one that cannot be read nothing can be said. */
  const askedSteps = async (copy, ledger, content, { old, heard, signers, against }) => {
    const looks = [
      [heard, titles.code, () => checkCode(heard, ledger)],
      [old !== null, titles.since, () => checkSince(old, content, ledger)],
      [signers, titles.signers, () => signerStep(copy, ledger, signers)],
      [against !== null, titles.against, () => checkAgainst(against, ledger)],
    ]
    const steps = []
    for (const [isAsked, title, look] of looks)
      if (isAsked) steps.push(ledger.fault ? wrong(title, [[LEDGER, ledger.fault[1]]]) : await look())
    return steps
  }

  const ledgerSteps = async (copy, ledger, content, asked) => {
    if (content === null) return [noLedger(copy)]
    const steps = [await checkChain(ledger, copy), ...(await askedSteps(copy, ledger, content, asked))]
    return ledger.lines ? steps.concat(await dataSteps(copy, ledger)) : steps
  }

  const siteSteps = async (copy, ledger, content, asked) => [
    ...(await fileSteps(copy, asked.key)),
    ...(await ledgerSteps(copy, ledger, content, asked)),
    ...(copy.whole ? [await checkPages(copy), await checkMadeFiles(copy)] : []),
    await checkFigures(copy.read),
  ]

  const kindOf = (path) => /\.[^./]+$/.exec(path)?.[0] || "không đuôi"

  /* How many files of each kind no step held against anything that was sealed, most first. */
  const unseenIn = ({ files }, steps) => {
    const seen = new Set([SUMS, signature, ...steps.flatMap((step) => step.looked || [])])
    const kinds = new Map()
    for (const path of [...files.keys()].filter((one) => !seen.has(one)))
      kinds.set(kindOf(path), (kinds.get(kindOf(path)) || 0) + 1)
    return [...kinds].sort(([, one], [, other]) => other - one)
  }

  /* {steps, unseen}. `chosen`: {path, blob} of each file. `asked`: `old`, the text of an older ledger
     or of a checkpoint, or null; `against`, that of a checkpoint that somebody else was shown, or
     null; `signers`, verifier keys as they were typed; `key`, a minisign key; `heard`, the code. */
  window.ckVerify.verify = async (chosen, asked) => {
    const copy = await copyOf(chosen)
    const content = await copy.read(LEDGER)
    const ledger = content === null ? null : await readLedger(content)
    const proofs = copy.whole ? [] : chosen.filter(isProof)
    const steps = []
    for (const file of proofs) steps.push(...(await checkProof(file, ledger, asked.signers)))
    if (proofs.length < chosen.length) steps.push(...(await siteSteps(copy, ledger, content, asked)))
    return { steps, unseen: proofs.length < chosen.length ? unseenIn(copy, steps) : [] }
  }
})()
