"""The whole city's figures of a quarter that has ended: they lead the column in its week."""

from generator.radio.items.city_figures import city_figures
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Openings, Story
from generator.radio.items.quarter import fresh_quarter
from generator.radio.items.telling import read_forms


def _candidates(day: AirDay) -> Candidates:
    """Return the latest quarter's figures until they have been told, while they are news."""
    closed = fresh_quarter(day.edition, day.air_on)
    news = closed and city_figures(day, closed)
    if not news or news.key in day.memory.told:
        return Candidates(())
    forms, fragment = read_forms(news.written, day.reader)
    story = Story(
        key=news.key,
        kind=CITY_QUARTER,
        title=news.title,
        record_ids=(),
        forms=forms,
        since=news.since,
        fragment=fragment,
    )
    return Candidates((story,))


CITY_QUARTER = ItemKind(
    "city_quarter",
    "Kết quả quý",
    candidates=_candidates,
    priority=1,
    most=lambda limits: limits.timing,
    counted="kết quả {period} của các cơ quan",
    opening=Openings(
        first=("Mở đầu là kết quả {period}.", "Trước hết là kết quả {period}."),
        first_many=(),
        after=("Sau đây là kết quả {period}.", "Mời quý vị nghe kết quả {period}."),
        after_many=(),
    ),
    reason="Số liệu mới, chưa đọc lần nào",
)
