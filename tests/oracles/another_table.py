"""Whether what was exchanged gives another table with the same rows, in which a cell has nothing.

Only what came out of the search is looked at, and added up anew: the sums of every row and column,
what holds of any group, and that no cell has less than nothing or lies where none may be.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping

from generator.measure.aspects import ENDED, OPENED, ORIGIN, Aspect
from generator.measure.exchange import Exchange
from generator.measure.two_way import TwoWay
from oracles.identities import IDENTITIES, broken

JUDGED = ("early_count", "on_time_count", "overdue_count")
(DAYS,) = (aspect for aspect in ENDED.aspects if not aspect.values)


def faults(table: TwoWay, exchange: Exchange) -> list[str]:
    """What is wrong with the other table; nothing where it proves that the cell may be empty."""
    after = _after(table, exchange)
    before = {cell: Counter(table.cells.get(cell)) for cell in after}
    found = [] if exchange.cell in after else ["nothing has changed"]
    found += [f"{name} is not empty" for name, count in after[exchange.cell].items() if count]
    for side in (0, 1):
        if _sums(before, side) != _sums(after, side):
            found.append(f"a margin of side {side} has changed")
    for (row, column), counts in after.items():
        if min(counts.values(), default=0) < 0:
            found.append(f"less than nothing in {row} {column}")
        if row is not None and (row, column) not in table.cells:
            found.append(f"{row} has nothing in {column}")
        found += [f"{one} in {row} {column}" for one in IDENTITIES if broken(one, counts)]
    return found


def _sums(cells: Mapping, side: int) -> dict:
    sums: dict = defaultdict(Counter)
    for cell, counts in cells.items():
        sums[cell[side]].update(counts)
    return {place: +counts for place, counts in sums.items() if +counts}


def _after(table: TwoWay, exchange: Exchange) -> dict:
    """The cells in which something has changed, with all their counts then."""
    after = {cell: Counter(table.cells.get(cell)) for cell, _ in exchange.changed}
    for (cell, aspect), pile in exchange.changed.items():
        counts = after[cell]
        for name in _names(aspect, counts):
            del counts[name]
        for (value, marks), count in pile.items():
            counts[value] += count
            for mark, is_marked in zip(aspect.marks, marks, strict=True):
                counts[mark] += count if is_marked else 0
    for counts in after.values():
        counts["ended_count"] = sum(
            count for name, count in counts.items() if isinstance(name, int)
        )
        judged = sum(counts[name] for name in JUDGED)
        counts["strict_on_time_count"] = judged - counts["ended_strict_overdue_count"]
        del counts[None]
    return after


def _names(aspect: Aspect, counts: Mapping) -> list:
    days = [name for name in counts if isinstance(name, int)] if aspect is DAYS else []
    return [name for name in (*aspect.values, *aspect.marks, *days) if name in counts]


def named() -> set[str]:
    """All counts that stand in an aspect."""
    aspects = (ORIGIN, *ENDED.aspects, *OPENED.aspects)
    return {name for aspect in aspects for name in (*aspect.values, *aspect.marks)}
