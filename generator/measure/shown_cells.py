"""The cells of a quarter in Python: what is counted of each, and in which rows it is shown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.measure.closed import CELL_COLUMNS, DAY_COLUMNS
from generator.measure.database import Database
from generator.measure.method import COUNTED
from generator.measure.primary import Group
from generator.measure.quarter import NOWHERE, Key
from generator.measure.two_way import Counts, dossiers_in

PLACES = """
  SELECT
    kept_cells.unit_id, kept_cells.procedure_id, shown_procedures.shown_procedure_id,
    shown_procedures.shown_field,
    CASE
      WHEN kept_cells.unit_id IS NULL OR city_only_cells.unit_id IS NOT NULL THEN 'city'
      WHEN shown_pairs.unit_id IS NULL THEN 'unit'
      ELSE 'unit_procedure'
    END AS shown_as
  FROM kept_cells
  INNER JOIN shown_procedures
    ON kept_cells.procedure_id = shown_procedures.procedure_id
    AND kept_cells.quarter = shown_procedures.quarter
  LEFT JOIN city_only_cells
    ON kept_cells.unit_id = city_only_cells.unit_id
    AND kept_cells.procedure_id = city_only_cells.procedure_id
    AND kept_cells.quarter = city_only_cells.quarter
  LEFT JOIN shown_pairs
    ON kept_cells.unit_id = shown_pairs.unit_id
    AND shown_procedures.shown_procedure_id = shown_pairs.procedure_id
    AND kept_cells.quarter = shown_pairs.quarter
  WHERE kept_cells.quarter = '{}'
"""
DayRow = tuple[str | int | None, ...]


class ShownCell(NamedTuple):
    """A cell's counts in the order of `COUNTED`, then of the register of apologies, its ended
    dossiers by days, where it is shown."""

    field: str
    group: Group
    shown_as: str
    counts: tuple[int, ...]
    days: tuple[DayRow, ...]

    @property
    def size(self) -> int:
        """How many dossiers it has: new ones, and those carried over."""
        return dossiers_in(self.by_name)

    @property
    def by_name(self) -> Counts:
        """The counts by name, but for the register: it tells of no cell what these do not."""
        return Counter(dict(zip(COUNTED, self.counts, strict=False)))

    @property
    def all_counts(self) -> Counts:
        """The counts by name and by days, as the search for small groups compares them."""
        found: Counts = +self.by_name
        for _, days, count, *_ in self.days:
            found[int(days or 0)] += int(count or 0)
        return found


Places = Mapping[Key, tuple[Group, str]]


def kept_cells(database: Database, quarter: str) -> dict[Key, ShownCell]:
    """The cells that a quarter's published rows are summed from."""
    places: dict[Key, tuple[Group, str]] = {}
    for unit_id, procedure_id, *group, shown_as in _rows(database, PLACES.format(quarter)):
        places[Key(unit_id, procedure_id)] = Group(*group), shown_as
    return _cells(database, "kept_cells", "kept_days", quarter, places)


def counted_cells(database: Database, quarter: str) -> dict[Key, ShownCell]:
    """The cells of a quarter as its dossiers are counted now, without their places."""
    return _cells(database, "cells", "cell_days", quarter, {})


def _cells(
    database: Database, cells: str, cell_days: str, quarter: str, places: Places
) -> dict[Key, ShownCell]:
    days: dict[Key, list[DayRow]] = defaultdict(list)
    for unit_id, procedure_id, *row in _select(database, cell_days, DAY_COLUMNS, quarter):
        days[Key(unit_id, procedure_id)].append(tuple(row))
    found = {}
    for unit_id, procedure_id, field, *counts in _select(database, cells, CELL_COLUMNS, quarter):
        key = Key(unit_id, procedure_id)
        group, shown_as = places.get(key, (Group(None, None), NOWHERE))
        by_days = tuple(sorted(days[key], key=str))
        found[key] = ShownCell(field, group, shown_as, tuple(counts), by_days)
    return found


def _select(database: Database, table: str, columns: Iterable[str], quarter: str) -> list[Any]:
    names = ", ".join(("unit_id", "procedure_id", *columns))
    return _rows(database, f"SELECT {names} FROM {table} WHERE quarter = '{quarter}'")  # noqa: S608


def _rows(database: Database, query: str) -> list[Any]:
    return database.execute(query).fetchall()
