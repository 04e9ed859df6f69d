-- Bước 6. Số liệu: cộng bảng đếm theo từng cách chia (đơn vị, thủ tục, lĩnh vực, quý).
-- Cách chia không theo quý là cả thời gian: hồ sơ đang giải quyết thì lấy vào cuối quý cuối cùng,
-- hồ sơ kỳ trước chuyển sang thì lấy của quý đầu tiên, để không hồ sơ nào bị đếm hai lần.

-- Mỗi ô của bảng đếm, một lần cho quý của nó và một lần (quarter để trống) cho cả thời gian.
CREATE VIEW cells AS
WITH span AS (
    SELECT
        min(quarter) AS first_quarter,
        max(quarter) AS last_quarter
    FROM histogram
)

SELECT * FROM histogram
UNION ALL
SELECT
    histogram.unit_id,
    histogram.procedure_id,
    histogram.field,
    NULL AS quarter,
    CASE
        WHEN histogram.origin = 'new' OR histogram.quarter = span.first_quarter THEN histogram.origin
    END AS origin,
    histogram.is_online,
    histogram.has_ended,
    histogram.outcome,
    CASE
        WHEN histogram.has_ended OR histogram.quarter = span.last_quarter THEN histogram.verdict
    END AS verdict,
    CASE
        WHEN histogram.has_ended OR histogram.quarter = span.last_quarter THEN histogram.strict_verdict
    END AS strict_verdict,
    CASE
        WHEN histogram.has_ended OR histogram.quarter = span.last_quarter THEN histogram.legal_verdict
    END AS legal_verdict,
    CASE
        WHEN histogram.has_ended OR histogram.quarter = span.last_quarter THEN histogram.shortened_verdict
    END AS shortened_verdict,
    histogram.is_supplemented,
    histogram.is_apologised,
    histogram.is_unconfirmed,
    histogram.phase,
    histogram.days,
    histogram.dossier_count
FROM histogram
CROSS JOIN span;

-- Số hồ sơ đã kết thúc sau từng số ngày làm việc: theo đơn vị và thủ tục, rồi theo từng cách chia.
CREATE TABLE base_days AS
SELECT
    unit_id,
    procedure_id,
    field,
    quarter,
    days,
    sum(dossier_count) AS dossier_count
FROM cells
WHERE has_ended
GROUP BY unit_id, procedure_id, field, quarter, days;

CREATE VIEW days_by_cut AS
SELECT
    unit_id,
    procedure_id,
    field,
    quarter,
    days,
    sum(dossier_count) AS dossier_count
FROM base_days
GROUP BY GROUPING SETS (
    (quarter, days),
    (unit_id, quarter, days),
    (procedure_id, quarter, days),
    (unit_id, procedure_id, quarter, days),
    (field, quarter, days),
    (unit_id, field, quarter, days)
)
HAVING NOT (GROUPING(unit_id) = 0 AND unit_id IS NULL);

-- Trung vị và bách phân vị 90: số ngày làm việc nhỏ nhất mà đến đó ít nhất một nửa, chín phần mười
-- số hồ sơ đã kết thúc. Cộng dồn từ ít ngày đến nhiều ngày, chỉ dùng số nguyên.
CREATE VIEW percentiles AS
WITH running AS (
    SELECT
        *,
        sum(dossier_count) OVER (
            PARTITION BY unit_id, procedure_id, field, quarter ORDER BY days
        ) AS ended_so_far,
        sum(dossier_count) OVER (
            PARTITION BY unit_id, procedure_id, field, quarter
        ) AS ended_in_all
    FROM days_by_cut
)

SELECT
    unit_id,
    procedure_id,
    field,
    quarter,
    min(CASE WHEN ended_so_far * 2 >= ended_in_all THEN days END) AS median_days,
    min(CASE WHEN ended_so_far * 10 >= ended_in_all * 9 THEN days END) AS p90_days
FROM running
GROUP BY unit_id, procedure_id, field, quarter;

-- Cộng trước theo từng đơn vị, thủ tục và kỳ, rồi mới chia các cách.
CREATE TABLE base_counts AS
SELECT
    unit_id,
    procedure_id,
    field,
    quarter,
    coalesce(sum(dossier_count) FILTER (WHERE origin = 'new'), 0) AS received_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE origin = 'new' AND is_online), 0
    ) AS received_online_count,
    coalesce(sum(dossier_count) FILTER (WHERE origin = 'carried_over'), 0) AS carried_over_count,
    coalesce(sum(dossier_count) FILTER (WHERE has_ended), 0) AS ended_count,
    coalesce(sum(dossier_count) FILTER (WHERE verdict = 'early'), 0) AS early_count,
    coalesce(sum(dossier_count) FILTER (WHERE verdict = 'on_time'), 0) AS on_time_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE has_ended AND verdict = 'overdue'), 0
    ) AS overdue_count,
    coalesce(sum(dossier_count) FILTER (WHERE verdict = 'within'), 0) AS open_within_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE NOT has_ended AND verdict = 'overdue'), 0
    ) AS open_overdue_count,
    coalesce(sum(dossier_count) FILTER (WHERE verdict = 'no_deadline'), 0) AS no_deadline_count,
    coalesce(sum(dossier_count) FILTER (WHERE outcome = 'rejected'), 0) AS rejected_count,
    coalesce(sum(dossier_count) FILTER (WHERE outcome = 'withdrawn'), 0) AS withdrawn_count,
    coalesce(sum(dossier_count) FILTER (WHERE outcome = 'stopped'), 0) AS stopped_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE has_ended AND is_supplemented), 0
    ) AS supplemented_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE verdict = 'overdue' AND NOT is_apologised), 0
    ) AS overdue_without_apology_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE strict_verdict = 'on_time'), 0
    ) AS strict_on_time_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE strict_verdict = 'overdue'), 0
    ) AS strict_overdue_count,
    coalesce(sum(dossier_count) FILTER (WHERE legal_verdict = 'on_time'), 0) AS legal_on_time_count,
    coalesce(sum(dossier_count) FILTER (WHERE legal_verdict = 'overdue'), 0) AS legal_overdue_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE shortened_verdict = 'on_time'), 0
    ) AS shortened_on_time_count,
    coalesce(
        sum(dossier_count) FILTER (WHERE shortened_verdict = 'overdue'), 0
    ) AS shortened_overdue_count,
    coalesce(
        sum(dossier_count) FILTER (
            WHERE is_unconfirmed AND legal_verdict IN ('on_time', 'overdue')
        ),
        0
    ) AS legal_unconfirmed_count,
    coalesce(
        sum(dossier_count) FILTER (
            WHERE is_unconfirmed AND shortened_verdict IN ('on_time', 'overdue')
        ),
        0
    ) AS shortened_unconfirmed_count
