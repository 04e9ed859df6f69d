/* Which page a report is about: handed on in the address, written into letter and form. */
(() => {
  const about = new URLSearchParams(location.search).get("ve") ?? ""
  if (!/^[a-z0-9][a-z0-9/-]{0,99}$/.test(about)) return
  for (const place of document.querySelectorAll("[data-ck-about-name]")) place.textContent = about
  for (const note of document.querySelectorAll("[data-ck-about]")) note.hidden = false
  for (const letter of document.querySelectorAll("[data-ck-mail]"))
    letter.href = letter.href.replace(encodeURIComponent(letter.dataset.ckMail), encodeURIComponent(about))
  for (const form of document.querySelectorAll("[data-ck-form]"))
    form.href = `${form.getAttribute("href")}?ve=${about}`
})()
