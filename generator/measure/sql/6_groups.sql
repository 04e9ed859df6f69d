-- Bước 6. Giữ số của quý đã đóng và bảo vệ nhóm nhỏ. Không dòng nào được công bố mà đếm ít hơn số hồ sơ
-- tối thiểu (smallest_count), cũng không phép trừ nào giữa các dòng, giữa hai quý liền nhau, giữa hai kỳ công bố
-- được phép chỉ ra một nhóm ít hơn thế.

-- Quý đã đóng (closed_quarters) thì số của từng ô là số lúc đóng kỳ (closed_cells, closed_days), dù hồ sơ
-- của quý ấy về sau có được sửa, thêm hay bớt. Sửa một hồ sơ mà số đổi ngay thì so hai kỳ là ra hồ sơ ấy. Đến
-- lần đóng kỳ sau, ô nào khác đi từ số hồ sơ tối thiểu trở lên mới được đếm lại.
CREATE TABLE kept_cells AS
SELECT cells.*
FROM cells
LEFT JOIN closed_quarters ON cells.quarter = closed_quarters.quarter
WHERE closed_quarters.quarter IS NULL
UNION ALL
SELECT closed_cells.*
FROM closed_cells;

CREATE TABLE kept_days AS
SELECT cell_days.*
FROM cell_days
LEFT JOIN closed_quarters ON cell_days.quarter = closed_quarters.quarter
WHERE closed_quarters.quarter IS NULL
UNION ALL
SELECT closed_days.*
FROM closed_days;

-- Ô nào của quý đã đóng nay đếm ra khác: ít nhất bao nhiêu hồ sơ khác đi (changed_count), thêm bớt bao nhiêu
-- hồ sơ mới, bao nhiêu hồ sơ kỳ trước chuyển sang.
CREATE TABLE changed_cells AS
WITH signed_cells AS (
    SELECT
        cells.*,
        1 AS sign
    FROM cells
    INNER JOIN closed_quarters ON cells.quarter = closed_quarters.quarter
    UNION ALL
    SELECT
        closed_cells.*,
        -1 AS sign
    FROM closed_cells
),

signed_days AS (
    SELECT
        cell_days.*,
        1 AS sign
    FROM cell_days
    INNER JOIN closed_quarters ON cell_days.quarter = closed_quarters.quarter
    UNION ALL
    SELECT
        closed_days.*,
        -1 AS sign
    FROM closed_days
),

-- Thủ tục đổi từ nhạy cảm sang không, hay ngược lại, thì nay đếm theo cách khác nên không so được.
otherwise_counted AS (
    SELECT DISTINCT
        closed_cells.procedure_id,
        closed_cells.quarter
    FROM closed_cells
    INNER JOIN procedures ON closed_cells.procedure_id = procedures.procedure_id
    WHERE (closed_cells.unit_id IS NULL) <> procedures.is_sensitive
),

moved_days AS (
    SELECT
        unit_id,
        procedure_id,
        quarter,
        phase,
        days,
        sum(sign * dossier_count) AS dossier_change,
        abs(sum(sign * overdue_count)) AS overdue_change,
        abs(sum(sign * day_off_online_count)) AS day_off_online_change,
        abs(sum(sign * day_off_in_person_count)) AS day_off_in_person_change
    FROM signed_days
    GROUP BY unit_id, procedure_id, quarter, phase, days
),

