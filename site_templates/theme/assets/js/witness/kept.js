/* The checkpoint that each key signed last, as this browser remembers it; never the only copy. */
(() => {
  "use strict"
  const { verifierText } = window.ckVerify
  const nameOf = ({ verifier }) => "congkhai-nhan-chung " + verifierText(verifier)

  /* The text, or null; a browser may remember nothing, or refuse to. */
  const recalled = (key) => {
    try {
      return localStorage.getItem(nameOf(key))
    } catch {
      return null
    }
  }

  const remember = (key, text) => {
    try {
      localStorage.setItem(nameOf(key), text)
    } catch {
      // the file that she saves is what counts
    }
  }

  Object.assign(window.ckVerify, { recalled, remember })
})()
