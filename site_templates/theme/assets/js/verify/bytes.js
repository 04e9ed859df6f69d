/* Bytes as text and back. */
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

  const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))

  /* The bytes of a text in base64; null when it is none. */
  const fromBase64 = (text) => {
    try {
      return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    } catch {
      return null
    }
  }

  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  const same = (one, other) => one.length === other.length && one.every((byte, place) => byte === other[place])

  Object.assign(window.ckVerify, { utf8: (text) => encoder.encode(text), joined, base64, fromBase64, hex, same })
})()
