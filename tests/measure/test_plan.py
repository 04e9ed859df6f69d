"""What is said in advance: nothing that is over, nothing twice, no day that is not known."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from generator.datafolder.world import World
from generator.measure.obligations import obligations_of
from generator.measure.plan import plan_of
from generator.model.policy_settings import Publishing
from generator.model.settings import City
from worlds.measured import HAND_COUNTED, folder_world
from worlds.public import public_of

WORLD, CITY = folder_world(HAND_COUNTED)
OWED = Publishing(since=date(2018, 4, 1), edition_unit="d-c", edition_days=15, broadcast_unit="p-a")
EMPTY = World(calendar=WORLD.calendar, units=WORLD.units)


def city(as_of: str, owed: Publishing | None = OWED) -> City:
    return CITY.model_copy(update={"as_of": date.fromisoformat(as_of), "publishing": owed})


def plan(as_of: str, dataset: str, **closings: str) -> list[tuple[str, str]]:
    closed = {f"2018-{name}": date.fromisoformat(day) for name, day in closings.items()}
    found = plan_of(EMPTY, city(as_of), closed)
    assert all(item.due_on > date.fromisoformat(as_of) for item in found)
    assert [item.due_on for item in found] == sorted(item.due_on for item in found)
    return [(item.key, item.due_on.isoformat()) for item in found if item.dataset == dataset]


def test_editions_are_planned_until_the_next_quarter_s() -> None:
    assert plan("2018-06-30", "editions") == [("2018-Q2", "2018-07-15"), ("2018-Q3", "2018-10-15")]
    assert plan("2018-07-05", "editions")[0] == ("2018-Q2", "2018-07-15")
    assert plan("2018-07-16", "editions") == [("2018-Q3", "2018-10-15"), ("2018-Q4", "2019-01-15")]


def test_an_edition_that_is_closed_is_planned_no_more() -> None:
    assert plan("2018-06-30", "editions", Q2="2018-06-30") == [("2018-Q3", "2018-10-15")]


def test_broadcasts_are_planned_every_week() -> None:
    days = [date.fromisoformat(day) for _, day in plan("2018-06-30", "broadcasts")]
    assert {day.isoweekday() for day in days} == {city("2018-06-30").radio.air_weekday}
    assert {(after - before).days for before, after in pairwise(days)} == {7}
    assert date(2018, 6, 30) < days[0] <= date(2018, 7, 7) and days[-1] <= date(2018, 10, 15)


def test_a_week_that_is_planned_is_owed_once_it_is_there() -> None:
    keys = {key for key, _ in plan("2018-06-30", "broadcasts")}
    august = city("2018-08-31")
    owed = obligations_of(EMPTY, august, public_of(EMPTY, august))
    assert {o.key for o in owed if o.dataset == "broadcasts" and o.key > "2018-W26"} <= keys


def test_reports_are_planned_where_their_year_is_known() -> None:
    assert plan("2018-06-30", "quarterly_reports") == [("2018-Q3", "2018-09-17")]
    known = {day.date.year for day in WORLD.calendar}
    assert 2019 not in known
    assert plan("2018-11-30", "quarterly_reports") == [("2018-Q4", "2018-12-17")]
    nobody = city("2018-06-30").model_copy(update={"directives": ()})
    assert "quarterly_reports" not in {item.dataset for item in plan_of(EMPTY, nobody)}


def test_a_city_that_set_no_days_promises_none() -> None:
    assert plan_of(replace(EMPTY), city("2018-06-30", None)) == ()


def test_no_broadcast_is_owed_of_a_column_that_has_not_begun() -> None:
    whole = city("2018-06-30")
    begun = whole.radio.model_copy(update={"begins_on": date(2018, 8, 15)})
    later = whole.model_copy(update={"radio": begun})
    days = [item.due_on for item in plan_of(EMPTY, later) if item.dataset == "broadcasts"]
    assert min(days) == date(2018, 8, 18)
    assert not [
        o
        for o in obligations_of(EMPTY, later, public_of(EMPTY, later))
        if o.dataset == "broadcasts"
    ]
