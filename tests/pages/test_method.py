"""The method page shows deadlines as the clock has counted them, and the hours they rest on."""

from dataclasses import replace
from datetime import datetime

import pytest

from generator.clock import Calendars, worked_deadlines
from generator.model.laws import VIETNAM
from generator.model.service import OfficeSpan, Service
from generator.pages.environment import templates
from generator.pages.method import pages
from generator.pages.renderer import Renderer
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.shipped import shipped_edition


def body(service: Service | None = None) -> str:
    edition = shipped_edition()
    if service:
        city = edition.city.model_copy(update={"service": service})
        calendar = Calendars(edition.calendar, service).office
        worked = worked_deadlines(calendar, city.policy.same_day_cutoff, city.as_of, city.law)
        edition = replace(edition, city=city, worked=worked)
    (page,) = pages(Renderer(edition, templates(TEMPLATES, COMPILED)))
    assert isinstance(page.body, str)
    return page.body.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("21/12/2018 lúc 15:59, thời hạn 8 giờ", "23:59 ngày 21/12/2018"),
        ("21/12/2018 lúc 16:00, thời hạn 8 giờ", "hết ngày 21/12/2018"),
        ("21/12/2018 lúc 16:01, thời hạn 8 giờ", "hết ngày 24/12/2018"),
        ("21/12/2018 lúc 16:00, thời hạn 8 giờ làm việc", "16:00 ngày 24/12/2018"),
        ("21/12/2018 lúc 10:30, thời hạn 2 giờ làm việc", "14:00 ngày 21/12/2018"),
        ("13/02/2018 lúc 16:00, thời hạn 8 giờ làm việc", "16:00 ngày 21/02/2018"),
        ("04/01/2019 lúc 16:00, thời hạn 8 giờ làm việc", "16:00 ngày 05/01/2019"),
    ],
)
def test_a_deadline_is_worked_out_on_the_page(asked: str, due: str) -> None:
    assert f"{asked}. Hạn: {due}.</summary>" in body()


def test_every_line_of_the_clock_is_there() -> None:
    text = body()
    assert all(line in text for worked in shipped_edition().worked for line in worked.lines)
    assert "07:30–11:30, 13:00–17:00" in text and "Phục vụ cả ngày lẫn đêm" not in text


def test_other_hours_make_other_examples() -> None:
    span = OfficeSpan.model_validate({"opens": "08:00", "closes": "14:30"})
    text = body(Service(office_hours=(span,), around_the_clock=("p-dong-tho",)))
    assert "21/12/2018 lúc 13:30, thời hạn 8 giờ làm việc. Hạn: 08:30 ngày 25/12/2018." in text
    assert "thời hạn 2 giờ làm việc" not in text
    assert "không có ngày nghỉ: Phường Đông Thọ" in text


def test_a_city_without_a_calendar_has_no_example() -> None:
    calendar = Calendars((), Service()).office
    at = datetime.fromisoformat("2018-12-31 15:00")
    assert worked_deadlines(calendar, at.time(), at.date(), VIETNAM) == ()


def test_every_number_of_the_policy_is_printed_from_the_settings() -> None:
    policy = shipped_edition().city.policy
    shown = body()
    for name, field in type(policy).model_fields.items():
        if isinstance(getattr(policy, name), tuple):
            continue
        is_told = f"{str(field.title).capitalize()}: <strong>" in shown
        assert is_told == (getattr(policy, name) is not None), name


def test_each_period_of_naming_is_printed_with_its_ground() -> None:
    periods = shipped_edition().city.policy.naming_periods
    assert periods
    for period in periods:
        ground = period.ground[:1].lower() + period.ground[1:]
        assert f"({ground}): <strong>{period.months}</strong>" in body()
