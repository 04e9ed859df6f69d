-- Bước 6. Bảo vệ nhóm nhỏ. Không dòng nào được công bố mà đếm ít hơn số hồ sơ tối thiểu
-- (smallest_count), cũng không phép trừ nào giữa các dòng được phép chỉ ra một nhóm ít hơn thế.
-- Công bố ba loại dòng (scope), mỗi loại đếm lại cùng những hồ sơ ấy:
--   procedure: mỗi thủ tục mỗi quý, của toàn thành phố; cộng lại thì bằng toàn thành phố;
--   unit: mỗi đơn vị mỗi quý; dòng không ghi đơn vị là phần không chia theo đơn vị;
--   unit_procedure: mỗi đơn vị mỗi thủ tục mỗi quý, chỉ khi đủ nhiều.
-- Mỗi quý xét riêng, nên số của một quý ở kỳ công bố sau vẫn như ở kỳ trước.
-- Ba bảng dưới đây do phần mềm lập trước bước này, vì phải tìm đi tìm lại đến khi không còn nhóm nào
-- bị lộ: shown_procedures (thủ tục nào của quý nào gộp vào dòng nào), city_only_cells (ô nào chỉ tính
-- cho toàn thành phố), shown_pairs (đơn vị, thủ tục nào của quý nào có dòng riêng).
CREATE VIEW shown_cells AS
SELECT
    cells.procedure_id,
    cells.unit_id,
    cells.quarter,
    CASE WHEN city_only_cells.unit_id IS NULL THEN cells.unit_id END AS shown_unit_id,
    shown_procedures.shown_procedure_id,
    shown_procedures.shown_field
FROM cells
INNER JOIN shown_procedures
    ON
        cells.procedure_id = shown_procedures.procedure_id
        AND cells.quarter = shown_procedures.quarter
LEFT JOIN city_only_cells
    ON
        cells.unit_id = city_only_cells.unit_id
        AND cells.procedure_id = city_only_cells.procedure_id
        AND cells.quarter = city_only_cells.quarter;

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
INNER JOIN cells
    ON
        placed_cells.of_unit_id IS NOT DISTINCT FROM cells.unit_id
        AND placed_cells.of_procedure_id = cells.procedure_id
        AND placed_cells.quarter = cells.quarter
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
    cell_days.days,
    CAST(sum(cell_days.dossier_count) AS BIGINT) AS dossier_count
FROM placed_cells
INNER JOIN cell_days
    ON
        placed_cells.of_unit_id IS NOT DISTINCT FROM cell_days.unit_id
        AND placed_cells.of_procedure_id = cell_days.procedure_id
        AND placed_cells.quarter = cell_days.quarter
GROUP BY
    placed_cells.scope,
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter,
    cell_days.days
UNION ALL
SELECT
    'procedure_overdue' AS scope,
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter,
    cell_days.days,
    CAST(sum(cell_days.overdue_count) AS BIGINT) AS dossier_count
FROM placed_cells
INNER JOIN cell_days
    ON
        placed_cells.of_unit_id IS NOT DISTINCT FROM cell_days.unit_id
        AND placed_cells.of_procedure_id = cell_days.procedure_id
        AND placed_cells.quarter = cell_days.quarter
WHERE
    placed_cells.scope = 'procedure'
    AND placed_cells.procedure_id IS NOT NULL
    AND cell_days.overdue_count > 0
GROUP BY
    placed_cells.unit_id,
    placed_cells.procedure_id,
    placed_cells.field,
    placed_cells.quarter,
    cell_days.days;

-- Công bố: số hồ sơ đã kết thúc của thủ tục trước và sau khi đổi thời hạn, theo quý. Quý mà hồ sơ của hai thời
-- hạn lẫn nhau và một bên ít hơn số tối thiểu thì không tính, vì lấy số của quý trừ đi là ra bên ấy.
CREATE TABLE phase_days AS
WITH sizes AS (
    SELECT
        procedure_id,
        quarter,
        phase,
        sum(dossier_count) AS dossier_count
    FROM cell_phases
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
    cell_phases.procedure_id,
    cell_phases.quarter,
    cell_phases.phase,
    cell_phases.days,
    cell_phases.dossier_count,
    cell_phases.overdue_count
FROM cell_phases
INNER JOIN usable
    ON
        cell_phases.procedure_id = usable.procedure_id
        AND cell_phases.quarter = usable.quarter
WHERE cell_phases.phase IS NOT NULL;

-- Công bố: bao nhiêu hồ sơ của mỗi đơn vị, mỗi quý có ngày trả là ngày nghỉ. Không nơi nào cần bảng
-- này để tính số liệu khác: chỉ để hỏi đơn vị.
CREATE TABLE day_off_counts AS
SELECT
    shown_cells.shown_unit_id AS unit_id,
    shown_cells.quarter,
    CAST(sum(cell_days_off.ended_count) AS BIGINT) AS ended_count,
    CAST(sum(cell_days_off.day_off_online_count) AS BIGINT) AS day_off_online_count,
    CAST(sum(cell_days_off.day_off_in_person_count) AS BIGINT) AS day_off_in_person_count
FROM shown_cells
INNER JOIN cell_days_off
    ON
        shown_cells.unit_id = cell_days_off.unit_id
        AND shown_cells.procedure_id = cell_days_off.procedure_id
        AND shown_cells.quarter = cell_days_off.quarter
WHERE shown_cells.shown_unit_id IS NOT NULL
GROUP BY shown_cells.shown_unit_id, shown_cells.quarter;

-- Công bố: mỗi đơn vị được so với những đơn vị nào. Cùng nhóm là cùng loại (phường và xã là một loại) và
-- cùng quy mô, tính theo số hồ sơ tiếp nhận bình quân mỗi quý mà đơn vị có số liệu riêng.
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