changes AS (
    SELECT
        unit_id,
        procedure_id,
        quarter,
        sum(sign * received_count) AS received_change,
        sum(sign * carried_over_count) AS carried_over_change,
        greatest(
            abs(sum(sign * received_count)),
            abs(sum(sign * received_online_count)),
            abs(sum(sign * carried_over_count)),
            abs(sum(sign * ended_count)),
            abs(sum(sign * early_count)),
            abs(sum(sign * on_time_count)),
            abs(sum(sign * overdue_count)),
            abs(sum(sign * ended_no_deadline_count)),
            abs(sum(sign * open_within_count)),
            abs(sum(sign * open_overdue_count)),
            abs(sum(sign * open_no_deadline_count)),
            abs(sum(sign * rejected_count)),
            abs(sum(sign * withdrawn_count)),
            abs(sum(sign * stopped_count)),
            abs(sum(sign * supplemented_count)),
            abs(sum(sign * ended_without_apology_count)),
            abs(sum(sign * open_without_apology_count)),
            abs(sum(sign * strict_on_time_count)),
            abs(sum(sign * ended_strict_overdue_count)),
            abs(sum(sign * open_strict_overdue_count)),
            abs(sum(sign * legal_on_time_count)),
            abs(sum(sign * ended_legal_overdue_count)),
            abs(sum(sign * open_legal_overdue_count)),
            abs(sum(sign * shortened_on_time_count)),
            abs(sum(sign * ended_shortened_overdue_count)),
            abs(sum(sign * open_shortened_overdue_count)),
            abs(sum(sign * ended_due_unconfirmed_count)),
            abs(sum(sign * open_due_unconfirmed_count)),
            abs(sum(sign * open_strict_unconfirmed_count)),
            abs(sum(sign * ended_legal_unconfirmed_count)),
            abs(sum(sign * open_legal_unconfirmed_count)),
            abs(sum(sign * ended_shortened_unconfirmed_count)),
            abs(sum(sign * open_shortened_unconfirmed_count))
        ) AS changed_count
    FROM signed_cells
    GROUP BY unit_id, procedure_id, quarter
    UNION ALL
    SELECT
        unit_id,
        procedure_id,
        quarter,
        0 AS received_change,
        0 AS carried_over_change,
        greatest(
            sum(greatest(dossier_change, 0)),
            sum(greatest(-dossier_change, 0)),
            max(overdue_change),
            max(day_off_online_change),
            max(day_off_in_person_change)
        ) AS changed_count
    FROM moved_days
    GROUP BY unit_id, procedure_id, quarter
    UNION ALL
    SELECT
        signed_cells.unit_id,
        signed_cells.procedure_id,
        signed_cells.quarter,
        0 AS received_change,
        0 AS carried_over_change,
        greatest(
            abs(sum(sign * letter_owed_1_count)),
            abs(sum(sign * letter_owed_2_count)),
            abs(sum(sign * letter_owed_3_count)),
            abs(sum(sign * letter_in_time_1_count)),
            abs(sum(sign * letter_in_time_2_count)),
            abs(sum(sign * letter_in_time_3_count)),
            abs(sum(sign * letter_late_1_count)),
            abs(sum(sign * letter_late_2_count)),
            abs(sum(sign * letter_late_3_count)),
            abs(sum(sign * new_day_kept_1_count)),
            abs(sum(sign * new_day_kept_2_count)),
            abs(sum(sign * new_day_kept_3_count)),
            abs(sum(sign * new_day_broken_1_count)),
            abs(sum(sign * new_day_broken_2_count)),
            abs(sum(sign * new_day_broken_3_count)),
            abs(sum(sign * new_day_pending_count))
        ) AS changed_count
    FROM signed_cells
    INNER JOIN closed_quarters ON signed_cells.quarter = closed_quarters.quarter
    WHERE closed_quarters.counts_letters
    GROUP BY signed_cells.unit_id, signed_cells.procedure_id, signed_cells.quarter
)

SELECT
    changes.unit_id,
    changes.procedure_id,
    changes.quarter,
    CAST(sum(changes.received_change) AS BIGINT) AS received_change,
    CAST(sum(changes.carried_over_change) AS BIGINT) AS carried_over_change,
    CAST(max(changes.changed_count) AS BIGINT) AS changed_count
FROM changes
LEFT JOIN otherwise_counted
    ON
        changes.procedure_id = otherwise_counted.procedure_id
        AND changes.quarter = otherwise_counted.quarter
WHERE otherwise_counted.procedure_id IS NULL
GROUP BY changes.unit_id, changes.procedure_id, changes.quarter
HAVING max(changes.changed_count) > 0;

-- Cộng lại theo quý: số đếm lệch bao nhiêu hồ sơ, trong đó bao nhiêu hồ sơ không còn.
CREATE TABLE late_changes AS
SELECT
    quarter,
    CAST(sum(changed_count) AS BIGINT) AS changed_count,
    CAST(greatest(-sum(received_change + carried_over_change), 0) AS BIGINT) AS gone_count
FROM changed_cells
GROUP BY quarter;

