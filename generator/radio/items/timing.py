"""How long procedures take: the latest closed quarter, from figure rows.

Each story is told once. The city's figures are news in the first week after the quarter; every
later week has one other topic (`timing_topics.py`) and some of the procedures and units whose turn
it is (`rotation.py`), until all have been told; then there is nothing new and nothing is said.
"""

from collections.abc import Iterator
from itertools import chain, islice

from generator.radio.items.city_figures import city_figures
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Story
from generator.radio.items.quarter import FigureNews, closed_quarter
from generator.radio.items.rotation import GROUPS, rotation
from generator.radio.items.telling import read_forms
from generator.radio.items.timing_topics import topics


def _candidates(day: AirDay) -> Candidates:
    return Candidates(tuple(_story(item, day) for item in _news(day)))


def _news(day: AirDay) -> Iterator[FigureNews]:
    """Find one topic of the latest quarter that was not told yet, and those whose turn it is."""
    edition, told = day.edition, day.memory.told
    closed = closed_quarter(edition, day.air_on)
    if closed is None:
        return
    whole = city_figures(edition, closed)
    if whole is None:
        return
    every = chain([whole], topics(edition, closed, day.air_on))
    topic = next((item for item in every if item.key not in told), None)
    if topic:
        yield topic
    room = max(edition.radio.limits.timing - bool(topic), 0)
    yield from islice(rotation(edition, closed, told), room)


def _story(item: FigureNews, day: AirDay) -> Story:
    forms, fragment = read_forms(item.written, day.reader)
    return Story(
        key=item.key,
        kind=TIMING,
        title=item.title,
        record_ids=(),
        forms=forms,
        since=item.since,
        group=item.group,
        fragment=fragment,
        filler=item.filler,
    )


TIMING = ItemKind(
    "timing",
    "Giải quyết hồ sơ",
    candidates=_candidates,
    priority=4,
    most=lambda limits: limits.timing,
    counted="kết quả giải quyết thủ tục hành chính {period}",
    opening=(
        "Mời quý vị nghe kết quả giải quyết thủ tục hành chính {period}.",
        "Thưa quý vị, sau đây là kết quả giải quyết thủ tục hành chính {period}.",
    ),
    groups=("", *GROUPS),
    reason="Số liệu mới, chưa đọc lần nào",
    spread="số liệu quý chia đọc dần, mỗi tuần nhiều nhất {most} mục",
)
