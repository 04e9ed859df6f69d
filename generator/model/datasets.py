"""The datasets of a city, one descriptor each: what is not said of one is the safe choice."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, get_args, get_type_hints

from generator.model.columns import Column, columns_of
from generator.model.duty_names import DutyName
from generator.model.duty_records import (
    Assignment,
    Broadcast,
    Inspection,
    QuarterlyReport,
    ReportEntry,
    ScriptApproval,
)
from generator.model.point_records import CriticismPoint
from generator.model.record import Record
from generator.model.records import (
    CalendarDay,
    Commendation,
    Contest,
    Correction,
    Criticism,
    FocalUnit,
    Procedure,
    ProcedureLimit,
    Recommendation,
    Succession,
    Unit,
)
from generator.model.site_paths import SectionFolder

DOSSIERS = "dossiers"
"""The one dataset without typed records: its rows are counted, and never published."""
DOSSIER_FIELDS = (
    "dossier_id",
    "procedure_id",
    "unit_id",
    "channel",
    "received_at",
    "promised_at",
    "returned_at",
    "supplement_days",
    "supplement_requests",
    "outcome",
    "apology_on",
    "rescheduled_to",
)
"""The columns of the dossiers that are counted by."""


@dataclass(frozen=True)
class Descriptor:
    """What is true of one dataset: its name, the type of its rows and how it is published."""

    name: str
    record: type[Record]
    columns: Mapping[str, Column]
    """What its record type declares of each column."""
    key: tuple[str, ...] = ()
    """The columns that tell its records apart in the ledger; none where it is not logged."""
    section: str = ""
    """Address under which each record has a page of its own."""
    noun: str = ""
    """What one record is called in Vietnamese."""
    listed: str = ""
    """Address of the page on which each record stands once."""
    unshown: tuple[str, ...] = ()
    """The columns that no page shows as they stand: what they say is told in other words."""
    names_people: bool = False
    """Its subject may be a person, who is named only while the record is in force."""

    @property
    def duty(self) -> DutyName | None:
        """The duty that its records fulfil; None where they rest on none."""
        return self.record.DUTY

    @property
    def is_logged(self) -> bool:
        """True when the ledger has lines for each record."""
        return bool(self.key)


def _dataset(**told: Any) -> Any:
    return field(default=(), metadata=told)


@dataclass(frozen=True)
class Collections:
    """The records of every dataset but dossiers; each field describes its dataset."""

    units: tuple[Unit, ...] = _dataset()
    unit_succession: tuple[Succession, ...] = _dataset()
    procedures: tuple[Procedure, ...] = _dataset()
    procedure_limits: tuple[ProcedureLimit, ...] = _dataset()
    focal_units: tuple[FocalUnit, ...] = _dataset()
    commendations: tuple[Commendation, ...] = _dataset(
        key=("record_id",),
        section=SectionFolder.COMMENDATIONS,
        noun="nêu gương",
        listed=f"{SectionFolder.COMMENDATIONS}/",
        unshown=("subject_kind", "directive"),
        names_people=True,
    )
    criticisms: tuple[Criticism, ...] = _dataset(
        key=("record_id",),
        section=SectionFolder.CRITICISMS,
        noun="phê bình",
        listed=f"{SectionFolder.CRITICISMS}/",
        unshown=("subject_kind", "person_kind", "measure", "effect_until", "directive"),
        names_people=True,
    )
    criticism_points: tuple[CriticismPoint, ...] = _dataset(
        key=("record_id", "point_no"),
        listed=f"{SectionFolder.CRITICISMS}/",
        unshown=("record_id",),
    )
    corrections: tuple[Correction, ...] = _dataset(
        key=("record_id", "published_on", "kind"),
        listed=f"{SectionFolder.CORRECTIONS}/",
        unshown=("record_id",),
    )
    contests: tuple[Contest, ...] = _dataset(
        key=("record_id", "opened_on", "kind"),
        listed=f"{SectionFolder.CRITICISMS}/",
        unshown=("record_id",),
    )
    assignments: tuple[Assignment, ...] = _dataset()
    quarterly_reports: tuple[QuarterlyReport, ...] = _dataset()
    report_entries: tuple[ReportEntry, ...] = _dataset()
    inspections: tuple[Inspection, ...] = _dataset()
    recommendations: tuple[Recommendation, ...] = _dataset(
        key=("recommendation_id",),
        section=f"{SectionFolder.SUPERVISION}/kien-nghi",
        noun="kiến nghị",
        listed=f"{SectionFolder.SUPERVISION}/",
        unshown=("outcome", "closed_by"),
    )
    script_approvals: tuple[ScriptApproval, ...] = _dataset()
    broadcasts: tuple[Broadcast, ...] = _dataset()
    calendar: tuple[CalendarDay, ...] = _dataset()


def _described() -> Mapping[str, Descriptor]:
    types = get_type_hints(Collections)
    records = {item.name: get_args(types[item.name])[0] for item in fields(Collections)}
    return {
        item.name: Descriptor(
            item.name, records[item.name], columns_of(records[item.name]), **item.metadata
        )
        for item in fields(Collections)
    }


DATASETS: Mapping[str, Descriptor] = _described()
"""Each dataset with typed records by its name, in the order of the contract."""
LOGGED = tuple(dataset for dataset in DATASETS.values() if dataset.is_logged)
"""The datasets whose records have lines of their own in the ledger."""
WITH_PAGES = tuple(dataset for dataset in DATASETS.values() if dataset.section)
"""The datasets whose records have pages of their own: all that a correction may be of."""
NAMING = tuple(dataset for dataset in DATASETS.values() if dataset.names_people)
"""The datasets that may name a person."""


_BY_RECORD = {dataset.record: dataset for dataset in DATASETS.values()}


def dataset_of(kind: type[Record]) -> Descriptor:
    """Return the dataset of a record type or of its public form. Raises KeyError for no record."""
    for base in kind.__mro__:
        if base in _BY_RECORD:
            return _BY_RECORD[base]
    raise KeyError(kind.__name__)


def name_of(kind: type[Record]) -> str:
    """Return the name of the dataset of a record type or of its public form."""
    return dataset_of(kind).name
