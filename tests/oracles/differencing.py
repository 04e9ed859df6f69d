"""What a stranger can tell of small groups from published counts: by subtraction, and by flows.

The stranger knows every published row, and of every unit which procedures it ever handles in a
quarter. Nothing here is shared with the search that decides what is published.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping

from generator.measure.engine import run_steps
from generator.measure.method import CELLS, LETTERS, PUBLISHED_COUNTS

PRIME = 2**61 - 1
NOT_COUNTS = {"scope", "unit_id", "procedure_id", "field", "quarter", "days", *LETTERS}
"""What is no count, and the letters: they are of overdue dossiers, which are counted here."""


class Published:
    """The published counts of a world beside the cells behind them."""

    def __init__(self, world, city) -> None:
        self.least = city.policy.smallest_count
        with run_steps(world, city, "6_groups") as made:
            self.rows = {
                name: _rows(made, name, columns) for name, columns in PUBLISHED_COUNTS.items()
            }
            self.cells = _rows(made, "kept_cells", CELLS["cells"])
            self.cell_days = _rows(made, "kept_days", CELLS["cell_days"])
            self.city_only = {
                tuple(row.values())
                for row in _rows(made, "city_only_cells", ("unit_id", "procedure_id", "quarter"))
            }
            names = ("procedure_id", "quarter", "shown_procedure_id", "shown_field")
            self.groups = {
                (row["procedure_id"], row["quarter"]): (
                    row["shown_procedure_id"],
                    row["shown_field"],
                )
                for row in _rows(made, "shown_procedures", names)
            }

    def of(self, scope: str) -> dict[tuple, Counter]:
        """(unit, procedure, field, quarter) to all that is counted there, days among it."""
        found: dict[tuple, Counter] = defaultdict(Counter)
        for name in ("dossier_counts", "histogram"):
            for row in self.rows[name]:
                if row["scope"] == scope:
                    key = (row["unit_id"], row["procedure_id"], row["field"], row["quarter"])
                    found[key].update(_counts(row))
        return found

    def true_cells(self) -> dict[tuple, Counter]:
        """(unit or None, procedure, quarter) to what is counted there, of published quarters."""
        return {key: mine for key, mine in self.all_cells().items() if key[1:] in self.groups}

    def all_cells(self) -> dict[tuple, Counter]:
        """The same, of quarters of which nothing is published, too."""
        found: dict[tuple, Counter] = defaultdict(Counter)
        for row in (*self.cells, *self.cell_days):
            key = (row["unit_id"], row["procedure_id"], row["quarter"])
            found[key].update(_counts(row))
        return found


def _rows(made, name: str, columns: Iterable[str]) -> list[dict]:
    columns = tuple(columns)
    query = f"SELECT {', '.join(columns)} FROM {name}"
    return [dict(zip(columns, row, strict=True)) for row in made.execute(query).fetchall()]


def _counts(row: Mapping) -> dict:
    if "days" in row:
        return {row["days"]: row["dossier_count"]}
    return {name: count for name, count in row.items() if name not in NOT_COUNTS}


def size(counts: Mapping) -> int:
    """How many dossiers a group has."""
    return counts["received_count"] + counts["carried_over_count"]


def hidden_cells(published: Published) -> Iterator[tuple[str, dict[tuple, Counter]]]:
    """(quarter, cells): what lies between a quarter's rows, by unit and published procedure.

    Cells with a row of their own are known; what is left are margins of the others.
    """
    by_quarter: dict[str, dict[tuple, Counter]] = defaultdict(lambda: defaultdict(Counter))
    for (unit, procedure, quarter), counts in published.true_cells().items():
        only = unit is None or (unit, procedure, quarter) in published.city_only
        row = None if only else unit
        by_quarter[quarter][row, published.groups[procedure, quarter]].update(counts)
    of_units, of_groups = published.of("unit"), published.of("procedure")
    known = {(unit, (*group, when)) for unit, *group, when in published.of("unit_procedure")}
    for quarter, cells in by_quarter.items():
        _stand_for_what_is_published(cells, quarter, of_units, of_groups)
        yield (
            quarter,
            {
                (row, column): counts
                for (row, column), counts in cells.items()
                if (row, (*column, quarter)) not in known
            },
        )


def told_by_margins(published: Published) -> Iterator[tuple]:
    """Small cells of which a quarter's rows prove a count above zero."""
    for quarter, cells in hidden_cells(published):
        edges = set(cells) | {(None, group) for _, group in cells}
        by_row, by_column = neighbours(edges)
        for what in set().union(*cells.values()):
            flow = {edge: cells[edge][what] if edge in cells else 0 for edge in edges}
            for (unit, group), counts in cells.items():
                small = unit is not None and size(counts) < published.least
                if (
                    small
                    and counts[what]
                    and not can_be_zero(flow, by_row, by_column, (unit, group))
                ):
                    yield quarter, unit, group, what


