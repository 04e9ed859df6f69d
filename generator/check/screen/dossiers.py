"""Rules of the dossiers, in SQL because they are many; the rules stand in `dossiers.sql`."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb

from generator.check.screen.jumps import SEEN
from generator.check.screen.rows import RowRules
from generator.model.datasets import DOSSIER_FIELDS

SHAPED, UNREAL, ANY_MOMENT, MOMENT, WORKED_UNTIL, DAYS_OPEN, FILTERED, WRONG, RULES = (
    Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n\n")
)
MOMENTS = {"received_at": "received", "promised_at": "promised", "returned_at": "returned"}
"""What a column is once it is read, if it is a moment."""
MOMENT_PATTERN = r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?"
"""Whatever is read as a moment has this form."""
YEARS = """
  SELECT DISTINCT year(moment) AS year
  FROM (SELECT unnest([received, promised, returned]) AS moment FROM filtered)
  WHERE moment IS NOT NULL ORDER BY year
"""
TALLY = """
  histogram(concat(procedure_id, ' ', year(received), '-Q', quarter(received)))
  FILTER (WHERE received < DATE '{}' + INTERVAL 1 DAY)
"""
"""Dossiers by procedure and quarter of receipt, of the quarters that may be closed."""
UnitFacts = tuple[str, date | None, date | None, str, bool]
"""(unit_id, first day, last day, kind, whether it never closes); None where an end is open."""


@dataclass(frozen=True)
class DossierFacts:
    """What the rules look at beside the dossiers: the day of the data, the units, the calendar.

    `worked` counts the working days up to each day of the known years, from the first of them on;
    `closed_until` is the last day of the last closed quarter.
    """

    today: date
    units: tuple[UnitFacts, ...]
    known_years: frozenset[int]
    worked: tuple[int, ...] = ()
    closed_until: date | None = None

    @property
    def first_known_day(self) -> date:
        """The day that `worked` begins with."""
        return date(min(self.known_years), 1, 1) if self.known_years else date.max


def dossier_rules(facts: DossierFacts) -> RowRules:
    """The rules of the dossiers, for the screen."""

    def prepare(connection: duckdb.DuckDBPyConnection) -> None:
        lay_facts(connection, facts)

    return RowRules(
        prepare,
        FILTERED,
        tuple(DOSSIER_FIELDS),
        {name: (MOMENT_PATTERN, read) for name, read in MOMENTS.items()},
        {"unit_id": ("unit", "known_unit")},
        YEARS,
        facts.known_years,
        SEEN,
        TALLY.format(facts.closed_until) if facts.closed_until else "",
    )


def lay_facts(connection: duckdb.DuckDBPyConnection, facts: DossierFacts) -> None:
    """The macros, the day of the data, each unit's years and whether it closes."""
    today = facts.today
    connection.execute("SET VARIABLE worked = ?::INTEGER[]", [facts.worked])
    for statement in (
        SHAPED,
        UNREAL,
        ANY_MOMENT,
        MOMENT,
        f"CREATE TEMP MACRO today() AS '{today}'",
        f"CREATE TEMP MACRO after_today() AS TIMESTAMP '{today}' + INTERVAL 1 DAY",
        f"SET VARIABLE first_known_day = DATE '{facts.first_known_day}'",
        WORKED_UNTIL,
        DAYS_OPEN,
        "CREATE TEMP TABLE unit (unit_id VARCHAR, valid_from TIMESTAMP, gone TIMESTAMP,"
        " kind VARCHAR, never_closes BOOLEAN)",
    ):
        connection.execute(statement)
    units = {unit[0]: unit for unit in facts.units}.values()
    rows = [(name, first, _day_after(last), *others) for name, first, last, *others in units]
    connection.execute(
        "INSERT INTO unit SELECT unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)",
        [list(column) for column in zip(*rows, strict=True)] or [[]] * 5,
    )


def _day_after(last: date | None) -> date | None:
    return last + timedelta(days=1) if last and last < date.max else None
