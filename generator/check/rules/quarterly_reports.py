"""The document that orders reports: a report tells of a quarter that has begun."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.duty_records import QuarterlyReport
from generator.model.problem import Problem
from generator.model.text import is_quarter, quarter_start


@Rule
def report_before_quarter(context: CheckContext) -> Iterator[Problem]:
    """A quarter's report handed in before the quarter has begun."""
    for row, report in context.rows(QuarterlyReport):
        if is_quarter(report.quarter) and report.submitted_on < quarter_start(report.quarter):
            yield context.found(
                "report-before-quarter",
                QuarterlyReport,
                row,
                "submitted_on",
                value=report.submitted_on,
                other=report.quarter,
            )
