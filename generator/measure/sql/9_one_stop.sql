-- Bước 9. Bảng báo cáo một cửa, theo các cột của biểu báo cáo một cửa: mỗi quý một dòng cho toàn
-- địa bàn, mỗi lĩnh vực một dòng, mỗi đơn vị một dòng.
-- Thủ tục nhạy cảm, nhóm ít hồ sơ không chia theo đơn vị nên gộp vào một dòng riêng (scope là
-- city_only) để các dòng cộng lại bằng toàn địa bàn.
CREATE TABLE one_stop AS
WITH cuts AS (
    SELECT
        figures.*,
        CASE
            WHEN unit_id IS NOT NULL THEN 'unit'
            WHEN field IS NOT NULL THEN 'field'
            ELSE 'all'
        END AS scope
    FROM figures
    WHERE
        quarter IS NOT NULL
        AND group_id IS NULL
        AND procedure_id IS NULL
        AND (unit_id IS NULL OR field IS NULL)
),

-- Toàn địa bàn được cộng, các đơn vị được trừ đi: còn lại là phần không chia theo đơn vị.
signed AS (
    SELECT
        cuts.*,
        CASE WHEN scope = 'all' THEN 1 ELSE -1 END AS sign
    FROM cuts
    WHERE scope IN ('all', 'unit')
),

lines AS (
    SELECT
        quarter,
        scope,
        unit_id,
        field,
        received_count,
        received_online_count,
        carried_over_count,
        ended_count,
        early_count,
        on_time_count,
        overdue_count,
        open_within_count,
        open_overdue_count,
        no_deadline_count
    FROM cuts
    UNION ALL
    SELECT
        quarter,
        'city_only' AS scope,
        CAST(NULL AS VARCHAR) AS unit_id,
        CAST(NULL AS VARCHAR) AS field,
        sum(received_count * sign) AS received_count,
        sum(received_online_count * sign) AS received_online_count,
        sum(carried_over_count * sign) AS carried_over_count,
        sum(ended_count * sign) AS ended_count,
        sum(early_count * sign) AS early_count,
        sum(on_time_count * sign) AS on_time_count,
        sum(overdue_count * sign) AS overdue_count,
        sum(open_within_count * sign) AS open_within_count,
        sum(open_overdue_count * sign) AS open_overdue_count,
        sum(no_deadline_count * sign) AS no_deadline_count
    FROM signed
    GROUP BY quarter
    HAVING sum((received_count + carried_over_count) * sign) > 0
)

SELECT
    quarter,
    scope,
    unit_id,
    field,
    received_count + carried_over_count AS accepted_count,
    received_online_count,
    received_count - received_online_count AS received_in_person_count,
    carried_over_count,
    ended_count,
    early_count,
    on_time_count,
    overdue_count,
    received_count + carried_over_count - ended_count AS open_count,
    open_within_count,
    open_overdue_count,
    no_deadline_count
FROM lines;
