-- Bước 7. Từ số đếm đến số liệu: cộng các bảng đã công bố theo từng cách chia (đơn vị, nhóm đơn vị,
-- thủ tục, lĩnh vực, quý). Từ bước này ai cũng chạy lại được, không cần một hồ sơ nào.
-- Số của toàn địa bàn, của lĩnh vực, của thủ tục cộng từ các dòng procedure; số của đơn vị từ các dòng
-- unit; số của một thủ tục ở một đơn vị từ các dòng
-- unit_procedure; số của một nhóm đơn vị từ các dòng của những đơn vị trong nhóm.
-- Cách chia không theo quý là cả thời gian: hồ sơ đang giải quyết thì lấy vào cuối quý cuối cùng,
-- hồ sơ kỳ trước chuyển sang thì lấy của quý đầu tiên, để không hồ sơ nào bị đếm hai lần.

-- Mỗi số liệu cộng từ loại dòng nào, chia theo những gì: 1 là chia, 0 là không.
CREATE VIEW cuts AS
SELECT
    'procedure' AS scope,
    0 AS by_unit,
    0 AS by_group,
    0 AS by_procedure,
    0 AS by_field
UNION ALL
SELECT
    'procedure' AS scope,
    0 AS by_unit,
    0 AS by_group,
    1 AS by_procedure,
    0 AS by_field
UNION ALL
SELECT
    'procedure' AS scope,
    0 AS by_unit,
    0 AS by_group,
    0 AS by_procedure,
    1 AS by_field
UNION ALL
SELECT
    'unit' AS scope,
    1 AS by_unit,
    0 AS by_group,
    0 AS by_procedure,
    0 AS by_field
UNION ALL
SELECT
    'unit_procedure' AS scope,
    1 AS by_unit,
    0 AS by_group,
    1 AS by_procedure,
    0 AS by_field
UNION ALL
SELECT
    'unit' AS scope,
    0 AS by_unit,
    1 AS by_group,
    0 AS by_procedure,
    0 AS by_field
UNION ALL
SELECT
    'unit_procedure' AS scope,
    0 AS by_unit,
    1 AS by_group,
    1 AS by_procedure,
    0 AS by_field;

-- Mỗi dòng đếm vào những số liệu nào.
CREATE VIEW cut_counts AS
SELECT
    dossier_counts.*,
    CASE WHEN cuts.by_unit = 1 THEN dossier_counts.unit_id END AS cut_unit_id,
    CASE WHEN cuts.by_group = 1 THEN unit_groups.group_id END AS cut_group_id,
    CASE WHEN cuts.by_procedure = 1 THEN dossier_counts.procedure_id END AS cut_procedure_id,
    CASE WHEN cuts.by_field = 1 THEN dossier_counts.field END AS cut_field
FROM dossier_counts
INNER JOIN cuts ON dossier_counts.scope = cuts.scope
LEFT JOIN unit_groups ON dossier_counts.unit_id = unit_groups.unit_id
WHERE
    (cuts.by_unit = 0 OR dossier_counts.unit_id IS NOT NULL)
    AND (cuts.by_group = 0 OR unit_groups.group_id IS NOT NULL)
    AND (cuts.by_procedure = 0 OR dossier_counts.procedure_id IS NOT NULL)
    AND (cuts.by_field = 0 OR dossier_counts.field IS NOT NULL);

-- Mỗi dòng ấy, một lần cho quý của nó (period) và một lần, period để trống, cho cả thời gian.
-- is_first, is_last: 1 là được tính hồ sơ kỳ trước chuyển sang, hồ sơ còn mở; 0 là không. Quý đầu, quý
-- cuối là của những quý mà số liệu ấy có.
CREATE VIEW spanned_counts AS
WITH spans AS (
    SELECT
        cut_unit_id,
        cut_group_id,
        cut_procedure_id,
        cut_field,
        min(quarter) AS first_quarter,
        max(quarter) AS last_quarter
    FROM cut_counts
    GROUP BY cut_unit_id, cut_group_id, cut_procedure_id, cut_field
)

SELECT
    cut_counts.*,
    quarter AS period,
    1 AS is_first,
    1 AS is_last
FROM cut_counts
UNION ALL
SELECT
    cut_counts.*,
    CAST(NULL AS VARCHAR) AS period,
    CASE WHEN cut_counts.quarter = spans.first_quarter THEN 1 ELSE 0 END AS is_first,
    CASE WHEN cut_counts.quarter = spans.last_quarter THEN 1 ELSE 0 END AS is_last
FROM cut_counts
INNER JOIN spans
    ON
        cut_counts.cut_unit_id IS NOT DISTINCT FROM spans.cut_unit_id
        AND cut_counts.cut_group_id IS NOT DISTINCT FROM spans.cut_group_id
        AND cut_counts.cut_procedure_id IS NOT DISTINCT FROM spans.cut_procedure_id
        AND cut_counts.cut_field IS NOT DISTINCT FROM spans.cut_field;

CREATE VIEW counts AS
SELECT
    cut_unit_id AS unit_id,
    cut_group_id AS group_id,
    cut_procedure_id AS procedure_id,
    cut_field AS field,
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
GROUP BY cut_unit_id, cut_group_id, cut_procedure_id, cut_field, period;

-- Số hồ sơ đã kết thúc sau từng số ngày làm việc, theo từng cách chia.
CREATE VIEW days_by_cut AS
WITH spanned_days AS (
    SELECT
        histogram.*,
        quarter AS period
    FROM histogram
    UNION ALL
    SELECT
        histogram.*,
        CAST(NULL AS VARCHAR) AS period
    FROM histogram
)

