-- Bước 6. Từ số đếm đến số liệu: cộng các bảng đã công bố theo từng cách chia (đơn vị, thủ tục, lĩnh
-- vực, quý). Từ bước này ai cũng chạy lại được, không cần một hồ sơ nào.
-- Cách chia không theo quý là cả thời gian: hồ sơ đang giải quyết thì lấy vào cuối quý cuối cùng,
-- hồ sơ kỳ trước chuyển sang thì lấy của quý đầu tiên, để không hồ sơ nào bị đếm hai lần.

-- Mỗi dòng đếm, một lần cho quý của nó (period) và một lần, period để trống, cho cả thời gian.
-- is_first, is_last: 1 là được tính hồ sơ kỳ trước chuyển sang, hồ sơ còn mở; 0 là không.
CREATE VIEW spanned_counts AS
WITH span AS (
    SELECT
        min(quarter) AS first_quarter,
        max(quarter) AS last_quarter
    FROM dossier_counts
)

SELECT
    dossier_counts.*,
    quarter AS period,
    1 AS is_first,
    1 AS is_last
FROM dossier_counts
UNION ALL
SELECT
    dossier_counts.*,
    CAST(NULL AS VARCHAR) AS period,
    CASE WHEN dossier_counts.quarter = span.first_quarter THEN 1 ELSE 0 END AS is_first,
    CASE WHEN dossier_counts.quarter = span.last_quarter THEN 1 ELSE 0 END AS is_last
FROM dossier_counts
CROSS JOIN span;

CREATE VIEW counts AS
SELECT
    unit_id,
    procedure_id,
    field,
    period AS quarter,
    sum(received_count) AS received_count,
    sum(received_online_count) AS received_online_count,
    sum(carried_over_count * is_first) AS carried_over_count,
    sum(ended_count) AS ended_count,
    sum(early_count) AS early_count,
    sum(on_time_count) AS on_time_count,
    sum(overdue_count) AS overdue_count,
    sum(open_within_count * is_last) AS open_within_count,
    sum(open_overdue_count * is_last) AS open_overdue_count,
    sum(ended_no_deadline_count + open_no_deadline_count * is_last) AS no_deadline_count,
    sum(rejected_count) AS rejected_count,
    sum(withdrawn_count) AS withdrawn_count,
    sum(stopped_count) AS stopped_count,
    sum(supplemented_count) AS supplemented_count,
    sum(
        ended_without_apology_count + open_without_apology_count * is_last
    ) AS overdue_without_apology_count,
    sum(strict_on_time_count) AS strict_on_time_count,
    sum(ended_strict_overdue_count + open_strict_overdue_count * is_last) AS strict_overdue_count,
    sum(legal_on_time_count) AS legal_on_time_count,
    sum(ended_legal_overdue_count + open_legal_overdue_count * is_last) AS legal_overdue_count,
    sum(shortened_on_time_count) AS shortened_on_time_count,
    sum(
        ended_shortened_overdue_count + open_shortened_overdue_count * is_last
    ) AS shortened_overdue_count,
    sum(
        ended_due_unconfirmed_count + open_due_unconfirmed_count * is_last
    ) AS on_time_unconfirmed_count,
    sum(
        ended_due_unconfirmed_count + open_strict_unconfirmed_count * is_last
    ) AS strict_unconfirmed_count,
    sum(
        ended_legal_unconfirmed_count + open_legal_unconfirmed_count * is_last
    ) AS legal_unconfirmed_count,
    sum(
        ended_shortened_unconfirmed_count + open_shortened_unconfirmed_count * is_last
    ) AS shortened_unconfirmed_count
FROM spanned_counts
GROUP BY GROUPING SETS (
    (period),
    (unit_id, period),
    (procedure_id, period),
    (unit_id, procedure_id, period),
    (field, period),
    (unit_id, field, period)
)
HAVING NOT (GROUPING(unit_id) = 0 AND unit_id IS NULL);

-- Số hồ sơ đã kết thúc sau từng số ngày làm việc, theo từng cách chia.
CREATE VIEW days_by_cut AS
WITH spanned_days AS (
    SELECT unit_id, procedure_id, field, quarter, days, dossier_count
    FROM histogram
    UNION ALL
    SELECT unit_id, procedure_id, field, NULL AS quarter, days, dossier_count
    FROM histogram
)

SELECT
    unit_id,
    procedure_id,
    field,
    quarter,
    days,
    sum(dossier_count) AS dossier_count
FROM spanned_days
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
