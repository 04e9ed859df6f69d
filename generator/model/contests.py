"""Contests of a record: what is known of them on a day, and whether its naming is suspended."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.model.records import Contest

OPEN_OUTCOME = "pending"
"""The outcome of a contest that has not ended."""
AGAINST = ("complaint", "second_complaint", "review", "lawsuit")
"""The kinds that say that the record is wrong; an early end asks for mercy only."""
EARLY_END = "early_end"
"""The kind that asks for the naming to end early."""
_ANY = (OPEN_OUTCOME, "dropped")
OUTCOMES_OF: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(AGAINST, (*_ANY, "upheld", "changed", "annulled")),
    EARLY_END: (*_ANY, "granted", "refused"),
}
"""The outcomes that a contest of each kind may have."""
HEARD = ("changed", "annulled", "granted")
"""The outcomes by which whoever contested was heard."""


def known_on(contest: Contest, day: date) -> Contest:
    """Return the contest as it was known on a day: without what came later."""
    later: dict[str, str | None] = {}
    if contest.suspended_on and contest.suspended_on > day:
        later |= {"suspended_on": None}
    if contest.ended_on and contest.ended_on > day:
        later |= {
            "outcome": OPEN_OUTCOME,
            "ended_on": None,
            "decision_no": None,
            "conclusion": None,
        }
    return contest.model_copy(update=later) if later else contest


def contests_by_record(contests: Iterable[Contest], as_of: date) -> dict[str, tuple[Contest, ...]]:
    """Return the contests that were open by a day, by the record they are of, oldest first."""
    found: dict[str, tuple[Contest, ...]] = {}
    for item in sorted(contests, key=lambda c: (c.opened_on, c.kind)):
        if item.opened_on <= as_of:
            found[item.record_id] = (*found.get(item.record_id, ()), known_on(item, as_of))
    return found


def open_contest(contests: Sequence[Contest]) -> Contest | None:
    """Return the newest contest against a record that has not ended."""
    still = [c for c in contests if c.ended_on is None and c.kind in AGAINST]
    return still[-1] if still else None


def suspended_since(contests: Sequence[Contest]) -> date | None:
    """Return the first day of the suspension that still holds; a body's own end lifts it."""
    days = [c.suspended_on for c in contests if c.suspended_on and c.ended_on is None]
    return min(days, default=None)