SELECT
    CASE WHEN cuts.by_unit = 1 THEN spanned_days.unit_id END AS unit_id,
    CASE WHEN cuts.by_group = 1 THEN unit_groups.group_id END AS group_id,
    CASE WHEN cuts.by_procedure = 1 THEN spanned_days.procedure_id END AS procedure_id,
    CASE WHEN cuts.by_field = 1 THEN spanned_days.field END AS field,
    spanned_days.period AS quarter,
    spanned_days.days,
    sum(spanned_days.dossier_count) AS dossier_count
FROM spanned_days
INNER JOIN cuts ON spanned_days.scope = cuts.scope
LEFT JOIN unit_groups ON spanned_days.unit_id = unit_groups.unit_id
WHERE
    (cuts.by_unit = 0 OR spanned_days.unit_id IS NOT NULL)
    AND (cuts.by_group = 0 OR unit_groups.group_id IS NOT NULL)
    AND (cuts.by_procedure = 0 OR spanned_days.procedure_id IS NOT NULL)
    AND (cuts.by_field = 0 OR spanned_days.field IS NOT NULL)
GROUP BY
    CASE WHEN cuts.by_unit = 1 THEN spanned_days.unit_id END,
    CASE WHEN cuts.by_group = 1 THEN unit_groups.group_id END,
    CASE WHEN cuts.by_procedure = 1 THEN spanned_days.procedure_id END,
    CASE WHEN cuts.by_field = 1 THEN spanned_days.field END,
    spanned_days.period,
    spanned_days.days;

-- Trung vị và bách phân vị 90: số ngày làm việc nhỏ nhất mà đến đó ít nhất một nửa, chín phần mười
-- số hồ sơ đã kết thúc. Cộng dồn từ ít ngày đến nhiều ngày, chỉ dùng số nguyên.
CREATE VIEW percentiles AS
WITH running AS (
    SELECT
        *,
        sum(dossier_count) OVER (
            PARTITION BY unit_id, group_id, procedure_id, field, quarter ORDER BY days
        ) AS ended_so_far,
        sum(dossier_count) OVER (
            PARTITION BY unit_id, group_id, procedure_id, field, quarter
        ) AS ended_in_all
    FROM days_by_cut
)

SELECT
    unit_id,
    group_id,
    procedure_id,
    field,
    quarter,
    min(CASE WHEN ended_so_far * 2 >= ended_in_all THEN days END) AS median_days,
    min(CASE WHEN ended_so_far * 10 >= ended_in_all * 9 THEN days END) AS p90_days
FROM running
GROUP BY unit_id, group_id, procedure_id, field, quarter;

-- Tỷ lệ đúng hạn = (trước hạn + đúng hạn) / (đã kết thúc + đang giải quyết mà quá hạn), chỉ trong
-- số hồ sơ có hạn. Không có hồ sơ nào thì không có tỷ lệ; trong quý không tiếp nhận và không trả hồ
-- sơ nào, chỉ còn hồ sơ cũ đang mở, thì cũng không có tỷ lệ: 0% khi ấy không nói lên điều gì.
-- Từ chối, rút, dừng, bổ sung: tỷ lệ trong số đã kết thúc. Không có phiếu xin lỗi: tỷ lệ trong số
-- quá hạn, kể cả đang giải quyết. Các tỷ lệ này đứng cạnh tỷ lệ đúng hạn, để thấy nếu tỷ lệ đúng hạn
-- đẹp lên nhờ từ chối, dừng hay bắt bổ sung.
CREATE TABLE figures AS
SELECT
    counts.*,
    CASE
        WHEN received_count + ended_count > 0
            THEN
                (early_count + on_time_count)
                / nullif(early_count + on_time_count + overdue_count + open_overdue_count, 0)
    END AS on_time_share,
    CASE
        WHEN received_count + ended_count > 0
            THEN strict_on_time_count / nullif(strict_on_time_count + strict_overdue_count, 0)
    END AS strict_on_time_share,
    CASE
        WHEN received_count + ended_count > 0
            THEN legal_on_time_count / nullif(legal_on_time_count + legal_overdue_count, 0)
    END AS legal_on_time_share,
    CASE
        WHEN received_count + ended_count > 0
            THEN
                shortened_on_time_count
                / nullif(shortened_on_time_count + shortened_overdue_count, 0)
    END AS shortened_on_time_share,
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
        AND counts.group_id IS NOT DISTINCT FROM percentiles.group_id
        AND counts.procedure_id IS NOT DISTINCT FROM percentiles.procedure_id
        AND counts.field IS NOT DISTINCT FROM percentiles.field
        AND counts.quarter IS NOT DISTINCT FROM percentiles.quarter;

-- Số đếm cho biểu đồ: mỗi thủ tục, mỗi quý, bao nhiêu hồ sơ xong sau bao nhiêu ngày làm việc, và
-- trong đó bao nhiêu hồ sơ quá hạn của chính nó.
CREATE TABLE day_counts AS
SELECT
    procedure_id,
    quarter,
    days,
    sum(CASE WHEN scope = 'procedure' THEN dossier_count ELSE 0 END) AS count,
    sum(CASE WHEN scope = 'procedure_overdue' THEN dossier_count ELSE 0 END) AS overdue_count
FROM histogram
WHERE scope IN ('procedure', 'procedure_overdue') AND procedure_id IS NOT NULL
GROUP BY procedure_id, quarter, days;
