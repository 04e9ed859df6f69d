"""Civil Code 2015, articles 34 and 38: only a unit or an official is named, never a citizen."""

import re
from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.problems import DAMAGED
from generator.model.records import CRITICISM, Commendation, Criticism, Unit
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


@Rule
def subjects(context: CheckContext) -> Iterator[Problem]:
    """A subject who is a citizen, or no unit and no official; drafts too, for they go round."""
    for row, record in context.conduct():
        yield from _subject(context, row, record)


def _subject(
    context: CheckContext, row: int, record: Commendation | Criticism
) -> Iterator[Problem]:
    kind, name = type(record), record.subject_name
    unit = context.unit(record.unit_id)
    is_unit = record.subject_kind == "unit"
    if not is_unit and CITIZENS.match(fold(record.position or "")):
        yield context.found(
            "subject-citizen", kind, row, "position", value=record.position, on=record.approved_on
        )
    elif CITIZENS.match(fold(name)) and not (is_unit and unit and _is(unit, name)):
        yield context.found(
            "subject-citizen", kind, row, "subject_name", value=name, on=record.approved_on
        )
    elif is_unit and unit and not _is(unit, name):
        yield context.found(
            "subject-not-unit",
            kind,
            row,
            "subject_name",
            severity="warning" if _may_be_its_name(context, name) else "error",
            value=name,
            other=unit.name,
        )
    elif not is_unit and record.status == "approved":
        yield from _office(context, row, record)


def _office(context: CheckContext, row: int, record: Commendation | Criticism) -> Iterator[Problem]:
    """What shows that a person named is an official: a position, and of the criticised the kind."""
    if not record.position:
        yield context.found(
            "office-missing",
            type(record),
            row,
            "position",
            value=record.record_id,
            on=record.approved_on,
        )
    if isinstance(record, Criticism) and not record.person_kind and record.measure == CRITICISM:
        yield context.found(
            "office-missing",
            Criticism,
            row,
            "person_kind",
            value=record.record_id,
            on=record.approved_on,
        )


def _may_be_its_name(context: CheckContext, name: str) -> bool:
    """True for what is called as units are and is no other unit: the unit may have been renamed."""
    is_other = any(fold(unit.name) == fold(name) for unit in context.world.units)
    return not is_other and UNITS.match(fold(name)) is not None


def _is(unit: Unit, name: str) -> bool:
    """True when a subject's name is that unit, or a part of it that names it."""
    return DAMAGED in unit.name or fold(unit.name.strip()) in fold(name)
