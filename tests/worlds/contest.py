"""A contest of the small city's first criticism, of which the city itself has none."""

from datetime import date

from generator.model.records import Contest

CONTEST = Contest(
    record_id="pb-2018-001",
    kind="complaint",
    opened_on=date(2018, 6, 4),
    body="Chủ tịch Ủy ban nhân dân thành phố",
    outcome="upheld",
    ended_on=date(2018, 6, 20),
    decision_no="08/KL-MAU",
    conclusion="Nội dung phê bình có căn cứ",
)
