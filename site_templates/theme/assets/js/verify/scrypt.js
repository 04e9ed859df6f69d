/* scrypt (RFC 7914): HMAC and PBKDF2 are the browser's, the rest is here. A word is 32 bits, the
   least byte first, as every browser's machine has it. */
(() => {
  "use strict"
  /* Steps after which the page may draw and answer. */
  const TURN = 4096
  const rest = () => new Promise((done) => setTimeout(done))

  /* Salsa20/8 of 16 words, in place (section 3). */
  const salsa = (words) => {
    let a = words[0], b = words[1], c = words[2], d = words[3], e = words[4], f = words[5], g = words[6], h = words[7]
    let i = words[8], j = words[9], k = words[10], l = words[11], m = words[12], n = words[13], o = words[14], p = words[15]
    let u = 0
    for (let round = 0; round < 8; round += 2) {
      u = (a + m) | 0; e ^= (u << 7) | (u >>> 25)
      u = (e + a) | 0; i ^= (u << 9) | (u >>> 23)
      u = (i + e) | 0; m ^= (u << 13) | (u >>> 19)
      u = (m + i) | 0; a ^= (u << 18) | (u >>> 14)
      u = (f + b) | 0; j ^= (u << 7) | (u >>> 25)
      u = (j + f) | 0; n ^= (u << 9) | (u >>> 23)
      u = (n + j) | 0; b ^= (u << 13) | (u >>> 19)
      u = (b + n) | 0; f ^= (u << 18) | (u >>> 14)
      u = (k + g) | 0; o ^= (u << 7) | (u >>> 25)
      u = (o + k) | 0; c ^= (u << 9) | (u >>> 23)
      u = (c + o) | 0; g ^= (u << 13) | (u >>> 19)
      u = (g + c) | 0; k ^= (u << 18) | (u >>> 14)
      u = (p + l) | 0; d ^= (u << 7) | (u >>> 25)
      u = (d + p) | 0; h ^= (u << 9) | (u >>> 23)
      u = (h + d) | 0; l ^= (u << 13) | (u >>> 19)
      u = (l + h) | 0; p ^= (u << 18) | (u >>> 14)
      u = (a + d) | 0; b ^= (u << 7) | (u >>> 25)
      u = (b + a) | 0; c ^= (u << 9) | (u >>> 23)
      u = (c + b) | 0; d ^= (u << 13) | (u >>> 19)
      u = (d + c) | 0; a ^= (u << 18) | (u >>> 14)
      u = (f + e) | 0; g ^= (u << 7) | (u >>> 25)
      u = (g + f) | 0; h ^= (u << 9) | (u >>> 23)
      u = (h + g) | 0; e ^= (u << 13) | (u >>> 19)
      u = (e + h) | 0; f ^= (u << 18) | (u >>> 14)
      u = (k + j) | 0; l ^= (u << 7) | (u >>> 25)
      u = (l + k) | 0; i ^= (u << 9) | (u >>> 23)
      u = (i + l) | 0; j ^= (u << 13) | (u >>> 19)
      u = (j + i) | 0; k ^= (u << 18) | (u >>> 14)
      u = (p + o) | 0; m ^= (u << 7) | (u >>> 25)
      u = (m + p) | 0; n ^= (u << 9) | (u >>> 23)
      u = (n + m) | 0; o ^= (u << 13) | (u >>> 19)
      u = (o + n) | 0; p ^= (u << 18) | (u >>> 14)
    }
    words[0] += a; words[1] += b; words[2] += c; words[3] += d
    words[4] += e; words[5] += f; words[6] += g; words[7] += h
    words[8] += i; words[9] += j; words[10] += k; words[11] += l
    words[12] += m; words[13] += n; words[14] += o; words[15] += p
  }

  /* scryptBlockMix (section 4): 2r blocks into as many, the even ones first. */
  const mix = (from, to, r, block) => {
    const end = 32 * r
    for (let at = 0; at < 16; at += 1) block[at] = from[end - 16 + at]
    for (let start = 0; start < end; start += 16) {
      for (let at = 0; at < 16; at += 1) block[at] ^= from[start + at]
      salsa(block)
      to.set(block, (start >> 5) * 16 + (start & 16 ? end / 2 : 0))
    }
  }

  /* scryptROMix (section 5) of one piece of 32r words, in place. */
  const romix = async (piece, n, r) => {
    const size = 32 * r
    const kept = new Int32Array(size * n)
    const block = new Int32Array(16)
    let [now, next] = [Int32Array.from(piece), new Int32Array(size)]
    for (let step = 0; step < 2 * n; step += 1) {
      if (step % TURN === 0) await rest()
      if (step < n) kept.set(now, step * size)
      else {
        const place = (now[size - 16] & (n - 1)) * size
        for (let at = 0; at < size; at += 1) now[at] ^= kept[place + at]
      }
      mix(now, next, r, block)
      ;[now, next] = [next, now]
    }
    piece.set(now)
  }

  const pbkdf2 = async (secret, salt, length) => {
    const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"])
    return crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: 1 }, key, 8 * length)
  }

  /* The `length` bytes of a secret and a salt, both bytes; section 6 names n, r and p. */
  window.ckVerify.scrypt = async (secret, salt, { n, r, p }, length) => {
    const pieces = new Int32Array(await pbkdf2(secret, salt, 128 * r * p))
    for (let place = 0; place < p; place += 1) await romix(pieces.subarray(32 * r * place, 32 * r * (place + 1)), n, r)
    return new Uint8Array(await pbkdf2(secret, pieces, length))
  }
})()
