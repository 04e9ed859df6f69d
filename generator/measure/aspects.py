"""What is counted of a group, as what each of its dossiers is: whoever knows some of it knows more.

A dossier was received or carried over, and has ended or is open. One that has ended was early, on
time or late and took some number of days; and so on. Of every aspect a dossier is one thing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from generator.measure.two_way import Counts

OPEN = ("open_within_count", "open_overdue_count", "open_no_deadline_count")
Value = tuple[str | int | None, tuple[bool, ...]]
"""What a dossier is of an aspect, and what else is counted of it; None where it is nothing."""
Pile = Counter[Value]
"""The dossiers of a group by what they are of one aspect."""


@dataclass(frozen=True, eq=False)
class Aspect:
    """A dossier is one of the values, or none of them; the marks are counted of some of these, and
    of the first before the later ones. Without values it is the number of days."""

    values: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    def pile(self, counts: Counts, size: int) -> Pile:
        """So many dossiers of a group by what they are."""
        days = sorted(name for name in counts if isinstance(name, int))
        values: Sequence[str | int] = self.values or days
        ends = [*accumulate(counts[name] for name in values)]
        marked = [counts[name] for name in self.marks]
        found: Pile = Counter()
        start = 0
        for end in sorted({min(cut, size) for cut in (size, *ends, *marked)}):
            value = next(
                (name for name, last in zip(values, ends, strict=True) if last > start), None
            )
            found[value, tuple(start < count for count in marked)] += end - start
            start = end
        return +found


class Kind(NamedTuple):
    """Dossiers of which the same is counted: how many there are, and their aspects."""

    counted: tuple[str, ...]
    aspects: tuple[Aspect, ...]

    def size(self, counts: Counts) -> int:
        """How many of a group are of the kind."""
        return sum(counts[name] for name in self.counted)


ORIGIN = Aspect(("received_count", "carried_over_count"), ("received_online_count",))
ENDED = Kind(
    ("ended_count",),
    (
        Aspect(),
        Aspect(
            ("overdue_count", "on_time_count", "early_count", "ended_no_deadline_count"),
            (
                "ended_strict_overdue_count",
                "ended_without_apology_count",
                "ended_due_unconfirmed_count",
            ),
        ),
        Aspect(
            ("legal_on_time_count", "ended_legal_overdue_count"),
            ("ended_legal_unconfirmed_count",),
        ),
        Aspect(
            ("shortened_on_time_count", "ended_shortened_overdue_count"),
            ("ended_shortened_unconfirmed_count",),
        ),
        Aspect(("rejected_count", "withdrawn_count", "stopped_count")),
        Aspect(("supplemented_count",)),
        ORIGIN,
    ),
)
OPENED = Kind(
    OPEN,
    (
        Aspect(
            ("open_overdue_count", "open_within_count", "open_no_deadline_count"),
            (
                "open_strict_overdue_count",
                "open_strict_unconfirmed_count",
                "open_due_unconfirmed_count",
                "open_without_apology_count",
            ),
        ),
        Aspect(("open_legal_overdue_count",), ("open_legal_unconfirmed_count",)),
        Aspect(("open_shortened_overdue_count",), ("open_shortened_unconfirmed_count",)),
        ORIGIN,
    ),
)
KINDS = (ENDED, OPENED)
"""Of every dossier in a quarter, as step 4 judges it and step 5 counts it."""


def piles(counts: Counts) -> Iterator[tuple[Aspect, Pile]]:
    """A group by every aspect."""
    yield ORIGIN, ORIGIN.pile(counts, sum(kind.size(counts) for kind in KINDS))
    for kind in KINDS:
        for aspect in kind.aspects:
            if aspect is not ORIGIN:
                yield aspect, aspect.pile(counts, kind.size(counts))