def _stand_for_what_is_published(cells, quarter, of_units, of_groups) -> None:
    rows: dict = defaultdict(Counter)
    columns: dict = defaultdict(Counter)
    for (row, column), counts in cells.items():
        rows[row].update(counts)
        columns[column].update(counts)
    assert {(row, None, None, quarter): +counts for row, counts in rows.items()} == {
        key: +counts for key, counts in of_units.items() if key[3] == quarter
    }
    assert {(None, *column, quarter): +counts for column, counts in columns.items()} == {
        key: +counts for key, counts in of_groups.items() if key[3] == quarter
    }


def neighbours(edges: Iterable[tuple]) -> tuple[dict, dict]:
    """The columns of every row, the rows of every column."""
    by_row, by_column = defaultdict(list), defaultdict(list)
    for row, column in edges:
        by_row[row].append(column)
        by_column[column].append(row)
    return by_row, by_column


def can_be_zero(flow: Mapping[tuple, int], by_row, by_column, edge: tuple) -> bool:
    """True when some table of whole numbers with the same margins has nothing in this cell."""
    return emptied(flow, by_row, by_column, edge) is not None


def emptied(flow: Mapping[tuple, int], by_row, by_column, edge: tuple) -> dict | None:
    """A table of whole numbers with the same margins that has nothing in this cell, if any."""
    now = dict(flow)
    while now[edge]:
        path = _way_round(now, by_row, by_column, edge)
        if path is None:
            return None
        for other, step in path:
            now[other] += step
        now[edge] -= 1
    return now


def _way_round(now, by_row, by_column, edge) -> list[tuple[tuple, int]] | None:
    """Cells to raise and to lower by one so that this cell can be one less."""
    start, goal = ("row", edge[0]), ("column", edge[1])
    came: dict = {start: None}
    queue = deque([start])
    while queue:
        kind, place = here = queue.popleft()
        if kind == "row":
            steps = [(("column", c), ((place, c), 1)) for c in by_row[place] if (place, c) != edge]
        else:
            steps = [
                (("row", r), ((r, place), -1))
                for r in by_column[place]
                if (r, place) != edge and now[r, place] > 0
            ]
        for there, step in steps:
            if there not in came:
                came[there] = (here, step)
                queue.append(there)
                if there == goal:
                    return list(_back(came, goal))
    return None


def _back(came, place) -> Iterator[tuple[tuple, int]]:
    while came[place]:
        place, step = came[place]
        yield step


def told_by_subtraction(published: Published) -> list[tuple]:
    """The small cells whose number of new dossiers follows from the published rows by adding and
    subtracting, however many of them at once: linear algebra over all rows."""
    unknowns = {
        (unit if (unit, p, q) not in published.city_only else None, p, q): counts
        for (unit, p, q), counts in published.true_cells().items()
    }
    equations: dict[tuple, set[tuple]] = defaultdict(set)
    pairs = {(key[0], key[1], key[3]) for key in published.of("unit_procedure")}
    for unit, procedure, quarter in unknowns:
        group = published.groups[procedure, quarter]
        equations["procedure", *group, quarter].add((unit, procedure, quarter))
        equations["unit", unit, quarter].add((unit, procedure, quarter))
        if (unit, group[0], quarter) in pairs:
            equations["pair", unit, group[0], quarter].add((unit, procedure, quarter))
    solved = reduced([dict.fromkeys(sorted(members, key=str), 1) for members in equations.values()])
    cells = [next(iter(row)) for row in solved if len(row) == 1]
    return [cell for cell in cells if cell[0] and size(unknowns[cell]) < published.least]


def reduced(rows: list[dict]) -> list[dict]:
    """The equations with each leading unknown in one of them only, modulo a large prime."""
    leading: dict[tuple, dict] = {}
    for row in rows:
        for pivot, other in leading.items():
            _take_away(row, pivot, other)
        if row:
            pivot = next(iter(row))
            inverse = pow(row[pivot], -1, PRIME)
            row = {unknown: value * inverse % PRIME for unknown, value in row.items()}
            for other in leading.values():
                _take_away(other, pivot, row)
            leading[pivot] = row
    return list(leading.values())


def _take_away(row: dict, pivot: tuple, other: dict) -> None:
    factor = row.get(pivot, 0)
    for unknown, value in other.items() if factor else ():
        left = (row.get(unknown, 0) - factor * value) % PRIME
        if left:
            row[unknown] = left
        else:
            row.pop(unknown, None)