-- Công bố ba loại dòng (scope), mỗi loại đếm lại cùng những hồ sơ ấy:
--   procedure: mỗi thủ tục mỗi quý, của toàn địa bàn; cộng lại thì bằng toàn địa bàn;
--   unit: mỗi đơn vị mỗi quý; dòng không ghi đơn vị là phần không chia theo đơn vị;
--   unit_procedure: mỗi đơn vị mỗi thủ tục mỗi quý, chỉ khi đủ nhiều.
-- Quý trước xét trước, và quý đã đóng thì giữ các dòng đã công bố. Hồ sơ còn mở cuối quý trước là hồ sơ chuyển
-- sang quý sau, nên quý sau được xét cùng với các dòng của quý trước.
-- Ba bảng dưới đây do phần mềm lập trước bước này, vì phải tìm đi tìm lại đến khi không còn nhóm nào
-- bị lộ: shown_procedures (thủ tục nào của quý nào gộp vào dòng nào), city_only_cells (ô nào chỉ tính
-- cho toàn địa bàn), shown_pairs (đơn vị, thủ tục nào của quý nào có dòng riêng).
CREATE VIEW shown_cells AS
SELECT
    kept_cells.procedure_id,
    kept_cells.unit_id,
    kept_cells.quarter,
    CASE WHEN city_only_cells.unit_id IS NULL THEN kept_cells.unit_id END AS shown_unit_id,
    shown_procedures.shown_procedure_id,
    shown_procedures.shown_field
FROM kept_cells
INNER JOIN shown_procedures
    ON
        kept_cells.procedure_id = shown_procedures.procedure_id
        AND kept_cells.quarter = shown_procedures.quarter
LEFT JOIN city_only_cells
    ON
        kept_cells.unit_id = city_only_cells.unit_id
        AND kept_cells.procedure_id = city_only_cells.procedure_id
        AND kept_cells.quarter = city_only_cells.quarter;

-- Mỗi ô vào dòng nào của từng loại.
CREATE VIEW placed_cells AS
SELECT
    'procedure' AS scope,
    shown_cells.unit_id AS of_unit_id,
    shown_cells.procedure_id AS of_procedure_id,
    CAST(NULL AS VARCHAR) AS unit_id,
    shown_procedure_id AS procedure_id,
    shown_field AS field,
    quarter
FROM shown_cells
UNION ALL
SELECT
    'unit' AS scope,
    shown_cells.unit_id AS of_unit_id,
    shown_cells.procedure_id AS of_procedure_id,
    shown_unit_id AS unit_id,
    CAST(NULL AS VARCHAR) AS procedure_id,
    CAST(NULL AS VARCHAR) AS field,
    quarter
FROM shown_cells
UNION ALL
SELECT
    'unit_procedure' AS scope,
    shown_cells.unit_id AS of_unit_id,
    shown_cells.procedure_id AS of_procedure_id,
    shown_unit_id AS unit_id,
    shown_procedure_id AS procedure_id,
    shown_field AS field,
    shown_cells.quarter
FROM shown_cells
INNER JOIN shown_pairs
    ON
        shown_cells.shown_unit_id = shown_pairs.unit_id
        AND shown_cells.shown_procedure_id = shown_pairs.procedure_id
        AND shown_cells.quarter = shown_pairs.quarter;

-- Công bố: số đếm của từng dòng. Bảng của nhiều nơi cộng lại được với nhau.
CREATE TABLE dossier_counts AS
SELECT
    placed_cells.scope,
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter,
    CAST(sum(received_count) AS BIGINT) AS received_count,
    CAST(sum(received_online_count) AS BIGINT) AS received_online_count,
    CAST(sum(carried_over_count) AS BIGINT) AS carried_over_count,
    CAST(sum(ended_count) AS BIGINT) AS ended_count,
    CAST(sum(early_count) AS BIGINT) AS early_count,
    CAST(sum(on_time_count) AS BIGINT) AS on_time_count,
    CAST(sum(overdue_count) AS BIGINT) AS overdue_count,
    CAST(sum(ended_no_deadline_count) AS BIGINT) AS ended_no_deadline_count,
    CAST(sum(open_within_count) AS BIGINT) AS open_within_count,
    CAST(sum(open_overdue_count) AS BIGINT) AS open_overdue_count,
    CAST(sum(open_no_deadline_count) AS BIGINT) AS open_no_deadline_count,
    CAST(sum(rejected_count) AS BIGINT) AS rejected_count,
    CAST(sum(withdrawn_count) AS BIGINT) AS withdrawn_count,
    CAST(sum(stopped_count) AS BIGINT) AS stopped_count,
    CAST(sum(supplemented_count) AS BIGINT) AS supplemented_count,
    CAST(sum(ended_without_apology_count) AS BIGINT) AS ended_without_apology_count,
    CAST(sum(open_without_apology_count) AS BIGINT) AS open_without_apology_count,
    CAST(sum(strict_on_time_count) AS BIGINT) AS strict_on_time_count,
    CAST(sum(ended_strict_overdue_count) AS BIGINT) AS ended_strict_overdue_count,
    CAST(sum(open_strict_overdue_count) AS BIGINT) AS open_strict_overdue_count,
    CAST(sum(legal_on_time_count) AS BIGINT) AS legal_on_time_count,
    CAST(sum(ended_legal_overdue_count) AS BIGINT) AS ended_legal_overdue_count,
    CAST(sum(open_legal_overdue_count) AS BIGINT) AS open_legal_overdue_count,
    CAST(sum(shortened_on_time_count) AS BIGINT) AS shortened_on_time_count,
    CAST(sum(ended_shortened_overdue_count) AS BIGINT) AS ended_shortened_overdue_count,
    CAST(sum(open_shortened_overdue_count) AS BIGINT) AS open_shortened_overdue_count,
    CAST(sum(ended_due_unconfirmed_count) AS BIGINT) AS ended_due_unconfirmed_count,
    CAST(sum(open_due_unconfirmed_count) AS BIGINT) AS open_due_unconfirmed_count,
    CAST(sum(open_strict_unconfirmed_count) AS BIGINT) AS open_strict_unconfirmed_count,
    CAST(sum(ended_legal_unconfirmed_count) AS BIGINT) AS ended_legal_unconfirmed_count,
    CAST(sum(open_legal_unconfirmed_count) AS BIGINT) AS open_legal_unconfirmed_count,
    CAST(sum(ended_shortened_unconfirmed_count) AS BIGINT) AS ended_shortened_unconfirmed_count,
    CAST(sum(open_shortened_unconfirmed_count) AS BIGINT) AS open_shortened_unconfirmed_count
