"""Gates before naming: what an approved criticism or commendation must rest on.

A power to name in public is bound: the document and its clause, who approved it, the unit heard
before (Press Law 2016, article 43 gives a right of reply), a day for the remedy, the head who
answers jointly (points 1.2 and 3.6 of letter 643; Decree 157/2007/NĐ-CP), and a subject who is a
unit or an official (Civil Code 2015, articles 34 and 38).
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.check.context import CheckContext
from generator.check.rules.approvals import NAMED
from generator.check.rules.calendar import year_missing
from generator.check.rules.disciplinary_measures import CRITICISM
from generator.clock import Calendar, UnknownYear
from generator.model.problems import DAMAGED, Problem
from generator.model.text import fold

CITIZENS = re.compile(
    r"(?:ong|ba|anh|chi|ho ong|ho ba|ho gia dinh|ho kinh doanh|cong dan|nguoi dan|nguoi nop|"
    r"nguoi khieu nai|nguoi to cao|to chuc|khach hang|cong ty|doanh nghiep|hop tac xa|cua hang|"
    r"nha dau tu|chu ho|chu dau tu|dan thuong|noi tro|nong dan|tieu thuong|lao dong tu do|"
    r"hoc sinh|sinh vien)\b"
)
"""How a citizen, an applicant or a business is spoken of, without accents."""

UNITS = re.compile(
    r"(?:phuong|xa|thi tran|phong|ban|uy ban|van phong|thanh tra|trung tam|dai|doi|chi cuc|truong"
    r"|bo phan|hat|hoi dong|to|tram|doan|vien)\b"
)
"""How the names of units begin, without accents."""


def heard(context: CheckContext) -> Iterator[Problem]:
    """Named although the unit was not told, or before it had answered or had time to."""
    calendar = Calendar(context.world.calendar)
    for row, record in _approved(context, "criticisms"):
        if not record.notified_on:
            yield _found(context, "notice-missing", row, "notified_on", record)
        elif record.approved_on and not _had_replied(record):
            yield from _early(context, calendar, row, record)


def _had_replied(record: Any) -> bool:
    return bool(record.replied_on) and record.replied_on <= record.approved_on


def _early(context: CheckContext, calendar: Calendar, row: int, record: Any) -> Iterator[Problem]:
    """Named while the period for a reply was still running."""
    days = context.city.policy.reply_days
    try:
        last = calendar.add_working_days(record.notified_on, days)
    except UnknownYear as unknown:
        if not any(table.fault for table in context.tables["calendar"]):
            place = ("criticisms", row, "notified_on")
            yield year_missing(context, unknown.year, unknown.years, place)
        return
    if record.approved_on > last:
        return
    if record.replied_on:
        replied = record.replied_on
        yield _found(context, "named-before-reply", row, "approved_on", record, other=replied)
    else:
        yield _found(
            context, "reply-period-open", row, "approved_on", record, other=last, days=str(days)
        )


def consequences(context: CheckContext) -> Iterator[Problem]:
    """Nothing that is to be mended, or no day for it; no head who answers jointly."""
    for row, record in _approved(context, "criticisms"):
        for field in ("remedy", "remedy_due_on"):
            if not getattr(record, field):
                yield _found(context, "remedy-missing", row, field, record)
        if not record.responsible_head:
            yield _found(context, "head-missing", row, "responsible_head", record)


def decided_first(context: CheckContext) -> Iterator[Problem]:
    """Approved for the public before the document it rests on was signed."""
    for dataset in NAMED:
        for row, record in _approved(context, dataset):
            if (
                record.approved_on
                and record.decision_on
                and record.approved_on < record.decision_on
            ):
                yield context.found(
                    "approved-before-document",
                    dataset,
                    row,
                    "approved_on",
                    value=record.record_id,
                    other=record.decision_on,
                )


def clauses(context: CheckContext) -> Iterator[Problem]:
    """A clause that the city's letter does not have."""
    known = context.city.directive.clauses if context.city.directive else ()
    for dataset in (*NAMED, "assignments"):
        for row, record in context.numbered(dataset) if known else ():
            if record.clause not in known:
                yield context.found(
                    "clause-unknown",
                    dataset,
                    row,
                    "clause",
                    value=record.clause,
                    allowed=", ".join(known),
                )


def subjects(context: CheckContext) -> Iterator[Problem]:
    """A subject who is a citizen, or no unit and no official; drafts too, for they go round."""
    for dataset in NAMED:
        for row, record in context.numbered(dataset):
            yield from _subject(context, dataset, row, record)


def _subject(context: CheckContext, dataset: str, row: int, record: Any) -> Iterator[Problem]:
    unit = context.unit(record.unit_id)
    is_unit = record.subject_kind == "unit"
    if not is_unit and CITIZENS.match(fold(record.position or "")):
        yield context.found("subject-citizen", dataset, row, "position", value=record.position)
    elif CITIZENS.match(fold(record.subject_name)) and not (is_unit and _is(unit, record)):
        yield context.found(
            "subject-citizen", dataset, row, "subject_name", value=record.subject_name
        )
    elif is_unit and unit and not _is(unit, record):
        yield context.found(
            "subject-not-unit",
            dataset,
            row,
            "subject_name",
            severity="warning" if _may_be_its_name(context, record.subject_name) else "error",
            value=record.subject_name,
            other=unit.name,
        )
    elif not is_unit and record.status == "approved":
        yield from _office(context, dataset, row, record)


def _office(context: CheckContext, dataset: str, row: int, record: Any) -> Iterator[Problem]:
    """What shows that a person named is an official: a position, and of the criticised the kind."""
    needed = ("position",) if dataset == "commendations" else ("position", "person_kind")
    for field in needed:
        told_already = field == "person_kind" and record.measure != CRITICISM
        if not getattr(record, field) and not told_already:
            yield context.found("office-missing", dataset, row, field, value=record.record_id)


def _may_be_its_name(context: CheckContext, name: str) -> bool:
    """True for what is called as units are and is no other unit: the unit may have been renamed."""
    is_other = any(fold(unit.name) == fold(name) for unit in context.world.units)
    return not is_other and UNITS.match(fold(name)) is not None


def _is(unit: Any, record: Any) -> bool:
    """True when a subject is that unit, or a part of it that names it."""
    if unit is None or DAMAGED in unit.name:
        return unit is not None
    return fold(unit.name.strip()) in fold(record.subject_name)


def _approved(context: CheckContext, dataset: str) -> Iterator[tuple[int, Any]]:
    for row, record in context.numbered(dataset):
        if record.status == "approved":
            yield row, record


def _found(
    context: CheckContext,
    code: str,
    row: int,
    field: str,
    record: Any,
    other: object = "",
    days: str = "",
) -> Problem:
    return context.found(
        code, "criticisms", row, field, value=record.record_id, other=other, days=days
    )
