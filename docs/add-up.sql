-- Adds up the counts that many cities have published: one folder a city in the folder `nation`,
-- each with the three tables of counts from that city's /du-lieu/. In the sum a city is what a
-- unit is in a city: its folder's name stands in unit_id. The public steps of the method follow.
-- All cities have published the same quarters; what differs is seen in the last query below.
CREATE TABLE settings AS
SELECT 30 AS percentile_min_count;

CREATE TABLE dossier_counts AS
SELECT * EXCLUDE (filename) REPLACE (split_part(filename, '/', -2) AS unit_id)
FROM read_parquet('nation/*/dossier_counts.parquet', filename = true);

CREATE TABLE histogram AS
SELECT * EXCLUDE (filename) REPLACE (split_part(filename, '/', -2) AS unit_id)
FROM read_parquet('nation/*/histogram.parquet', filename = true);

CREATE TABLE phase_days AS
SELECT * FROM read_parquet('nation/*/phase_days.parquet');

SELECT unit_id AS city_of_other_quarters
FROM dossier_counts
GROUP BY unit_id
HAVING
    min(quarter) > (SELECT min(quarter) FROM dossier_counts)
    OR max(quarter) < (SELECT max(quarter) FROM dossier_counts);
