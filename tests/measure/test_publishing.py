"""The city's own publishing: editions closed in time, weeks on air, what the site says of it."""

from dataclasses import replace
from datetime import date

from generator.datafolder.world import World
from generator.ledger.chain import Chain, LedgerLine
from generator.measure.obligations import obligations_of
from generator.model.duty_records import Broadcast
from generator.model.figures import Figures
from generator.model.obligations import Obligation
from generator.model.policy_settings import Publishing
from generator.model.settings import City
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from generator.pages.supervision import page as supervision
from worlds.editions import small_edition
from worlds.measured import HAND_COUNTED, folder_world
from worlds.paths import TEMPLATES
from worlds.public import public_of
from worlds.published import COMPILED
from worlds.small_pages import text_of

WORLD, HAND_COUNTED_CITY = folder_world(HAND_COUNTED)
OWED = Publishing(since=date(2018, 4, 1), edition_unit="d-c", edition_days=15, broadcast_unit="p-a")


def city(as_of: str, owed: Publishing | None = OWED) -> City:
    changes = {"as_of": date.fromisoformat(as_of), "publishing": owed, "directives": ()}
    return HAND_COUNTED_CITY.model_copy(update=changes)


def owed(
    as_of: str, *aired: tuple[str, str], closings: dict[str, date] | None = None
) -> list[tuple[str, str, str, int]]:
    broadcasts = tuple(Broadcast(bulletin_id=week, aired_at=at) for week, at in aired)
    world = World(calendar=WORLD.calendar, units=WORLD.units, broadcasts=broadcasts)
    that_day = city(as_of)
    found = obligations_of(world, that_day, public_of(world, that_day), closings or {})
    assert {(o.dataset, o.unit_id) for o in found} <= {("editions", "d-c"), ("broadcasts", "p-a")}
    return [(o.dataset, o.key, o.state, o.late_days) for o in found]


def editions(as_of: str, **closings: str) -> list[tuple[str, str, int]]:
    days = {f"2018-{quarter}": date.fromisoformat(day) for quarter, day in closings.items()}
    return [
        (key, state, days) for d, key, state, days in owed(as_of, closings=days) if d == "editions"
    ]


def broadcasts(as_of: str, *aired: tuple[str, str]) -> list[tuple[str, str, int]]:
    return [(key, state, days) for d, key, state, days in owed(as_of, *aired) if d == "broadcasts"]


def test_an_edition_is_owed_until_some_days_after_its_quarter() -> None:
    assert editions("2018-06-30") == [("2018-Q2", "open", 0)]
    # Ngày 15/7/2018 là chủ nhật nên hạn kéo đến hết thứ hai 16/7.
    assert editions("2018-07-17")[0] == ("2018-Q2", "overdue", 1)
    assert editions("2018-07-18") == [("2018-Q2", "overdue", 2), ("2018-Q3", "open", 0)]


def test_a_closed_edition_is_owed_no_more() -> None:
    assert editions("2018-07-18", Q2="2018-06-30") == [
        ("2018-Q2", "done_on_time", 0),
        ("2018-Q3", "open", 0),
    ]


def test_the_first_closing_of_a_quarter_counts() -> None:
    lines = (
        LedgerLine(edition="2018-Q2", on=date(2018, 6, 29), event="closed", facts={}),
        LedgerLine(edition="2018-Q2.2", on=date(2018, 6, 30), event="closed", facts={}),
    )
    assert Chain(lines).closings == {"2018-Q2": date(2018, 6, 29)}


def test_every_week_is_owed_a_broadcast() -> None:
    aired = ("2018-W14", "2018-04-07T06:00"), ("2018-W15", "2018-04-17T06:00")
    assert broadcasts("2018-04-24", *aired) == [
        ("2018-W14", "done_on_time", 0),
        ("2018-W15", "done_late", 1),  # thứ bảy 14/4; thứ hai 16/4 vẫn là trong hạn
        ("2018-W16", "overdue", 1),  # thứ bảy 21/4, hạn đến hết thứ hai 23/4
        ("2018-W17", "open", 0),  # tuần đang chuẩn bị
    ]


def test_a_week_aired_twice_was_aired_the_first_time() -> None:
    twice = ("2018-W14", "2018-04-20T06:00"), ("2018-W14", "2018-04-07T06:00")
    assert broadcasts("2018-04-09", *twice)[0] == ("2018-W14", "done_on_time", 0)


def test_a_city_that_set_no_days_owes_none() -> None:
    world = World(calendar=WORLD.calendar, units=WORLD.units)
    june = city("2018-06-30", None)
    assert obligations_of(world, june, public_of(world, june), {}) == ()


def told(edition_days: int | None, *states: tuple[str, str, str]) -> str:
    """The page of supervision of a small city with these duties."""
    edition = small_edition()
    unit = edition.units[0].unit_id
    duties = [
        Obligation(dataset, key, unit, date(2018, 10, 6), None, state, int(state == "overdue"))
        for dataset, key, state in states
    ]
    publishing = edition_days and Publishing(
        since=date(2018, 4, 1), edition_unit=unit, edition_days=edition_days, broadcast_unit=unit
    )
    figures = Figures((), obligations=duties)
    settings = edition.city.model_copy(update={"publishing": publishing or None})
    changed = replace(edition, city=settings, figures=figures)
    pages = supervision.pages(Renderer(changed, templates(TEMPLATES, COMPILED)))
    return text_of(next(page for page in pages if page.url == "giam-sat/"))


def test_the_page_tells_of_late_editions_and_silent_weeks() -> None:
    page = told(
        15,
        ("editions", "2018-Q2", "done_on_time"),
        ("editions", "2018-Q3", "overdue"),
        ("broadcasts", "2018-W39", "done_on_time"),
        ("broadcasts", "2018-W40", "overdue"),
        ("broadcasts", "2018-W41", "open"),
    )
    assert "1 trong 2 kỳ đóng đúng hạn, 1 kỳ chưa đóng" in page
    assert "1 trong 2 tuần phát đúng hạn, 1 tuần chưa phát" in page
    assert "Đóng kỳ công bố quý III/2018" in page
    assert "Phát chuyên mục ngày 06/10/2018" in page


def test_the_page_says_when_no_days_were_set() -> None:
    assert "chưa đặt hạn cho việc đóng kỳ công bố" in told(None)


def test_the_page_says_that_days_set_for_later_have_not_begun() -> None:
    page = told(15)
    assert "chưa có kỳ công bố hay tuần phát sóng nào đến hạn" in page
    assert "chưa đặt hạn" not in page
