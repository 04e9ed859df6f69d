/* The log's files as they follow from the ledger's lines: checkpoint, tiles, entries, proofs
   (C2SP tlog-tiles and tlog-proof); as generator/ledger/log_files.py makes them. */
(() => {
  "use strict"
  const { facts, said, eachOf, utf8, joined, base64, noteText, same } = window.ckVerify
  const { prefix: PREFIX, checkpoint: CHECKPOINT, proofs: PROOFS } = facts.log
  const { proof_ending: PROOF_ENDING, proof_header: HEADER, width: WIDTH, tile_levels: LEVELS } = facts.log

  /* A tile's number in elements of three digits: 1234067 is x001/x234/067. */
  const tileNumber = (number) => {
    const digits = String(number)
    const parts = digits.padStart(3 * Math.ceil(digits.length / 3), "0").match(/\d{3}/g)
    return [...parts.slice(0, -1).map((part) => "x" + part), parts.at(-1)].join("/")
  }

  /* [path, first, end] of each tile that `size` hashes fill. */
  const tiles = (level, size) =>
    Array.from({ length: Math.ceil(size / WIDTH) }, (_, number) => {
      const [start, end] = [number * WIDTH, Math.min((number + 1) * WIDTH, size)]
      const part = end - start < WIDTH ? ".p/" + (end - start) : ""
      return ["tile/" + level + "/" + tileNumber(number) + part, start, end]
    })

  const prefixed = (entry) => joined([entry.length >> 8, entry.length & 255], entry)
  const range = (start, end) => Array.from({ length: end - start }, (_, place) => start + place)

  const tileFiles = ({ rows, tree }) => {
    const bundle = (start, end) => joined(...rows.slice(start, end).map((row) => prefixed(utf8(row))))
    const made = tiles("entries", rows.length).map(([path, start, end]) => [path, bundle(start, end)])
    for (let [level, size] = [0, rows.length]; size; [level, size] = [level + 1, Math.floor(size / WIDTH)])
      for (const [path, start, end] of tiles(level, size))
        made.push([path, joined(...range(start, end).map((index) => tree.node(level * LEVELS, index)))])
    return made
  }

  /* The proof of each record's last line, which holds its own entry. */
  const proofFiles = async ({ rows, lines, tree }, note) => {
    const last = new Map(lines.filter((line) => line.record).map((line) => [line.record, line.number - 1]))
    const made = []
    for (const [record, place] of last) {
      const hashes = (await tree.inclusionProof(place)).map((hash) => base64(hash) + "\n").join("")
      const head = [HEADER, "extra " + base64(utf8(rows[place])), "index " + place, ""].join("\n")
      made.push([PROOFS + record + PROOF_ENDING, utf8(head + hashes + "\n" + note)])
    }
    return made
  }

  /* Every file of the log by its path in the site. */
  const logFiles = async (ledger, note) => {
    const proofs = await proofFiles(ledger, noteText(note))
    const made = [[CHECKPOINT, utf8(noteText(note))], ...tileFiles(ledger), ...proofs]
    return new Map(made.map(([path, content]) => [PREFIX + path, content]))
  }

  const isLike = async (blob, content) =>
    blob?.size === content?.length && same(new Uint8Array(await blob.arrayBuffer()), content)

  /* The log's files of a copy that are not the ones made of its lines. */
  const logFaults = async (files, made) => {
    const shown = [...files.keys()].filter((path) => path.startsWith(PREFIX))
    const paths = [...new Set([...made.keys(), ...shown])].sort()
    const like = await eachOf(paths, (path) => isLike(files.get(path), made.get(path)))
    return paths.filter((_, place) => !like[place]).map((path) => [path, said("log-file-other")])
  }

  Object.assign(window.ckVerify, { logFiles, logFaults })
})()
