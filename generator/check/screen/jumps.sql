-- Jumps that no administration makes, as rows (code, file, field, count, total, value), asked of
-- `seen`: the dossiers, or of very many some, with each moment and whether it has a time.

-- Every moment that has a time, of each column.
CREATE OR REPLACE TEMP VIEW timed AS
SELECT file, 'received_at' AS field, received AS moment, by_hand FROM seen WHERE received_timed
UNION ALL
SELECT file, 'promised_at', promised, false FROM seen WHERE promised_timed
UNION ALL
SELECT file, 'returned_at', returned, by_hand FROM seen WHERE returned_timed;

-- Days of one column that were exported with a time that is none: midnight, or one and the same.
WITH times AS (
  SELECT file, field, CAST(moment AS TIME) AS written, count(*) AS here FROM timed GROUP BY ALL
),
columns AS (
  SELECT
    file, field, sum(here) AS total,
    coalesce(sum(here) FILTER (WHERE written = TIME '00:00:00'), 0) AS midnights,
    max_by(written, here) AS usual, max(here) AS usually
  FROM times GROUP BY file, field
)
SELECT
  CASE WHEN midnights >= least_midnights() AND midnights >= total * midnight_share()
    THEN 'moments-at-midnight' ELSE 'moments-at-one-time' END,
  file, field,
  CASE WHEN midnights >= least_midnights() AND midnights >= total * midnight_share()
    THEN midnights ELSE usually END,
  total, left(CAST(usual AS VARCHAR), 5)
FROM columns
WHERE (midnights >= least_midnights() AND midnights >= total * midnight_share())
  OR (usually >= least_alike() AND usually >= total * alike_share()
    AND NOT (field = 'promised_at' AND usual >= closing_time()));

-- Times that a counter is shut, in bulk: a clock of another time zone.
SELECT
  'moments-at-night', file, field, count(*) FILTER (WHERE NOT is_day) AS nights, count(*), ''
FROM (
  SELECT *, CAST(moment AS TIME) >= opening() AND CAST(moment AS TIME) < shutting() AS is_day
  FROM timed WHERE by_hand AND CAST(moment AS TIME) <> TIME '00:00:00'
)
GROUP BY file, field
HAVING nights >= least_alike() AND nights >= count(*) * night_share();

-- One day for most of a file. Where a file is a day's, many are so, and nothing is odd.
WITH days AS (
  SELECT file, 'received_at' AS field, CAST(received AS DATE) AS day FROM seen
  UNION ALL
  SELECT file, 'returned_at', CAST(returned AS DATE) FROM seen
),
counted AS (
  SELECT file, field, day, count(*) AS here FROM days WHERE day IS NOT NULL GROUP BY ALL
),
columns AS (
  SELECT file, field, max_by(day, here) AS usual, max(here) AS usually, sum(here) AS total
  FROM counted GROUP BY file, field
)
SELECT 'days-alike', file, field, usually, total, CAST(usual AS VARCHAR)
FROM columns
WHERE usually >= least_bulk() AND usually >= total * bulk_share()
QUALIFY count(*) OVER (PARTITION BY field) <= daily_files();

-- One number of days between receipt and return for most of a file.
WITH counted AS (
  SELECT file, date_diff('day', received, returned) AS days, count(*) AS here
  FROM seen WHERE returned IS NOT NULL AND received IS NOT NULL GROUP BY ALL
),
files AS (
  SELECT file, max_by(days, here) AS usual, max(here) AS usually, sum(here) AS total
  FROM counted GROUP BY file
)
SELECT 'durations-alike', file, 'returned_at', usually, total, CAST(usual AS VARCHAR)
FROM files
WHERE usually >= least_bulk()
  AND ((usual >= 2 AND usually >= total * bulk_share())
    OR (usual = 1 AND usually >= total * alike_share()));

