/* The rows of a CSV file, each with its cells by column. */
(() => {
  "use strict"
  /* Cells by row; a quoted cell may hold commas, line ends and doubled quotes. */
  const cellsOf = (content) => {
    const rows = [[""]]
    let quoted = false
    const add = (letter) => (rows.at(-1)[rows.at(-1).length - 1] += letter)
    for (let at = 0; at < content.length; at += 1) {
      const letter = content[at]
      if (quoted) {
        if (letter !== '"') add(letter)
        else if (content[at + 1] === '"') add(content[(at += 1)])
        else quoted = false
      } else if (letter === '"') quoted = true
      else if (letter === ",") rows.at(-1).push("")
      else if (letter === "\n") rows.push([""])
      else add(letter)
    }
    return rows
  }

  const isEmpty = (cells) => cells.length === 1 && cells[0] === ""

  window.ckVerify.parseCsv = (content) => {
    const rows = cellsOf(content)
    if (isEmpty(rows.at(-1))) rows.pop()
    const names = rows.shift() || []
    return rows.map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place] || ""])))
  }
})()