FROM cells
GROUP BY unit_id, procedure_id, field, quarter;

CREATE VIEW counts AS
SELECT
    unit_id,
    procedure_id,
    field,
    quarter,
    sum(received_count) AS received_count,
    sum(received_online_count) AS received_online_count,
    sum(carried_over_count) AS carried_over_count,
    sum(ended_count) AS ended_count,
    sum(early_count) AS early_count,
    sum(on_time_count) AS on_time_count,
    sum(overdue_count) AS overdue_count,
    sum(open_within_count) AS open_within_count,
    sum(open_overdue_count) AS open_overdue_count,
    sum(no_deadline_count) AS no_deadline_count,
    sum(rejected_count) AS rejected_count,
    sum(withdrawn_count) AS withdrawn_count,
    sum(stopped_count) AS stopped_count,
    sum(supplemented_count) AS supplemented_count,
    sum(overdue_without_apology_count) AS overdue_without_apology_count,
    sum(strict_on_time_count) AS strict_on_time_count,
    sum(strict_overdue_count) AS strict_overdue_count,
    sum(legal_on_time_count) AS legal_on_time_count,
    sum(legal_overdue_count) AS legal_overdue_count,
    sum(shortened_on_time_count) AS shortened_on_time_count,
    sum(shortened_overdue_count) AS shortened_overdue_count,
    sum(legal_unconfirmed_count) AS legal_unconfirmed_count,
    sum(shortened_unconfirmed_count) AS shortened_unconfirmed_count
FROM base_counts
GROUP BY GROUPING SETS (
    (quarter),
    (unit_id, quarter),
    (procedure_id, quarter),
    (unit_id, procedure_id, quarter),
    (field, quarter),
    (unit_id, field, quarter)
)
HAVING NOT (GROUPING(unit_id) = 0 AND unit_id IS NULL);

-- Tỷ lệ đúng hạn = (trước hạn + đúng hạn) / (đã kết thúc + đang giải quyết mà quá hạn), chỉ trong
-- số hồ sơ có hạn. Không có hồ sơ nào thì không có tỷ lệ.
-- Từ chối, rút, dừng, bổ sung: tỷ lệ trong số đã kết thúc. Không có phiếu xin lỗi: tỷ lệ trong số
-- quá hạn, kể cả đang giải quyết. Các tỷ lệ này đứng cạnh tỷ lệ đúng hạn, để thấy nếu tỷ lệ đúng hạn
-- đẹp lên nhờ từ chối, dừng hay bắt bổ sung.
CREATE TABLE figures AS
SELECT
    counts.*,
    (early_count + on_time_count)
    / nullif(early_count + on_time_count + overdue_count + open_overdue_count, 0) AS on_time_share,
    strict_on_time_count
    / nullif(strict_on_time_count + strict_overdue_count, 0) AS strict_on_time_share,
    legal_on_time_count
    / nullif(legal_on_time_count + legal_overdue_count, 0) AS legal_on_time_share,
    shortened_on_time_count
    / nullif(shortened_on_time_count + shortened_overdue_count, 0) AS shortened_on_time_share,
    rejected_count / nullif(ended_count, 0) AS rejected_share,
    withdrawn_count / nullif(ended_count, 0) AS withdrawn_share,
    stopped_count / nullif(ended_count, 0) AS stopped_share,
    supplemented_count / nullif(ended_count, 0) AS supplemented_share,
    overdue_without_apology_count
    / nullif(overdue_count + open_overdue_count, 0) AS overdue_without_apology_share,
    CASE
        WHEN counts.ended_count >= settings.percentile_min_count THEN percentiles.median_days
    END AS median_days,
    CASE
        WHEN counts.ended_count >= settings.percentile_min_count THEN percentiles.p90_days
    END AS p90_days
FROM counts
CROSS JOIN settings
LEFT JOIN percentiles
    ON
        counts.unit_id IS NOT DISTINCT FROM percentiles.unit_id
        AND counts.procedure_id IS NOT DISTINCT FROM percentiles.procedure_id
        AND counts.field IS NOT DISTINCT FROM percentiles.field
        AND counts.quarter IS NOT DISTINCT FROM percentiles.quarter;
