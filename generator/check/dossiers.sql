-- Findings in dossiers: (code, file, row, field, value, other).
-- Text that is not shaped like a moment is left to the shape check.
-- A date alone means the start of that day for a receipt, and its end for anything due or done.
CREATE TEMP MACRO shaped(text) AS
  regexp_full_match(text, '\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?');

CREATE TEMP MACRO unreal(text) AS
  CASE WHEN length(text) = 10 THEN 'date-unreal' ELSE 'moment-unreal' END;

CREATE TEMP MACRO moment(text, hour_of_date) AS CASE
  WHEN NOT shaped(text) OR text LIKE '0000%' OR text[12:13] = '24' THEN NULL
  ELSE try_cast(text || CASE WHEN length(text) = 10 THEN hour_of_date ELSE '' END AS TIMESTAMP)
END;

CREATE TEMP TABLE moments AS
SELECT
  *,
  moment(received_at, ' 00:00:00') AS received,
  moment(promised_at, ' 23:59:59') AS promised,
  moment(returned_at, ' 23:59:59') AS returned
FROM dossier;

SELECT unreal(received_at) AS code, file, row, 'received_at' AS field, received_at AS value, '' AS other
FROM moments WHERE shaped(received_at) AND received IS NULL
UNION ALL
SELECT unreal(promised_at), file, row, 'promised_at', promised_at, ''
FROM moments WHERE shaped(promised_at) AND promised IS NULL
UNION ALL
SELECT unreal(returned_at), file, row, 'returned_at', returned_at, ''
FROM moments WHERE shaped(returned_at) AND returned IS NULL
UNION ALL
SELECT 'returned-before-received', file, row, 'returned_at', returned_at, received_at
FROM moments WHERE returned < received
UNION ALL
SELECT 'promised-before-received', file, row, 'promised_at', promised_at, received_at
FROM moments WHERE promised::DATE < received::DATE
UNION ALL
SELECT 'date-in-future', file, row, 'received_at', received_at, $as_of
FROM moments WHERE received::DATE > $as_of::DATE
UNION ALL
SELECT 'date-in-future', file, row, 'returned_at', returned_at, $as_of
FROM moments WHERE returned::DATE > $as_of::DATE
UNION ALL
SELECT 'pending-returned', file, row, 'returned_at', returned_at, ''
FROM moments WHERE outcome = 'pending' AND returned_at <> ''
UNION ALL
SELECT 'ended-unreturned', file, row, 'returned_at', outcome, ''
FROM moments
WHERE outcome IN ('granted', 'rejected', 'withdrawn', 'stopped') AND returned_at = ''
UNION ALL
SELECT 'unit-out-of-years', file, row, 'received_at', received_at, unit.years
FROM moments JOIN unit USING (unit_id)
WHERE received::DATE NOT BETWEEN unit.valid_from AND unit.valid_to
