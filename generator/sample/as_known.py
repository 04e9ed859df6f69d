"""The sample as it was known at the end of each quarter, for a ledger of editions closed then."""

from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import count

from generator.datafolder.world import World
from generator.model.records import Correction, Criticism, Recommendation
from generator.model.text import quarter_end, quarter_of
from generator.tlog.keys import SecretKey


def sample_quarters(world: World, as_of: date) -> Iterator[tuple[str, date]]:
    """(quarter, its last day) of every quarter in which something was approved, up to `as_of`."""
    days = [r.approved_on for r in world.commendations if r.approved_on]
    days += [r.approved_on for r in world.criticisms if r.approved_on]
    for quarter in sorted({quarter_of(day) for day in days}):
        if quarter_end(quarter) <= as_of:
            yield quarter, quarter_end(quarter)


def seeded_salts(seed: int) -> Callable[[], str]:
    """What gives salts one after another, the same ones for the same seed.

    They are no secret: the records are invented.
    """
    numbers = count()
    return lambda: sha256(f"congkhai {seed} {next(numbers)}".encode()).hexdigest()[:32]


def sample_key(name: str, kind: int) -> SecretKey:
    """A key by its name, which everybody may know: it signs invented records of any seed."""
    return SecretKey(name, kind, sha256(f"congkhai 643 {name}".encode()).digest())


def as_known(world: World, day: date) -> World:
    """The world as it was on a day: without the replies, remedies and corrections of later days."""
    criticisms = tuple(_as_known(item, world.corrections, day) for item in world.criticisms)
    public = {r.record_id for r in world.conduct if r.approved_on and r.approved_on <= day}
    asked = tuple(_unanswered(item, public, day) for item in world.recommendations)
    return replace(world, criticisms=criticisms, recommendations=asked)


def _unanswered(asked: Recommendation, public: Set[str], day: date) -> Recommendation:
    later: dict[str, str | None] = {}
    if asked.replied_on and asked.replied_on > day:
        later |= {"reply": None, "replied_on": None, "outcome": "pending"}
    if asked.closed_by not in public:
        later |= {"closed_by": None}
    return asked.model_copy(update=later)


def _as_known(record: Criticism, corrections: tuple[Correction, ...], day: date) -> Criticism:
    later: dict[str, str | None] = {}
    if record.replied_on and record.replied_on > day:
        later |= {"reply": None, "replied_on": None}
    if record.remedied_on and record.remedied_on > day:
        later |= {"remedied_on": None}
    said = [
        correction.said
        for correction in corrections
        if correction.record_id == record.record_id
        and correction.published_on > day
        and correction.said
    ]
    if said:
        later |= {"violation": said[0]}
    return record.model_copy(update=later)
