-- Bước 1. Đọc hồ sơ.
-- Đầu vào: bảng dossier_rows, mọi cột là chữ, đúng như trong các tệp của bộ Hồ sơ.
-- Ngày trả và ngày hẹn chỉ ghi ngày, không ghi giờ, thì hiểu là hết ngày đó (23:59:59).
-- Ngày tiếp nhận chỉ ghi ngày thì không biết giờ: ghi nhận là 0 giờ và has_time là sai.
-- is_around_the_clock: đơn vị phục vụ cả ngày lẫn đêm, không có ngày nghỉ.
-- Hồ sơ trả sau ngày số liệu (as_of) thì vào ngày số liệu vẫn là chưa xong.
CREATE TABLE dossiers AS
WITH moments AS (
    SELECT
        dossier_id,
        procedure_id,
        unit_id,
        channel = 'online' AS is_online,
        outcome,
        length(received_at) > 10 AS has_time,
        CAST(received_at AS TIMESTAMP) AS received_at,
        CAST(nullif(promised_at, '') AS TIMESTAMP)
        + CASE WHEN length(promised_at) = 10 THEN 86399 ELSE 0 END * INTERVAL '1' SECOND
            AS promised_at,
        CAST(nullif(returned_at, '') AS TIMESTAMP)
        + CASE WHEN length(returned_at) = 10 THEN 86399 ELSE 0 END * INTERVAL '1' SECOND
            AS moment,
        coalesce(CAST(nullif(supplement_days, '') AS INTEGER), 0) AS supplement_days,
        coalesce(CAST(nullif(supplement_requests, '') AS INTEGER), 0) AS supplement_requests,
        CAST(nullif(apology_on, '') AS DATE) AS apology_on,
        CAST(nullif(rescheduled_to, '') AS DATE) AS rescheduled_to
    FROM dossier_rows
)

SELECT
    moments.dossier_id,
    moments.procedure_id,
    moments.unit_id,
    around_the_clock_units.unit_id IS NOT NULL AS is_around_the_clock,
    moments.is_online,
    moments.outcome,
    moments.has_time,
    moments.received_at,
    CAST(moments.received_at AS DATE) AS received_day,
    moments.promised_at,
    CASE
        WHEN CAST(moments.moment AS DATE) <= settings.as_of THEN moments.moment
    END AS returned_at,
    CASE
        WHEN CAST(moments.moment AS DATE) <= settings.as_of THEN CAST(moments.moment AS DATE)
    END AS returned_day,
    moments.supplement_days,
    moments.supplement_requests,
    moments.apology_on,
    moments.rescheduled_to
FROM moments
CROSS JOIN settings
LEFT JOIN around_the_clock_units ON moments.unit_id = around_the_clock_units.unit_id;
