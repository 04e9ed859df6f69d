"""Typed rows of every dataset but dossiers, which are only ever counted.

The fields are those of `data/datapackage.yaml`; a test holds the two together. An empty cell
is `None`. Dates are `date`; moments stay text, because a date and a date with a time are both
allowed there.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from generator.model.citations import Citation
from generator.model.columns import HIDDEN, OPEN, UNLISTED, Column
from generator.model.limit_units import LimitUnit
from generator.model.record import (
    Day,
    OptionalDate,
    OptionalInt,
    OptionalText,
    Record,
    blank_to_none,
)

SOURCE = Column(published=True, cites=True)
CLAUSE = Column(published=True, vocabulary="clauses")
DIRECTIVE = Column(published=True, vocabulary="directives")
FOR_AIR = Column(aired=True, words_for_air=True, identifies=True, retracted=True)
SubjectKind = Literal["unit", "person"]
Status = Literal["draft", "approved"]


class Unit(Record):
    """A division, ward or commune over a period."""

    unit_id: Annotated[str, OPEN]
    name: Annotated[str, Column(published=True, aired=True)]
    kind: Annotated[Literal["division", "ward", "commune", "public_service", "supervisor"], OPEN]
    gso_code: Annotated[OptionalText, OPEN] = None
    valid_from: Annotated[OptionalDate, OPEN] = None
    valid_to: Annotated[OptionalDate, Column(published=True, not_before="valid_from")] = None
    legal_basis: Annotated[OptionalText, SOURCE] = None
    confirmed: Annotated[bool, OPEN]
    source: Annotated[OptionalText, SOURCE] = None

    def stands_on(self, day: date) -> bool:
        """True when the unit exists on `day`."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class Succession(Record):
    """One piece of a merger, a split or a change of kind."""

    from_unit: Annotated[str, OPEN]
    to_unit: Annotated[str, OPEN]
    extent: Annotated[Literal["whole", "part"], OPEN]
    effective_on: Annotated[Day, OPEN]
    resolution_no: Annotated[OptionalText, OPEN] = None
    confirmed: Annotated[bool, OPEN]
    source: Annotated[OptionalText, SOURCE] = None


class Procedure(Record):
    """An administrative procedure."""

    procedure_id: Annotated[str, Column(published=True, coded_elsewhere=True)]
    name: Annotated[str, OPEN]
    short_name: Annotated[str, Column(published=True, aired=True)]
    field: Annotated[str, Column(published=True, aired=True)]
    level: Annotated[Literal["ward", "city", "ward_city", "police"], OPEN]
    sensitive: Annotated[bool, OPEN]
    legal_basis: Annotated[OptionalText, SOURCE] = None
    confirmed: Annotated[bool, OPEN]
    source: Annotated[OptionalText, SOURCE] = None


OptionalLimitUnit = Annotated[LimitUnit | None, BeforeValidator(blank_to_none)]


class ProcedureLimit(Record):
    """A procedure's time limit in a period, beside its baseline."""

    procedure_id: Annotated[str, OPEN]
    valid_from: Annotated[Day, OPEN]
    valid_to: Annotated[OptionalDate, Column(published=True, not_before="valid_from")] = None
    baseline_value: Annotated[OptionalInt, OPEN] = None
    baseline_unit: Annotated[OptionalLimitUnit, OPEN] = None
    limit_value: Annotated[OptionalInt, OPEN] = None
    limit_unit: Annotated[OptionalLimitUnit, OPEN] = None
    decision_no: Annotated[OptionalText, OPEN] = None
    confirmed: Annotated[bool, OPEN]
    source: Annotated[OptionalText, SOURCE] = None
    note: Annotated[OptionalText, OPEN] = None


