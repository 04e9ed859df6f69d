/* Merkle trees of RFC 6962 (section 2.1): hashes, roots, and proofs that an entry is in one. */
(() => {
  "use strict"
  const { utf8, joined, same } = window.ckVerify

  const hashOf = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)))
  const leafHash = (entry) => hashOf([0], entry)
  const nodeHash = (left, right) => hashOf([1], left, right)
  const half = (number) => Math.floor(number / 2)
  const exponent = (size) => 31 - Math.clz32(size)
  const isPower = (size) => (size & (size - 1)) === 0
  /* The largest power of two below a size. */
  const split = (size) => 1 << exponent(size - 1)

  /* The hashes above whole pairs. */
  const above = (nodes) =>
    Promise.all(Array.from({ length: half(nodes.length) }, (_, pair) => nodeHash(nodes[2 * pair], nodes[2 * pair + 1])))

  /* A tree over entries, lines of text, in their order. */
  const treeOf = async (lines) => {
    const size = lines.length
    const levels = [await Promise.all(lines.map((line) => leafHash(utf8(line))))]
    while (levels.at(-1).length > 1) levels.push(await above(levels.at(-1)))
    const edges = new Map() // roots up to the last leaf, of which every proof needs some

    const hashed = async (start, end) => {
      const middle = start + split(end - start)
      return nodeHash(await over(start, middle), await over(middle, end))
    }
    /* The root of the leaves from `start` to `end`. */
    const over = async (start, end) => {
      if (start === end) return hashOf()
      if (isPower(end - start)) return levels[exponent(end - start)][start / (end - start)]
      if (end < size) return hashed(start, end)
      if (!edges.has(start)) edges.set(start, await hashed(start, end))
      return edges.get(start)
    }
    const path = async (index, start, end) => {
      if (end - start === 1) return []
      const middle = start + split(end - start)
      const inLeft = index < middle
      const inside = inLeft ? await path(index, start, middle) : await path(index, middle, end)
      return [...inside, inLeft ? await over(middle, end) : await over(start, middle)]
    }
    return {
      size,
      node: (level, index) => levels[level][index],
      rootAt: (leaves) => over(0, leaves),
      inclusionProof: (index) => path(index, 0, size),
    }
  }

  /* Both places, moved up while the first stands on the left. */
  const upToLeft = (here, last) => {
    while (here % 2 === 0 && here) [here, last] = [half(here), half(last)]
    return [here, last]
  }

  /* True when a leaf's hash stands at `index` of a tree with that root (RFC 9162, section 2.1.3.2). */
  const isIncluded = async (leaf, index, size, proof, root) => {
    if (index >= size) return false
    let [here, last, found] = [index, size - 1, leaf]
    for (const other of proof) {
      if (last === 0) return false
      if (here % 2 || here === last) {
        found = await nodeHash(other, found)
        ;[here, last] = upToLeft(here, last)
      } else found = await nodeHash(found, other)
      ;[here, last] = [half(here), half(last)]
    }
    return last === 0 && same(found, root)
  }

  Object.assign(window.ckVerify, { treeOf, leafHash, isIncluded })
})()
