"""What the check will find in the dossiers that an export adds or changes, found before."""

from collections.abc import Iterator
from dataclasses import replace

import duckdb

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.faults import Fault, Faults, Gathered, sentence_of
from generator.app.dossiers.plan import Plan
from generator.check.calendar_years import known_years, year_missing
from generator.check.context import finding, years_of
from generator.check.dossiers import dossier_facts
from generator.check.jumps import told_jump
from generator.check.screen.dossiers import FILTERED, MOMENTS, RULES, WRONG, lay_facts
from generator.check.screen.jumps import SEEN, every_nth, jumps, seen_columns
from generator.model.problem import Problem
from generator.workbooks.export import Export

OF_MOMENTS = ("moments-at-midnight", "moments-at-one-time", "moments-at-night", "days-off-in-bulk")
"""The jumps that one export shows by itself; others need all dossiers there are."""


def rule_faults(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan, export: Export
) -> Faults:
    """What the rules of the dossiers find in the rows of `outgoing`, singly and all together."""
    gathered = Gathered(connection)
    lay_facts(connection, dossier_facts(desk.context))
    names = ", ".join(desk.names)
    rows = f"SELECT sheet AS file, row, {names} FROM outgoing"  # noqa: S608
    connection.execute(f"CREATE OR REPLACE TEMP VIEW dossier AS {rows}")
    connection.execute(FILTERED)
    (count,) = connection.execute("SELECT count(*) FROM incoming").fetchone() or (0,)
    connection.execute(f"""
      CREATE OR REPLACE TEMP TABLE counted AS
      SELECT count(*) FILTER (WHERE is_wrong) AS wrong, count(*) AS rows,
        {seen_columns(SEEN, count)} FROM filtered
    """)  # noqa: S608
    wrong, rows_there = connection.execute("SELECT wrong, rows FROM counted").fetchone() or (0, 0)
    if wrong:
        _single(gathered, desk)
    together = _together(connection, desk, export, count) if rows_there else ()
    general = (*_missing_years(connection, desk, plan), *together)
    return replace(gathered.faults(), general=general)


def _single(gathered: Gathered, desk: DossierDesk) -> None:
    """The rows that a rule forbids."""
    gathered.connection.execute(WRONG)
    periods = {unit.unit_id: years_of(unit) for unit in desk.world.units}
    for code, sheet, row, column, value, other in gathered.connection.execute(RULES).fetchall():
        told = periods[other] if code == "unit-out-of-years" else other
        problem = finding(desk.dataset, code, row, column, value=value, other=told)
        gathered.add(Fault(int(sheet), row, column, sentence_of(problem)), code)


def _together(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, export: Export, count: int
) -> Iterator[Problem]:
    """Moments that no administration has, such as those of another time zone."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE seen AS"
        " SELECT unnest(seen, recursive := true) FROM counted WHERE seen IS NOT NULL"
    )
    names = [export.path.name for _ in export.sheets]
    for jump in jumps(connection, every_nth(count), names, lambda: None):
        if jump.code in OF_MOMENTS:
            yield told_jump(desk.context, jump)


def _missing_years(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan
) -> Iterator[Problem]:
    """The years of the moments that deadlines are counted between and no calendar knows."""
    names = [column.name for column in plan.of("moment") if column.name in MOMENTS]
    moments = f"unnest([{', '.join(names)}])"
    found = connection.execute(
        f"SELECT DISTINCT year(moment) FROM (SELECT {moments} AS moment FROM incoming)"  # noqa: S608
        " WHERE moment IS NOT NULL"
    ).fetchall()
    known = known_years(desk.context)
    for year in sorted({year for (year,) in found} - set(known)):
        yield year_missing(desk.context, year, known)
