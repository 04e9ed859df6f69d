/* The files against SHA256SUMS: changed, missing, put in. */
(() => {
  "use strict"
  const { facts, titles, said, sha256, number, eachOf, lookedAt } = window.ckVerify
  const { sums: SUMS, signature: SIGNATURE, sums_head: HEAD } = facts.files
  const nameOf = (file) => file.path.split("/").pop()

  /* Files by their path in the site; of single files, by the listed path that ends with their name. */
  const laidOut = (chosen, listed) => {
    const found = new Map()
    const marks = chosen.filter((file) => nameOf(file) === SUMS)
    const sums = marks.sort((one, other) => one.path.length - other.path.length)[0]
    const root = sums ? sums.path.slice(0, -SUMS.length) : ""
    const whole = chosen.some((file) => file.path.includes("/"))
    for (const file of chosen) {
      if (whole && !file.path.startsWith(root)) continue
      const path = whole ? file.path.slice(root.length) : file.path
      const places = whole ? [path] : listed.filter((one) => one === path || one.endsWith("/" + path))
      found.set(places.length === 1 ? places[0] : path, file.blob)
    }
    return { files: found, whole }
  }

  const parseSums = (content) => {
    const lines = content.split("\n")
    const head = lines.find((line) => line.startsWith(HEAD)) || ""
    const pairs = lines
      .filter((line) => /^[0-9a-f]{64}  ./.test(line))
      .map((line) => [line.slice(66), line.slice(0, 64)])
    return { head: head.slice(HEAD.length), hashes: new Map(pairs) }
  }

  const wrongFile = async (path, blob, listed) => {
    if (!listed) return said("file-added", { sums: SUMS })
    return (await sha256(await blob.arrayBuffer())) === listed ? "" : said("file-changed")
  }

  const checkFiles = async (files, sums, whole) => {
    const looked = [...files].filter(([path]) => path !== SUMS && path !== SIGNATURE)
    const told = await eachOf(looked, async ([path, blob]) => [path, await wrongFile(path, blob, sums.hashes.get(path))])
    const findings = told.filter(([, sentence]) => sentence)
    const same = looked.length - findings.length
    if (whole)
      for (const path of sums.hashes.keys())
        if (!files.has(path)) findings.push([path, said("file-missing")])
    const rest = whole ? "" : " Mới xem các tệp đã chọn; muốn xem cả trang thì chọn thư mục."
    return lookedAt(titles.files, said("files-right", { count: number(same), sums: SUMS }) + rest, findings)
  }

  Object.assign(window.ckVerify, { nameOf, laidOut, parseSums, checkFiles })
})()
