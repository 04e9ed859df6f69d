"""How long procedures take: the latest closed quarter, from figure rows.

Each story is told once, while the quarter is news. The city's figures lead in the first week
after it (`city_quarter.py`); every later week has one other topic (`timing_topics.py`) and some of
the procedures and units whose turn it is (`rotation.py`), until all have been told.
"""

from collections.abc import Iterator
from itertools import islice

from generator.model.records import Procedure, ProcedureLimit
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Openings, Story
from generator.radio.items.quarter import FigureNews, figure_key, fresh_quarter
from generator.radio.items.rotation import GROUPS, rotation
from generator.radio.items.telling import read_forms
from generator.radio.items.timing_topics import topics


def _candidates(day: AirDay) -> Candidates:
    return Candidates(tuple(_story(item, day) for item in _news(day)))


def _news(day: AirDay) -> Iterator[FigureNews]:
    """Find one topic of the latest quarter that was not told yet, and those whose turn it is.

    In the week of the city's own figures there is no other topic.
    """
    closed, told = fresh_quarter(day.edition, day.air_on), day.memory.told
    if closed is None or closed.city is None:
        return
    is_its_week = figure_key(closed, "city") not in told
    found = () if is_its_week else topics(day, closed)
    topic = next((item for item in found if item.key not in told), None)
    if topic:
        yield topic
    room = max(day.edition.radio.limits.timing - bool(topic or is_its_week), 0)
    yield from islice(rotation(day, closed), room)


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


_AFTER = (
    "Chuyên mục lần lượt điểm kết quả {period} của từng thủ tục, từng đơn vị.",
    "Trong loạt tin về kết quả {period}, hôm nay là các thủ tục và đơn vị sau đây.",
    "Mời quý vị nghe kết quả {period} theo thủ tục và đơn vị.",
)
TIMING = ItemKind(
    "timing",
    "Giải quyết hồ sơ",
    candidates=_candidates,
    records=(Procedure, ProcedureLimit),
    priority=5,
    most=lambda limits: limits.timing,
    counted="thời gian giải quyết thủ tục",
    opening=Openings(
        first=("Hôm nay, chuyên mục điểm thời gian giải quyết thủ tục trong {period}.",),
        first_many=("Hôm nay, chuyên mục điểm thời gian giải quyết thủ tục trong {period}.",),
        after=("Mời quý vị nghe thêm kết quả của {period}.",),
        after_many=_AFTER,
    ),
    groups=("", *GROUPS),
    reason="Số liệu mới, chưa đọc lần nào",
    spread="số liệu quý chia đọc dần, mỗi tuần nhiều nhất {most} mục",
)
