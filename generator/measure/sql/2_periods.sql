-- Bước 2. Các kỳ số liệu: từng quý, từ quý có hồ sơ đầu tiên đến quý của ngày số liệu (as_of).
-- Kỳ cuối kết thúc vào ngày số liệu, dù quý chưa hết.
CREATE TABLE periods AS
WITH named_days AS (
    SELECT
        days.day,
        CAST(year(days.day) AS VARCHAR) || '-Q' || CAST(quarter(days.day) AS VARCHAR) AS quarter
    FROM days
    CROSS JOIN settings
    WHERE NOT days.is_around_the_clock AND days.day <= settings.as_of
)

SELECT
    quarter,
    min(day) AS first_day,
    max(day) AS last_day
FROM named_days
GROUP BY quarter
HAVING max(day) >= (SELECT min(received_day) FROM dossiers)
ORDER BY quarter;
