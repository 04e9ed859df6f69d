"""What a stranger can tell of small groups from a quarter's rows and from what holds in any group.

A dossier that was received or carried over has ended or is open, one that ended took some number of
days, and so on: a count that the margins leave open may follow from others. Of the search that
decides what is published nothing is shared here.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from math import inf
from typing import NamedTuple

from oracles.differencing import Published, hidden_cells, size
from oracles.over_quarters import OPEN

Table = Mapping[tuple, Counter]
DAYS = "days"
"""All numbers of days until the end together: a dossier that ended has one of them."""


class Identity(NamedTuple):
    """These counts together are as many as those, or at most as many."""

    these: tuple[str, ...]
    those: tuple[str, ...]
    is_equal: bool = False


def spelled(wanted: Collection[str], names: Collection[str | int]) -> list[str | int]:
    """Those of some counts that there are, each number of days by itself."""
    days = [name for name in names if isinstance(name, int)] if DAYS in wanted else []
    return [*(name for name in wanted if name in names), *days]


def _equal(these: tuple[str, ...], those: tuple[str, ...]) -> Identity:
    return Identity(these, those, is_equal=True)


IDENTITIES = (
    _equal(("received_count", "carried_over_count"), ("ended_count", *OPEN)),
    _equal(
        ("early_count", "on_time_count", "overdue_count", "ended_no_deadline_count"),
        ("ended_count",),
    ),
    _equal((DAYS,), ("ended_count",)),
    _equal(
        ("strict_on_time_count", "ended_strict_overdue_count"),
        ("early_count", "on_time_count", "overdue_count"),
    ),
    Identity(("received_online_count",), ("received_count",)),
    Identity(("rejected_count", "withdrawn_count", "stopped_count"), ("ended_count",)),
    Identity(("supplemented_count",), ("ended_count",)),
    Identity(("ended_without_apology_count",), ("overdue_count",)),
    Identity(("open_without_apology_count",), ("open_overdue_count",)),
    Identity(("strict_on_time_count",), ("early_count", "on_time_count")),
    Identity(("open_overdue_count",), ("open_strict_overdue_count",)),
    Identity(("open_strict_overdue_count",), ("open_within_count", "open_overdue_count")),
    Identity(("legal_on_time_count", "ended_legal_overdue_count"), ("ended_count",)),
    Identity(("open_legal_overdue_count",), OPEN),
    Identity(("shortened_on_time_count", "ended_shortened_overdue_count"), ("ended_count",)),
    Identity(("open_shortened_overdue_count",), OPEN),
    Identity(("ended_due_unconfirmed_count",), ("early_count", "on_time_count", "overdue_count")),
    Identity(("open_due_unconfirmed_count",), ("open_overdue_count",)),
    Identity(("open_due_unconfirmed_count",), ("open_strict_unconfirmed_count",)),
    Identity(("open_strict_unconfirmed_count",), ("open_strict_overdue_count",)),
    Identity(
        ("ended_legal_unconfirmed_count",), ("legal_on_time_count", "ended_legal_overdue_count")
    ),
    Identity(("open_legal_unconfirmed_count",), ("open_legal_overdue_count",)),
    Identity(
        ("ended_shortened_unconfirmed_count",),
        ("shortened_on_time_count", "ended_shortened_overdue_count"),
    ),
    Identity(("open_shortened_unconfirmed_count",), ("open_shortened_overdue_count",)),
)
"""Of every group of dossiers in a quarter, as step 4 judges them and step 5 counts them."""


def told_by_identities(published: Published) -> Iterator[tuple]:
    """Small cells of which rows and what holds in any group prove a count above zero."""
    for quarter, cells in hidden_cells(published):
        for (unit, group), what in sure_counts(cells):
            if unit is not None and size(cells[unit, group]) < published.least:
                yield quarter, unit, group, what


def sure_counts(cells: Table) -> list[tuple]:
    """(cell, what) of which every table with the same margins has some: the least and the most of
    each are narrowed until a whole round changes nothing. It ends only where the cells keep it."""
    assert not any(broken(one, counts) for one in IDENTITIES for counts in cells.values())
    edges = dict.fromkeys([*cells, *((None, column) for _, column in cells)])
    names = sorted({what for counts in cells.values() for what in counts}, key=str)
    totals = sum(cells.values(), Counter())
    whole = {(edge, what): totals[what] for edge in edges for what in names}
    low, high = dict.fromkeys(whole, 0), dict(whole)
    equations = [*_margins(cells, edges, names), *_inside(edges, names)]
    moved = True
    while moved:
        moved = sum(_narrow(low, high, *equation) for equation in equations) > 0
    return [key for key, count in low.items() if count > 0]


def _margins(cells: Table, edges: Mapping, names: list) -> Iterator[tuple]:
    for side in (0, 1):
        for place in dict.fromkeys(edge[side] for edge in edges):
            for what in names:
                there = [(edge, what) for edge in edges if edge[side] == place]
                total = sum(c[what] for cell, c in cells.items() if cell[side] == place)
                yield dict.fromkeys(there, 1), total, total


def _inside(edges: Mapping, names: list) -> Iterator[tuple]:
    for edge in edges:
        for one in IDENTITIES:
            signs: dict = defaultdict(int)
            for parts, sign in ((one.these, 1), (one.those, -1)):
                for what in spelled(parts, names):
                    signs[edge, what] += sign
            yield dict(signs), 0 if one.is_equal else -inf, 0


def _narrow(low: dict, high: dict, signs: dict, least: float, most: float) -> bool:
    """Bound each count of an equation by all others; True when a bound moved."""
    ends = {k: (low[k], high[k]) if s > 0 else (-high[k], -low[k]) for k, s in signs.items()}
    fewest, greatest = (sum(end[side] for end in ends.values()) for side in (0, 1))
    moved = False
    for key, (lower, upper) in ends.items():
        bottom, top = least - (greatest - upper), most - (fewest - lower)
        if signs[key] < 0:
            bottom, top = -top, -bottom
        if bottom > low[key] or top < high[key]:
            low[key], high[key], moved = max(low[key], bottom), min(high[key], top), True
    return moved


def broken(identity: Identity, counts: Mapping) -> bool:
    """True of a group that does not keep what should hold of any."""
    these, those = (
        sum(counts[what] for what in spelled(parts, counts))
        for parts in (identity.these, identity.those)
    )
    return these > those or (identity.is_equal and these < those)
