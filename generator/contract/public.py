"""The public form of a record: what becomes of a name when its time is over.

A record is public from its approval. A person's name stays while the record is in force: until
`effect_until`, or `policy.naming_months` after approval, or until it is withdrawn or revoked.
After that the name leaves every field it was written in.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

from generator.contract.records import Commendation, Correction, Criticism, Record
from generator.contract.settings import Policy

Standing = Literal["in_force", "expired", "withdrawn", "revoked"]
REMOVED = "(đã thôi nêu tên)"


class PublicForm(Record):
    """What the public form adds to a record."""

    standing: Standing
    """in_force, expired, withdrawn or revoked on the day of the edition."""
    named_until: date | None
    """Last day the name is shown; None when no end is set."""
    corrections: tuple[Correction, ...]
    """Corrections of this record, oldest first."""

    @property
    def named(self) -> bool:
        """True while the name may be shown."""
        return self.standing == "in_force"

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


def add_months(day: date, months: int) -> date:
    """The same day number `months` later, or that month's last day (Civil Code 2015, art. 148)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def published_corrections(
    corrections: Iterable[Correction], record_id: str, as_of: date
) -> tuple[Correction, ...]:
    """The corrections of one record that are public on `as_of`, oldest first."""
    mine = [c for c in corrections if c.record_id == record_id and c.published_on <= as_of]
    return tuple(sorted(mine, key=lambda c: (c.published_on, c.kind)))


def _standing(ends: Sequence[Correction], until: date | None, as_of: date) -> Standing:
    kinds = {correction.kind for correction in ends}
    if "withdrawn" in kinds:
        return "withdrawn"
    if "revoked" in kinds:
        return "revoked"
    over = "expired" in kinds or (until is not None and as_of > until)
    return "expired" if over else "in_force"


def _without_name(value: object, name: str) -> object:
    """The value, and every text inside it, without the name."""
    if isinstance(value, str):
        return value.replace(name, REMOVED)
    if isinstance(value, dict):
        return {key: _without_name(part, name) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_without_name(part, name) for part in value]
    return value


RETRACTED = ("violation", "reason", "evidence", "reply", "broadcast_text")
"""Fields that a withdrawn or revoked record no longer says."""


def _public_fields(
    record: Commendation | Criticism,
    corrections: Iterable[Correction],
    until: date | None,
    as_of: date,
) -> dict[str, object]:
    mine = published_corrections(corrections, record.record_id, as_of)
    standing = _standing(mine, until, as_of)
    fields: dict[str, object] = record.model_dump() | {
        "corrections": [correction.model_dump() for correction in mine]
    }
    if standing in ("withdrawn", "revoked"):
        fields |= {name: "" for name in RETRACTED if name in fields}
    if standing != "in_force" and record.subject_kind == "person":
        fields = {key: _without_name(value, record.subject_name) for key, value in fields.items()}
        fields |= {"subject_name": "", "position": None, "broadcast_text": None}
    return fields | {"standing": standing, "named_until": until}


def without_name(record: PublicCriticism) -> PublicCriticism:
    """The record as it is shown once its naming period is over."""
    if record.standing != "in_force":
        return record
    fields: dict[str, object] = record.model_dump() | {"standing": "expired"}
    if record.subject_kind == "person":
        fields = {key: _without_name(value, record.subject_name) for key, value in fields.items()}
        fields |= {"subject_name": "", "position": None, "broadcast_text": None}
    return PublicCriticism.model_validate(fields)


def _approved_by(record: Commendation | Criticism, as_of: date) -> bool:
    return record.status == "approved" and (record.approved_on or date.max) <= as_of


def public_commendations(
    records: Iterable[Commendation], corrections: Sequence[Correction], as_of: date
) -> tuple[PublicCommendation, ...]:
    """Approved commendations as they may be shown on `as_of`, newest first."""
    public = [
        PublicCommendation.model_validate(_public_fields(record, corrections, None, as_of))
        for record in records
        if _approved_by(record, as_of)
    ]
    return tuple(sorted(public, key=lambda r: (r.approved_on or date.min, r.record_id))[::-1])


def public_criticisms(
    records: Iterable[Criticism],
    corrections: Sequence[Correction],
    policy: Policy,
    as_of: date,
) -> tuple[PublicCriticism, ...]:
    """Approved criticisms as they may be shown on `as_of`, newest first."""
    public = []
    for record in records:
        if not _approved_by(record, as_of):
            continue
        until = record.effect_until or add_months(
            record.approved_on or record.found_on, policy.naming_months
        )
        public.append(
            PublicCriticism.model_validate(_public_fields(record, corrections, until, as_of))
        )
    return tuple(sorted(public, key=lambda r: (r.approved_on or date.min, r.record_id))[::-1])
