"""Heard first, then named: on which days a criticism may be approved."""

from datetime import date

import pytest

from generator.check.rules.hearing import heard
from generator.model.records import Criticism
from worlds.rules import CITY, codes, small

NOTIFIED = date(2018, 4, 24)
"""A Tuesday: the fifth working day after it is 4 May, over two holidays and a weekend."""


@pytest.mark.parametrize(
    ("replied", "approved", "code"),
    [
        (None, date(2018, 5, 4), "reply-period-open"),
        (None, date(2018, 5, 5), ""),
        (date(2018, 4, 26), date(2018, 4, 26), ""),
        (date(2018, 4, 26), date(2018, 4, 25), "named-before-reply"),
        (date(2018, 5, 10), date(2018, 5, 4), "named-before-reply"),
        (date(2018, 5, 10), date(2018, 5, 5), ""),
    ],
)
def test_nobody_is_named_while_the_reply_may_still_come(
    replied: date | None, approved: date, code: str
) -> None:
    assert CITY and CITY.policy.reply_days == 5
    record = small(Criticism, notified_on=NOTIFIED, replied_on=replied, approved_on=approved)
    assert codes(heard, record) == ([code] if code else [])


def test_nobody_is_named_who_was_not_told() -> None:
    assert codes(heard, small(Criticism, notified_on=None)) == ["notice-missing"]
    assert codes(heard, small(Criticism, notified_on=None, status="draft")) == []


def test_a_year_without_days_off_is_told() -> None:
    record = small(Criticism, notified_on=date(2016, 4, 24), approved_on=date(2016, 4, 25))
    assert codes(heard, record.model_copy(update={"replied_on": None})) == ["calendar-year-missing"]