-- One outcome, and not the usual one, for nearly all of a file. What was received of late may
-- all be pending.
WITH counted AS (
  SELECT file, outcome, count(*) AS here
  FROM seen
  WHERE outcome <> 'pending' OR received < CAST(today() AS TIMESTAMP) - INTERVAL 90 DAY
  GROUP BY ALL
),
files AS (
  SELECT file, max_by(outcome, here) AS usual, max(here) AS usually, sum(here) AS total
  FROM counted GROUP BY file
)
SELECT 'outcomes-alike', file, 'outcome', usually, total, usual
FROM files
WHERE usual <> 'granted' AND usually >= least_bulk() AND usually >= total * alike_share();

-- Sundays and holidays, in bulk. Saturdays are left out, for some offices work on them, and so is
-- what was sent in online.
WITH days AS (
  SELECT file, 'received_at' AS field, received AS moment FROM seen WHERE by_hand
  UNION ALL
  SELECT file, 'promised_at', promised FROM seen WHERE closes
  UNION ALL
  SELECT file, 'returned_at', returned FROM seen WHERE by_hand
),
told AS (
  SELECT file, field, isodow(moment) = 7 OR (isodow(moment) < 6
    AND worked_until(moment) = worked_until(moment - INTERVAL 1 DAY)) AS is_off
  FROM days WHERE moment IS NOT NULL
)
SELECT 'days-off-in-bulk', file, field, count(*) FILTER (WHERE is_off) AS off, count(*), ''
FROM told GROUP BY file, field
HAVING off >= least_alike() AND off >= count(*) * day_off_share();

-- The same dossier under several ids: all but the id is equal, to the minute.
SELECT
  'dossiers-twice', max_by(file, twins), 'dossier_id', sum(twins), sum(total), ''
FROM (
  SELECT file, count(*) FILTER (WHERE turn > 1) AS twins, count(*) AS total
  FROM (
    SELECT file, twin, row_number() OVER (PARTITION BY twin ORDER BY file) AS turn
    FROM seen WHERE twin IS NOT NULL
  )
  GROUP BY file
)
HAVING sum(twins) >= least_alike() AND sum(twins) >= sum(total) * twin_share();

-- Dossiers received by unit and quarter, beside what the unit usually has: the median of its other
-- quarters. Of the quarter that today lies in, only a part can have been received. A mistyped year
-- would make thousands of quarters: a day to come, or of forty years ago, is told elsewhere.
CREATE OR REPLACE TEMP VIEW unit_quarters AS
WITH received AS (
  SELECT unit_id, date_trunc('quarter', received) AS quarter, count(*) AS here
  FROM seen
  WHERE received BETWEEN after_today() - INTERVAL 40 YEAR AND after_today() GROUP BY ALL
),
quarters AS (
  SELECT CAST(unnest(generate_series(first, last, INTERVAL 3 MONTH)) AS TIMESTAMP) AS quarter
  FROM (SELECT min(quarter) AS first, max(quarter) AS last FROM received)
),
grid AS (
  SELECT unit.unit_id, quarters.quarter, coalesce(received.here, 0) AS here
  FROM unit CROSS JOIN quarters
  LEFT JOIN received ON received.unit_id = unit.unit_id AND received.quarter = quarters.quarter
  WHERE coalesce(unit.valid_from <= quarters.quarter, true)
    AND coalesce(unit.gone >= quarters.quarter + INTERVAL 3 MONTH, true)
)
SELECT
  grid.unit_id, grid.quarter, grid.here,
  year(grid.quarter) || '-Q' || quarter(grid.quarter) AS name,
  median(others.here) AS usual,
  median(others.here) * least(1, date_diff('day', grid.quarter, after_today()) / 91) AS expected
FROM grid INNER JOIN grid AS others
  ON grid.unit_id = others.unit_id AND grid.quarter <> others.quarter
GROUP BY grid.unit_id, grid.quarter, grid.here;

