"""What a stranger can tell of the dossiers that pass from one quarter into the next.

What is open at a quarter's end is carried over into the next, so the stranger lays the rows of both
over one table. A small group is safe when another table of whole numbers, in which it has nothing,
gives every published row of both quarters. Nothing here is shared with the search that decides what
is published.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from oracles.differencing import Published, emptied, neighbours, size

OPEN = ("open_within_count", "open_overdue_count", "open_no_deadline_count")


class Told:
    """One quarter of what is published: which row and column a cell is counted in."""

    def __init__(self, published: Published, quarter: str) -> None:
        self.cells = {
            key[:2]: counts for key, counts in published.all_cells().items() if key[2] == quarter
        }
        self.groups = {p: group for (p, q), group in published.groups.items() if q == quarter}
        self.city_only = {key[:2] for key in published.city_only if key[2] == quarter}
        self.own = {key[:2] for key in published.of("unit_procedure") if key[3] == quarter}
        self.handled = {(self.unit(key), self.groups[key[1]]) for key in self.cells if self.groups}

    def unit(self, key: tuple) -> str | None:
        return None if not self.groups or key in self.city_only else key[0]

    def spot(self, key: tuple, other: "Told") -> tuple:
        """A cell that has nothing may be where its unit has something of its published row."""
        group = self.groups.get(key[1])
        if group is None:
            _, field = other.groups.get(key[1], (None, None))
            joined = [g for g in ((None, field), (None, None)) if g in self.groups.values()]
            group = joined[0] if joined else None
        if key in self.cells:
            return self.unit(key), group
        return (key[0] if (key[0], group) in self.handled else None), group

    def has_row(self, key: tuple) -> bool:
        unit = self.unit(key)
        return unit is not None and (unit, key[1]) in self.own

    def size(self, key: tuple) -> int:
        return size(self.cells[key]) if key in self.cells else 0


def told_over_quarters(published: Published) -> Iterator[tuple]:
    """(quarter, next, what, group): small groups of which the rows of both prove that some pass."""
    quarters = sorted({key[2] for key in published.all_cells()})
    for a, b in pairwise(quarters):
        one, two = Told(published, a), Told(published, b)
        if not two.groups:
            continue
        opened = {key: sum(c[name] for name in OPEN) for key, c in one.cells.items()}
        carried = {key: c["carried_over_count"] for key, c in two.cells.items()}
        for what, flow in (("opened", opened), ("carried over", carried)):
            for told in _told(one, two, flow, published.least):
                yield a, b, what, told


def _told(one: Told, two: Told, flow: dict, least: int) -> Iterator[tuple]:
    def is_small(members, *sides: Told) -> bool:
        return any(0 < sum(map(side.size, members)) < least for side in sides)

    at = {
        key: tuple(zip(one.spot(key, two), two.spot(key, one), strict=True))
        for key in sorted({*one.cells, *two.cells}, key=str)
    }
    at = {key: (row if any(row) else None, column) for key, (row, column) in at.items()}
    members, columns = defaultdict(list), defaultdict(list)
    for key, (row, column) in at.items():
        columns[column].append(key)
        if not (one.has_row(key) or two.has_row(key)):
            members[row, column].append(key)
        elif flow.get(key) and not one.has_row(key) and is_small([key], one):
            yield "row", key
    parts = defaultdict(set)
    for row, column in at.values():
        parts[row and row[0], column[0]].add((row, column))
    table = {edge: sum(flow.get(key, 0) for key in keys) for edge, keys in members.items()}
    for edge in list(table):
        if edge[0] and table[edge] and is_small(members[edge], one, two):
            whole = len(parts[edge[0][0], edge[1][0]]) == 1
            if not _is_safe(table, edge) and not (
                whole and _alone(one, flow, (edge[0][0], edge[1][0]))
            ):
                yield "cell", members[edge][0]
    yield from _small_columns(columns, flow, is_small, one, two)
    yield from _small_rests(at, members, flow, is_small, one, two)


def _is_safe(table: dict, edge: tuple) -> bool:
    edges = set(table) | {(None, column) for _, column in table}
    before = {other: table.get(other, 0) for other in edges}
    after = emptied(before, *neighbours(sorted(edges, key=str)), edge)
    if after is None:
        return False
    assert after[edge] == 0
    assert min(after.values()) >= 0
    assert _rows_of(after) == _rows_of(before), "the other table gives the same rows"
    return True


def _rows_of(table: dict) -> Counter:
    """The published sums of both quarters: by unit, and by published procedure."""
    sums: Counter = Counter()
    for (row, column), count in table.items():
        for number in (0, 1):
            sums[number, "unit", row and row[number]] += count
            sums[number, "procedure", column[number]] += count
    return +sums


def _alone(one: Told, flow: dict, edge: tuple) -> bool:
    """True when the rows of the first quarter alone tell of a cell without a row of its own."""
    table: Counter = Counter()
    for other in one.cells:
        if not one.has_row(other) and one.groups:
            table[one.unit(other), one.groups[other[1]]] += flow.get(other, 0)
    edges = set(table) | {(None, column) for _, column in table}
    full = {other: table[other] for other in edges}
    return (
        edge in full
        and bool(full[edge])
        and (emptied(full, *neighbours(sorted(edges, key=str)), edge) is None)
    )


def _small_columns(columns, flow, is_small, one, two) -> Iterator[tuple]:
    """Procedures that are told together: those of one published row in either quarter."""
    parts = Counter(before for before, _ in columns)
    for (before, now), keys in columns.items():
        if now and any(flow.get(key) for key in keys):
            if before is None and is_small(keys, one):
                yield "procedures", now
            if before and parts[before] > 1 and is_small(keys, one, two):
                yield "procedures", now


def _small_rests(at, members, flow, is_small, one, two) -> Iterator[tuple]:
    """What a unit's or a procedure's row leaves beside the rows of its parts, in either quarter."""
    rests = defaultdict(list)
    shown = {column for key, (_, column) in at.items() if two.has_row(key) and not one.has_row(key)}
    for (row, column), keys in members.items():
        if row and row[0]:
            rests["unit before", row[0]] += keys
        if row and row[1]:
            rests["unit", row[1]] += keys
        rests["procedure", column] += keys
    for (kind, name), keys in rests.items():
        if any(flow.get(key) for key in keys):
            if kind == "unit before" and is_small(keys, one):
                yield kind, name
            if kind == "unit" and is_small(keys, one, two):
                yield kind, name
            if kind == "procedure" and name in shown and is_small(keys, one, two):
                yield kind, name
