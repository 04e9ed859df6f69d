"""Typed rows of what documents have units do: tasks, reports, inspections, approvals, broadcasts.

Fields, empty cells and days are as in `records.py`.
"""

from datetime import date
from typing import Annotated, Literal

from generator.model.citations import Citation
from generator.model.columns import OPEN, Column
from generator.model.record import (
    Day,
    OptionalDate,
    OptionalInt,
    OptionalText,
    Record,
    WholeNumber,
    parts,
)
from generator.model.records import CLAUSE, DIRECTIVE, Unit


class Assignment(Record):
    """A task that is set; the five clarities are who, task, responsible, process, result."""

    assignment_id: Annotated[str, OPEN]
    directive: Annotated[OptionalText, DIRECTIVE] = None
    clause: Annotated[OptionalText, CLAUSE] = None
    document_kind: Annotated[OptionalText, OPEN] = None
    document_no: Annotated[OptionalText, OPEN] = None
    document_on: Annotated[OptionalDate, Column(published=True, happened=True)] = None
    given_by: Annotated[OptionalText, Column(published=True)] = None
    who: Annotated[str, Column(published=True, clarity=True)]
    task: Annotated[str, Column(published=True, aired=True, clarity=True)]
    responsible: Annotated[str, Column(published=True, clarity=True)]
    process: Annotated[str, Column(published=True, clarity=True)]
    result: Annotated[str, Column(published=True, clarity=True)]
    lead_unit: Annotated[str, OPEN]
    handed_to: Annotated[OptionalText, OPEN] = None
    handed_on: Annotated[
        OptionalDate, Column(published=True, happened=True, needs_unit="handed_to")
    ] = None
    support_units: Annotated[OptionalText, Column(published=True, several_of=Unit)] = None
    due_on: Annotated[
        OptionalDate,
        Column(published=True, not_before="document_on", needs_unit="lead_unit", counted_from=True),
    ] = None
    done_on: Annotated[OptionalDate, Column(published=True, happened=True)] = None
    evidence: Annotated[OptionalText, OPEN] = None

    @property
    def focal_unit(self) -> str:
        """The one unit that answers for it: the lead, or the unit that it was handed to."""
        return self.handed_to or self.lead_unit

    @property
    def document(self) -> str:
        """The document that sets it: "Kết luận 12/KL-UBND"; empty of a directive's task."""
        return f"{self.document_kind} {self.document_no}" if self.document_no else ""

    @property
    def citation(self) -> Citation | None:
        """The directive that sets it, of no day; None of a task that another document sets."""
        return None if self.document else Citation(self.directive, self.clause)

    @property
    def support_unit_ids(self) -> tuple[str, ...]:
        """Ids of the supporting units, in the order given."""
        return parts(self.support_units)


class QuarterlyReport(Record):
    """A unit's report for a quarter; a missing report is a missing row."""

    DUTY = "reports"

    unit_id: Annotated[str, OPEN]
    quarter: Annotated[str, OPEN]
    submitted_on: Annotated[Day, Column(published=True, happened=True, needs_unit="unit_id")]
    document_no: Annotated[str, OPEN]
    directive: Annotated[OptionalText, DIRECTIVE] = None

    @property
    def citation(self) -> Citation:
        """It fulfils what was ordered for its quarter."""
        return Citation(self.directive, duty=self.DUTY, quarter=self.quarter)


class ReportEntry(Record):
    """What a unit's report on a quarter says of one indicator."""

    DUTY = "reports"

    unit_id: Annotated[str, OPEN]
    quarter: Annotated[str, OPEN]
    indicator: Annotated[str, Column(published=True, vocabulary="indicators")]
    value: Annotated[OptionalInt, OPEN] = None
    text: Annotated[OptionalText, OPEN] = None
    explanation: Annotated[OptionalText, OPEN] = None


class Inspection(Record):
    """A planned or held visit of one of the inspection teams."""

    DUTY = "inspection_teams"

    inspection_id: Annotated[str, OPEN]
    team: Annotated[WholeNumber, OPEN]
    unit_id: Annotated[str, OPEN]
    purpose: Annotated[str, OPEN]
    planned_on: Annotated[Day, Column(published=True, needs_unit="unit_id", counted_from=True)]
    held_on: Annotated[OptionalDate, Column(published=True, happened=True)] = None
    conclusion_no: Annotated[OptionalText, OPEN] = None
    conclusion_on: Annotated[
        OptionalDate, Column(published=True, happened=True, not_before="held_on")
    ] = None
    conclusion: Annotated[OptionalText, OPEN] = None
    directive: Annotated[OptionalText, DIRECTIVE] = None

    @property
    def citation(self) -> Citation:
        """It is one of the visits that were ordered on the day for which it is planned."""
        return Citation(self.directive, day=self.planned_on, duty=self.DUTY)


ScriptEdition = Literal["whole", "short"]
"""A week's script, or its short edition."""


class ScriptApproval(Record):
    """Somebody's word that a week's script may be aired as it reads."""

    bulletin_id: Annotated[str, OPEN]
    edition: Annotated[ScriptEdition, OPEN]
    approved_by: Annotated[str, OPEN]
    approved_on: Annotated[Day, Column(published=True, happened=True)]
    text_code: Annotated[OptionalText, OPEN] = None


class Broadcast(Record):
    """What the station says it aired."""

    bulletin_id: Annotated[str, OPEN]
    aired_at: Annotated[str, OPEN]
    record_ids: Annotated[OptionalText, OPEN] = None
    dropped: Annotated[OptionalText, OPEN] = None
    seconds: Annotated[OptionalInt, OPEN] = None
    commit: Annotated[OptionalText, OPEN] = None
    text_sha256: Annotated[OptionalText, OPEN] = None

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of the records that were read out."""
        return parts(self.record_ids)

    @property
    def dropped_keys(self) -> tuple[str, ...]:
        """Keys of the script's pieces of news that were not read out."""
        return parts(self.dropped)

    @property
    def aired_on(self) -> date | None:
        """The day it was aired; None when the text names no day of any calendar."""
        try:
            return date.fromisoformat(self.aired_at[:10])
        except ValueError:
            return None
