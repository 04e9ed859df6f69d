"""Everything that is looked for among the rows that the screen does not vouch for, and the rules.

A check imports this while the engine reads the dossiers.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from generator.check.context import CheckContext
from generator.check.dossiers import check_dossiers
from generator.check.files import check_files
from generator.check.rules import amendments, approvals, calendar, duties, limits, wording
from generator.check.rules import dates as periods
from generator.check.rules import disciplinary_measures as measures
from generator.check.rules import lookalikes as likeness
from generator.check.rules import naming_grounds as grounds
from generator.check.rules import recommendations as threads
from generator.check.screen.rows import Rows
from generator.check.shape import check_shape
from generator.check.texts import check_open_texts, check_settings, check_texts
from generator.check.untyped_rows import check_misfits
from generator.ledger.book import Book
from generator.model.problems import Problem

RULES: tuple[Callable[[CheckContext], Iterator[Problem]], ...] = (
    periods.date_order,
    periods.days_to_come,
    periods.outside_unit_years,
    periods.report_before_quarter,
    limits.limit_parts,
    limits.limit_periods,
    calendar.makeup_days,
    calendar.skipped_years,
    calendar.years_of_reports,
    calendar.years_of_publishing,
    calendar.years_of_duties,
    approvals.documents,
    approvals.approvals,
    approvals.replies,
    grounds.heard,
    grounds.consequences,
    grounds.decided_first,
    grounds.clauses,
    grounds.subjects,
    wording.criticism_as_discipline,
    wording.other_people,
    wording.papers,
    approvals.shared_ids,
    approvals.corrections,
    approvals.broadcast_records,
    threads.outcomes,
    threads.closings,
    measures.measures,
    measures.criticism_among_measures,
    likeness.units_alike,
    duties.support_units,
    duties.publishing_units,
    duties.conclusions,
    duties.aired_moments,
)
"""The editorial rules that look at typed records."""


def of_records(context: CheckContext, book: Book) -> Iterator[Problem]:
    """What there is to find without the screen: in all that is not as much as dossiers are."""
    yield from check_settings(context.city)
    yield from check_open_texts(context.contract, context.tables)
    for rule in RULES:
        yield from rule(context)
    yield from amendments.amendments(context, book)


def judged(
    data_dir: Path, context: CheckContext, rows: Mapping[str, Rows], already: Iterable[Problem]
) -> list[Problem]:
    """Every finding, in order. `rows` are those to judge, by dataset; some is found `already`."""
    found = [*already, *_shaped(data_dir, context, rows)]
    found += check_texts(context.contract, rows)
    found += check_dossiers(context, rows["dossiers"])
    return _in_order(found)


def judged_calendar(
    data_dir: Path, context: CheckContext, rows: Mapping[str, Rows]
) -> list[Problem]:
    """What there is to find in the calendar alone, in order."""
    found = _shaped(data_dir, context, rows)
    return _in_order([*found, *calendar.makeup_days(context), *calendar.skipped_years(context)])


def _shaped(data_dir: Path, context: CheckContext, rows: Mapping[str, Rows]) -> list[Problem]:
    found = [
        *check_files(data_dir, context.contract, context.tables),
        *check_shape(context.contract, context.tables, rows),
    ]
    return [*found, *check_misfits(context, found)]


def _in_order(found: list[Problem]) -> list[Problem]:
    return sorted(found, key=lambda problem: (*problem.place, problem.code, *_told(problem)))


def _told(problem: Problem) -> list[str]:
    return [f"{name}={value}" for name, value in sorted(problem.values.items())]
