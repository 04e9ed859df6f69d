"""What each unit still owes, as calendars (iCalendar, RFC 5545): one of the city, one a unit."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from generator.edition.edition import Edition
from generator.model.obligations import Obligation
from generator.model.sample import SAMPLE_HEADLINE
from generator.model.settings import City
from generator.model.site_paths import SectionFolder
from generator.model.text import vn_date, with_unit
from generator.pages.addresses import unit_url
from generator.pages.duties.words import Duties, Duty
from generator.pages.here import Known
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
    contents = {CITY_FILE: _calendar(renderer, CITY_FILE, name, owed)}
    for unit_id, duties in by_unit.items():
        name, path = f"Việc phải làm, {edition.unit(unit_id).name}", unit_file(unit_id)
        contents[path] = _calendar(renderer, path, name, duties)
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


def _calendar(renderer: Renderer, path: str, name: str, duties: Sequence[Duty]) -> bytes:
    known = renderer.known
    return renderer.memo.reuse(
        ("file", path),
        lambda: (known, name, duties),
        lambda: calendar_bytes(known.city, name, (_event(known, duty) for duty in duties)),
    )


def calendar_bytes(city: City, name: str, events: Iterable[Event]) -> bytes:
    """A calendar of whole days; one of a sample says so in its name."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{_sample(city)}{name}")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def whole_day(city: City, uid: str, day: date, summary: str, told: Iterable[str]) -> Event:
    """An event of a whole day; one of a sample says so."""
    event = Event()
    event.add("uid", f"{uid.replace('/', '-')}@congkhai")
    event.add("dtstamp", datetime.combine(city.as_of, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"{_sample(city)}{summary}")
    event.add("description", "\n".join(told))
    return event


def _sample(city: City) -> str:
    return f"{SAMPLE_HEADLINE}: " if city.sample else ""


def _event(known: Known, duty: Duty) -> Event:
    """What is overdue says by how much on the day of the edition."""
    item = duty.obligation
    assert item.due_on is not None
    city, unit = known.city, known.by_id[item.unit_id].name
    told = [f"Đơn vị trả lời: {unit}.", f"Số liệu đến hết ngày {vn_date(city.as_of)}."]
    if item.state == "overdue":
        told.insert(1, f"Đang quá hạn {with_unit(item.late_days, 'ngày làm việc')}.")
    uid, summary = f"{item.dataset}-{item.key}", f"Hạn: {duty.words} ({unit})"
    event = whole_day(city, uid, item.due_on, summary, told)
    event.add("categories", [duty.kind])
    if city.site_url:
        event.add("url", absolute(city.site_url, duty.url))
    return event
