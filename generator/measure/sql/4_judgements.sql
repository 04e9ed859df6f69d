-- Bước 4. Xét từng hồ sơ trong từng quý mà hồ sơ còn đó: tiếp nhận trước khi quý hết và chưa kết
-- thúc trước khi quý bắt đầu.
-- Đúng hạn, theo cách tính có trừ thời gian bổ sung:
--   hạn là ngày hẹn trả cộng thời gian chờ bổ sung; không có ngày hẹn thì là thời hạn theo quy
--   định; không có cả hai thì là "không có hạn" và không bao giờ là quá hạn;
--   yêu cầu bổ sung quá một lần thì là quá hạn;
--   chưa xong thì xét vào ngày cuối của kỳ;
--   từ chối, dừng và rút hồ sơ đều là đã kết thúc;
--   trước hạn là kết thúc vào một ngày trước ngày hết hạn.
-- So với thời hạn theo quy định và thời hạn đã rút ngắn thì chỉ xét ngày tháng.
-- Cách tính chặt (strict) đặt bên cạnh: hạn là đúng ngày hẹn trả đã ghi, không có ngày hẹn thì là
-- thời hạn theo quy định tính từ ngày tiếp nhận; không cộng thêm thời gian chờ bổ sung, nên muộn
-- một ngày cũng là muộn, vì bất cứ lý do gì. Yêu cầu bổ sung quá một lần cũng là quá hạn. Vì thế
-- hồ sơ đúng hạn theo cách tính chặt luôn đúng hạn theo cách tính trên.
-- Phiếu xin lỗi và ngày hẹn lại không có mặt trong bất cứ hạn nào: hẹn lại không mở thời hạn mới.
-- Sổ xin lỗi: hết hạn mà chưa xong thì từ giây tiếp theo đơn vị nợ người nộp một phiếu xin lỗi và hẹn
-- lại, mỗi hồ sơ một lần, vào tháng có giây ấy (late_month, tháng thứ mấy của quý). Bị yêu cầu bổ sung
-- quá một lần mà chưa hết hạn thì không nợ phiếu. Phiếu đúng hạn (in_time) khi gửi chậm nhất vào ngày
-- hết hạn; gửi sau đó, đến hết kỳ, là gửi muộn (late); sau kỳ là chưa gửi.
-- Ngày hẹn lại, nếu trước ngày hết hạn thì lấy ngày hết hạn, được giữ (kept) khi hồ sơ kết thúc trong
-- ngày ấy, không được giữ (broken) từ ngày sau, và chưa đến (pending) khi cuối kỳ chưa qua. Mỗi lời hẹn
-- được xét một lần, vào kỳ và tháng mà biết kết quả (promise_month); chỉ tính hồ sơ quá hạn và
-- phiếu gửi trước khi xong.
CREATE VIEW judged_dossiers AS
SELECT
    clocks.dossier_id,
    clocks.procedure_id,
    clocks.unit_id,
    clocks.is_online,
    clocks.outcome,
    clocks.received_day,
    clocks.returned_at,
    clocks.returned_day,
    clocks.apology_on,
    clocks.rescheduled_to,
    coalesce(NOT clocks.confirmed, FALSE) AS is_unconfirmed,
    clocks.promised_at IS NULL AND coalesce(NOT clocks.confirmed, FALSE) AS is_due_unconfirmed,
    clocks.phase,
    clocks.quarter_phase,
    clocks.supplement_requests > 1 AS asked_again,
    clocks.supplement_requests > 0 OR clocks.supplement_days > 0 AS is_supplemented,
    legal.due_at AS legal_due_at,
    shortened.due_at AS shortened_due_at,
    coalesce(promise.due_at, clocks.promised_at, legal.due_at) AS due_at,
    coalesce(clocks.promised_at, legal.strict_due_at) AS strict_due_at,
    greatest(
        returned.working_index - received.working_index - clocks.supplement_days, 0
    ) AS taken_days,
    coalesce(NOT returned.is_working, FALSE) AS is_day_off
FROM clocks
LEFT JOIN deadlines AS promise
    ON
        promise.unit = 'promise'
        AND clocks.promised_at = promise.start_at
        AND clocks.supplement_days = promise.supplement_days
        AND clocks.is_around_the_clock = promise.is_around_the_clock
LEFT JOIN deadlines AS legal
    ON
        clocks.legal_unit = legal.unit
        AND clocks.legal_value = legal.value
        AND clocks.legal_start = legal.start_at
        AND clocks.supplement_days = legal.supplement_days
        AND clocks.is_around_the_clock = legal.is_around_the_clock
