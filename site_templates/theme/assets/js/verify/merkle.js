/* The root of a Merkle tree (RFC 6962, section 2.1), and the checkpoint that says it. */
(() => {
  "use strict"
  const encoder = new TextEncoder()

  const joined = (...parts) => {
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    let place = 0
    for (const part of parts) {
      bytes.set(part, place)
      place += part.length
    }
    return bytes
  }

  const hashOf = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)))
  const leafHash = (line) => hashOf([0], encoder.encode(line))
  const nodeHash = (left, right) => hashOf([1], left, right)

  /* Nodes in pairs, a last one alone goes up as it is: the same tree as the definition's. */
  const above = (nodes) =>
    Promise.all(
      Array.from({ length: Math.ceil(nodes.length / 2) }, (_, pair) => {
        const [left, right] = nodes.slice(2 * pair, 2 * pair + 2)
        return right ? nodeHash(left, right) : left
      })
    )

  /* The root over lines of text, in base64. */
  const rootOf = async (lines) => {
    if (!lines.length) return btoa(String.fromCharCode(...(await hashOf())))
    let nodes = await Promise.all(lines.map(leafHash))
    while (nodes.length > 1) nodes = await above(nodes)
    return btoa(String.fromCharCode(...nodes[0]))
  }

  /* {origin, size, root} of a checkpoint's text (C2SP tlog-checkpoint); null when it is none. */
  const parseCheckpoint = (content) => {
    const match = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n\n(— [^\n]+\n)*$/.exec(content)
    return match && { origin: match[1], size: Number(match[2]), root: match[3] }
  }

  const textOf = ({ origin, size, root }) => [origin, size, root, ""].join("\n")

  Object.assign(window.ckVerify, { rootOf, parseCheckpoint, textOf })
})()