class FocalUnit(Record):
    """The one unit that answers for a procedure in a period, from its receipt to its result."""

    procedure_id: Annotated[str, OPEN]
    valid_from: Annotated[Day, Column(published=True, needs_unit="unit_id")]
    valid_to: Annotated[OptionalDate, Column(published=True, not_before="valid_from")] = None
    unit_id: Annotated[str, OPEN]
    decision_no: Annotated[OptionalText, OPEN] = None

    def holds_on(self, day: date) -> bool:
        """True when the unit is the focal unit on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Commendation(Record):
    """A unit or person held up as an example."""

    record_id: Annotated[str, OPEN]
    subject_kind: Annotated[SubjectKind, OPEN]
    subject_name: Annotated[str, Column(published=True, aired=True, identifies=True)]
    position: Annotated[OptionalText, Column(published=True, aired=True, identifies=True)] = None
    unit_id: Annotated[str, OPEN]
    form: Annotated[
        Literal["merit_certificate", "public_praise", "letter_of_praise", "example"], OPEN
    ]
    reason: Annotated[str, Column(published=True, aired=True, retracted=True)]
    clause: Annotated[OptionalText, CLAUSE] = None
    directive: Annotated[OptionalText, DIRECTIVE] = None
    decision_no: Annotated[str, Column(published=True, aired=True)]
    decision_on: Annotated[Day, Column(published=True, happened=True, needs_unit="unit_id")]
    issued_by: Annotated[str, Column(published=True, aired=True)]
    evidence: Annotated[OptionalText, Column(published=True, retracted=True)] = None
    status: Annotated[Status, UNLISTED]
    approved_by: Annotated[OptionalText, OPEN] = None
    approved_on: Annotated[OptionalDate, Column(published=True, happened=True)] = None
    broadcast_text: Annotated[OptionalText, FOR_AIR] = None

    @property
    def citation(self) -> Citation:
        """It cites what was ordered on the day of its decision."""
        return Citation(self.directive, self.clause, self.decision_on)


CRITICISM = "criticism"
"""The measure that is no disciplinary form."""


class Criticism(Record):
    """A unit or person criticised by name. Criticism is not a disciplinary form."""

    record_id: Annotated[str, OPEN]
    subject_kind: Annotated[SubjectKind, OPEN]
    subject_name: Annotated[str, Column(published=True, aired=True, identifies=True)]
    position: Annotated[OptionalText, Column(published=True, aired=True, identifies=True)] = None
    person_kind: Annotated[OptionalText, OPEN] = None
    unit_id: Annotated[str, OPEN]
    violation: Annotated[str, Column(published=True, aired=True, retracted=True)]
    clause: Annotated[OptionalText, CLAUSE] = None
    directive: Annotated[OptionalText, DIRECTIVE] = None
    found_by: Annotated[str, Column(published=True, aired=True)]
    found_on: Annotated[Day, Column(published=True, happened=True, needs_unit="unit_id")]
    measure: Annotated[str, Column(published=True, vocabulary="measures")]
    decision_no: Annotated[OptionalText, Column(published=True, aired=True)] = None
    decision_on: Annotated[OptionalDate, Column(published=True, happened=True)] = None
    issued_by: Annotated[OptionalText, Column(published=True, aired=True)] = None
    evidence: Annotated[OptionalText, Column(published=True, retracted=True)] = None
    responsible_head: Annotated[OptionalText, Column(published=True, aired=True)] = None
    notified_on: Annotated[
        OptionalDate,
        Column(
            published=True,
            filled_later=True,
            happened=True,
            not_before="found_on",
            counted_from=True,
        ),
    ] = None
    reply: Annotated[
        OptionalText,
        Column(published=True, aired=True, retracted=True, filled_later=True, beside="violation"),
    ] = None
    replied_on: Annotated[
        OptionalDate,
        Column(
            published=True,
            filled_later=True,
            happened=True,
            not_before="notified_on",
            beside="violation",
        ),
    ] = None
    remedy: Annotated[OptionalText, Column(published=True, retracted=True, filled_later=True)] = (
        None
    )
    remedy_due_on: Annotated[
        OptionalDate,
        Column(published=True, filled_later=True, not_before="found_on", counted_from=True),
    ] = None
    remedied_on: Annotated[
        OptionalDate,
        Column(published=True, filled_later=True, happened=True, not_before="found_on"),
    ] = None
    effect_until: Annotated[OptionalDate, Column(published=True, not_before="approved_on")] = None
    naming_bar: Annotated[
        Annotated[Literal["deceased", "minor", "health"] | None, BeforeValidator(blank_to_none)],
        HIDDEN,
    ] = None
    not_named_from: Annotated[OptionalDate, UNLISTED] = None
    status: Annotated[Status, UNLISTED]
    approved_by: Annotated[OptionalText, OPEN] = None
    approved_on: Annotated[OptionalDate, Column(published=True, happened=True)] = None
    broadcast_text: Annotated[OptionalText, FOR_AIR] = None

    @property
    def citation(self) -> Citation:
        """It cites what was ordered when it was decided, or when the fault was found."""
        day = self.decision_on or self.approved_on or self.found_on
        return Citation(self.directive, self.clause, day, min(self.found_on, day))


class Correction(Record):
    """A public correction, withdrawal, revocation or expiry, with its reason."""

    record_id: Annotated[str, OPEN]
    kind: Annotated[Literal["corrected", "withdrawn", "revoked", "expired"], OPEN]
    reason: Annotated[str, Column(published=True, aired=True)]
    text: Annotated[str, Column(published=True, aired=True)]
    published_on: Annotated[Day, OPEN]
    said: Annotated[OptionalText, Column(published=True, aired=True, retracted=True)] = None
    in_general: Annotated[OptionalText, Column(published=True, aired=True)] = None
    cleared_name: Annotated[OptionalText, Column(aired=True)] = None


class Contest(Record):
    """A complaint, review or suit against a record, or a request to end its naming early."""

    record_id: Annotated[str, OPEN]
    kind: Annotated[
        Literal["complaint", "second_complaint", "review", "lawsuit", "early_end"], OPEN
    ]
    opened_on: Annotated[Day, Column(published=True, happened=True)]
    body: Annotated[str, Column(published=True, aired=True)]
    suspended_on: Annotated[
        OptionalDate,
        Column(published=True, filled_later=True, happened=True, not_before="opened_on"),
    ] = None
    outcome: Annotated[
        Literal["pending", "upheld", "changed", "annulled", "granted", "refused", "dropped"],
        Column(published=True, filled_later=True, while_open="pending"),
    ]
    ended_on: Annotated[
        OptionalDate,
        Column(published=True, filled_later=True, happened=True, not_before="opened_on"),
    ] = None
    decision_no: Annotated[OptionalText, Column(published=True, filled_later=True)] = None
    conclusion: Annotated[OptionalText, Column(published=True, aired=True, filled_later=True)] = (
        None
    )


class Recommendation(Record):
    """What the Front or another body asked for."""

    recommendation_id: Annotated[str, OPEN]
    body: Annotated[str, OPEN]
    unit_id: Annotated[str, OPEN]
    about: Annotated[str, OPEN]
    text: Annotated[str, OPEN]
    sent_on: Annotated[
        Day, Column(published=True, happened=True, needs_unit="unit_id", counted_from=True)
    ]
    due_on: Annotated[
        OptionalDate,
        Column(published=True, filled_later=True, not_before="sent_on", counted_from=True),
    ] = None
    reply: Annotated[OptionalText, Column(published=True, filled_later=True)] = None
    replied_on: Annotated[
        OptionalDate, Column(published=True, filled_later=True, happened=True, not_before="sent_on")
    ] = None
    outcome: Annotated[
        Literal["accepted", "partly_accepted", "declined", "pending"],
        Column(published=True, filled_later=True, while_open="pending"),
    ]
    closed_by: Annotated[OptionalText, Column(published=True, filled_later=True)] = None

    @property
    def record_id(self) -> str:
        """Its id among all that is published, as corrections and the ledger call it."""
        return self.recommendation_id


class CalendarDay(Record):
    """A day off, or a Saturday worked instead."""

    date: Annotated[Day, OPEN]
    status: Annotated[Literal["off", "work"], UNLISTED]  # `kind` says it too
    kind: Annotated[Literal["holiday", "substitute", "day_off_swapped", "makeup_workday"], OPEN]
    name: Annotated[str, OPEN]
    source: Annotated[str, SOURCE]
    confidence: Annotated[Literal["official", "projected"], OPEN]
