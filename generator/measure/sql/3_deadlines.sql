-- Bước 3. Hạn của từng hồ sơ, tính đến từng giây.
-- Mỗi hồ sơ có thể có ba hạn: ngày hẹn trả; thời hạn theo quy định (baseline) và thời hạn đã
-- rút ngắn (limit), đều là thời hạn đang áp dụng vào ngày tiếp nhận.
--   ngày tiếp nhận không tính;
--   hạn rơi vào ngày nghỉ thì chuyển sang hết ngày làm việc tiếp theo;
--   hạn tính bằng tháng hết vào ngày tương ứng, không có ngày đó thì vào ngày cuối tháng;
--   hạn tính bằng giờ chạy từ lúc tiếp nhận, suốt ngày đêm; hết đúng lúc 24 giờ là hết ngày đó;
--   hạn tính bằng giờ làm việc chỉ chạy trong các buổi làm việc của ngày làm việc;
--   không ghi giờ tiếp nhận thì giờ chạy từ hết ngày đó và hết cùng với một ngày;
--   trả trong ngày: hết ngày tiếp nhận, nhận sau giờ quy định thì hết ngày làm việc tiếp theo;
--   số ngày làm việc chờ người nộp bổ sung được cộng thêm vào cả ba hạn, kể cả ngày hẹn trả.
-- Đơn vị phục vụ cả ngày lẫn đêm (is_around_the_clock) có lịch riêng: ngày nào cũng là ngày làm việc,
-- giờ nào cũng là giờ làm việc.
-- Mỗi hạn ghi hai lần: due_at đã cộng thời gian chờ bổ sung, strict_due_at chưa cộng gì.
-- Hạn nằm ngoài các năm của lịch nghỉ thì ghi là 31/12/9999: chắc chắn sau ngày số liệu.

-- Mỗi thời hạn áp dụng đến ngày cuối của nó, hoặc đến khi có thời hạn mới.
CREATE TABLE limits_in_force AS
SELECT
    procedure_id,
    baseline_value,
    baseline_unit,
    limit_value,
    limit_unit,
    confirmed,
    valid_from,
    least(
        coalesce(valid_to, DATE '9999-12-31'),
        coalesce(
            CAST(
                lead(valid_from) OVER (PARTITION BY procedure_id ORDER BY valid_from)
                - INTERVAL '1' DAY
                AS DATE
            ),
            DATE '9999-12-31'
        )
    ) AS valid_to
FROM limits;

CREATE VIEW working_days AS
SELECT
    is_around_the_clock,
    working_index,
    day
FROM days
WHERE is_working;

-- Một ngày làm việc dài bao nhiêu giây.
CREATE VIEW office_days AS
SELECT
    is_around_the_clock,
    CAST(sum(closes - opens) AS INTEGER) AS day_seconds
FROM office_hours
GROUP BY is_around_the_clock;

-- Đồng hồ của từng hồ sơ: chạy từ lúc nào (start), bao nhiêu (value), theo đơn vị gì (unit).
-- phase: khi tiếp nhận, thời hạn đang áp dụng còn là thời hạn ban đầu (before) hay đã đổi (after).
-- quarter_phase cũng thế, nhưng chỉ khi thời hạn ấy áp dụng trọn quý tiếp nhận.
CREATE VIEW clocks AS
WITH starts AS (
    SELECT
        dossiers.*,
        office_days.day_seconds,
        limits_in_force.baseline_value,
        limits_in_force.baseline_unit,
        limits_in_force.limit_value,
        limits_in_force.limit_unit,
        limits_in_force.confirmed,
        CASE
            WHEN
                limits_in_force.limit_unit = limits_in_force.baseline_unit
                AND limits_in_force.limit_value = limits_in_force.baseline_value
                THEN 'before'
            WHEN
                limits_in_force.limit_unit <> limits_in_force.baseline_unit
                OR limits_in_force.limit_value <> limits_in_force.baseline_value
                THEN 'after'
        END AS phase,
        CAST(date_trunc('quarter', dossiers.received_day) AS DATE) >= limits_in_force.valid_from
        AND CAST(
            date_trunc('quarter', dossiers.received_day) + INTERVAL '3' MONTH - INTERVAL '1' DAY
            AS DATE
        ) <= limits_in_force.valid_to AS has_one_limit_all_quarter,
        CAST(dossiers.received_day AS TIMESTAMP) AS day_start,
        CASE
            WHEN
                dossiers.received_at
                > CAST(dossiers.received_day AS TIMESTAMP)
                + settings.cutoff_seconds * INTERVAL '1' SECOND
                THEN CAST(dossiers.received_day AS TIMESTAMP) + INTERVAL '1' DAY
            ELSE CAST(dossiers.received_day AS TIMESTAMP)
        END AS same_day_start
    FROM dossiers
    CROSS JOIN settings
    LEFT JOIN office_days ON dossiers.is_around_the_clock = office_days.is_around_the_clock
    LEFT JOIN limits_in_force
        ON
            dossiers.procedure_id = limits_in_force.procedure_id
            AND dossiers.received_day
            BETWEEN limits_in_force.valid_from AND limits_in_force.valid_to
)

