-- Bước 5. Đếm hồ sơ theo đơn vị, thủ tục, quý và số ngày làm việc đã giải quyết.
-- Từ bước này trở đi chỉ còn số đếm: không còn mã hồ sơ, không còn ngày tháng. Bảng của nhiều nơi
-- cộng lại được với nhau.
-- Thủ tục nhạy cảm không ghi đơn vị, nên chỉ có mặt trong số liệu của toàn thành phố, và chỉ
-- ghi phase (trước, sau khi đổi thời hạn) cho những quý mà cả quý theo một thời hạn.
CREATE TABLE histogram AS
SELECT
    CASE WHEN NOT procedures.is_sensitive THEN judgements.unit_id END AS unit_id,
    judgements.procedure_id,
    procedures.field,
    judgements.quarter,
    judgements.origin,
    judgements.is_online,
    judgements.has_ended,
    judgements.outcome,
    judgements.verdict,
    judgements.strict_verdict,
    judgements.legal_verdict,
    judgements.shortened_verdict,
    judgements.is_supplemented,
    judgements.is_apologised,
    judgements.is_unconfirmed,
    CASE
        WHEN procedures.is_sensitive THEN judgements.quarter_phase ELSE judgements.phase
    END AS phase,
    judgements.days,
    count(*) AS dossier_count
FROM judgements
INNER JOIN procedures ON judgements.procedure_id = procedures.procedure_id
GROUP BY
    CASE WHEN NOT procedures.is_sensitive THEN judgements.unit_id END,
    judgements.procedure_id,
    procedures.field,
    judgements.quarter,
    judgements.origin,
    judgements.is_online,
    judgements.has_ended,
    judgements.outcome,
    judgements.verdict,
    judgements.strict_verdict,
    judgements.legal_verdict,
    judgements.shortened_verdict,
    judgements.is_supplemented,
    judgements.is_apologised,
    judgements.is_unconfirmed,
    CASE
        WHEN procedures.is_sensitive THEN judgements.quarter_phase ELSE judgements.phase
    END,
    judgements.days;
