"""The rules of the dossiers, asked of the rows that the screen does not vouch for."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice

import duckdb

from generator.check.calendar_years import known_years, year_missing
from generator.check.context import CheckContext, finding, years_of
from generator.check.screen.dossiers import FILTERED, RULES, WRONG, YEARS, DossierFacts, lay_facts
from generator.check.screen.rows import Rows
from generator.clock import Calendar
from generator.datafolder.table import Table
from generator.model.datasets import DOSSIER_FIELDS, DOSSIERS
from generator.model.problem import Problem, Severity
from generator.model.records import CalendarDay

BATCH_ROWS = 20_000
MAX_YEARS = 200
"""Between the first and the last year of a calendar; more, and one of its days is mistyped."""


def dossier_facts(context: CheckContext) -> DossierFacts:
    """What the rules of the dossiers look at beside them."""
    never_closed = set(context.city.service.around_the_clock)
    units = tuple(
        (u.unit_id, u.valid_from, u.valid_to, u.kind, u.unit_id in never_closed)
        for u in context.world.units
    )
    known = known_years(context)
    worked = _worked(context, known)
    closed_until = max((q.last_day for q in context.world.closed_quarters), default=None)
    return DossierFacts(context.city.as_of, units, frozenset(known), worked, closed_until)


def _worked(context: CheckContext, known: Sequence[int]) -> tuple[int, ...]:
    """The working days up to each known day; of years that no calendar holds together, none."""
    if not known or known[-1] - known[0] > MAX_YEARS:
        return ()
    return tuple(row.working_index for row in Calendar(context.world.calendar).rows())


def check_dossiers(context: CheckContext, rows: Rows) -> Iterator[Problem]:
    """Dates and outcomes of dossiers, their units' years, and the years of the calendar."""
    years, dataset = set(rows.years), context.contract.dataset(DOSSIERS)
    if next(rows.caught_by("rules"), None):
        periods = {unit.unit_id: years_of(unit) for unit in context.world.units}
        with duckdb.connect() as connection:
            lay_facts(connection, dossier_facts(context))
            _load_dossiers(connection, rows)
            connection.execute(FILTERED)
            connection.execute(WRONG)
            for code, file, row, field, value, other in connection.execute(RULES).fetchall():
                told = periods[other] if code == "unit-out-of-years" else other
                yield finding(dataset, code, row, field, file=file, value=value, other=told)
            years |= {year for (year,) in connection.execute(YEARS).fetchall()}
    yield from _uncovered_years(context, years)


def _load_dossiers(connection: duckdb.DuckDBPyConnection, rows: Rows) -> None:
    columns = ", ".join(f"{name} VARCHAR" for name in DOSSIER_FIELDS)
    connection.execute(f"CREATE TEMP TABLE dossier (file VARCHAR, row INTEGER, {columns})")
    cells = ", ".join(f"cells[{place}]" for place in range(1, len(DOSSIER_FIELDS) + 3))
    insert = f"""
      INSERT INTO dossier SELECT {cells}
      FROM (SELECT unnest(from_json(?, '[["VARCHAR"]]')) AS cells)
    """  # noqa: S608  # column numbers only
    named = _named_cells(rows)
    while batch := list(islice(named, BATCH_ROWS)):
        connection.execute(insert, [json.dumps(batch, ensure_ascii=False)])


def _named_cells(rows: Rows) -> Iterator[list[str]]:
    """File, row and the cells of the known columns; what is not there is empty."""
    places: dict[str, list[int]] = {}
    for table, row, cells in rows.caught_by("rules"):
        if table.file not in places:
            places[table.file] = _places(table)
        width = len(cells)
        yield [
            *(table.file, str(row)),
            *(cells[at] if 0 <= at < width else "" for at in places[table.file]),
        ]


def _places(table: Table) -> list[int]:
    """Where each known column stands in a table; -1 where it does not."""
    found = {name: place for place, name in enumerate(table.header)}
    return [found.get(name, -1) for name in DOSSIER_FIELDS]


def _uncovered_years(context: CheckContext, years: set[int]) -> Iterator[Problem]:
    if context.ids(CalendarDay, "date") is None:
        return
    known = known_years(context)
    # A city that has entered nothing yet has nothing to count, and is to see its site all the same.
    severity: Severity = "error" if years or context.world.record_count else "warning"
    for year in sorted({*years, context.city.as_of.year} - set(known)):
        yield year_missing(context, year, known, severity=severity)
