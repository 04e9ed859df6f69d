"""The rows of one quarter are decided, beside the quarters that stand already."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.measure.beside import OURS, THEIRS, Column, Neighbour, laid_over, passes
from generator.measure.primary import WHOLE, Group, groups_of
from generator.measure.quarter import Key, Quarter
from generator.measure.secondary import search
from generator.measure.two_way import Counts, dossiers_in


def decided(
    cells: Mapping[Key, Counts],
    fields: Mapping[str, str],
    least: int,
    beside: Sequence[Neighbour],
    *,
    is_over: bool,
) -> Quarter:
    """A quarter's cells in the rows in which they may be published; without groups in none.

    Of a quarter that is not over only the city is told: from day to day, a procedure's or a unit's
    count would tell of a single dossier.
    """
    sizes: Counter[str] = Counter()
    for key, counts in cells.items():
        sizes[key.procedure_id] += dossiers_in(counts)
    refused: set[Group] = set()
    while True:
        groups = groups_of(sizes, fields, least, refused)
        if not is_over:
            groups = dict.fromkeys(groups, WHOLE)
        quarter = Quarter(cells, groups, least)
        more = {row for other in beside for row in told_by_columns(quarter, other)}
        if not more and is_over and groups:
            more = search(quarter, beside)
        if not more:
            return quarter if is_over else Quarter(cells, groups, least, set(cells))
        refused |= more


def told_by_columns(mine: Quarter, beside: Neighbour) -> Iterator[Group]:
    """The rows that may not stay: with the other quarter's they tell of a group of procedures that
    is small in either that a dossier was left open or carried over."""
    columns: dict[Column, Counts] = defaultdict(Counter)
    for _, _, column, counts in laid_over(mine, beside):
        columns[column].update(counts)
    parts: dict[Group | None, dict[Group | None, int]] = defaultdict(dict)
    for (before, now), counts in columns.items():
        parts[before][now] = counts[OURS]
    for (before, now), counts in columns.items():
        is_told = before is None or len(parts[before]) > 1
        is_small = mine.is_small(counts[THEIRS]) or (before and mine.is_small(counts[OURS]))
        if now and is_told and is_small and passes(counts):
            row = _refused(before, now, parts[before])
            if row != WHOLE or before is None:
                yield row


def _refused(before: Group | None, now: Group, parts: Mapping[Group | None, int]) -> Group:
    """The row itself, or where it is joined already the smallest that was joined with it before."""
    if now.procedure_id or before is None or (before == WHOLE and now != WHOLE):
        return now
    others = [row for row in parts if row and row != now]
    return min(others, key=lambda row: (parts[row], str(row)), default=now)
