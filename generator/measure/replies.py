"""How punctually units answer: what the Front recommends, and the criticism put to them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from generator.clock import Calendar, UnknownYear
from generator.datafolder.world import World
from generator.measure.obligations import judged
from generator.measure.publishing import Debt
from generator.model.datasets import name_of
from generator.model.figures import ReplyCount
from generator.model.obligations import Obligation, ObligationState
from generator.model.point_records import CriticismPoint
from generator.model.points import point_key
from generator.model.public import PublicCriticism
from generator.model.public_records import PublicRecords
from generator.model.records import Criticism, Recommendation
from generator.model.settings import City


@dataclass(frozen=True)
class Asked:
    """One thing put to a unit, and what became of it.

    `outcome` is None where there is none to be had. `days` are the working days that the answer
    took, None without a reply or when the calendar does not know its years.
    """

    dataset: str
    unit_id: str
    state: ObligationState
    outcome: str | None
    answered: bool
    days: int | None


def count_replies(
    world: World,
    city: City,
    public: PublicRecords,
    obligations: Iterable[Obligation],
    hearings: Iterable[Obligation],
) -> tuple[ReplyCount, ...]:
    """Counts of recommendations, of criticisms and of their points: of all units, then of each
    unit by its id."""
    calendar = Calendar(world.calendar)
    asked = [*_recommendations(public, city, calendar, obligations)]
    asked += _heard(world, calendar, hearings)
    groups: dict[tuple[str, str], list[Asked]] = {}
    for item in asked:
        for unit_id in ("", item.unit_id):
            groups.setdefault((item.dataset, unit_id), []).append(item)
    return tuple(_counted(*key, groups[key]) for key in sorted(groups))


def _recommendations(
    public: PublicRecords, city: City, calendar: Calendar, obligations: Iterable[Obligation]
) -> Iterator[Asked]:
    states = {
        item.key: item.state for item in obligations if item.dataset == name_of(Recommendation)
    }
    for item in public.recommendations:
        if item.record_id in states:
            replied_on = _by(item.replied_on, city.as_of)
            yield Asked(
                name_of(Recommendation),
                item.unit_id,
                states[item.record_id],
                item.outcome if replied_on else "pending",
                replied_on is not None,
                _days(calendar, item.sent_on, replied_on),
            )


def hearings_of(world: World, city: City, public: PublicRecords) -> tuple[Obligation, ...]:
    """The answer to each criticism not taken back, and to each point of it, from the day the unit
    was told (`policy.reply_days`)."""
    calendar = Calendar(world.calendar)
    return tuple(
        judged(debt, calendar, city.as_of)
        for record in public.criticisms
        if record.notified_on and not record.taken_back
        for debt in _owed(record, _due(calendar, record.notified_on, city.policy.reply_days))
    )


def _owed(record: PublicCriticism, due_on: date | None) -> Iterator[Debt]:
    key, unit_id = record.record_id, record.unit_id
    yield Debt(name_of(Criticism), key, unit_id, due_on, record.answered_on)
    for point in record.points:
        yield Debt(name_of(CriticismPoint), point_key(point), unit_id, due_on, point.replied_on)


def _heard(world: World, calendar: Calendar, hearings: Iterable[Obligation]) -> Iterator[Asked]:
    told = {record.record_id: record.notified_on for record in world.criticisms}
    for item in hearings:
        notified = told[item.key.partition("/")[0]]
        yield Asked(
            item.dataset,
            item.unit_id,
            item.state,
            None,
            item.done_on is not None,
            _days(calendar, notified, item.done_on) if notified else None,
        )


def _by(day: date | None, as_of: date) -> date | None:
    return day if day and day <= as_of else None


def _due(calendar: Calendar, told_on: date, days: int) -> date | None:
    try:
        return calendar.add_working_days(told_on, days)
    except UnknownYear:
        return None


def _days(calendar: Calendar, start: date, end: date | None) -> int | None:
    try:
        return None if end is None else calendar.working_days_between(start, end)
    except UnknownYear:
        return None


def _counted(dataset: str, unit_id: str, asked: list[Asked]) -> ReplyCount:
    states = Counter(item.state for item in asked)
    answered = sum(item.answered for item in asked)
    judged_count = states["done_on_time"] + states["done_late"] + states["overdue"]
    days = [item.days for item in asked if item.days is not None]
    outcomes = Counter(item.outcome for item in asked)
    has_outcome = dataset == name_of(Recommendation)
    return ReplyCount(
        dataset=dataset,
        unit_id=unit_id or None,
        asked_count=len(asked),
        answered_count=answered,
        on_time_count=states["done_on_time"],
        late_count=states["done_late"],
        overdue_count=states["overdue"],
        waiting_count=len(asked) - answered - states["overdue"],
        accepted_count=outcomes["accepted"] if has_outcome else None,
        partly_accepted_count=outcomes["partly_accepted"] if has_outcome else None,
        declined_count=outcomes["declined"] if has_outcome else None,
        on_time_share=states["done_on_time"] / judged_count if judged_count else None,
        median_days=median_low(days) if days else None,
    )
