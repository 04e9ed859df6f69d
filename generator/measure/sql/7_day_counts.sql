-- Bước 7. Số đếm cho biểu đồ: mỗi thủ tục, mỗi quý, bao nhiêu hồ sơ xong sau bao nhiêu ngày làm việc.
CREATE TABLE day_counts AS
SELECT
    procedure_id,
    quarter,
    days,
    sum(dossier_count) AS count
FROM histogram
GROUP BY procedure_id, quarter, days;