LEFT JOIN deadlines AS shortened
    ON
        clocks.shortened_unit = shortened.unit
        AND clocks.shortened_value = shortened.value
        AND clocks.shortened_start = shortened.start_at
        AND clocks.supplement_days = shortened.supplement_days
        AND clocks.is_around_the_clock = shortened.is_around_the_clock
LEFT JOIN days AS received
    ON
        clocks.received_day = received.day
        AND clocks.is_around_the_clock = received.is_around_the_clock
LEFT JOIN days AS returned
    ON
        clocks.returned_day = returned.day
        AND clocks.is_around_the_clock = returned.is_around_the_clock;

CREATE VIEW judgements AS
WITH lives AS (
    SELECT
        judged_dossiers.*,
        periods.quarter,
        periods.first_day,
        periods.last_day,
        coalesce(judged_dossiers.returned_day <= periods.last_day, FALSE) AS has_ended,
        CASE
            WHEN judged_dossiers.rescheduled_to IS NOT NULL
                THEN greatest(judged_dossiers.rescheduled_to, CAST(judged_dossiers.due_at AS DATE))
        END AS new_day,
        CASE
            WHEN judged_dossiers.returned_day <= periods.last_day THEN judged_dossiers.returned_at
            ELSE CAST(periods.last_day AS TIMESTAMP) + INTERVAL '86399' SECOND
        END AS judged_at
    FROM judged_dossiers
    INNER JOIN periods
        ON
            judged_dossiers.received_day <= periods.last_day
            AND coalesce(judged_dossiers.returned_day, DATE '9999-12-31') >= periods.first_day
),

promises AS (
    SELECT
        lives.*,
        CASE
            WHEN
                new_day IS NULL
                OR NOT coalesce(judged_at > due_at AND apology_on <= CAST(judged_at AS DATE), FALSE)
                THEN NULL
            WHEN new_day >= CAST(judged_at AS DATE) AND has_ended THEN 'kept'
            WHEN new_day >= CAST(judged_at AS DATE) THEN 'pending'
            WHEN new_day >= CAST(first_day - INTERVAL '1' DAY AS DATE) THEN 'broken'
        END AS promise
    FROM lives
)

SELECT
    dossier_id,
    procedure_id,
    unit_id,
    quarter,
    CASE WHEN received_day >= first_day THEN 'new' ELSE 'carried_over' END AS origin,
    is_online,
    has_ended,
    CASE WHEN has_ended THEN outcome END AS outcome,
    CASE
        WHEN due_at IS NULL THEN 'no_deadline'
        WHEN asked_again OR judged_at > due_at THEN 'overdue'
        WHEN NOT has_ended THEN 'within'
        WHEN returned_day < CAST(due_at AS DATE) THEN 'early'
        ELSE 'on_time'
    END AS verdict,
    CASE
        WHEN strict_due_at IS NULL THEN NULL
        WHEN asked_again OR judged_at > strict_due_at THEN 'overdue'
        WHEN has_ended THEN 'on_time'
        ELSE 'within'
    END AS strict_verdict,
    CASE
        WHEN judged_at > legal_due_at THEN 'overdue'
        WHEN legal_due_at IS NULL THEN NULL
        WHEN has_ended THEN 'on_time'
        ELSE 'within'
    END AS legal_verdict,
    CASE
        WHEN judged_at > shortened_due_at THEN 'overdue'
        WHEN shortened_due_at IS NULL THEN NULL
        WHEN has_ended THEN 'on_time'
        ELSE 'within'
    END AS shortened_verdict,
    is_supplemented,
    coalesce(apology_on <= last_day, FALSE) AS is_apologised,
    CASE
        WHEN judged_at > due_at AND due_at >= CAST(first_day AS TIMESTAMP) - INTERVAL '1' SECOND
            THEN (month(due_at + INTERVAL '1' SECOND) - 1) % 3 + 1
    END AS late_month,
    CASE
        WHEN apology_on <= CAST(due_at AS DATE) THEN 'in_time'
        WHEN apology_on <= last_day THEN 'late'
    END AS letter,
    promise,
    CASE promise
        WHEN 'kept' THEN (month(returned_day) - 1) % 3 + 1
        WHEN 'broken' THEN (month(CAST(new_day + INTERVAL '1' DAY AS DATE)) - 1) % 3 + 1
    END AS promise_month,
    is_unconfirmed,
    is_due_unconfirmed,
    phase,
    quarter_phase,
    CASE WHEN has_ended THEN taken_days END AS days,
    has_ended AND is_day_off AS is_day_off
FROM promises;
