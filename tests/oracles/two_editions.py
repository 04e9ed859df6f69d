"""What a stranger can tell of late corrections from two editions: by subtraction of all rows.

The stranger keeps every published table of both editions and forms the differences of rows, of
their sums, and of totals less their published parts. Nothing here is shared with the choice of the
corrections that a closing counts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from oracles.differencing import Published, reduced, size

Row = tuple[str, tuple]
"""A published row: its scope and its (unit, procedure, field, quarter)."""
SCOPES = ("procedure", "unit", "unit_procedure")


def rows_of(published: Published, quarter: str) -> dict[Row, Counter]:
    """Every row of a quarter with all that is counted in it, days among it."""
    return {
        (scope, key): counts
        for scope in SCOPES
        for key, counts in published.of(scope).items()
        if key[3] == quarter
    }


def sums_of(published: Published, quarter: str) -> dict[Row, int]:
    """How many dossiers each row has, each sum of rows, and each total less its published parts."""
    rows = {row: size(counts) for row, counts in rows_of(published, quarter).items()}
    sums: Counter[Row] = Counter(rows)
    for (scope, (unit, procedure, field, when)), count in rows.items():
        if scope == "procedure":
            sums["city", (None, None, None, when)] += count
            sums["field", (None, None, field, when)] += count
        if scope == "unit":
            sums["units", (None, None, None, when)] += count * (unit is not None)
        if scope in ("procedure", "unit_procedure") and procedure:
            sums["beside units", (None, procedure, field, when)] += (
                count if scope == "procedure" else -count
            )
        if scope in ("unit", "unit_procedure") and unit:
            sums["beside procedures", (unit, None, None, when)] += (
                count if scope == "unit" else -count
            )
    return dict(sums)


def small_differences(one: Published, other: Published, quarter: str) -> Iterator[tuple]:
    """The rows and sums that differ by fewer dossiers than the smallest count, and not by none."""
    before, after = sums_of(one, quarter), sums_of(other, quarter)
    for row in before.keys() | after.keys():
        difference = after.get(row, 0) - before.get(row, 0)
        if 0 < abs(difference) < one.least:
            yield row, difference


def members_of(published: Published, quarter: str) -> dict[Row, set[tuple]]:
    """The cells, as (unit, procedure), that each row of a quarter is summed from."""
    pairs = {key[:2] for key in published.of("unit_procedure") if key[3] == quarter}
    members: dict[Row, set[tuple]] = defaultdict(set)
    for unit, procedure, when in published.true_cells():
        if when != quarter:
            continue
        shown = None if (unit, procedure, when) in published.city_only else unit
        group = published.groups[procedure, when]
        members["procedure", (None, *group, when)].add((unit, procedure))
        members["unit", (shown, None, None, when)].add((unit, procedure))
        if (shown, group[0]) in pairs:
            members["unit_procedure", (shown, *group, when)].add((unit, procedure))
    return members


def changed_in(one: Published, other: Published, quarter: str) -> dict[tuple, int]:
    """How many dossiers of each cell are counted otherwise at least: any one count of a cell goes
    up or down by one a dossier."""
    before, after = one.true_cells(), other.true_cells()
    changed = {}
    for unit, procedure, when in before.keys() | after.keys():
        counts = [cells.get((unit, procedure, when), Counter()) for cells in (before, after)]
        moved = {what: counts[1][what] - counts[0][what] for what in counts[0] | counts[1]}
        days = [change for what, change in moved.items() if isinstance(what, int)]
        names = [abs(change) for what, change in moved.items() if not isinstance(what, int)]
        gone, come = -sum(n for n in days if n < 0), sum(n for n in days if n > 0)
        if when == quarter:
            changed[unit, procedure] = max([gone, come, *names], default=0)
    return changed


def changes_without_a_group(one: Published, other: Published, quarter: str) -> Iterator[tuple]:
    """The rows that say something else although fewer dossiers than a group have changed."""
    before, after = rows_of(one, quarter), rows_of(other, quarter)
    members, later = members_of(one, quarter), members_of(other, quarter)
    changed = changed_in(one, other, quarter)
    for row in before.keys() | after.keys():
        if +before.get(row, Counter()) != +after.get(row, Counter()):
            count = sum(changed.get(cell, 0) for cell in members[row] | later[row])
            if count < one.least:
                yield row, count


def told_changes(one: Published, other: Published, quarter: str) -> list[tuple]:
    """The cells of which the number of dossiers that came or went follows from the rows of both
    editions, by adding and subtracting however many of them, and is a small group's."""
    before, after = members_of(one, quarter), members_of(other, quarter)
    differences = [
        dict.fromkeys(sorted(before[row] | after[row], key=str), 1)
        for row in before.keys() & after.keys()
    ]
    sizes: Counter = Counter()
    for sign, published in ((-1, one), (1, other)):
        for (unit, procedure, when), counts in published.true_cells().items():
            sizes[unit, procedure] += sign * size(counts) * (when == quarter)
    solved = [next(iter(row)) for row in reduced(differences) if len(row) == 1]
    return [cell for cell in solved if 0 < abs(sizes[cell]) < one.least]
