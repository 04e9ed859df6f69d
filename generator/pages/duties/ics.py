"""What each unit still owes, as calendars (iCalendar, RFC 5545): one of the city, one a unit."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from generator.edition.edition import Edition
from generator.model.obligations import Obligation
from generator.model.sample import SAMPLE_HEADLINE
from generator.model.site_paths import SectionFolder
from generator.model.text import vn_date, with_unit
from generator.pages.addresses import unit_url
from generator.pages.duties.words import Duties, Duty
from generator.pages.links import absolute
from generator.pages.renderer import Renderer

CITY_FILE = f"{SectionFolder.SUPERVISION}/lich-viec.ics"
PRODUCT = "-//congkhai//lich-viec//VI"


def unit_file(unit_id: str) -> str:
    """Path of a unit's calendar."""
    return f"{unit_url(unit_id)}lich-viec.ics"


def files(renderer: Renderer) -> dict[str, bytes]:
    """The calendar of everything that is owed, and of each unit that owes something."""
    edition = renderer.edition
    owed = owed_duties(edition)
    by_unit: dict[str, list[Duty]] = {}
    for duty in owed:
        by_unit.setdefault(duty.obligation.unit_id, []).append(duty)
    name = f"Việc phải làm, {edition.city.city.name}"
    contents = {CITY_FILE: _calendar(edition, name, owed)}
    for unit_id, duties in by_unit.items():
        name = f"Việc phải làm, {edition.unit(unit_id).name}"
        contents[unit_file(unit_id)] = _calendar(edition, name, duties)
    return contents


def is_owed(item: Obligation) -> bool:
    """True of something with a day that is not done."""
    return item.due_on is not None and item.done_on is None


def owed_duties(edition: Edition) -> list[Duty]:
    """Everything with a day that is not done, the earliest first."""
    duties = Duties(edition)
    owed = [item for item in edition.figures.obligations if is_owed(item)]
    owed.sort(key=lambda item: (str(item.due_on), item.dataset, item.key))
    return [duties.duty(item) for item in owed]


def _calendar(edition: Edition, name: str, duties: Iterable[Duty]) -> bytes:
    return calendar_bytes(edition, name, (_event(edition, duty) for duty in duties))


def calendar_bytes(edition: Edition, name: str, events: Iterable[Event]) -> bytes:
    """A calendar of whole days; one of a sample says so in its name."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{_sample(edition)}{name}")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def whole_day(edition: Edition, uid: str, day: date, summary: str, told: Iterable[str]) -> Event:
    """An event of a whole day; one of a sample says so."""
    event = Event()
    event.add("uid", f"{uid.replace('/', '-')}@congkhai")
    event.add("dtstamp", datetime.combine(edition.as_of, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{_sample(edition)}{summary}")
    event.add("description", "\n".join(told))
    return event


def _sample(edition: Edition) -> str:
    return f"{SAMPLE_HEADLINE}: " if edition.city.sample else ""


def _event(edition: Edition, duty: Duty) -> Event:
    """What is overdue says by how much on the day of the edition."""
    item = duty.obligation
    assert item.due_on is not None
    unit = edition.unit(item.unit_id).name
    told = [f"Đơn vị trả lời: {unit}.", f"Số liệu đến hết ngày {vn_date(edition.as_of)}."]
    if item.state == "overdue":
        told.insert(1, f"Đang quá hạn {with_unit(item.late_days, 'ngày làm việc')}.")
    uid, summary = f"{item.dataset}-{item.key}", f"Hạn: {duty.words} ({unit})"
    event = whole_day(edition, uid, item.due_on, summary, told)
    event.add("categories", [duty.kind])
    if edition.city.site_url:
        event.add("url", absolute(edition.city.site_url, duty.url))
    return event
