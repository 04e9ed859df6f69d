"""The document that orders reports: a report tells of a quarter that has begun."""

from collections.abc import Iterator
from datetime import date

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import QuarterlyReport
from generator.model.problem import Problem


@Rule
def report_before_quarter(context: CheckContext) -> Iterator[Problem]:
    """A quarter's report handed in before the quarter has begun."""
    for row, report in context.rows(QuarterlyReport):
        starts = _quarter_start(report.quarter)
        if starts and report.submitted_on < starts:
            yield context.found(
                "report-before-quarter",
                QuarterlyReport,
                row,
                "submitted_on",
                value=report.submitted_on,
                other=report.quarter,
            )


def _quarter_start(quarter: str) -> date | None:
    """First day of `2018-Q4`; None when the text is no quarter, which the shape check tells."""
    year, _, number = quarter.partition("-Q")
    if not (year.isdecimal() and number in ("1", "2", "3", "4") and int(year)):
        return None
    return date(int(year), int(number) * 3 - 2, 1)
