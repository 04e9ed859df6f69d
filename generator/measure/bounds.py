"""What margins and identities prove of hidden cells together: how many of each count they have at
the least."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.measure.identities import IDENTITIES, Identity, spelled
from generator.measure.two_way import C, Counts, TwoWay
from generator.measure.ways import Crossing

Spot = tuple[Crossing, str | int]
"""One count of one cell."""
Margins = dict[object, Counts]
"""The sums of rows, or of columns."""


class Sum(NamedTuple):
    """Some counts less others are as many as that, or at most as many."""

    added: Sequence[Spot]
    taken: Sequence[Spot]
    most: int
    is_equal: bool


def surely(table: TwoWay[C]) -> Iterator[C]:
    """The cells of which it is proved that a count is not 0.

    Each sum bounds each of its counts by the bounds of the others, again and again, until no bound
    moves. An identity that some cell does not keep is of an older method, and proves nothing.
    """
    rows, columns = _sums(table.cells, 0), _sums(table.cells, 1)
    known = _Bounds(_most(table, rows, columns))
    kept = [one for one in IDENTITIES if all(map(one.holds, table.cells.values()))]
    margins = (*_margins(rows, 0, known.most), *_margins(columns, 1, known.most))
    known.narrow([*margins, *_inside(known.most, kept)])
    proved = {cell for (cell, _), count in known.least.items() if count > 0}
    yield from (cell for cell in table.cells if cell in proved)


def _most(table: TwoWay[C], rows: Margins, columns: Margins) -> dict[Spot, int]:
    """The smaller margin of each count of each cell in which there may be any."""
    return {
        ((row, column), name): min(rows[row][name], count)
        for row, mine in table.columns_of.items()
        for column in mine
        for name, count in columns[column].items()
        if name in rows[row]
    }


def _sums(cells: Mapping[C, Counts], side: int) -> Margins:
    sums: Margins = defaultdict(Counter)
    for cell, counts in cells.items():
        sums[cell[side]].update(+counts)
    return sums


def _margins(margins: Margins, side: int, spots: Iterable[Spot]) -> Iterator[Sum]:
    members = defaultdict[tuple[object, str | int], list[Spot]](list)
    for cell, name in spots:
        members[cell[side], name].append((cell, name))
    for (place, name), mine in members.items():
        yield Sum(mine, (), margins[place][name], is_equal=True)


def _inside(spots: Iterable[Spot], kept: Sequence[Identity]) -> Iterator[Sum]:
    names = defaultdict[Crossing, dict[str | int, None]](dict)
    for cell, name in spots:
        names[cell][name] = None
    for cell, mine in names.items():
        for one in kept:
            these, those = (
                [(cell, name) for name in spelled(parts, mine)] for parts in (one.these, one.those)
            )
            if these or (those and one.is_equal):
                yield Sum(these, those, 0, one.is_equal)


@dataclass
class _Bounds:
    """The least and the most of each count of each cell, as far as they are known."""

    most: dict[Spot, int]
    least: dict[Spot, int] = field(default_factory=dict)

    def narrow(self, sums: Sequence[Sum]) -> None:
        """Apply sums until no bound moves."""
        self.least = dict.fromkeys(self.most, 0)
        of = defaultdict[Spot, list[int]](list)
        for number, one in enumerate(sums):
            for spot in (*one.added, *one.taken):
                of[spot].append(number)
        waiting = dict.fromkeys(range(len(sums)))
        ahead = deque(waiting)
        while ahead:
            number = ahead.popleft()
            del waiting[number]
            for moved in self._applied(sums[number]):
                again = [other for other in of[moved] if other not in waiting]
                waiting.update(dict.fromkeys(again))
                ahead.extend(again)

    def _applied(self, one: Sum) -> list[Spot]:
        """The counts whose bounds a sum has moved."""
        moved = self._at_most(one.added, one.taken, one.most)
        return moved + (self._at_most(one.taken, one.added, -one.most) if one.is_equal else [])

    def _at_most(self, added: Sequence[Spot], taken: Sequence[Spot], most: int) -> list[Spot]:
        """Bound each of some counts that, less others, are at most as many as that."""
        room = (
            most - sum(self.least[spot] for spot in added) + sum(self.most[spot] for spot in taken)
        )
        fewer = [spot for spot in added if self.least[spot] + room < self.most[spot]]
        more = [spot for spot in taken if self.most[spot] - room > self.least[spot]]
        self.most.update({spot: self.least[spot] + room for spot in fewer})
        self.least.update({spot: self.most[spot] - room for spot in more})
        return fewer + more
