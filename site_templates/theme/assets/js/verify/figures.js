/* The figures of a copy made again from its counts: sums, shares and percentiles. */
(() => {
  "use strict"
  const { facts, titles, number, unknown, lookedAt, parseCsv, nameOf } = window.ckVerify
  const { table: FIGURES, counts: COUNTS, histogram: HISTOGRAM, unit_groups: GROUPS } = facts.figures
  const { added, shares, percentiles } = facts.figures
  const keyOf = (unit, procedure, field, quarter, group = "") => [unit, group, procedure, field, quarter].join("|")
  const keyOfRow = (row) => keyOf(row.unit_id, row.procedure_id, row.field, row.quarter, row.group_id)
  const placeOf = (row) =>
    FIGURES + ", " + ([row.quarter, row.unit_id, row.group_id, row.procedure_id, row.field].filter(Boolean).join(", ") || "toàn địa bàn")

  /* The keys of all figures that a row of counts is part of, in one quarter or in all; each scope
     counts the same dossiers once more, and that of overdue ones a part of them. Units of a group
     are counted together, too. */
  const keysOf = ({ scope, unit_id: unit, procedure_id: procedure, field }, quarter, groupOf) => {
    if (scope.startsWith("unit")) {
      const what = scope === "unit" ? "" : procedure
      const group = groupOf.get(unit)
      const together = group ? [keyOf("", what, "", quarter, group)] : []
      return unit ? [keyOf(unit, what, "", quarter), ...together] : []
    }
    if (scope !== "procedure") return []
    return new Set([keyOf("", "", "", quarter), keyOf("", procedure, "", quarter), keyOf("", "", field, quarter)])
  }

  const summed = (counts, groupOf) => {
    const sums = new Map()
    for (const row of counts)
      for (const key of keysOf(row, row.quarter, groupOf)) {
        const sum = sums.get(key) || {}
        for (const name of added) sum[name] = (sum[name] || 0) + Number(row[name])
        sums.set(key, sum)
      }
    return sums
  }

  /* A column that the copy does not have yet proves nothing. */
  const wrongSum = (row, sum) => {
    const other = added.find((name) => name in row && Number(row[name]) !== (sum[name] || 0))
    return other ? "cột " + other + " không bằng tổng các số đếm." : ""
  }

  const total = (row, columns) => columns.reduce((sum, name) => sum + Number(row[name]), 0)

  const isShare = (cell, part, whole) =>
    cell === "" || whole === 0 ? cell === "" && whole === 0 : Math.abs(Number(cell) - part / whole) <= 1e-9

  const wrongShare = (row) => {
    const known = Object.entries(shares).filter(([column, [, whole]]) => [column, ...whole].every((name) => name in row))
    const other = known.find(([column, [part, whole]]) => !isShare(row[column], total(row, part), total(row, whole)))
    return other ? "cột " + other[0] + " không khớp với các số đếm." : ""
  }

  /* Dossiers by number of days, for every figure. */
  const byDays = (histogram, groupOf) => {
    const found = new Map()
    for (const row of histogram)
      for (const quarter of new Set([row.quarter, ""]))
        for (const key of keysOf(row, quarter, groupOf)) {
          const days = found.get(key) || new Map()
          days.set(Number(row.days), (days.get(Number(row.days)) || 0) + Number(row.dossier_count))
          found.set(key, days)
        }
    return found
  }

  /* The least number of days by which `part` of `whole` parts had ended; whole numbers only. */
  const percentile = (days, part, whole) => {
    const all = [...days.values()].reduce((sum, count) => sum + count, 0)
    let ended = 0
    for (const day of [...days.keys()].sort((one, other) => one - other)) {
      ended += days.get(day)
      if (ended * whole >= all * part) return day
    }
    return null
  }

  const wrongDays = (row, days, least) => {
    for (const [column, words, part, whole] of percentiles) {
      if (row[column] === "" && Number(row.ended_count) >= least) return words + " bị bỏ trống."
      if (row[column] !== "" && (!days || Number(row[column]) !== percentile(days, part, whole)))
        return words + " không khớp với bảng đếm theo số ngày."
    }
    return ""
  }

  /* The fewest ended dossiers of which the copy gives a percentile. */
  const fewest = (figures) => {
    const shown = figures.filter((row) => percentiles.some(([column]) => row[column] !== ""))
    return Math.min(...shown.map((row) => Number(row.ended_count)))
  }

  const pairs = (rows, sentenceOf) => rows.map((row) => [placeOf(row), sentenceOf(row)]).filter(([, sentence]) => sentence)

  const findingsOf = (figures, counts, histogram, groups) => {
    const groupOf = new Map(groups.map((row) => [row.unit_id, row.group_id]))
    const [sums, days, least] = [summed(counts, groupOf), byDays(histogram, groupOf), fewest(figures)]
    return [
      ...pairs(figures.filter((row) => row.quarter), (row) => wrongSum(row, sums.get(keyOfRow(row)) || {})),
      ...pairs(figures, wrongShare),
      ...pairs(figures, (row) => wrongDays(row, days.get(keyOfRow(row)), least)),
    ]
  }

  window.ckVerify.checkFigures = async (read) => {
    const title = titles.figures
    const paths = [FIGURES, COUNTS, HISTOGRAM, GROUPS]
    const contents = await Promise.all(paths.map(read))
    if (contents.includes(null)) {
      const [last, ...others] = paths.map((path) => nameOf({ path })).reverse()
      return unknown(title, "Cần có " + others.reverse().join(", ") + " và " + last + " trong các tệp đã chọn.")
    }
    const [figures, ...counts] = contents.map(parseCsv)
    const right = " dòng số liệu tính lại đều khớp: tổng, tỷ lệ, trung vị, bách phân vị."
    return lookedAt(title, number(figures.length) + right, findingsOf(figures, ...counts), paths)
  }
})()
