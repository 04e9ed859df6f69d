"""A recommendation is closed by what is public, and came after it was sent."""

from datetime import date

import pytest

from generator.check.rules.recommendations import closings, outcomes
from generator.model.records import Recommendation
from worlds.rules import codes, small


@pytest.mark.parametrize(
    ("sent", "by", "code"),
    [
        (date(2018, 5, 28), "pb-2018-001", ""),
        (date(2018, 5, 29), "pb-2018-001", "closing-before-sending"),
        (date(2018, 6, 1), "pb-2018-001/2018-06-01/corrected", ""),
        (date(2018, 6, 2), "pb-2018-001/2018-06-01/corrected", "closing-before-sending"),
        (date(2018, 5, 28), "pb-2018-999", "closing-unknown"),
    ],
)
def test_a_closing_comes_on_the_day_of_sending_at_the_earliest(
    sent: date, by: str, code: str
) -> None:
    asked = small(Recommendation, sent_on=sent, closed_by=by)
    assert codes(closings, asked) == ([code] if code else [])


def test_an_outcome_stands_beside_the_reply_that_says_it() -> None:
    silent = small(Recommendation, reply=None, replied_on=None)
    assert codes(outcomes, silent) == ["outcome-without-reply"]
    assert codes(outcomes, silent.model_copy(update={"outcome": "pending"})) == []
