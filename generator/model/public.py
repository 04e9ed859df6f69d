"""The public form of a record: what becomes of a name when its time is over.

A record is public from its approval. A person's name stays while the record is in force: until
`effect_until`, or as many months after approval as the policy sets for its measure, or until it
is withdrawn or revoked. After that the name leaves every field it was written in. While a body
that hears a complaint has suspended the naming, the name is gone likewise, and it comes back only
when the body says so.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, TypeVar

from generator.model.anonymise import REMOVED, name_remover
from generator.model.columns import names_of
from generator.model.contests import open_contest, suspended_since
from generator.model.datasets import Collections
from generator.model.point_records import CriticismPoint
from generator.model.points import answered_on
from generator.model.policy_settings import Policy
from generator.model.record import Record
from generator.model.records import Commendation, Contest, Correction, Criticism
from generator.model.told import Told, corrections_by_record, told_by_record

Standing = Literal["in_force", "suspended", "expired", "withdrawn", "revoked"]


class PublicForm(Record):
    """What the public form adds to a record."""

    standing: Standing
    """in_force, suspended, expired, withdrawn or revoked on the day of the edition."""
    named_until: date | None
    """Last day the name is shown; None when no end is set."""
    corrections: tuple[Correction, ...]
    """Corrections of this record, oldest first."""
    contests: tuple[Contest, ...] = ()
    """Contests of this record as far as they are known, oldest first."""
    points: tuple[CriticismPoint, ...] = ()
    """The points of a criticism that has several, in their order."""

    @property
    def withdrawal(self) -> Correction | None:
        """The correction by which it was withdrawn; None when it was not."""
        taken = [item for item in self.corrections if item.kind == "withdrawn"]
        return taken[-1] if taken else None

    @property
    def contested(self) -> Contest | None:
        """The contest against the record that is still open; None of one taken back."""
        return None if self.taken_back else open_contest(self.contests)

    @property
    def suspended_on(self) -> date | None:
        """The first day of the suspension of its naming; None when none holds."""
        return suspended_since(self.contests) if self.standing == "suspended" else None

    @property
    def named(self) -> bool:
        """True while the name may be shown."""
        return self.standing == "in_force"

    @property
    def taken_back(self) -> bool:
        """True of what was withdrawn or revoked: nothing is owed for it, and no count holds it."""
        return self.standing in ("withdrawn", "revoked")

    @property
    def ended_on(self) -> date | None:
        """First day on which the record was in force no more; None while no end is known."""
        kinds = ("withdrawn", "revoked", "expired")
        days = [c.published_on for c in self.corrections if c.kind in kinds]
        if self.named_until:
            days.append(self.named_until + timedelta(days=1))
        return min(days, default=None)


class PublicCommendation(Commendation, PublicForm):
    """A commendation as it may be shown; out of force a person's name and position are empty."""


class PublicCriticism(Criticism, PublicForm):
    """A criticism as it may be shown; out of force a person's name and position are empty."""

    @property
    def answered_on(self) -> date | None:
        """The day on which it had been answered: of several points the day of the last answer."""
        return answered_on(self, self.points)

    @property
    def answered_points(self) -> int:
        """How many of its points have been answered."""
        return sum(1 for point in self.points if point.replied_on)


