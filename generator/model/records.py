"""Typed rows of every dataset but dossiers, which are only ever counted.

The fields are those of `data/datapackage.yaml`; a test holds the two together. An empty cell
is `None`. Dates are `date`; moments stay text, because a date and a date with a time are both
allowed there.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

SubjectKind = Literal["unit", "person"]
Status = Literal["draft", "approved"]


def _blank_to_none(value: object) -> object:
    return None if value == "" else value


OptionalText = Annotated[str | None, BeforeValidator(_blank_to_none)]
OptionalDate = Annotated[date | None, BeforeValidator(_blank_to_none)]
OptionalInt = Annotated[int | None, BeforeValidator(_blank_to_none)]


def _parts(cell: str | None) -> tuple[str, ...]:
    """The parts of a cell that holds several, between semicolons."""
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())


class Record(BaseModel):
    """Base of every row: frozen; columns a city adds of its own are left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")


R = TypeVar("R", bound=Record)
_OF_PYDANTIC = {
    "__pydantic_fields_set__": set[str](),  # one for all: nothing asks which fields were given
    "__pydantic_extra__": None,
    "__pydantic_private__": None,
}


def lean(kind: type[R], fields: Mapping[str, object]) -> R:
    """A record of fields that are right already, in a quarter of the room.

    Given one after the other, fields lie in a row whose names all records of the kind share; a
    validated record has a dictionary of its own, half a kilobyte. A large city has tens of
    thousands of records.
    """
    record = kind.__new__(kind)
    for name, value in fields.items():
        object.__setattr__(record, name, value)
    for name, value in _OF_PYDANTIC.items():
        object.__setattr__(record, name, value)
    return record


class Unit(Record):
    """A division, ward or commune over a period."""

    unit_id: str
    name: str
    kind: Literal["division", "ward", "commune", "public_service", "supervisor"]
    gso_code: OptionalText = None
    valid_from: OptionalDate = None
    valid_to: OptionalDate = None
    legal_basis: OptionalText = None
    confirmed: bool
    source: OptionalText = None

    def stands_on(self, day: date) -> bool:
        """True when the unit exists on `day`."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class Succession(Record):
    """One piece of a merger, a split or a change of kind."""

    from_unit: str
    to_unit: str
    extent: Literal["whole", "part"]
    effective_on: date
    resolution_no: OptionalText = None
    confirmed: bool
    source: OptionalText = None


class Procedure(Record):
    """An administrative procedure."""

    procedure_id: str
    name: str
    short_name: str
    field: str
    level: Literal["ward", "city", "ward_city", "police"]
    sensitive: bool
    legal_basis: OptionalText = None
    confirmed: bool
    source: OptionalText = None


LimitUnit = Literal["hour", "working_day", "day", "month", "same_day"]
OptionalLimitUnit = Annotated[LimitUnit | None, BeforeValidator(_blank_to_none)]


class ProcedureLimit(Record):
    """A procedure's time limit in a period, beside its baseline."""

    procedure_id: str
    valid_from: date
    valid_to: OptionalDate = None
    baseline_value: OptionalInt = None
    baseline_unit: OptionalLimitUnit = None
    limit_value: OptionalInt = None
    limit_unit: OptionalLimitUnit = None
    decision_no: OptionalText = None
    confirmed: bool
    source: OptionalText = None
    note: OptionalText = None


class Commendation(Record):
    """A unit or person held up as an example."""

    record_id: str
    subject_kind: SubjectKind
    subject_name: str
    position: OptionalText = None
    unit_id: str
    form: Literal["merit_certificate", "public_praise", "letter_of_praise", "example"]
    reason: str
    clause: str
    decision_no: str
    decision_on: date
    issued_by: str
    evidence: OptionalText = None
    status: Status
    approved_by: OptionalText = None
    approved_on: OptionalDate = None
    broadcast_text: OptionalText = None


