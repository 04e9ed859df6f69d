"""Quarterly reports counted by unit, quarter and document."""

from collections.abc import Iterable
from itertools import product

from generator.model.obligations import Obligation, ReportCount


def count_reports(obligations: Iterable[Obligation]) -> tuple[ReportCount, ...]:
    """Counts of reports by unit and quarter, by unit, by quarter, and in all.

    All units stand before each, all quarters before each, and all documents before each; where one
    document alone orders reports they are not counted by document.

    Expected is a report that was submitted or is past its day: on time, late and missing add up
    to it.
    """
    due = [(item, item.report) for item in obligations if item.report and item.state != "open"]
    is_one = len({report.directive for _, report in due}) == 1
    groups: dict[tuple[str, str, str], list[str]] = {}
    for item, (quarter, directive) in due:
        documents = ("",) if is_one else ("", directive)
        for key in product(("", item.unit_id), ("", quarter), documents):
            groups.setdefault(key, []).append(item.state)
    return tuple(_counted(key, states) for key, states in sorted(groups.items()))


def _counted(key: tuple[str, str, str], states: list[str]) -> ReportCount:
    unit_id, quarter, directive = key
    return ReportCount(
        unit_id=unit_id or None,
        quarter=quarter or None,
        directive=directive or None,
        expected_count=len(states),
        on_time_count=states.count("done_on_time"),
        late_count=states.count("done_late"),
        missing_count=states.count("overdue"),
    )
