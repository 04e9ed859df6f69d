"""What identifies a unit, in one line of its page."""

from datetime import date

from generator.model.records import Unit
from generator.pages.units.page import unit_facts

UNIT = Unit(unit_id="x", name="Phường X", kind="ward", valid_from=date(2018, 1, 1), confirmed=True)


def test_a_unit_that_never_closes_says_so() -> None:
    assert unit_facts(UNIT, never_closes=False) == "từ 01/01/2018"
    told = "từ 01/01/2018 · phục vụ cả ngày lẫn đêm, kể cả ngày nghỉ"
    assert unit_facts(UNIT, never_closes=True) == told
