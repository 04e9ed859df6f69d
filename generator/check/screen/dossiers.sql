-- Findings in dossiers: (code, file, row, field, value, other).
-- Text that is not shaped like a moment is left to the shape check.
-- A date alone means the start of that day for a receipt, and its end for anything due or done.
CREATE TEMP MACRO shaped(text) AS
  regexp_full_match(text, '\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?');

CREATE TEMP MACRO unreal(text) AS
  CASE WHEN length(text) = 10 THEN 'date-unreal' ELSE 'moment-unreal' END;

CREATE TEMP MACRO any_moment(text) AS CASE
  WHEN NOT shaped(text) OR text < '0001' OR text LIKE '___________24%' THEN NULL
  ELSE try_cast(text AS TIMESTAMP)
END;

-- Null for anything but a day there is, with or without a time there is. The two usual ways of
-- writing are read without the look at the form, which costs most: numbers may be short there and
-- have blanks around, but not within this length, with figures at both ends.
CREATE TEMP MACRO moment(text, seconds_of_date) AS CASE
  WHEN strlen(text) = 16 AND text >= '0001' AND substr(text, 16, 1) >= '0'
    THEN coalesce(try_strptime(text, '%Y-%m-%dT%H:%M'), any_moment(text))
  WHEN strlen(text) = 10 AND text >= '0001' AND text LIKE '____-__-__'
    THEN try_cast(text AS TIMESTAMP) + to_seconds(seconds_of_date)
  ELSE any_moment(text)
END;

-- Working days up to a day, itself included; null outside the calendar's years.
CREATE TEMP MACRO worked_until(moment) AS
  getvariable('worked')[date_diff('day', getvariable('first_known_day'), CAST(moment AS DATE)) + 1];

-- Working days that a dossier has been open, the day of receipt not counted, until it was returned
-- or until today; all days at a unit that never closes, and where the calendar does not know them.
CREATE TEMP MACRO days_open(received, returned, never_closes) AS coalesce(
  CASE WHEN never_closes THEN NULL
    ELSE worked_until(coalesce(returned, CAST(today() AS TIMESTAMP))) - worked_until(received) END,
  date_diff('day', received, coalesce(returned, CAST(today() AS TIMESTAMP)))
);

CREATE OR REPLACE TEMP VIEW filtered AS
WITH moments AS (
  SELECT
    *,
    moment(received_at, 0) AS received,
    moment(promised_at, 86399) AS promised,
    moment(returned_at, 86399) AS returned
  FROM dossier
),
faults AS (
  SELECT
    moments.*,
    CASE WHEN received IS NULL THEN shaped(received_at) ELSE false END AS received_unreal,
    CASE WHEN promised IS NULL THEN shaped(promised_at) ELSE false END AS promised_unreal,
    CASE WHEN returned IS NULL THEN shaped(returned_at) ELSE false END AS returned_unreal,
    returned < received AS returned_before_received,
    promised < date_trunc('day', received) AS promised_before_received,
    CASE WHEN apology_on <> '' THEN try_cast(apology_on AS DATE) < CAST(received AS DATE)
      ELSE false END AS apology_before_received,
    CASE WHEN rescheduled_to <> ''
      THEN try_cast(left(rescheduled_to, 10) AS DATE)
        < coalesce(try_cast(apology_on AS DATE), CAST(received AS DATE))
      ELSE false END AS rescheduled_too_early,
    received >= after_today() AS received_in_future,
    returned >= after_today() AS returned_in_future,
    outcome = 'pending' AND returned_at <> '' AS pending_returned,
    outcome IN ('granted', 'rejected', 'withdrawn', 'stopped') AND returned_at = '' AS unreturned,
    received < unit.valid_from OR received >= unit.gone AS out_of_years,
    CASE WHEN supplement_days > '0'
      THEN try_cast(supplement_days AS BIGINT) > days_open(received, returned, unit.never_closes)
      ELSE false END AS paused_too_long,
    unit.unit_id AS known_unit,
    coalesce(unit.never_closes, false) AS never_closes
  FROM moments LEFT JOIN unit ON moments.unit_id = unit.unit_id
)
SELECT
  *,
  coalesce(
    received_unreal OR promised_unreal OR returned_unreal OR returned_before_received
    OR promised_before_received OR received_in_future OR returned_in_future OR pending_returned
    OR unreturned OR out_of_years OR paused_too_long OR apology_before_received
    OR rescheduled_too_early, false
  ) AS is_wrong,
  least(received, promised, returned) AS first_day,
  greatest(received, promised, returned) AS last_day
FROM faults;

CREATE TEMP TABLE wrong AS SELECT * FROM filtered WHERE is_wrong;

SELECT unreal(received_at) AS code, file, row, 'received_at' AS field, received_at AS value, '' AS other
FROM wrong WHERE received_unreal
UNION ALL
SELECT unreal(promised_at), file, row, 'promised_at', promised_at, ''
FROM wrong WHERE promised_unreal
UNION ALL
SELECT unreal(returned_at), file, row, 'returned_at', returned_at, ''
FROM wrong WHERE returned_unreal
UNION ALL
SELECT 'returned-before-received', file, row, 'returned_at', returned_at, received_at
FROM wrong WHERE returned_before_received
UNION ALL
SELECT 'promised-before-received', file, row, 'promised_at', promised_at, received_at
FROM wrong WHERE promised_before_received
UNION ALL
SELECT 'apology-before-received', file, row, 'apology_on', apology_on, received_at
FROM wrong WHERE apology_before_received
UNION ALL
SELECT 'rescheduled-too-early', file, row, 'rescheduled_to', rescheduled_to,
  CASE WHEN apology_on = '' THEN received_at ELSE apology_on END
FROM wrong WHERE rescheduled_too_early
UNION ALL
SELECT 'date-in-future', file, row, 'received_at', received_at, today()
FROM wrong WHERE received_in_future
UNION ALL
SELECT 'date-in-future', file, row, 'returned_at', returned_at, today()
FROM wrong WHERE returned_in_future
UNION ALL
SELECT 'pending-returned', file, row, 'returned_at', returned_at, ''
FROM wrong WHERE pending_returned
UNION ALL
SELECT 'ended-unreturned', file, row, 'returned_at', outcome, ''
FROM wrong WHERE unreturned
UNION ALL
SELECT 'unit-out-of-years', file, row, 'received_at', received_at, known_unit
FROM wrong WHERE out_of_years
UNION ALL
SELECT 'paused-too-long', file, row, 'supplement_days', supplement_days,
  CAST(days_open(received, returned, never_closes) AS VARCHAR)
FROM wrong
WHERE paused_too_long AND NOT coalesce(received_in_future OR returned_before_received, false)