def add_months(day: date, months: int) -> date:
    """The same day number `months` later, or that month's last day (Civil Code 2015, art. 148)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _standing(
    ends: Sequence[Correction], contests: Sequence[Contest], until: date | None, as_of: date
) -> Standing:
    kinds = {correction.kind for correction in ends}
    if "withdrawn" in kinds:
        return "withdrawn"
    if "revoked" in kinds:
        return "revoked"
    over = "expired" in kinds or (until is not None and as_of > until)
    if over:
        return "expired"
    return "suspended" if suspended_since(contests) else "in_force"


def _without_name(value: object, without: Callable[[str], str]) -> object:
    """The value, and every text inside it, without a name."""
    if isinstance(value, str):
        return without(value)
    if isinstance(value, dict):
        return {key: _without_name(part, without) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_without_name(part, without) for part in value]
    return value


def _unrepeated(corrections: Iterable[Correction]) -> list[dict[str, object]]:
    """The corrections without what had been said wrongly: out of force it is repeated no more."""
    return [correction.model_dump() | {"said": None} for correction in corrections]


Public = TypeVar("Public", PublicCommendation, PublicCriticism)


def _public(
    kind: type[Public],
    record: Commendation | Criticism,
    told: Told,
    until: date | None,
    as_of: date,
    months: int = 0,
) -> Public:
    """The public form; `told` is what is told of this record. One in force stays as it is.

    Whoever asked to be cleared by name is so for as many `months` as he would have been named.
    """
    standing = _standing(told.corrections, told.contests, until, as_of)
    if standing == "in_force":
        return kind.model_construct(
            **vars(record),
            corrections=told.corrections,
            contests=told.contests,
            points=told.points,
            standing=standing,
            named_until=until,
        )
    is_taken = standing in ("withdrawn", "revoked")
    said = fields_of(
        record,
        corrections=_unrepeated(told.corrections),
        contests=[contest.model_dump() for contest in told.contests],
        points=[point.model_dump() | _emptied(point, is_taken) for point in told.points],
        standing=standing,
        named_until=until,
    )
    shown = kind.model_validate(_unnamed(record, said | _emptied(record, is_taken)))
    cleared = _cleared(shown, told.corrections, as_of, months)
    return shown.model_copy(update=_changed(corrections=cleared))


def _emptied(record: Record, is_taken: bool) -> dict[str, object]:
    """What was said in a record that was taken back, empty."""
    columns = names_of(type(record), lambda column: column.retracted) if is_taken else ()
    return dict.fromkeys(columns, "")


def _changed(**fields: object) -> dict[str, object]:
    """The fields by name."""
    return fields


def _cleared(
    shown: PublicForm, mine: tuple[Correction, ...], as_of: date, months: int
) -> tuple[Correction, ...]:
    """The corrections, with the name of whoever asked to be cleared by name."""
    return tuple(
        told.model_copy(
            update={
                "cleared_name": raw.cleared_name
                if raw.kind == "withdrawn" and as_of <= add_months(raw.published_on, months)
                else None
            }
        )
        for told, raw in zip(shown.corrections, mine, strict=True)
    )


def fields_of(record: Record, **added: object) -> dict[str, object]:
    """The fields of a record, and what its public form adds or changes."""
    return record.model_dump() | added


def is_of_person(record: Record) -> bool:
    """True of a record that is about a person."""
    return isinstance(record, Commendation | Criticism) and record.subject_kind == "person"


def person_of(record: Record) -> str:
    """The person a record is about; empty when it is about none, or a copy names nobody any more.

    A copy of the data for the public has a mark where the name stood.
    """
    name = str(getattr(record, "subject_name", "")) if is_of_person(record) else ""
    return "" if name == REMOVED else name


def _unnamed(record: Commendation | Criticism, said: Mapping[str, object]) -> dict[str, object]:
    """What is said of a record, without the name of a person wherever it stands."""
    if not is_of_person(record):
        return dict(said)
    without = name_remover(person_of(record))
    unnamed = {key: _without_name(value, without) for key, value in said.items()}
    identifying = names_of(type(record), lambda column: column.identifies)
    return unnamed | dict.fromkeys(identifying, "")


def without_name(record: PublicCriticism) -> PublicCriticism:
    """The record as it is shown once its naming period is over."""
    if record.standing not in ("in_force", "suspended"):
        return record
    said = fields_of(record, standing="expired", corrections=_unrepeated(record.corrections))
    return PublicCriticism.model_validate(_unnamed(record, said))


def _approved_by(record: Commendation | Criticism, as_of: date) -> bool:
    return record.status == "approved" and (record.approved_on or date.max) <= as_of


def public_commendations(
    records: Iterable[Commendation], corrections: Sequence[Correction], as_of: date
) -> tuple[PublicCommendation, ...]:
    """Approved commendations as they may be shown on `as_of`, newest first."""
    corrected = corrections_by_record(corrections, as_of)
    public = [
        _public(PublicCommendation, record, Told(corrected.get(record.record_id, ())), None, as_of)
        for record in records
        if _approved_by(record, as_of)
    ]
    return tuple(sorted(public, key=_newest)[::-1])


def public_criticisms(
    held: Collections, policy: Policy, as_of: date
) -> tuple[PublicCriticism, ...]:
    """Approved criticisms of all that is held as they may be shown on `as_of`, newest first."""
    told = told_by_record(held, as_of)
    public = [
        _public(
            PublicCriticism,
            record,
            told.get(record.record_id, Told()),
            _named_until(record, policy),
            as_of,
            policy.months_named(record.measure, record.subject_kind),
        )
        for record in held.criticisms
        if _approved_by(record, as_of)
    ]
    return tuple(sorted(public, key=_newest)[::-1])


def _named_until(record: Criticism, policy: Policy) -> date:
    """The last day of naming: that of the record or of its measure, or before what forbids it."""
    months = policy.months_named(record.measure, record.subject_kind)
    until = record.effect_until or add_months(record.approved_on or record.found_on, months)
    barred = record.not_named_from
    return min(until, barred - timedelta(days=1)) if barred else until


def _newest(record: PublicCommendation | PublicCriticism) -> tuple[date, str]:
    return record.approved_on or date.min, record.record_id
