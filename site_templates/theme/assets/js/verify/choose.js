/* The files that a reader chooses or drops: a folder, single files, or one zip of a site. */
(() => {
  "use strict"
  const { unzipped, number, BadSite } = window.ckVerify
  const LOST = "Không đọc được tệp: tệp đã bị sửa, dời hoặc xóa sau khi chọn. Hãy chọn lại."
  const ZIP = /\.zip$/i

  const element = (tag, words, name) => {
    const made = document.createElement(tag)
    if (words) made.textContent = words
    if (name) made.className = name
    return made
  }

  const opened = async (files) => (files.length === 1 && ZIP.test(files[0].path) ? unzipped(files[0]) : files)

  const walk = (entry) =>
    new Promise((done) => {
      if (entry.isFile) return entry.file((file) => done([{ path: entry.fullPath.slice(1), blob: file }]))
      const reader = entry.createReader()
      const inside = []
      const more = () =>
        reader.readEntries(async (entries) => {
          if (!entries.length) return done((await Promise.all(inside.map(walk))).flat())
          inside.push(...entries)
          more()
        })
      more()
    })

  /* {path, blob} of each file. Throws BadSite. */
  const chosenIn = (input) =>
    opened(Array.from(input.files, (file) => ({ path: file.webkitRelativePath || file.name, blob: file })))

  const dropped = async (event) => {
    const entries = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry()).filter(Boolean)
    return opened((await Promise.all(entries.map(walk))).flat())
  }

  /* Calls `take` with what gives the files that are dropped on an element. */
  const onDrop = (place, take) => {
    place.addEventListener("dragover", (event) => {
      event.preventDefault()
      place.classList.add("ck-drop--over")
    })
    place.addEventListener("dragleave", () => place.classList.remove("ck-drop--over"))
    place.addEventListener("drop", (event) => {
      event.preventDefault()
      place.classList.remove("ck-drop--over")
      take(dropped(event))
    })
  }

  /* Says beside the button of an input which file it has, or how many. */
  const tellCount = (input) => {
    const told = input.closest(".ck-file")?.querySelector(".ck-file__chosen")
    const files = input.files ?? []
    const words = files.length === 1 ? files[0].name : number(files.length) + " tệp"
    if (told) told.textContent = files.length ? words : "chưa chọn"
  }

  /* Why what was chosen cannot be looked at, in a sentence. Throws what is no fault of the files. */
  const refusal = (error) => {
    if (error instanceof BadSite) return error.message
    if (["NotReadableError", "NotFoundError"].includes(error.name)) return LOST
    throw error
  }

  Object.assign(window.ckVerify, { refusal, element, chosenIn, onDrop, tellCount })
})()
