"""What a stranger can tell of late corrections from two editions: by subtraction of all rows.

The stranger keeps every published table of both editions and forms the differences of rows, of
their sums, and of totals less their published parts. Nothing here is shared with the choice of the
corrections that a closing counts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from oracles.differencing import Published, _reduced, size

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


def changes_without_a_group(one: Published, other: Published, quarter: str) -> Iterator[tuple]:
    """The rows that say something else although fewer dossiers than a group have changed in them.

    How many have changed at least is told by what is counted of them: any one count may go up and
    down by one a dossier.
    """
    before, after = rows_of(one, quarter), rows_of(other, quarter)
    for row in before.keys() | after.keys():
        moved = {
            what: after.get(row, Counter())[what] - before.get(row, Counter())[what]
            for what in before.get(row, Counter()) | after.get(row, Counter())
        }
        days = [change for what, change in moved.items() if isinstance(what, int)]
        names = [abs(change) for what, change in moved.items() if not isinstance(what, int)]
        gone, come = (-sum(n for n in days if n < 0), sum(n for n in days if n > 0))
        if 0 < max([gone, come, *names], default=0) < one.least:
            yield row, {what: change for what, change in moved.items() if change}


def told_changes(one: Published, other: Published, quarter: str) -> list[tuple]:
    """The cells of which the number of dossiers that came or went follows from the rows of both
    editions, by adding and subtracting however many of them, and is a small group's."""
    changes: dict[tuple, int] = defaultdict(int)
    for sign, published in ((-1, one), (1, other)):
        for key, counts in published.true_cells().items():
            if key[2] == quarter:
                changes[key] += sign * size(counts)
    equations: dict[tuple, dict[tuple, int]] = defaultdict(dict)
    for edition, published in enumerate((one, other)):
        pairs = {(key[0], key[1]) for key in published.of("unit_procedure") if key[3] == quarter}
        for unit, procedure, when in changes:
            if (procedure, when) not in published.groups:
                continue
            shown = None if (unit, procedure, when) in published.city_only else unit
            group = published.groups[procedure, when]
            for name in (("procedure", *group), ("unit", shown), ("pair", shown, group[0])):
                if name[0] != "pair" or (shown, group[0]) in pairs:
                    equations[edition, *name][edition, unit, procedure] = 1
    differences = []
    for _, *name in [key for key in equations if key[0] == 1]:
        if (0, *name) in equations:
            members = {key[1:] for e in (0, 1) for key in equations[e, *name]}
            differences.append(dict.fromkeys(sorted(members, key=str), 1))
    solved = [next(iter(row)) for row in _reduced(differences) if len(row) == 1]
    return [cell for cell in solved if 0 < abs(changes[*cell, quarter]) < one.least]
