"""A report tells of a quarter that has begun: on its first day it may be handed in."""

from datetime import date

import pytest

from generator.check.rules.quarterly_reports import report_before_quarter
from generator.model.duty_records import QuarterlyReport
from worlds.rules import codes, small


@pytest.mark.parametrize(
    ("quarter", "day", "is_told"),
    [
        ("2018-Q1", date(2017, 12, 31), True),
        ("2018-Q1", date(2018, 1, 1), False),
        ("2018-Q4", date(2018, 9, 30), True),
        ("2018-Q4", date(2018, 10, 1), False),
        ("2018-Q5", date(2000, 1, 1), False),
        ("0000-Q1", date(2000, 1, 1), False),
        ("quý I", date(2000, 1, 1), False),
    ],
)
def test_a_report_is_not_handed_in_before_its_quarter(
    quarter: str, day: date, is_told: bool
) -> None:
    report = small(QuarterlyReport, quarter=quarter, submitted_on=day)
    expected = ["report-before-quarter"] if is_told else []
    assert codes(report_before_quarter, report) == expected