class Criticism(Record):
    """A unit or person criticised by name. Criticism is not a disciplinary form."""

    record_id: str
    subject_kind: SubjectKind
    subject_name: str
    position: OptionalText = None
    person_kind: OptionalText = None
    unit_id: str
    violation: str
    clause: str
    found_by: str
    found_on: date
    measure: str
    decision_no: OptionalText = None
    decision_on: OptionalDate = None
    issued_by: OptionalText = None
    evidence: OptionalText = None
    responsible_head: OptionalText = None
    notified_on: OptionalDate = None
    reply: OptionalText = None
    replied_on: OptionalDate = None
    remedy: OptionalText = None
    remedy_due_on: OptionalDate = None
    remedied_on: OptionalDate = None
    effect_until: OptionalDate = None
    status: Status
    approved_by: OptionalText = None
    approved_on: OptionalDate = None
    broadcast_text: OptionalText = None


class Correction(Record):
    """A public correction, withdrawal, revocation or expiry, with its reason."""

    record_id: str
    kind: Literal["corrected", "withdrawn", "revoked", "expired"]
    reason: str
    text: str
    published_on: date
    said: OptionalText = None


class Assignment(Record):
    """A task the directive sets; the five clarities are who, task, responsible, process, result."""

    assignment_id: str
    clause: str
    who: str
    task: str
    responsible: str
    process: str
    result: str
    lead_unit: str
    support_units: OptionalText = None
    due_on: OptionalDate = None
    done_on: OptionalDate = None
    evidence: OptionalText = None

    @property
    def support_unit_ids(self) -> tuple[str, ...]:
        """Ids of the supporting units, in the order given."""
        return _parts(self.support_units)


class QuarterlyReport(Record):
    """A unit's report for a quarter (point 4.1); a missing report is a missing row."""

    unit_id: str
    quarter: str
    submitted_on: date
    document_no: str


class Inspection(Record):
    """A planned or held visit of one of the inspection teams (point 4.2)."""

    inspection_id: str
    team: int
    unit_id: str
    purpose: str
    planned_on: date
    held_on: OptionalDate = None
    conclusion_no: OptionalText = None
    conclusion_on: OptionalDate = None
    conclusion: OptionalText = None


class Recommendation(Record):
    """What the Front or another body asked for (point 4.4)."""

    recommendation_id: str
    body: str
    unit_id: str
    about: str
    text: str
    sent_on: date
    due_on: OptionalDate = None
    reply: OptionalText = None
    replied_on: OptionalDate = None
    outcome: Literal["accepted", "partly_accepted", "declined", "pending"]
    closed_by: OptionalText = None

    @property
    def record_id(self) -> str:
        """Its id among all that is published, as corrections and the ledger call it."""
        return self.recommendation_id


class Broadcast(Record):
    """What the station says it aired."""

    bulletin_id: str
    aired_at: str
    record_ids: OptionalText = None
    dropped: OptionalText = None
    seconds: OptionalInt = None
    commit: OptionalText = None
    text_sha256: OptionalText = None

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of the records that were read out."""
        return _parts(self.record_ids)

    @property
    def dropped_keys(self) -> tuple[str, ...]:
        """Keys of the script's pieces of news that were not read out."""
        return _parts(self.dropped)

    @property
    def aired_on(self) -> date | None:
        """The day it was aired; None when the text names no day of any calendar."""
        try:
            return date.fromisoformat(self.aired_at[:10])
        except ValueError:
            return None


class CalendarDay(Record):
    """A day off, or a Saturday worked instead."""

    date: date
    status: Literal["off", "work"]
    kind: Literal["holiday", "substitute", "day_off_swapped", "makeup_workday"]
    name: str
    source: str
    confidence: Literal["official", "projected"]


RECORD_TYPES: dict[str, type[Record]] = {
    "units": Unit,
    "unit_succession": Succession,
    "procedures": Procedure,
    "procedure_limits": ProcedureLimit,
    "commendations": Commendation,
    "criticisms": Criticism,
    "corrections": Correction,
    "assignments": Assignment,
    "quarterly_reports": QuarterlyReport,
    "inspections": Inspection,
    "recommendations": Recommendation,
    "broadcasts": Broadcast,
    "calendar": CalendarDay,
}
"""The typed row of each dataset, by the dataset's name."""
