"""The SQL's deadlines are the clock's, second by second, whatever hours the offices keep."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from generator.clock import Calendar, Calendars, UnknownYear, deadline, extended
from generator.measure import measure
from generator.measure.engine import run_steps
from generator.model.limit_units import LIMIT_UNITS
from generator.model.record import LARGEST_NUMBER
from generator.model.service import OfficeSpan, Service
from worlds.measured import NEVER_CLOSED, seeded_dossiers, seeded_world, write_dossiers

CUTOFF = time(15)
OFFICES = {
    "usual": [("07:30", "11:30"), ("13:00", "17:00")],
    "in one go": [("08:00", "16:00")],
    "three stretches, two of them touching": [
        ("07:00:30", "09:15"),
        ("09:15", "12:00"),
        ("18:00", "23:59:59"),
    ],
    "an hour": [("10:00", "11:00")],
}
WHOLE_DAYS = ("working_day", "day", "month")
ASKED = f"""
SELECT start_at, value, unit, supplement_days, is_around_the_clock, strict_due_at, due_at
FROM deadlines WHERE unit IN ('hour', 'working_hour', {str(WHOLE_DAYS)[1:-1]})
"""


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory) -> Path:
    return write_dossiers(tmp_path_factory.mktemp("d") / "d.csv", seeded_dossiers(1500, seed=188))


def due_of(
    calendar: Calendar, start: datetime, value: int, unit: str, waited: int
) -> datetime | None:
    received = start.date() if unit in WHOLE_DAYS else start
    try:
        end = deadline(calendar, received, value, unit, same_day_cutoff=CUTOFF)
        end = extended(calendar, end, waited)
    except UnknownYear:
        return None
    return end if isinstance(end, datetime) else datetime.combine(end, time(23, 59, 59))


@pytest.mark.parametrize("name", OFFICES)
def test_the_engine_s_deadlines_are_the_clock_s(dossiers: Path, name: str) -> None:
    spans = [OfficeSpan.model_validate({"opens": a, "closes": b}) for a, b in OFFICES[name]]
    service = Service(office_hours=tuple(spans), around_the_clock=(NEVER_CLOSED,))
    world, city = seeded_world(dossiers)
    calendars = Calendars(world.calendar, service)
    changed = city.model_copy(update={"service": service})
    with run_steps(world, changed, "3_deadlines") as database:
        rows = database.execute(ASKED).fetchall()
    assert {(row[2], row[4]) for row in rows} >= {
        (unit, never_closes)
        for unit in ("hour", "working_hour", *WHOLE_DAYS)
        for never_closes in (False, True)
    }
    for start, value, unit, waited, never_closes, strict, due in rows:
        calendar = calendars.around_the_clock if never_closes else calendars.office
        for days, theirs in ((0, strict), (waited, due)):
            ours = due_of(calendar, start, value, unit, days)
            known = None if theirs.date() == date(9999, 12, 31) else theirs
            assert known == ours, (start, value, unit, days, never_closes)


@pytest.mark.parametrize("unit", LIMIT_UNITS)
def test_the_longest_limit_that_passes_a_check_is_counted(dossiers: Path, unit: str) -> None:
    """Also where offices are open for a second a day."""
    span = OfficeSpan.model_validate({"opens": "08:00:00", "closes": "08:00:01"})
    world, city = seeded_world(dossiers)
    longest = {"baseline_value": LARGEST_NUMBER, "limit_value": LARGEST_NUMBER}
    units = {"baseline_unit": unit, "limit_unit": unit}
    limits = tuple(limit.model_copy(update=longest | units) for limit in world.procedure_limits)
    changed = city.model_copy(update={"service": Service(office_hours=(span,))})
    total = measure(replace(world, procedure_limits=limits), changed).one()
    assert total.received_count > 1400
    assert (total.legal_overdue_count > 0) == (unit == "same_day")