FROM placed_cells
INNER JOIN kept_cells
    ON
        placed_cells.of_unit_id IS NOT DISTINCT FROM kept_cells.unit_id
        AND placed_cells.of_procedure_id = kept_cells.procedure_id
        AND placed_cells.quarter = kept_cells.quarter
GROUP BY
    placed_cells.scope,
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter;

-- Công bố: trong mỗi dòng, bao nhiêu hồ sơ đã kết thúc sau từng số ngày làm việc. Dòng
-- procedure_overdue chỉ đếm những hồ sơ quá hạn trong dòng procedure: sau một số ngày không thể có
-- nhiều hồ sơ quá hạn hơn số hồ sơ đã kết thúc, nên không cho biết thêm về nhóm nhỏ nào.
CREATE TABLE histogram AS
SELECT
    placed_cells.scope,
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter,
    kept_days.days,
    CAST(sum(kept_days.dossier_count) AS BIGINT) AS dossier_count
FROM placed_cells
INNER JOIN kept_days
    ON
        placed_cells.of_unit_id IS NOT DISTINCT FROM kept_days.unit_id
        AND placed_cells.of_procedure_id = kept_days.procedure_id
        AND placed_cells.quarter = kept_days.quarter
GROUP BY
    placed_cells.scope,
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter,
    kept_days.days
UNION ALL
SELECT
    'procedure_overdue' AS scope,
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter,
    kept_days.days,
    CAST(sum(kept_days.overdue_count) AS BIGINT) AS dossier_count
FROM placed_cells
INNER JOIN kept_days
    ON
        placed_cells.of_unit_id IS NOT DISTINCT FROM kept_days.unit_id
        AND placed_cells.of_procedure_id = kept_days.procedure_id
        AND placed_cells.quarter = kept_days.quarter
WHERE
    placed_cells.scope = 'procedure'
    AND placed_cells.procedure_id IS NOT NULL
    AND kept_days.overdue_count > 0
GROUP BY
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter,
    kept_days.days;

-- Công bố: số hồ sơ đã kết thúc của thủ tục trước và sau khi đổi thời hạn, theo quý. Quý mà hồ sơ của hai thời
-- hạn lẫn nhau và một bên ít hơn số tối thiểu thì không tính, vì lấy số của quý trừ đi là ra bên ấy.
CREATE TABLE phase_days AS
WITH sizes AS (
    SELECT
        procedure_id,
        quarter,
        phase,
        sum(dossier_count) AS dossier_count
    FROM kept_days
    GROUP BY procedure_id, quarter, phase
),

usable AS (
    SELECT
        sizes.procedure_id,
        sizes.quarter
    FROM sizes
    CROSS JOIN settings
    INNER JOIN shown_procedures
        ON
            sizes.procedure_id = shown_procedures.shown_procedure_id
            AND sizes.quarter = shown_procedures.quarter
    GROUP BY sizes.procedure_id, sizes.quarter, settings.smallest_count
    HAVING min(sizes.dossier_count) >= settings.smallest_count
)

