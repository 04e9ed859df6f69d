-- Adds up the counts that many cities have published: one folder a city in the folder `nation`,
-- each with the three tables of counts from that city's /du-lieu/. In the sum a city is what a
-- unit is in a city: its folder's name stands in unit_id. The public steps of the method follow.
-- Cities have published no group of fewer dossiers than their smallest_count, and only sums of
-- published groups are made here: no group is told that a city did not tell.
-- All cities have published the same quarters; what differs is seen in the last query below.
CREATE TABLE settings AS
SELECT 30 AS percentile_min_count;

-- Only rows of procedures add up to a city; those of its units count the same dossiers again.
CREATE VIEW city_counts AS
SELECT * EXCLUDE (filename) REPLACE (split_part(filename, '/', -2) AS unit_id)
FROM read_parquet('nation/*/dossier_counts.parquet', filename = true)
WHERE scope = 'procedure';

CREATE VIEW city_days AS
SELECT * EXCLUDE (filename) REPLACE (split_part(filename, '/', -2) AS unit_id)
FROM read_parquet('nation/*/histogram.parquet', filename = true)
WHERE scope = 'procedure';

CREATE TABLE dossier_counts AS
SELECT * REPLACE (NULL AS unit_id)
FROM city_counts
UNION ALL
SELECT * REPLACE ('unit' AS scope, NULL AS procedure_id, NULL AS field)
FROM city_counts;

CREATE TABLE histogram AS
SELECT * REPLACE (NULL AS unit_id)
FROM city_days
UNION ALL
SELECT * REPLACE ('unit' AS scope, NULL AS procedure_id, NULL AS field)
FROM city_days;

-- Cities are not compared with one another: what is alike of units need not be so of cities.
CREATE TABLE unit_groups AS
SELECT
    CAST(NULL AS VARCHAR) AS unit_id,
    CAST(NULL AS VARCHAR) AS group_id
WHERE false;

CREATE TABLE phase_days AS
SELECT * FROM read_parquet('nation/*/phase_days.parquet');

SELECT unit_id AS city_of_other_quarters
FROM city_counts
GROUP BY unit_id
HAVING
    min(quarter) > (SELECT min(quarter) FROM city_counts)
    OR max(quarter) < (SELECT max(quarter) FROM city_counts);
