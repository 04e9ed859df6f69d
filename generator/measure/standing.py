"""The quarters whose rows stand already when another is decided: closed ones, and those before."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from generator.measure.aspects import OPEN
from generator.measure.beside import CARRIED_OVER, Neighbour, Side, neighbour_of, side_of
from generator.measure.database import Database
from generator.measure.primary import Group
from generator.measure.quarter import BY_ITSELF, IN_CITY, NOWHERE, Key, Quarter
from generator.measure.two_way import Counts
from generator.model.text import quarter_after, quarter_before

COUNTS = ("received_count", CARRIED_OVER, *OPEN)
SHOWN = """
  SELECT
    closed_cells.quarter, closed_cells.unit_id, closed_cells.procedure_id,
    closed_places.shown_procedure_id, closed_places.shown_field, closed_places.shown_as, {}
  FROM closed_cells
  INNER JOIN closed_places
    ON closed_cells.unit_id IS NOT DISTINCT FROM closed_places.unit_id
    AND closed_cells.procedure_id = closed_places.procedure_id
    AND closed_cells.quarter = closed_places.quarter
  WHERE closed_cells.quarter IN ('{}')
"""
Placed = tuple[Key, Group, str, Counts]
"""A cell, the row of its procedure, where it is shown, and its counts."""


def closed_sides(database: Database, undecided: Collection[str], least: int) -> dict[str, Side]:
    """The closed quarters before and after those of which it is not decided yet."""
    wanted = {name for of in undecided for name in (quarter_before(of), quarter_after(of))}
    placed: dict[str, list[Placed]] = {}
    query = SHOWN.format(", ".join(COUNTS), "', '".join(sorted(wanted)))
    rows = database.execute(query).fetchall()
    for name, unit_id, procedure_id, own, field, shown_as, *counts in rows:
        counted: Counts = Counter(dict(zip(COUNTS, counts, strict=True)))
        cell = Key(unit_id, procedure_id), Group(own, field), shown_as, counted
        placed.setdefault(name, []).append(cell)
    return {name: side_as_placed(cells, least) for name, cells in placed.items()}


def side_as_placed(cells: Iterable[Placed], least: int) -> Side:
    """A quarter as it was published."""
    shown = [cell for cell in cells if cell[2] != NOWHERE]
    quarter = Quarter(
        {key: counts for key, _, _, counts in shown},
        {key.procedure_id: group for key, group, _, _ in shown},
        least,
        {key for key, _, shown_as, _ in shown if shown_as == IN_CITY},
    )
    own = {(key.unit_id, group) for key, group, shown_as, _ in shown if shown_as == BY_ITSELF}
    return side_of(quarter, own)


def neighbours(quarter: str, standing: Mapping[str, Side]) -> list[Neighbour]:
    """The quarter before, and the one after, as far as they stand."""
    beside = ((quarter_before(quarter), True), (quarter_after(quarter), False))
    return [
        neighbour_of(standing[name], is_earlier=is_earlier)
        for name, is_earlier in beside
        if name in standing
    ]
