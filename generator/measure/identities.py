"""What holds among the counts of any group of dossiers: whoever knows some of them knows more."""

from collections.abc import Collection
from typing import NamedTuple

from generator.measure.two_way import Counts

DAYS = "days"
"""All numbers of days until the end together: a dossier that ended has one of them."""
OPEN = ("open_within_count", "open_overdue_count", "open_no_deadline_count")


class Identity(NamedTuple):
    """These counts together are as many as those, or at most as many."""

    these: tuple[str, ...]
    those: tuple[str, ...]
    is_equal: bool = False

    def holds(self, counts: Counts) -> bool:
        """True of a group that keeps it."""
        these, those = (self.total(counts, names) for names in (self.these, self.those))
        return these == those or (these < those and not self.is_equal)

    def total(self, counts: Counts, names: Collection[str]) -> int:
        """The sum of some counts of a group."""
        return sum(counts[name] for name in spelled(names, counts))


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
