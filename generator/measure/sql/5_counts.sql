-- Bước 5. Từ hồ sơ đến số đếm. Từ bước này trở đi không còn mã hồ sơ, không còn ngày tháng của ai.
-- Các bảng của bước này chia đến từng đơn vị, từng thủ tục, từng quý, nhiều ô chỉ có một hồ sơ, nên
-- không công bố.
-- Thủ tục nhạy cảm không ghi đơn vị, nên chỉ có mặt trong số liệu của toàn địa bàn, và chỉ
-- ghi phase (trước, sau khi đổi thời hạn) cho những quý mà cả quý theo một thời hạn.

-- Đếm một lượt theo đơn vị, thủ tục, quý, giai đoạn và số ngày làm việc đã giải quyết. 
--   ended_… là hồ sơ đã kết thúc trong quý, open_… là hồ sơ còn mở vào cuối quý;
--   …_unconfirmed là hồ sơ được xét theo thời hạn chưa xác nhận; với ngày hẹn trả, đó là hồ sơ không
--   có ngày hẹn nên phải xét theo thời hạn theo quy định;
--   letter_…, new_day_… là của sổ xin lỗi: 1, 2, 3 là tháng thứ mấy của quý.
CREATE TABLE tallies AS
SELECT
    CASE WHEN NOT procedures.is_sensitive THEN judgements.unit_id END AS unit_id,
    judgements.procedure_id,
    procedures.field,
    judgements.quarter,
    CASE
        WHEN procedures.is_sensitive THEN judgements.quarter_phase ELSE judgements.phase
    END AS phase,
    judgements.days,
    count(*) FILTER (WHERE origin = 'new') AS received_count,
    count(*) FILTER (WHERE origin = 'new' AND is_online) AS received_online_count,
    count(*) FILTER (WHERE origin = 'carried_over') AS carried_over_count,
    count(*) FILTER (WHERE has_ended) AS ended_count,
    count(*) FILTER (WHERE verdict = 'early') AS early_count,
    count(*) FILTER (WHERE verdict = 'on_time') AS on_time_count,
    count(*) FILTER (WHERE has_ended AND verdict = 'overdue') AS overdue_count,
    count(*) FILTER (WHERE has_ended AND verdict = 'no_deadline') AS ended_no_deadline_count,
    count(*) FILTER (WHERE verdict = 'within') AS open_within_count,
    count(*) FILTER (WHERE NOT has_ended AND verdict = 'overdue') AS open_overdue_count,
    count(*) FILTER (WHERE NOT has_ended AND verdict = 'no_deadline') AS open_no_deadline_count,
    count(*) FILTER (WHERE outcome = 'rejected') AS rejected_count,
    count(*) FILTER (WHERE outcome = 'withdrawn') AS withdrawn_count,
    count(*) FILTER (WHERE outcome = 'stopped') AS stopped_count,
    count(*) FILTER (WHERE has_ended AND is_supplemented) AS supplemented_count,
    count(*) FILTER (
        WHERE has_ended AND verdict = 'overdue' AND NOT is_apologised
    ) AS ended_without_apology_count,
    count(*) FILTER (
        WHERE NOT has_ended AND verdict = 'overdue' AND NOT is_apologised
    ) AS open_without_apology_count,
    count(*) FILTER (WHERE strict_verdict = 'on_time') AS strict_on_time_count,
    count(*) FILTER (WHERE has_ended AND strict_verdict = 'overdue') AS ended_strict_overdue_count,
    count(*) FILTER (WHERE NOT has_ended AND strict_verdict = 'overdue') AS open_strict_overdue_count,
    count(*) FILTER (WHERE legal_verdict = 'on_time') AS legal_on_time_count,
    count(*) FILTER (WHERE has_ended AND legal_verdict = 'overdue') AS ended_legal_overdue_count,
    count(*) FILTER (WHERE NOT has_ended AND legal_verdict = 'overdue') AS open_legal_overdue_count,
    count(*) FILTER (WHERE shortened_verdict = 'on_time') AS shortened_on_time_count,
    count(*) FILTER (
        WHERE has_ended AND shortened_verdict = 'overdue'
    ) AS ended_shortened_overdue_count,
    count(*) FILTER (
        WHERE NOT has_ended AND shortened_verdict = 'overdue'
    ) AS open_shortened_overdue_count,
    count(*) FILTER (
        WHERE is_due_unconfirmed AND has_ended AND verdict IN ('early', 'on_time', 'overdue')
    ) AS ended_due_unconfirmed_count,
    count(*) FILTER (
        WHERE is_due_unconfirmed AND NOT has_ended AND verdict = 'overdue'
    ) AS open_due_unconfirmed_count,
    count(*) FILTER (
        WHERE is_due_unconfirmed AND NOT has_ended AND strict_verdict = 'overdue'
    ) AS open_strict_unconfirmed_count,
    count(*) FILTER (
        WHERE is_unconfirmed AND has_ended AND legal_verdict IN ('on_time', 'overdue')
    ) AS ended_legal_unconfirmed_count,
    count(*) FILTER (
        WHERE is_unconfirmed AND NOT has_ended AND legal_verdict = 'overdue'
    ) AS open_legal_unconfirmed_count,
    count(*) FILTER (
        WHERE is_unconfirmed AND has_ended AND shortened_verdict IN ('on_time', 'overdue')
    ) AS ended_shortened_unconfirmed_count,
    count(*) FILTER (
        WHERE is_unconfirmed AND NOT has_ended AND shortened_verdict = 'overdue'
    ) AS open_shortened_unconfirmed_count,
    count(*) FILTER (WHERE late_month = 1) AS letter_owed_1_count,
    count(*) FILTER (WHERE late_month = 2) AS letter_owed_2_count,
    count(*) FILTER (WHERE late_month = 3) AS letter_owed_3_count,
    count(*) FILTER (WHERE late_month = 1 AND letter = 'in_time') AS letter_in_time_1_count,
    count(*) FILTER (WHERE late_month = 2 AND letter = 'in_time') AS letter_in_time_2_count,
    count(*) FILTER (WHERE late_month = 3 AND letter = 'in_time') AS letter_in_time_3_count,
    count(*) FILTER (WHERE late_month = 1 AND letter = 'late') AS letter_late_1_count,
    count(*) FILTER (WHERE late_month = 2 AND letter = 'late') AS letter_late_2_count,
    count(*) FILTER (WHERE late_month = 3 AND letter = 'late') AS letter_late_3_count,
    count(*) FILTER (WHERE promise = 'kept' AND promise_month = 1) AS new_day_kept_1_count,
    count(*) FILTER (WHERE promise = 'kept' AND promise_month = 2) AS new_day_kept_2_count,
    count(*) FILTER (WHERE promise = 'kept' AND promise_month = 3) AS new_day_kept_3_count,
    count(*) FILTER (WHERE promise = 'broken' AND promise_month = 1) AS new_day_broken_1_count,
    count(*) FILTER (WHERE promise = 'broken' AND promise_month = 2) AS new_day_broken_2_count,
    count(*) FILTER (WHERE promise = 'broken' AND promise_month = 3) AS new_day_broken_3_count,
    count(*) FILTER (WHERE promise = 'pending') AS new_day_pending_count,
    count(*) FILTER (WHERE is_day_off AND is_online) AS day_off_online_count,
    count(*) FILTER (WHERE is_day_off AND NOT is_online) AS day_off_in_person_count