SELECT
    kept_days.procedure_id,
    kept_days.quarter,
    kept_days.phase,
    kept_days.days,
    CAST(sum(kept_days.dossier_count) AS BIGINT) AS dossier_count,
    CAST(sum(kept_days.overdue_count) AS BIGINT) AS overdue_count
FROM kept_days
INNER JOIN usable
    ON
        kept_days.procedure_id = usable.procedure_id
        AND kept_days.quarter = usable.quarter
WHERE kept_days.phase IS NOT NULL
GROUP BY kept_days.procedure_id, kept_days.quarter, kept_days.phase, kept_days.days;

-- Công bố: bao nhiêu hồ sơ của mỗi đơn vị, mỗi quý có ngày trả là ngày nghỉ. Không nơi nào cần bảng
-- này để tính số liệu khác: chỉ để hỏi đơn vị.
CREATE TABLE day_off_counts AS
SELECT
    shown_cells.shown_unit_id AS unit_id,
    shown_cells.quarter,
    CAST(sum(kept_days.dossier_count) AS BIGINT) AS ended_count,
    CAST(sum(kept_days.day_off_online_count) AS BIGINT) AS day_off_online_count,
    CAST(sum(kept_days.day_off_in_person_count) AS BIGINT) AS day_off_in_person_count
FROM shown_cells
INNER JOIN kept_days
    ON
        shown_cells.unit_id = kept_days.unit_id
        AND shown_cells.procedure_id = kept_days.procedure_id
        AND shown_cells.quarter = kept_days.quarter
WHERE shown_cells.shown_unit_id IS NOT NULL
GROUP BY shown_cells.shown_unit_id, shown_cells.quarter;

-- Công bố: sổ xin lỗi, mỗi quý một dòng của toàn địa bàn, mỗi tháng một dòng của toàn địa bàn (month), mỗi
-- quý một dòng cho từng đơn vị; dòng unit không ghi đơn vị là phần không chia theo đơn vị. Của một đơn vị thì
-- cả tháng thường chỉ có một, hai hồ sơ quá hạn nên không chia đến tháng. Trong sổ chỉ có hồ sơ quá hạn của
-- chính những dòng ở bảng đếm hồ sơ, nên nhóm nhỏ nào ở đó không bị lộ thì ở đây cũng không.
-- Quý đóng từ khi chưa có sổ xin lỗi thì chưa có dòng nào, đến lần đóng kỳ sau.
CREATE TABLE apology_counts AS
WITH placed AS (
    SELECT
        CASE placed_cells.scope WHEN 'unit' THEN 'unit' ELSE 'all' END AS scope,
        placed_cells.unit_id,
        placed_cells.quarter,
        CAST(right(placed_cells.quarter, 1) AS INTEGER) * 3 - 3 AS months_before,
        CAST(sum(letter_owed_1_count) AS BIGINT) AS letter_owed_1_count,
        CAST(sum(letter_owed_2_count) AS BIGINT) AS letter_owed_2_count,
        CAST(sum(letter_owed_3_count) AS BIGINT) AS letter_owed_3_count,
        CAST(sum(letter_in_time_1_count) AS BIGINT) AS letter_in_time_1_count,
        CAST(sum(letter_in_time_2_count) AS BIGINT) AS letter_in_time_2_count,
        CAST(sum(letter_in_time_3_count) AS BIGINT) AS letter_in_time_3_count,
        CAST(sum(letter_late_1_count) AS BIGINT) AS letter_late_1_count,
        CAST(sum(letter_late_2_count) AS BIGINT) AS letter_late_2_count,
        CAST(sum(letter_late_3_count) AS BIGINT) AS letter_late_3_count,
        CAST(sum(new_day_kept_1_count) AS BIGINT) AS new_day_kept_1_count,
        CAST(sum(new_day_kept_2_count) AS BIGINT) AS new_day_kept_2_count,
        CAST(sum(new_day_kept_3_count) AS BIGINT) AS new_day_kept_3_count,
        CAST(sum(new_day_broken_1_count) AS BIGINT) AS new_day_broken_1_count,
        CAST(sum(new_day_broken_2_count) AS BIGINT) AS new_day_broken_2_count,
        CAST(sum(new_day_broken_3_count) AS BIGINT) AS new_day_broken_3_count,
        CAST(sum(new_day_pending_count) AS BIGINT) AS new_day_pending_count
    FROM placed_cells
    INNER JOIN kept_cells
        ON
            placed_cells.of_unit_id IS NOT DISTINCT FROM kept_cells.unit_id
            AND placed_cells.of_procedure_id = kept_cells.procedure_id
            AND placed_cells.quarter = kept_cells.quarter
    LEFT JOIN closed_quarters ON placed_cells.quarter = closed_quarters.quarter
    WHERE
        placed_cells.scope IN ('procedure', 'unit')
        AND coalesce(closed_quarters.counts_letters, TRUE)
    GROUP BY placed_cells.scope, placed_cells.unit_id, placed_cells.quarter
),

