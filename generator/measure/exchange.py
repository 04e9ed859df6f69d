"""Another table of dossiers with the same margins, in which a cell has nothing.

Dossiers change places: one of the cell goes to another column of its row, one of another row comes
in its place. Where the two are not alike in an aspect, dossiers of further rows change theirs,
until each column has what it had. Whoever knows the margins, and all that holds of any dossier,
cannot say which of the two tables is the city's. Where none is found there may be one all the same.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from generator.measure.aspects import KINDS, Aspect, Kind, Pile, Value, piles
from generator.measure.two_way import C, Counts, TwoWay, dossiers_in
from generator.measure.ways import Column, Columns, Crossing, Row

TRIED = 30
"""So many rows and columns are tried, those with the most dossiers first."""
NOTHING: Mapping[Aspect, Pile] = {}
NONE = Pile()
Rows = dict[Row, dict[Aspect, Pile]]
Having = defaultdict[tuple[Column, Aspect], dict[Value, list[Row]]]
Ends = tuple[Value, Value]
"""What one column loses and another gets, and the other way round."""


@dataclass(frozen=True)
class Dossiers:
    """The rows of every column by aspect, what is counted for no unit first and then those with the
    most dossiers, the first of these by what they have, and the columns in which each row may have
    any."""

    rows: dict[Column, Rows]
    having: Having
    columns_of: Columns

    def set_aside(self, cell: Crossing) -> None:
        """Count a cell for no unit."""
        row, column = cell
        rows = self.rows[column]
        for aspect, pile in rows.pop(row).items():
            rows[None][aspect] = rows[None].get(aspect, Pile()) + pile
            for value in pile:
                having = self.having[column, aspect].setdefault(value, [])
                having[:] = dict.fromkeys((None, *(other for other in having if other != row)))
        del self.columns_of[row][column]


@dataclass
class Exchange:
    """The dossiers of a table, a cell that is to be emptied, and what has changed so far."""

    table: Dossiers
    cell: Crossing
    changed: dict[tuple[Crossing, Aspect], Pile] = field(default_factory=dict)

    def leads_away(self, kind: Kind) -> bool:
        """True when one of the cell's dossiers has changed places with one of another row: with one
        that is alike, or where others change what they are in both columns, or in a third one."""
        partners = [*self._partners(kind)]
        here = self.cell[1]
        further = [column for column in islice(self.table.rows, TRIED) if column != here]
        return any(
            self._change_places(kind, partner, over)
            for over in (None, (), further)
            for partner in partners
        )

    def _partners(self, kind: Kind) -> Iterator[Crossing]:
        """Cells with a dossier of the kind, in columns of the cell's row and in rows that may have
        any in its column."""
        row, here = self.cell
        mine = self.table.columns_of[row]
        columns = (column for column in self.table.rows if column in mine and column != here)
        for there in islice(columns, TRIED):
            for other in self._rows(there):
                is_open = other != row and here in self.table.columns_of[other]
                if is_open and self._pile((other, there), kind.aspects[0]):
                    yield other, there

    def _change_places(
        self, kind: Kind, partner: Crossing, thirds: Collection[Column] | None
    ) -> bool:
        before = self.changed.copy()
        if all(self._change_aspect(aspect, partner, thirds) for aspect in kind.aspects):
            return True
        self.changed = before
        return False

    def _change_aspect(
        self, aspect: Aspect, partner: Crossing, thirds: Collection[Column] | None
    ) -> bool:
        (row, here), (other, there) = self.cell, partner
        theirs, mine = self._pile(partner, aspect), self._pile(self.cell, aspect)
        ends = next(((value, value) for value in mine if value in theirs), None)
        if not ends and thirds is not None:
            ends = self._evened(aspect, (here, there), (theirs, mine), thirds)
        if ends:
            self._move(aspect, ends[0], partner, (other, here))
            self._move(aspect, ends[1], self.cell, (row, there))
        return bool(ends)

    def _evened(
        self,
        aspect: Aspect,
        columns: tuple[Column, Column],
        wanted: tuple[Pile, Pile],
        thirds: Collection[Column],
    ) -> Ends | None:
        """What may come and go once other rows have changed what they have in both columns, or in
        these and a third one."""
        if ends := self._passed(aspect, columns, *wanted):
            return ends
        here, there = columns
        before = self.changed.copy()
        for third in thirds:
            if third != there:
                ends = self._passed(aspect, (here, third), *wanted)
                if ends and self._passed(aspect, (third, there), ends[:1], ends[1:]):
                    return ends
                self.changed = before.copy()
        return None

    def _passed(
        self,
        aspect: Aspect,
        columns: tuple[Column, Column],
        starts: Iterable[Value],
        goals: Collection[Value],
    ) -> Ends | None:
        """The start that the first column has given to the second, and the goal that it has got for
        it, over as few rows as will do."""
        came: dict[Value, tuple[Row, Value] | None] = dict.fromkeys(starts)
        ahead = deque(came)
        while ahead:
            value = ahead.popleft()
            for row, got in self._offers(aspect, columns, value):
                if got not in came:
                    came[got] = row, value
                    ahead.append(got)
                    if got in goals:
                        return self._walk_back(aspect, columns, came, got), got
        return None

    def _offers(
        self, aspect: Aspect, columns: tuple[Column, Column], value: Value
    ) -> Iterator[tuple[Row, Value]]:
        """Rows that have the value in the first column, and what they have in the second."""
        here, there = columns
        for row in self.table.having[here, aspect].get(value, ()):
            is_other = self.cell not in ((row, here), (row, there))
            if is_other and value in self._pile((row, here), aspect):
                for got in self._pile((row, there), aspect):
                    yield row, got

    def _walk_back(
        self,
        aspect: Aspect,
        columns: tuple[Column, Column],
        came: Mapping[Value, tuple[Row, Value] | None],
        got: Value,
    ) -> Value:
        here, there = columns
        while step := came[got]:
            row, value = step
            self._move(aspect, value, (row, here), (row, there))
            self._move(aspect, got, (row, there), (row, here))
            got = value
        return got

    def _rows(self, column: Column) -> Iterator[Row]:
        return islice(self.table.rows[column], TRIED)

    def _pile(self, cell: Crossing, aspect: Aspect) -> Pile:
        pile = self.changed.get((cell, aspect))
        if pile is None:
            pile = self.table.rows[cell[1]].get(cell[0], NOTHING).get(aspect, NONE)
        return pile

    def _move(self, aspect: Aspect, value: Value, start: Crossing, end: Crossing) -> None:
        """One dossier is of a value in one cell less, in another more."""
        for cell, one in ((start, -1), (end, 1)):
            now = self._pile(cell, aspect).copy()
            now[value] += one
            self.changed[cell, aspect] = +now


def irreplaceable(table: TwoWay[C], cells: Iterable[C]) -> Iterator[C]:
    """Those of some cells that are to be counted for no unit, so that of each that is left another
    table is found in which it has nothing."""
    dossiers, touched = dossiers_of(table), dict[C, set[Crossing]]()
    waiting = [*cells]
    while waiting:
        gone = set[Crossing]()
        for cell in waiting:
            exchange = emptied(dossiers, cell, table.cells[cell])
            if exchange:
                touched[cell] = {other for other, _ in exchange.changed}
            else:
                dossiers.set_aside(cell)
                touched.pop(cell, None)
                gone.add(cell)
                yield cell
        waiting = [cell for cell, others in touched.items() if not gone.isdisjoint(others)]


def dossiers_of(table: TwoWay[C]) -> Dossiers:
    """The dossiers of a table by aspect."""
    cells = sorted(table.cells.items(), key=lambda item: (-dossiers_in(item[1]), str(item[0])))
    rows: dict[Column, Rows] = {column: {None: {}} for (_, column), _ in cells}
    for (row, column), counts in cells:
        rows[column][row] = dict(piles(counts))
    return Dossiers(rows, _having(rows), table.columns_of)


def _having(rows: Mapping[Column, Rows]) -> Having:
    found: Having = defaultdict(dict)
    for column, mine in rows.items():
        for row, of in islice(mine.items(), TRIED):
            for aspect, pile in of.items():
                for value in pile:
                    found[column, aspect].setdefault(value, []).append(row)
    return found


def emptied(dossiers: Dossiers, cell: Crossing, counts: Counts) -> Exchange | None:
    """What changes so that a cell of such counts has nothing; None where that is not found."""
    exchange = Exchange(dossiers, cell)
    left = (kind for kind in KINDS for _ in range(kind.size(counts)))
    return exchange if all(map(exchange.leads_away, left)) else None