SELECT
    *,
    CASE WHEN has_one_limit_all_quarter THEN phase END AS quarter_phase,
    CASE
        WHEN baseline_unit = 'same_day' THEN same_day_start
        WHEN baseline_unit IN ('hour', 'working_hour') AND has_time THEN received_at
        ELSE day_start
    END AS legal_start,
    CASE
        WHEN baseline_unit = 'same_day' THEN 0
        WHEN baseline_unit = 'hour' AND NOT has_time THEN (baseline_value + 23) // 24
        WHEN baseline_unit = 'working_hour' AND NOT has_time
            THEN (CAST(baseline_value AS BIGINT) * 3600 + day_seconds - 1) // day_seconds
        ELSE baseline_value
    END AS legal_value,
    CASE
        WHEN baseline_unit = 'hour' AND NOT has_time THEN 'day'
        WHEN baseline_unit = 'working_hour' AND NOT has_time THEN 'working_day'
        ELSE baseline_unit
    END AS legal_unit,
    CASE
        WHEN limit_unit = 'same_day' THEN same_day_start
        WHEN limit_unit IN ('hour', 'working_hour') AND has_time THEN received_at
        ELSE day_start
    END AS shortened_start,
    CASE
        WHEN limit_unit = 'same_day' THEN 0
        WHEN limit_unit = 'hour' AND NOT has_time THEN (limit_value + 23) // 24
        WHEN limit_unit = 'working_hour' AND NOT has_time
            THEN (CAST(limit_value AS BIGINT) * 3600 + day_seconds - 1) // day_seconds
        ELSE limit_value
    END AS shortened_value,
    CASE
        WHEN limit_unit = 'hour' AND NOT has_time THEN 'day'
        WHEN limit_unit = 'working_hour' AND NOT has_time THEN 'working_day'
        ELSE limit_unit
    END AS shortened_unit
FROM starts;

-- Mỗi cách hỏi "từ lúc này, chừng này, cộng chừng này ngày bổ sung, thì hết khi nào" chỉ tính một
-- lần cho mọi hồ sơ giống nhau.
CREATE TABLE deadlines AS
WITH questions AS (
    SELECT
        legal_start AS start_at,
        legal_value AS value,
        legal_unit AS unit,
        supplement_days,
        is_around_the_clock
    FROM clocks
    WHERE legal_value IS NOT NULL AND legal_unit IS NOT NULL
    UNION
    SELECT shortened_start, shortened_value, shortened_unit, supplement_days, is_around_the_clock
    FROM clocks
    WHERE shortened_value IS NOT NULL AND shortened_unit IS NOT NULL
    UNION
    SELECT promised_at, 0, 'promise', supplement_days, is_around_the_clock
    FROM clocks
    WHERE promised_at IS NOT NULL AND supplement_days > 0
),

-- Giờ làm việc chạy từ lúc nào: từ lúc tiếp nhận, ngoài giờ thì từ lúc mở cửa kế tiếp. first_index là
-- số thứ tự của ngày làm việc ấy; last_second là giây làm việc cuối cùng được tính, kể từ lúc mở cửa
-- ngày ấy (các giây đánh số từ 0).
openings AS (
    SELECT
        questions.*,
        days.working_index + CASE WHEN office_hours.opens IS NULL THEN 1 ELSE 0 END AS first_index,
        coalesce(
            office_hours.worked_before
            + greatest(questions.start_second - office_hours.opens, 0),
            0
        ) + CAST(questions.value AS BIGINT) * 3600 - least(questions.value, 1) AS last_second
    FROM (
        SELECT
            *,
            CAST(hour(start_at) * 3600 + minute(start_at) * 60 + second(start_at) AS INTEGER)
                AS start_second
        FROM questions
        WHERE unit = 'working_hour'
    ) AS questions
    LEFT JOIN days
        ON
            days.day = CAST(questions.start_at AS DATE)
            AND questions.is_around_the_clock = days.is_around_the_clock
    LEFT JOIN office_hours
        ON
            days.is_working
            AND questions.is_around_the_clock = office_hours.is_around_the_clock
            AND questions.start_second >= office_hours.begins
            AND questions.start_second < office_hours.closes
),