months AS (
    SELECT 0 AS number
    UNION ALL
    SELECT 1 AS number
    UNION ALL
    SELECT 2 AS number
    UNION ALL
    SELECT 3 AS number
),

lines AS (
    SELECT
        scope,
        unit_id,
        quarter,
        CASE
            WHEN months.number > 0
                THEN
                    left(quarter, 5)
                    || lpad(CAST(months_before + months.number AS VARCHAR), 2, '0')
        END AS month,
        CASE months.number
            WHEN 1 THEN letter_owed_1_count
            WHEN 2 THEN letter_owed_2_count
            WHEN 3 THEN letter_owed_3_count
            ELSE letter_owed_1_count + letter_owed_2_count + letter_owed_3_count
        END AS owed_count,
        CASE months.number
            WHEN 1 THEN letter_in_time_1_count
            WHEN 2 THEN letter_in_time_2_count
            WHEN 3 THEN letter_in_time_3_count
            ELSE letter_in_time_1_count + letter_in_time_2_count + letter_in_time_3_count
        END AS in_time_count,
        CASE months.number
            WHEN 1 THEN letter_late_1_count
            WHEN 2 THEN letter_late_2_count
            WHEN 3 THEN letter_late_3_count
            ELSE letter_late_1_count + letter_late_2_count + letter_late_3_count
        END AS late_count,
        CASE months.number
            WHEN 1 THEN new_day_kept_1_count
            WHEN 2 THEN new_day_kept_2_count
            WHEN 3 THEN new_day_kept_3_count
            ELSE new_day_kept_1_count + new_day_kept_2_count + new_day_kept_3_count
        END AS kept_count,
        CASE months.number
            WHEN 1 THEN new_day_broken_1_count
            WHEN 2 THEN new_day_broken_2_count
            WHEN 3 THEN new_day_broken_3_count
            ELSE new_day_broken_1_count + new_day_broken_2_count + new_day_broken_3_count
        END AS broken_count,
        CASE WHEN months.number = 0 THEN new_day_pending_count END AS pending_count
    FROM placed
    CROSS JOIN months
    WHERE placed.scope = 'all' OR months.number = 0
)

SELECT
    lines.scope,
    lines.unit_id,
    lines.quarter,
    lines.month,
    lines.owed_count,
    lines.in_time_count,
    lines.late_count,
    lines.owed_count - lines.in_time_count - lines.late_count AS missing_count,
    lines.kept_count,
    lines.broken_count,
    lines.pending_count
FROM lines
CROSS JOIN settings
WHERE coalesce(lines.month, '') <= left(CAST(settings.as_of AS VARCHAR), 7);

-- Công bố: mỗi đơn vị cấp dưới được so với những đơn vị nào. Cùng nhóm là cùng quy mô, tính theo số hồ sơ
-- tiếp nhận bình quân mỗi quý mà đơn vị có số liệu riêng. Đơn vị khác làm thủ tục riêng nên không có nhóm.
CREATE TABLE unit_groups AS
WITH totals AS (
    SELECT
        unit_id,
        count(*) AS quarter_count,
        sum(received_count) AS received_count
    FROM dossier_counts
    WHERE scope = 'unit' AND unit_id IS NOT NULL
    GROUP BY unit_id
)

SELECT
    totals.unit_id,
    unit_families.family || '-' || CAST(max(sizes.least_count) AS VARCHAR) AS group_id,
    CAST(totals.quarter_count AS BIGINT) AS quarter_count,
    CAST(totals.received_count AS BIGINT) AS received_count
FROM totals
INNER JOIN unit_families ON totals.unit_id = unit_families.unit_id
INNER JOIN sizes ON totals.received_count >= sizes.least_count * totals.quarter_count
GROUP BY totals.unit_id, unit_families.family, totals.quarter_count, totals.received_count;
