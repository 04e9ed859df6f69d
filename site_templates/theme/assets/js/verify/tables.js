/* The tables of the open data against the edition that was closed with them. */
(() => {
  "use strict"
  const { facts, sha256, number, unknown, lookedAt } = window.ckVerify
  const DATA = facts.files.open_data

  /* The day of the copy's data, as its data package says it; empty when it does not. */
  const dayOf = (descriptor) => {
    try {
      return JSON.parse(descriptor).created.slice(0, 10)
    } catch {
      return ""
    }
  }

  const wrongTable = async (blob, digest, edition) => {
    if (!blob) return "không có trong các tệp đã chọn."
    return (await sha256(await blob.arrayBuffer())) === digest ? "" : "khác với bảng đã đóng trong kỳ " + edition + "."
  }

  window.ckVerify.checkTables = async (files, ledger, descriptor) => {
    const title = "Từng bảng dữ liệu so với kỳ đã đóng"
    const closing = ledger.lines.filter((line) => line.event === facts.ledger.closed).pop()
    if (!closing) return unknown(title, "Chưa có kỳ nào được đóng.")
    const { edition } = closing
    if (dayOf(descriptor) !== closing.on)
      return unknown(title, "Số liệu của trang không phải của ngày đóng kỳ " + edition + ", nên các bảng chưa vào sổ.")
    const tables = Object.entries(closing.facts.tables)
    const findings = []
    for (const [name, digest] of tables) {
      const sentence = await wrongTable(files.get(DATA + name), digest, edition)
      if (sentence) findings.push([DATA + name, sentence])
    }
    return lookedAt(title, number(tables.length) + " bảng đúng như khi đóng kỳ " + edition + ".", findings)
  }
})()
