/* The files in a zip, unpacked when they are read (APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16);
   refused as generator/verify/site.py refuses it. */
(() => {
  "use strict"
  const { facts, said, nameOf } = window.ckVerify
  const SUMS = facts.files.sums
  const MOST_BYTES = facts.files.most_bytes
  const [END, ENTRY, FILE] = [0x06054b50, 0x02014b50, 0x04034b50]
  const [END_BYTES, ENTRY_BYTES, FILE_BYTES, LONGEST_COMMENT] = [22, 46, 30, 65535]
  const [STORED, DEFLATED] = [0, 8]

  /* What was given is no site that can be looked at. */
  class BadSite extends Error {}
  const bad = (code, values) => new BadSite(said(code, values))

  const viewOf = async (blob) => new DataView(await blob.arrayBuffer())

  /* {count, place} of the list of files; null when there is none. */
  const listIn = async (blob) => {
    const start = Math.max(0, blob.size - END_BYTES - LONGEST_COMMENT)
    const view = await viewOf(blob.slice(start))
    for (let at = view.byteLength - END_BYTES; at >= 0; at -= 1)
      if (view.getUint32(at, true) === END)
        return { count: view.getUint16(at + 10, true), place: view.getUint32(at + 16, true) }
    return null
  }

  /* {name, method, packed, size, place, next} of an entry; null when it is none, or locked. */
  const entryAt = (view, at) => {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return null
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const [packed, size, place] = [20, 24, 42].map((field) => view.getUint32(at + field, true))
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const text = new TextDecoder().decode(new Uint8Array(view.buffer, at + ENTRY_BYTES, name))
    if (flags & 1 || ![STORED, DEFLATED].includes(method)) return null
    return { name: text, method, packed, size, place, next: at + ENTRY_BYTES + name + extra + comment }
  }

  /* Every entry, or null. */
  const entriesIn = async (blob) => {
    const list = await listIn(blob)
    if (!list) return null
    const view = await viewOf(blob.slice(list.place))
    const entries = []
    for (let at = 0; entries.length < list.count; at = entries.at(-1).next) {
      const entry = entryAt(view, at)
      if (!entry) return null
      entries.push(entry)
    }
    return entries
  }

  /* An entry's content, as a file gives its own. */
  const unpacked = (archive, { method, packed, size, place }) => {
    const { blob } = archive
    const content = async () => {
      const head = await viewOf(blob.slice(place, place + FILE_BYTES))
      if (head.byteLength < FILE_BYTES || head.getUint32(0, true) !== FILE) return new Response("")
      const start = place + FILE_BYTES + head.getUint16(26, true) + head.getUint16(28, true)
      const part = blob.slice(start, start + packed)
      return new Response(method === STORED ? part : part.stream().pipeThrough(new DecompressionStream("deflate-raw")))
    }
    const read = async (as) => {
      try {
        return await (await content())[as]()
      } catch {
        throw bad("no-archive", { place: archive.path })
      }
    }
    return { size, text: () => read("text"), arrayBuffer: () => read("arrayBuffer") }
  }

  const leadsOut = (name) => name.startsWith("/") || name.includes("\\") || name.split("/").includes("..")

  /* Each name once, below one folder, and leading nowhere else. Throws BadSite. */
  const requirePlain = (names, place) => {
    const marks = names.filter((name) => nameOf({ path: name }) === SUMS)
    const prefix = marks.sort((one, other) => one.length - other.length)[0]?.slice(0, -SUMS.length) ?? ""
    const folded = names.map((name) => name.normalize("NFC").toLowerCase())
    const twice = folded.find((name, at) => folded.indexOf(name) !== at)
    if (twice !== undefined) throw bad("zip-twice", { place, name: twice })
    const beside = names.find((name) => !name.startsWith(prefix) || leadsOut(name))
    if (beside !== undefined) throw bad("zip-beside", { place, name: beside })
    if (!marks.length) throw bad("no-sums", { place, sums: SUMS })
  }

  /* {path, blob} of each file in a zip. Throws BadSite. */
  const unzipped = async (archive) => {
    const { path, blob } = archive
    const entries = await entriesIn(blob)
    if (!entries || !("DecompressionStream" in window)) throw bad("no-archive", { place: path })
    if (entries.reduce((sum, entry) => sum + entry.size, 0) > MOST_BYTES) throw bad("zip-large", { place: path })
    requirePlain(entries.map(({ name }) => name), path)
    const files = entries.filter(({ name }) => !name.endsWith("/"))
    return files.map((entry) => ({ path: entry.name, blob: unpacked(archive, entry) }))
  }

  Object.assign(window.ckVerify, { BadSite, unzipped })
})()