-- Thời hạn hết vào lúc nào nếu chưa kể ngày nghỉ.
counted AS (
    SELECT
        questions.*,
        CASE questions.unit
            WHEN 'working_day'
                THEN
                    CASE
                        WHEN questions.value = 0 THEN questions.start_at
                        ELSE CAST(coalesce(working_days.day, DATE '9999-12-31') AS TIMESTAMP)
                    END
            WHEN 'day' THEN questions.start_at + questions.value * INTERVAL '1' DAY
            -- Hơn 9.999 tháng thì không lịch nghỉ nào có, máy cũng không viết được ngày ấy.
            WHEN 'month'
                THEN questions.start_at + least(questions.value, 9999) * INTERVAL '1' MONTH
            WHEN 'hour' THEN questions.start_at + questions.value * INTERVAL '1' HOUR
            ELSE questions.start_at
        END AS end_at
    FROM questions
    LEFT JOIN days
        ON
            days.day = CAST(questions.start_at AS DATE)
            AND questions.is_around_the_clock = days.is_around_the_clock
    LEFT JOIN working_days
        ON
            working_days.working_index = days.working_index + questions.value
            AND questions.is_around_the_clock = working_days.is_around_the_clock
    WHERE questions.unit <> 'working_hour'
    UNION ALL
    SELECT
        openings.start_at,
        openings.value,
        openings.unit,
        openings.supplement_days,
        openings.is_around_the_clock,
        CAST(coalesce(working_days.day, DATE '9999-12-31') AS TIMESTAMP)
        + (
            office_hours.opens + openings.last_second % office_days.day_seconds
            - office_hours.worked_before + least(openings.value, 1)
        )
        * INTERVAL '1' SECOND AS end_at
    FROM openings
    INNER JOIN office_days ON openings.is_around_the_clock = office_days.is_around_the_clock
    INNER JOIN office_hours
        ON
            openings.is_around_the_clock = office_hours.is_around_the_clock
            AND openings.last_second % office_days.day_seconds >= office_hours.worked_before
            AND openings.last_second % office_days.day_seconds
            < office_hours.worked_before + office_hours.closes - office_hours.opens
    LEFT JOIN working_days
        ON
            working_days.working_index
            = openings.first_index + openings.last_second // office_days.day_seconds
            AND openings.is_around_the_clock = working_days.is_around_the_clock
),

-- Rơi vào ngày nghỉ thì chuyển sang hết ngày làm việc tiếp theo; ngày hẹn trả thì giữ nguyên. Giờ hết
-- đúng lúc 24 giờ thì ngày cuối cùng là ngày vừa hết.
moved AS (
    SELECT
        counted.*,
        CASE
            WHEN counted.unit = 'promise' THEN counted.end_at
            WHEN counted.unit IN ('hour', 'working_hour') AND days.is_working
                THEN least(counted.end_at, CAST(days.day AS TIMESTAMP) + INTERVAL '86399' SECOND)
            ELSE
                CAST(coalesce(days.next_working_day, DATE '9999-12-31') AS TIMESTAMP)
                + INTERVAL '86399' SECOND
        END AS moved_at
    FROM counted
    LEFT JOIN days
        ON
            days.day = CAST(
                counted.end_at
                - CASE
                    WHEN counted.unit IN ('hour', 'working_hour') THEN least(counted.value, 1)
                    ELSE 0
                END
                * INTERVAL '1' SECOND
                AS DATE
            )
            AND counted.is_around_the_clock = days.is_around_the_clock
)

-- Cộng số ngày làm việc chờ bổ sung, giữ nguyên giờ trong ngày.
SELECT
    moved.start_at,
    moved.value,
    moved.unit,
    moved.supplement_days,
    moved.is_around_the_clock,
    moved.moved_at AS strict_due_at,
    CASE
        WHEN moved.supplement_days = 0 THEN moved.moved_at
        WHEN working_days.day IS NULL THEN TIMESTAMP '9999-12-31 23:59:59'
        ELSE
            moved.moved_at
            + date_diff('day', CAST(moved.moved_at AS DATE), working_days.day)
            * INTERVAL '1' DAY
    END AS due_at
FROM moved
LEFT JOIN days
    ON
        days.day = CAST(moved.moved_at AS DATE)
        AND moved.is_around_the_clock = days.is_around_the_clock
LEFT JOIN working_days
    ON
        working_days.working_index = days.working_index + moved.supplement_days
        AND moved.is_around_the_clock = working_days.is_around_the_clock;
