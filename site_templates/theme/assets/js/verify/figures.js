/* The figures of a copy made again from its counts: sums, shares, medians and 90th percentiles. */
(() => {
  "use strict"
  const FIGURES = "du-lieu/figures.csv"
  const ADDED = [
    "received_count",
    "received_online_count",
    "carried_over_count",
    "ended_count",
    "early_count",
    "on_time_count",
    "overdue_count",
    "open_within_count",
    "open_overdue_count",
    "rejected_count",
    "withdrawn_count",
    "stopped_count",
    "supplemented_count",
  ]
  const PERCENTILES = [
    ["median_days", "trung vị", 1, 2],
    ["p90_days", "bách phân vị 90", 9, 10],
  ]
  const keyOf = (unit, procedure, field, quarter) => [unit, procedure, field, quarter].join("|")
  const keyOfRow = (row) => keyOf(row.unit_id, row.procedure_id, row.field, row.quarter)
  const placeOf = (row) =>
    FIGURES + ", " + ([row.quarter, row.unit_id, row.procedure_id, row.field].filter(Boolean).join(", ") || "toàn thành phố")

  /* The keys of all figures that a row of counts is part of, in one quarter or in all. */
  const keysOf = ({ unit_id: unit, procedure_id: procedure, field }, quarter) => [
    keyOf("", "", "", quarter),
    keyOf("", procedure, "", quarter),
    keyOf("", "", field, quarter),
    ...(unit ? [keyOf(unit, "", "", quarter), keyOf(unit, procedure, "", quarter), keyOf(unit, "", field, quarter)] : []),
  ]

  const summed = (counts) => {
    const sums = new Map()
    for (const row of counts)
      for (const key of keysOf(row, row.quarter)) {
        const sum = sums.get(key) || {}
        for (const name of ADDED) sum[name] = (sum[name] || 0) + Number(row[name])
        sums.set(key, sum)
      }
    return sums
  }

  const wrongSum = (row, sum) => {
    const other = ADDED.find((name) => Number(row[name]) !== (sum[name] || 0))
    if (other) return "cột " + other + " không bằng tổng các số đếm."
    const judged = sum.early_count + sum.on_time_count + sum.overdue_count + sum.open_overdue_count
    const share = judged ? (sum.early_count + sum.on_time_count) / judged : null
    const fits = share === null ? row.on_time_share === "" : Math.abs(Number(row.on_time_share) - share) <= 1e-9
    return fits ? "" : "tỷ lệ đúng hạn không khớp với các số đếm."
  }

  /* Dossiers by number of days, for every figure. */
  const byDays = (histogram) => {
    const found = new Map()
    for (const row of histogram)
      for (const quarter of [row.quarter, ""])
        for (const key of keysOf(row, quarter)) {
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
    for (const [column, words, part, whole] of PERCENTILES) {
      if (row[column] === "" && Number(row.ended_count) >= least) return words + " bị bỏ trống."
      if (row[column] !== "" && (!days || Number(row[column]) !== percentile(days, part, whole)))
        return words + " không khớp với bảng đếm theo số ngày."
    }
    return ""
  }

  const pairs = (rows, sentenceOf) => rows.map((row) => [placeOf(row), sentenceOf(row)]).filter(([, sentence]) => sentence)

  /* [place, sentence] of every quarter's figure that is not the sum of the counts. */
  window.ckSums = (counts, figures) => {
    const sums = summed(counts)
    return pairs(figures.filter((row) => row.quarter), (row) => wrongSum(row, sums.get(keyOfRow(row)) || {}))
  }

  /* [place, sentence] of every median and percentile that the histogram does not give. */
  window.ckPercentiles = (histogram, figures) => {
    const found = byDays(histogram)
    const shown = figures.filter((row) => row.median_days !== "").map((row) => Number(row.ended_count))
    const least = Math.min(...shown)
    return pairs(figures, (row) => wrongDays(row, found.get(keyOfRow(row)), least))
  }
})()
