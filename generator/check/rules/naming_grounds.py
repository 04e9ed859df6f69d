"""Gates before naming: what an approved criticism or commendation must rest on.

A power to name in public is bound: the document and its clause, who approved it, the unit heard
before (Press Law 2016, article 43 gives a right of reply), a day for the remedy, the head who
answers jointly (points 1.2 and 3.6 of letter 643; Decree 157/2007/NĐ-CP), and a subject who is a
unit or an official (Civil Code 2015, articles 34 and 38).
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.check.context import Scene
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


def heard(scene: Scene) -> Iterator[Problem]:
    """Named although the unit was not told, or before it had answered or had time to."""
    calendar = Calendar(scene.world.calendar)
    for row, record in _approved(scene, "criticisms"):
        if not record.notified_on:
            yield _found(scene, "notice-missing", row, "notified_on", record)
        elif record.approved_on and not _had_replied(record):
            yield from _early(scene, calendar, row, record)


def _had_replied(record: Any) -> bool:
    return bool(record.replied_on) and record.replied_on <= record.approved_on


def _early(scene: Scene, calendar: Calendar, row: int, record: Any) -> Iterator[Problem]:
    """Named while the period for a reply was still running."""
    days = scene.city.policy.reply_days
    try:
        last = calendar.add_working_days(record.notified_on, days)
    except UnknownYear as unknown:
        if not any(table.fault for table in scene.tables["calendar"]):
            place = ("criticisms", row, "notified_on")
            yield year_missing(scene, unknown.year, unknown.years, place)
        return
    if record.approved_on > last:
        return
    if record.replied_on:
        replied = record.replied_on
        yield _found(scene, "named-before-reply", row, "approved_on", record, other=replied)
    else:
        yield _found(
            scene, "reply-period-open", row, "approved_on", record, other=last, days=str(days)
        )


def consequences(scene: Scene) -> Iterator[Problem]:
    """Nothing that is to be mended, or no day for it; no head who answers jointly."""
    for row, record in _approved(scene, "criticisms"):
        for field in ("remedy", "remedy_due_on"):
            if not getattr(record, field):
                yield _found(scene, "remedy-missing", row, field, record)
        if not record.responsible_head:
            yield _found(scene, "head-missing", row, "responsible_head", record)


def decided_first(scene: Scene) -> Iterator[Problem]:
    """Approved for the public before the document it rests on was signed."""
    for dataset in NAMED:
        for row, record in _approved(scene, dataset):
            if (
                record.approved_on
                and record.decision_on
                and record.approved_on < record.decision_on
            ):
                yield scene.found(
                    "approved-before-document",
                    dataset,
                    row,
                    "approved_on",
                    value=record.record_id,
                    other=record.decision_on,
                )


def clauses(scene: Scene) -> Iterator[Problem]:
    """A clause that the city's letter does not have."""
    known = scene.city.directive.clauses if scene.city.directive else ()
    for dataset in (*NAMED, "assignments"):
        for row, record in scene.numbered(dataset) if known else ():
            if record.clause not in known:
                yield scene.found(
                    "clause-unknown",
                    dataset,
                    row,
                    "clause",
                    value=record.clause,
                    allowed=", ".join(known),
                )


def subjects(scene: Scene) -> Iterator[Problem]:
    """A subject who is a citizen, or no unit and no official; drafts too, for they go round."""
    for dataset in NAMED:
        for row, record in scene.numbered(dataset):
            yield from _subject(scene, dataset, row, record)


def _subject(scene: Scene, dataset: str, row: int, record: Any) -> Iterator[Problem]:
    unit = scene.unit(record.unit_id)
    is_unit = record.subject_kind == "unit"
    if not is_unit and CITIZENS.match(fold(record.position or "")):
        yield scene.found("subject-citizen", dataset, row, "position", value=record.position)
    elif CITIZENS.match(fold(record.subject_name)) and not (is_unit and _is(unit, record)):
        yield scene.found(
            "subject-citizen", dataset, row, "subject_name", value=record.subject_name
        )
    elif is_unit and unit and not _is(unit, record):
        yield scene.found(
            "subject-not-unit",
            dataset,
            row,
            "subject_name",
            severity="warning" if _may_be_its_name(scene, record.subject_name) else "error",
            value=record.subject_name,
            other=unit.name,
        )
    elif not is_unit and record.status == "approved":
        yield from _office(scene, dataset, row, record)


def _office(scene: Scene, dataset: str, row: int, record: Any) -> Iterator[Problem]:
    """What shows that a person named is an official: a position, and of the criticised the kind."""
    needed = ("position",) if dataset == "commendations" else ("position", "person_kind")
    for field in needed:
        told_already = field == "person_kind" and record.measure != CRITICISM
        if not getattr(record, field) and not told_already:
            yield scene.found("office-missing", dataset, row, field, value=record.record_id)


def _may_be_its_name(scene: Scene, name: str) -> bool:
    """True for what is called as units are and is no other unit: the unit may have been renamed."""
    is_other = any(fold(unit.name) == fold(name) for unit in scene.world.units)
    return not is_other and UNITS.match(fold(name)) is not None


def _is(unit: Any, record: Any) -> bool:
    """True when a subject is that unit, or a part of it that names it."""
    if unit is None or DAMAGED in unit.name:
        return unit is not None
    return fold(unit.name.strip()) in fold(record.subject_name)


def _approved(scene: Scene, dataset: str) -> Iterator[tuple[int, Any]]:
    for row, record in scene.numbered(dataset):
        if record.status == "approved":
            yield row, record


def _found(
    scene: Scene, code: str, row: int, field: str, record: Any, other: object = "", days: str = ""
) -> Problem:
    return scene.found(
        code, "criticisms", row, field, value=record.record_id, other=other, days=days
    )
