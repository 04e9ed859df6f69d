"""What is published of each quarter from the closing of an edition on."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from generator.datafolder.world import World
from generator.measure.beside import Side
from generator.measure.closed import FILES, closed_by, counts_letters
from generator.measure.corrections import Change, corrected
from generator.measure.database import Database
from generator.measure.dossiers import part_count, stepped_through
from generator.measure.method import FIRST_OF_GROUPS, LETTERS
from generator.measure.quarter import NOWHERE, Key
from generator.measure.shown_cells import ShownCell, counted_cells, kept_cells
from generator.measure.standing import neighbours, side_as_placed
from generator.model.closed_quarters import ClosedQuarter
from generator.model.settings import City
from generator.model.text import quarter_after, quarter_before, quarter_end

CHANGES = """
  SELECT unit_id, procedure_id, received_change, carried_over_change, changed_count
  FROM changed_cells WHERE quarter = '{}'
"""
Cells = dict[Key, ShownCell]


def close_quarters(world: World, city: City, salt: Callable[[], str]) -> tuple[ClosedQuarter, ...]:
    """The closed quarters of a city once an edition of its day is closed, oldest first.

    A quarter that is over, and of which anything is published, is closed as it is published. One
    that was closed before is corrected where that may be told, and is the same to the last byte
    where there is nothing to correct. Each written one gets a new salt. Raises UnknownYear.
    """
    closed = {quarter.quarter: quarter for quarter in world.closed_quarters}
    parts = part_count(world.dossier_files)
    with stepped_through(world, city, parts, last_step=FIRST_OF_GROUPS) as (database, quarters, _):
        over = {quarter for quarter in quarters if quarter_end(quarter) <= city.as_of}
        before = [quarter.quarter for quarter in closed_by(world, city)]
        again = _corrected(database, sorted(before), over.union(before))
        new = ((quarter, kept_cells(database, quarter)) for quarter in sorted(over - closed.keys()))
        for quarter, cells in (*new, *again):
            if any(cell.shown_as != NOWHERE for cell in cells.values()):
                has_letters = quarter not in closed or counts_letters(closed[quarter])
                closed[quarter] = _written(quarter, cells, salt(), has_letters=has_letters)
    return tuple(closed[quarter] for quarter in sorted(closed))


def _corrected(
    database: Database, before: Iterable[str], over: Set[str]
) -> Iterator[tuple[str, Cells]]:
    """The closed quarters in which something is corrected, each beside those next to it as they
    are published from now on."""
    (least,) = database.execute("SELECT smallest_count FROM settings").fetchone()
    sides: dict[str, Side] = {}
    for quarter in before:
        rows = database.execute(CHANGES.format(quarter)).fetchall()
        if not rows:
            continue
        for name in over & {quarter_before(quarter), quarter_after(quarter)} - sides.keys():
            sides[name] = _side(kept_cells(database, name), least)
        changes = {Key(*row[:2]): Change(*row[2:]) for row in rows}
        published, now = kept_cells(database, quarter), counted_cells(database, quarter)
        cells = corrected(published, now, changes, least, neighbours(quarter, sides))
        if cells != published:
            sides[quarter] = _side(cells, least)
            yield quarter, cells


def _side(cells: Cells, least: int) -> Side:
    placed = ((key, cell.group, cell.shown_as, cell.by_name) for key, cell in cells.items())
    return side_as_placed(placed, least)


def _written(quarter: str, cells: Cells, salt: str, *, has_letters: bool) -> ClosedQuarter:
    """The cells as two CSV files, in the order of their keys; a quarter that was closed without the
    register of apologies stays without it."""
    width = len(FILES["cells"]) - (0 if has_letters else len(LETTERS))
    ordered = sorted(cells.items(), key=lambda item: (item[0].procedure_id, item[0].unit_id or ""))
    shown = ((*key, *cell.group, cell.shown_as, cell.field, *cell.counts) for key, cell in ordered)
    days = ((*key, *row) for key, cell in ordered for row in cell.days)
    written = _csv(FILES["cells"][:width], (row[:width] for row in shown))
    return ClosedQuarter(quarter, written, _csv(FILES["days"], days), salt)


def _csv(header: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")
