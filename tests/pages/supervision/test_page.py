"""Supervision: calendars of what is owed, the brief, and figures that a machine asks about."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

from icalendar import Calendar

from generator.edition.edition import Edition
from generator.measure.method import DAY_OFF_COUNTS, PUBLISHED_COUNTS
from generator.model.apologies import APOLOGY_COLUMNS, APOLOGY_COUNTS
from generator.model.counts import CountTable
from generator.model.figures import Figure, Figures
from generator.model.text import with_unit
from generator.pages.duties.ics import CITY_FILE, files, owed_duties, unit_file
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from generator.pages.supervision import page as supervision
from generator.pages.supervision.questions import questions
from worlds.edition_figures import a_figure
from worlds.editions import small_edition
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.small_pages import text_of

WARD, PROCEDURE = "p-dong-tho", "1.001193"


@cache
def calendars() -> dict[str, bytes]:
    return files(Renderer(small_edition(), templates(TEMPLATES, COMPILED)))


def test_everything_owed_stands_in_the_calendar_on_its_day() -> None:
    edition = small_edition()
    events = Calendar.from_ical(calendars()[CITY_FILE]).walk("VEVENT")
    owed = owed_duties(edition)
    assert owed and len(events) == len(owed)
    for event, duty in zip(events, owed, strict=True):
        assert event.decoded("dtstart") == duty.obligation.due_on
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        assert duty.words in event["summary"]
        late = f"Đang quá hạn {with_unit(duty.obligation.late_days, 'ngày làm việc')}."
        assert (late in event["description"]) == (duty.obligation.state == "overdue")
    assert len({event["uid"] for event in events}) == len(events)


def test_a_unit_has_a_calendar_of_its_own() -> None:
    edition = small_edition()
    units = {duty.obligation.unit_id for duty in owed_duties(edition)}
    assert set(calendars()) == {CITY_FILE, *(unit_file(unit) for unit in units)}
    for unit in units:
        events = Calendar.from_ical(calendars()[unit_file(unit)]).walk("VEVENT")
        assert events and all(edition.unit(unit).name in event["summary"] for event in events)


def test_sample_calendars_say_so() -> None:
    assert small_edition().city.sample
    for content in calendars().values():
        calendar = Calendar.from_ical(content)
        for event in calendar.walk("VEVENT"):
            assert event["summary"].startswith("DỮ LIỆU MẪU")


def test_the_brief_counts_what_the_page_lists() -> None:
    renderer = Renderer(small_edition(), templates(TEMPLATES, COMPILED))
    pages = {page.url: page for page in supervision.pages(renderer)}
    overdue = [duty for duty in small_edition().figures.obligations if duty.state == "overdue"]
    brief = text_of(pages["giam-sat/tom-tat/"])
    assert f"1. Việc đang quá hạn: {len(overdue)}" in brief


def ward(quarter: str, good: int, bad: int) -> Figure:
    return a_figure(
        unit_id=WARD, quarter=quarter, ended_count=good + bad, on_time_count=good,
        overdue_count=bad, on_time_share=good / (good + bad),
    )  # fmt: skip


def asked(
    *rows: Figure,
    histogram: tuple[tuple[str | int | None, ...], ...] = (),
    days_off: tuple[tuple[str, str, int, int, int], ...] = (),
    letters: tuple[tuple[str | int | None, ...], ...] = (),
) -> list[str]:
    figures = Figures(
        rows,
        quarters=("2018-Q3", "2018-Q4"),
        count_tables=(
            CountTable("histogram", PUBLISHED_COUNTS["histogram"], histogram),
            CountTable("day_off_counts", DAY_OFF_COUNTS, days_off),
            CountTable(APOLOGY_COUNTS, APOLOGY_COLUMNS, letters),
        ),
    )
    edition: Edition = replace(small_edition(), figures=figures)
    found = questions(edition)
    assert all(question.unit_id == WARD for question in found)
    return [question.text for question in found]


def test_a_jump_between_two_quarters_is_asked_about() -> None:
    (told,) = asked(ward("2018-Q3", 20, 20), ward("2018-Q4", 36, 4))
    assert told.startswith("Tỷ lệ đúng hạn từ 50% lên 90% chỉ trong một quý.")
    assert asked(ward("2018-Q3", 36, 4), ward("2018-Q4", 20, 20))[0].startswith(
        "Tỷ lệ đúng hạn từ 90% xuống 50%"
    )
    assert asked(ward("2018-Q3", 20, 20), ward("2018-Q4", 24, 16)) == []
    assert asked(ward("2018-Q3", 2, 2), ward("2018-Q4", 36, 4)) == []


def test_a_hundred_dossiers_without_one_late_are_asked_about() -> None:
    (told,) = asked(ward("2018-Q4", 100, 0))
    assert told.startswith("Cả 100 hồ sơ quý IV/2018 đều đúng hạn.")
    assert asked(ward("2018-Q4", 99, 0)) == asked(ward("2018-Q4", 99, 1)) == []


def test_dossiers_heaped_on_one_number_of_days_are_asked_about() -> None:
    def heap(days: int, count: int) -> tuple[str | int | None, ...]:
        return ("unit_procedure", WARD, PROCEDURE, "Hộ tịch", "2018-Q4", days, count)

    (told,) = asked(histogram=(heap(3, 45), heap(1, 5)))
    assert (
        told.startswith("45 trong 50 hồ sơ ")
        and "đều mất đúng 3\u00a0ngày\u00a0làm\u00a0việc" in told
    )
    assert asked(histogram=(heap(1, 45), heap(3, 5))) == []
    assert asked(histogram=(heap(3, 39), heap(1, 11))) == []
    assert asked(histogram=(heap(3, 45),)) == []


def test_a_unit_that_owes_letters_of_apology_and_sends_none_is_asked_about() -> None:
    def letters(*counts: int, unit: str | None = WARD) -> tuple[str | int | None, ...]:
        return ("unit", unit, "2018-Q4", None, *counts, 0, 0, 0)

    rows = (ward("2018-Q4", 20, 20),)
    (told,) = asked(*rows, letters=(letters(5, 0, 0, 5),))
    assert told.startswith("5 hồ sơ đến hạn mà chưa giải quyết xong quý IV/2018, và không phiếu")
    assert told.endswith("hay đã gửi mà không ghi vào sổ?")
    assert asked(*rows, letters=(letters(4, 0, 0, 4),)) == []
    assert asked(*rows, letters=(letters(9, 0, 1, 8),)) == []
    assert asked(*rows, letters=(letters(9, 0, 0, 9, unit=None),)) == []


def test_many_dossiers_ended_on_days_off_are_asked_about_without_accusing() -> None:
    def off(quarter: str, *counts: int) -> tuple[str, str, int, int, int]:
        ended, online, in_person = counts
        return (WARD, quarter, ended, online, in_person)

    (told,) = asked(days_off=(off("2018-Q4", 200, 8, 10),))
    assert told.startswith("10 trong 200 hồ sơ kết thúc quý IV/2018 có ngày trả là ngày nghỉ, ")
    assert "không kể 8 hồ sơ nộp trực tuyến" in told and told.endswith("?")
    assert "trực tuyến" not in asked(days_off=(off("2018-Q4", 200, 0, 10),))[0]
    assert asked(days_off=(off("2018-Q4", 200, 0, 9),)) == []
    assert asked(days_off=(off("2018-Q4", 200, 91, 9),)) == []
    assert asked(days_off=(off("2018-Q4", 2000, 0, 12),)) == []
    assert asked(days_off=(off("2018-Q4", 29, 0, 12),)) == []
    assert "quý III/2018" in asked(days_off=(off("2018-Q3", 200, 0, 12),))[0]


def test_dossiers_on_time_only_by_their_pauses_are_asked_about() -> None:
    def paused(good: int, by_pause: int) -> Figure:
        return replace(
            ward("2018-Q4", good, 5), strict_on_time_count=good - by_pause,
            strict_overdue_count=5 + by_pause,
        )  # fmt: skip

    (told,) = asked(paused(90, 20))
    assert told.startswith("20 trong 90 hồ sơ đúng hạn quý IV/2018 chỉ đúng hạn nhờ trừ ngày chờ")
    assert asked(paused(90, 0)) == asked(paused(90, 9)) == asked(paused(180, 18)) == []
