"""What a stranger can tell of small groups from a quarter's rows and from what holds in any group.

A dossier that was received or carried over has ended or is open, one that ended took some number of
days, and so on: a count that the margins leave open may follow from others. Of the search that
decides what is published nothing is shared here but what holds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import inf

from generator.measure.identities import IDENTITIES, Identity, spelled
from oracles.differencing import Published, hidden_cells, size

Table = Mapping[tuple, Counter]


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