FROM judgements
INNER JOIN procedures ON judgements.procedure_id = procedures.procedure_id
GROUP BY
    CASE WHEN NOT procedures.is_sensitive THEN judgements.unit_id END,
    judgements.procedure_id,
    procedures.field,
    judgements.quarter,
    CASE
        WHEN procedures.is_sensitive THEN judgements.quarter_phase ELSE judgements.phase
    END,
    judgements.days;

-- Mỗi ô: một đơn vị, một thủ tục, một quý.
CREATE TABLE cells AS
SELECT
    unit_id,
    procedure_id,
    field,
    quarter,
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
    CAST(sum(open_shortened_unconfirmed_count) AS BIGINT) AS open_shortened_unconfirmed_count,
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
FROM tallies
GROUP BY unit_id, procedure_id, field, quarter;

-- Hồ sơ đã kết thúc của mỗi ô, theo số ngày làm việc đã giải quyết và theo thời hạn khi tiếp nhận: còn
-- thời hạn ban đầu (before), hay đã theo thời hạn khác (after). Trong đó bao nhiêu quá hạn của chính nó, và
-- bao nhiêu có ngày trả là ngày nghỉ theo bảng lịch của đơn vị (thứ bảy, chủ nhật, ngày lễ, ngày nghỉ bù, trừ
-- ngày làm bù), tách hồ sơ nộp trực tuyến và còn lại.
CREATE TABLE cell_days AS
SELECT
    unit_id,
    procedure_id,
    quarter,
    phase,
    days,
    CAST(sum(ended_count) AS BIGINT) AS dossier_count,
    CAST(sum(overdue_count) AS BIGINT) AS overdue_count,
    CAST(sum(day_off_online_count) AS BIGINT) AS day_off_online_count,
    CAST(sum(day_off_in_person_count) AS BIGINT) AS day_off_in_person_count
FROM tallies
WHERE ended_count > 0
GROUP BY unit_id, procedure_id, quarter, phase, days;
