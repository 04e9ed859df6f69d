-- Bước 8. Trước và sau khi đổi thời hạn. Rút ngắn trên giấy có nhanh hơn thật không: mỗi thủ tục,
-- hồ sơ tiếp nhận khi còn thời hạn ban đầu (before) và từ khi thời hạn mới có hiệu lực (after) đã
-- mất bao nhiêu ngày làm việc.
-- Trung vị và bách phân vị 90 tính như ở bước 7; ít hồ sơ thì chỉ có số đếm.
CREATE TABLE before_after AS
WITH days_by_phase AS (
    SELECT
        procedure_id,
        phase,
        days,
        sum(dossier_count) AS dossier_count
    FROM phase_days
    GROUP BY procedure_id, phase, days
),

running AS (
    SELECT
        *,
        sum(dossier_count) OVER (PARTITION BY procedure_id, phase ORDER BY days) AS ended_so_far,
        sum(dossier_count) OVER (PARTITION BY procedure_id, phase) AS ended_in_all
    FROM days_by_phase
),

taken AS (
    SELECT
        procedure_id,
        phase,
        max(ended_in_all) AS ended_count,
        min(CASE WHEN ended_so_far * 2 >= ended_in_all THEN days END) AS median_days,
        min(CASE WHEN ended_so_far * 10 >= ended_in_all * 9 THEN days END) AS p90_days
    FROM running
    GROUP BY procedure_id, phase
)

SELECT
    taken.procedure_id,
    taken.phase,
    taken.ended_count,
    CASE
        WHEN taken.ended_count >= settings.percentile_min_count THEN taken.median_days
    END AS median_days,
    CASE
        WHEN taken.ended_count >= settings.percentile_min_count THEN taken.p90_days
    END AS p90_days
FROM taken
CROSS JOIN settings;