-- A quarter without a dossier of a unit that otherwise has many; of most units, the city's.
WITH missing AS (
  SELECT *, here = 0 AS is_missing, count(*) FILTER (WHERE here = 0) OVER of_quarter AS units,
    units * 2 > count(*) OVER of_quarter AS of_city
  FROM unit_quarters WHERE expected >= least_usual()
  WINDOW of_quarter AS (PARTITION BY quarter)
)
SELECT
  CASE WHEN any_value(of_city) THEN 'quarter-missing' ELSE 'unit-quarter-missing' END,
  NULL, 'received_at', max(units), CAST(median(usual) AS BIGINT),
  string_agg(DISTINCT name, ', ' ORDER BY name)
  || CASE WHEN any_value(of_city) THEN '' ELSE ' ' || any_value(unit_id) END
FROM missing WHERE is_missing
GROUP BY of_city, CASE WHEN of_city THEN '' ELSE unit_id END;

-- Ten times what a unit usually has in a quarter, or a tenth.
SELECT 'unit-quarter-jump', NULL, 'unit_id', here, CAST(usual AS BIGINT), name || ' ' || unit_id
FROM unit_quarters
WHERE (usual >= least_daily() AND here >= usual * jump_times())
  OR (here > 0 AND here * jump_times() <= expected AND expected >= least_bulk());

-- A unit without any dossier whose like all have many.
WITH counted AS (
  SELECT unit.unit_id, unit.kind, count(seen.unit_id) AS here
  FROM unit LEFT JOIN seen ON unit.unit_id = seen.unit_id
  WHERE coalesce(unit.valid_from <= (SELECT min(received) FROM seen), true)
    AND coalesce(unit.gone >= (SELECT max(received) FROM seen), true)
  GROUP BY ALL
)
SELECT
  'unit-without-dossiers', NULL, 'unit_id', count(*) FILTER (WHERE here >= least_usual()) OVER of_kind
    AS busy, count(*) OVER of_kind AS alike, unit_id
FROM counted
WINDOW of_kind AS (PARTITION BY kind)
QUALIFY here = 0 AND alike >= 5 AND busy >= alike * most_units();

-- Receipts at the counter by day, beside the usual number of a working day.
CREATE OR REPLACE TEMP VIEW counter_days AS
WITH received AS (
  SELECT CAST(received AS DATE) AS day, count(*) AS here FROM seen
  WHERE by_hand AND received BETWEEN after_today() - INTERVAL 40 YEAR AND after_today()
  GROUP BY ALL
),
days AS (
  SELECT CAST(unnest(generate_series(first, last, INTERVAL 1 DAY)) AS DATE) AS day
  FROM (SELECT CAST(min(day) AS TIMESTAMP) AS first, CAST(max(day) AS TIMESTAMP) AS last FROM received)
)
SELECT
  days.day, coalesce(here, 0) AS here, isodow(days.day) < 6 AS is_weekday,
  worked_until(days.day) > worked_until(days.day - 1) AS is_working,
  median(coalesce(here, 0)) FILTER (WHERE isodow(days.day) < 6) OVER () AS usual
FROM days LEFT JOIN received ON days.day = received.day;

-- Days that the calendar calls off, and on which the counters were as busy as ever.
SELECT
  'days-off-worked', NULL, 'received_at', count(*) FILTER (WHERE here * 2 >= usual) AS worked,
  count(*), left(string_agg(CAST(day AS VARCHAR), ', ' ORDER BY day) FILTER (WHERE here * 2 >= usual), 58)
FROM counter_days WHERE is_weekday AND NOT is_working AND usual >= least_daily()
HAVING worked > 0;

-- Days that the calendar calls working days, several on end, and on which nothing came in at all.
WITH idle AS (
  SELECT *, row_number() OVER (ORDER BY day) - row_number() OVER (PARTITION BY here = 0 ORDER BY day) AS run
  FROM counter_days WHERE is_working AND usual >= least_daily()
)
SELECT
  'working-days-idle', NULL, 'received_at', count(*) AS days, CAST(any_value(usual) AS BIGINT),
  CAST(min(day) AS VARCHAR) || ' – ' || CAST(max(day) AS VARCHAR)
FROM idle WHERE here = 0 GROUP BY run HAVING days >= idle_days() ORDER BY days DESC, min(day) LIMIT 5
