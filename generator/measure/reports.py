"""Quarterly reports counted by unit and quarter."""

from collections.abc import Iterable
from itertools import product

from generator.model.datasets import name_of
from generator.model.duty_records import QuarterlyReport
from generator.model.figures import Obligation, ReportCount


def count_reports(obligations: Iterable[Obligation]) -> tuple[ReportCount, ...]:
    """Counts of reports by unit and quarter, by unit, by quarter, and in all.

    All units stand before each, and all quarters before each.

    Expected is a report that was submitted or is past its day: on time, late and missing add up
    to it.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for report in obligations:
        if report.dataset == name_of(QuarterlyReport) and report.state != "open":
            unit_id, quarter = report.key.split("/")
            for key in product(("", unit_id), ("", quarter)):
                groups.setdefault(key, []).append(report.state)
    return tuple(_counted(key, states) for key, states in sorted(groups.items()))


def _counted(key: tuple[str, str], states: list[str]) -> ReportCount:
    unit_id, quarter = key
    return ReportCount(
        unit_id=unit_id or None,
        quarter=quarter or None,
        expected_count=len(states),
        on_time_count=states.count("done_on_time"),
        late_count=states.count("done_late"),
        missing_count=states.count("overdue"),
    )
