"""The document that orders reports: a report is of a quarter that has begun, and given once."""

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


@Rule
def report_twice(context: CheckContext) -> Iterator[Problem]:
    """A second report of a unit on a quarter that means the same document in another way."""
    first: dict[tuple[str, str, str], tuple[int, str | None]] = {}
    for row, report in context.rows(QuarterlyReport):
        directive = context.city.cited(report) if is_quarter(report.quarter) else None
        if directive is None:
            continue
        key = report.unit_id, report.quarter, directive.id
        other, named = first.setdefault(key, (row, report.directive))
        if named != report.directive:
            yield context.found(
                "report-twice",
                QuarterlyReport,
                row,
                "quarter",
                value=report.quarter,
                other=str(other),
                allowed=directive.cited,
            )
