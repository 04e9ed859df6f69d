"""Who may not be named, for how long others are, and that each has a way out."""

from datetime import date

import pytest

from generator.check.context import CheckContext
from generator.check.rules.naming_bars import bar_half_said, named_without_way, period_of_no_measure
from generator.model.policy_settings import NamingPeriod
from generator.model.records import Criticism
from worlds.rules import CITY, CONTRACT, TABLES, WORLD, codes, small


@pytest.mark.parametrize(
    ("bar", "day", "code"),
    [
        (None, None, ""),
        ("deceased", date(2018, 7, 1), ""),
        ("minor", None, "naming-bar-half"),
        (None, date(2018, 7, 1), "naming-bar-half"),
    ],
)
def test_a_reason_not_to_name_has_its_day(bar: str | None, day: date | None, code: str) -> None:
    record = small(Criticism, naming_bar=bar, not_named_from=day)
    assert codes(bar_half_said, record) == ([code] if code else [])


@pytest.mark.parametrize(("measure", "code"), [("criticism", ""), ("x", "naming-period-unknown")])
def test_a_period_is_of_a_known_measure(measure: str, code: str) -> None:
    period = NamingPeriod(measure=measure, months=6, ground="Quy định mẫu")
    policy = CITY.policy.model_copy(update={"naming_periods": (period,)})
    city = CITY.model_copy(update={"policy": policy})
    context = CheckContext(CONTRACT, city, WORLD, TABLES)
    assert [item.code for item in period_of_no_measure(context)] == ([code] if code else [])


def test_a_person_is_named_only_where_a_way_to_complain_is_given() -> None:
    person = small(Criticism, subject_kind="person", subject_name="Lê Văn C")
    unit = small(Criticism)
    nowhere = {"contact_office": None, "phone": None, "email": None, "address": None}
    mute = CITY.model_copy(update={"city": CITY.city.model_copy(update=nowhere)})
    assert codes(named_without_way, person, city=mute) == ["named-without-way"]
    assert codes(named_without_way, unit, city=mute) == []
    for way in nowhere:
        told = CITY.city.model_copy(update=nowhere | {way: "có"})
        city = CITY.model_copy(update={"city": told})
        assert codes(named_without_way, person, city=city) == []
