"""What is worth saying in any week: what falls due next, how to look things up, whom to call.

A week without news has all of it; a week with news has one, where time is left.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.model.capitals import mid_sentence
from generator.model.records import CalendarDay
from generator.model.settings import Hotline
from generator.model.text import week_of
from generator.radio.items.day import AirDay
from generator.radio.items.days_off import days_off_ahead
from generator.radio.items.kind import Candidates, ItemKind, Story
from generator.radio.items.phrases import begin, on_day
from generator.radio.items.telling import read_forms, vary
from generator.speech.time import quarter

_SOON, _FAR = timedelta(days=14), timedelta(days=92)
"""What is due sooner is a deadline of its own; what is due later is nobody's concern yet."""


_MOST = 4
"""What there is to remind of: days off, a telephone, a place to look, a day."""


class _Reminder(NamedTuple):
    name: str
    title: str
    text: str


def _candidates(day: AirDay) -> Candidates:
    """Return the reminders, those of whom to call and how to look up in turn."""
    week = day.air_on.isocalendar().week
    always = [*_call(day, week // 2), _lookup(day)]
    turn = week % 2
    every = (*_closed(day), *always[turn:], *always[:turn], *_due(day))
    return Candidates(tuple(_story(item, day) for item in every))


def _closed(day: AirDay) -> Iterator[_Reminder]:
    """Say first which days off are near."""
    if text := days_off_ahead(day):
        yield _Reminder("closed", "ngày nghỉ sắp tới", text)


def _lookup(day: AirDay) -> _Reminder:
    """Say where to see how long a procedure takes."""
    city = day.edition.city.city
    site = f"trang {city.site_name} của {mid_sentence(city.name)}"
    options = (
        f"Quý vị muốn biết hồ sơ của mình bao giờ xong, xin xem mục Thủ tục trên {site}. "
        "Ở đó có thời hạn của từng thủ tục, và thời gian giải quyết trên thực tế.",
        f"Trước khi đi nộp hồ sơ, quý vị có thể xem mục Thủ tục trên {site}. "
        "Trang cho biết thủ tục nào có thời hạn bao lâu, và thực tế thường mất bao lâu.",
    )
    text = vary(options, day.air_on.isocalendar().week // 2)
    return _Reminder("lookup", "cách xem thời hạn hồ sơ", text)


def _call(day: AirDay, week: int) -> Iterator[_Reminder]:
    """Say whom to call about what, one telephone a week."""
    hotlines = day.edition.city.hotlines
    if hotlines:
        text = _dial(hotlines[week % len(hotlines)], day)
    elif phone := day.edition.city.city.phone:
        office = day.edition.city.city.contact_office or day.edition.city.city.authority
        text = f"Mọi phản ánh, xin quý vị gọi {mid_sentence(office)}, số điện thoại {phone}."
    else:
        return
    yield _Reminder("call", "số điện thoại phản ánh", text)


def _dial(line: Hotline, day: AirDay) -> str:
    site = f"trên trang {day.edition.city.city.site_name}"
    about = mid_sentence(line.about or "thái độ phục vụ").replace("trên trang này", site)
    hours = f", trong {mid_sentence(line.hours)}" if line.hours else ""
    return (
        f"Về {about}, xin quý vị gọi {mid_sentence(line.name)}. "
        f"Số điện thoại là {line.phone}{hours}."
    )


def _due(day: AirDay) -> Iterator[_Reminder]:
    """Name the next day on which reports are due, while it is not near."""
    ahead = sorted(
        (item.due_on, item.report.quarter)
        for item in day.edition.figures.obligations
        if item.report and item.due_on and _is_ahead(item.due_on, day.air_on)
    )
    if ahead:
        (due_on, name), site = ahead[0], day.edition.city.city.site_name
        text = (
            f"{begin(on_day(due_on, day.air_on, day.dialect))} là hạn các đơn vị gửi báo cáo "
            f"{quarter(name, day.dialect, with_year=False)} về kỷ luật, kỷ cương hành chính. "
            f"Đơn vị nào đã gửi, đơn vị nào chưa gửi, đều có trên trang {site}."
        )
        yield _Reminder("due", "hạn báo cáo sắp tới", text)


def _is_ahead(due_on: date, air_on: date) -> bool:
    return air_on + _SOON < due_on <= air_on + _FAR


def _story(item: _Reminder, day: AirDay) -> Story:
    first, _, _ = item.text.partition(". ")
    brief = item.text if item.name == "call" else f"{first.rstrip('.')}."
    forms, fragment = read_forms({"full": item.text, "sentence": brief}, day.reader)
    return Story(
        key=f"reminder/{item.name}/{week_of(day.air_on)}",
        kind=REMINDER,
        title=item.title,
        record_ids=(),
        forms=forms,
        since=day.air_on,
        group="reminders",
        fragment=fragment,
        filler=True,
        last_chance=True,
    )


REMINDER = ItemKind(
    "reminder",
    "Nhắc việc",
    candidates=_candidates,
    records=(CalendarDay,),
    priority=6,
    most=lambda _: _MOST,
    counted="",
    groups=("reminders",),
    fills=True,
)
