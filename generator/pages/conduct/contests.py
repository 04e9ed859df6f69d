"""Contests of criticisms in words, and how many there were."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.edition.edition import Edition
from generator.model.contests import EARLY_END, HEARD, OPEN_OUTCOME
from generator.model.public import PublicCriticism
from generator.model.records import Contest


@dataclass(frozen=True)
class ContestRow:
    """One contest with its kind and outcome in words."""

    contest: Contest
    kind: str
    outcome: str


@dataclass(frozen=True)
class ContestCounts:
    """How many contested or asked for an early end, and how many of either were heard."""

    contested: int
    contested_open: int
    contested_granted: int
    early: int
    early_open: int
    early_granted: int


def days_of(contest: Contest) -> list[date]:
    """Return the days on which something became of a contest."""
    days = (contest.opened_on, contest.suspended_on, contest.ended_on)
    return [day for day in days if day]


def contest_rows(edition: Edition, record: PublicCriticism) -> Sequence[ContestRow]:
    """Return the contests of a record, the newest first."""
    return [contest_row(edition, contest) for contest in reversed(record.contests)]


def contest_counts(contests: Iterable[Contest]) -> ContestCounts:
    """Count the contests by what they ask for and what became of them."""
    every = list(contests)
    early = [item for item in every if item.kind == EARLY_END]
    other = [item for item in every if item.kind != EARLY_END]
    return ContestCounts(
        len(other), *_open_and_granted(other), len(early), *_open_and_granted(early)
    )


def _open_and_granted(contests: Sequence[Contest]) -> tuple[int, int]:
    is_open = [item.outcome == OPEN_OUTCOME for item in contests]
    return sum(is_open), sum(item.outcome in HEARD for item in contests)


def contest_row(edition: Edition, contest: Contest) -> ContestRow:
    """Return a contest with its words."""
    label = edition.contract.label
    kind, outcome = label(Contest, "kind", contest.kind), label(Contest, "outcome", contest.outcome)
    return ContestRow(contest, kind, outcome)
