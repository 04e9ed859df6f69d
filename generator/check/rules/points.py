"""The press law in force and Civil Code 2015, article 34: each point is answered and judged apart.

Whoever blames does not judge the answer to it, and neither does whoever is blamed.
"""

from collections.abc import Iterator, Mapping

from generator.check.context import CheckContext
from generator.check.corrected import corrected
from generator.check.record_ids import criticism_ids, record_thing
from generator.check.rule import Rule
from generator.model.contests import OPEN_OUTCOME
from generator.model.point_records import CriticismPoint
from generator.model.problem import Problem
from generator.model.records import Correction, Criticism
from generator.model.text import fold

OBEYED: Mapping[str, tuple[str, ...]] = {
    "annulled": ("corrected", "withdrawn", "revoked"),
    "changed": ("corrected", "withdrawn", "revoked"),
}
"""The corrections of which one must follow, by what was concluded of a point."""
_ANSWER, _JUDGEMENT = ("reply", "replied_by", "replied_on"), ("judged_by", "judged_on")


@Rule
def point_of_nothing(context: CheckContext) -> Iterator[Problem]:
    """A point of no criticism."""
    known = criticism_ids(context)
    for row, point in context.rows(CriticismPoint):
        if known is not None and point.record_id not in known:
            thing = record_thing(point.record_id)
            yield context.found(
                "point-of-nothing",
                CriticismPoint,
                row,
                "record_id",
                thing=thing,
                value=point.record_id,
            )


@Rule
def numbered(context: CheckContext) -> Iterator[Problem]:
    """A point whose number is not the next one of its criticism."""
    seen: dict[str, int] = {}
    points = sorted(context.rows(CriticismPoint), key=lambda item: (item[1].point_no, item[0]))
    for row, point in points:
        wanted = seen.get(point.record_id, 0) + 1
        seen[point.record_id] = point.point_no
        if point.point_no > wanted:
            yield context.found(
                "point-number-skipped",
                CriticismPoint,
                row,
                "point_no",
                value=point.point_no,
                other=wanted,
                of=point.record_id,
            )


@Rule
def answered_once(context: CheckContext) -> Iterator[Problem]:
    """A criticism that is answered point by point and as a whole."""
    pointed = {point.record_id for _, point in context.rows(CriticismPoint)}
    for row, record in context.rows(Criticism):
        if record.record_id in pointed and (record.reply or record.replied_on):
            column = "reply" if record.reply else "replied_on"
            yield context.found("reply-typed-twice", Criticism, row, column, value=record.record_id)


@Rule
def whole(context: CheckContext) -> Iterator[Problem]:
    """An answer without who gave it and when, or a conclusion without who came to it and when."""
    for row, point in context.rows(CriticismPoint):
        answered = any(getattr(point, column) for column in _ANSWER)
        judged = point.outcome != OPEN_OUTCOME
        for code, columns, is_due in (
            ("point-half-answered", _ANSWER, answered),
            ("point-half-judged", _JUDGEMENT, judged),
        ):
            for column in columns:
                if is_due and not getattr(point, column):
                    yield context.found(code, CriticismPoint, row, column)
        if not judged and (point.judged_by or point.judged_on):
            yield context.found("point-unjudged", CriticismPoint, row, "outcome")
        if point.outcome in OBEYED and not answered:
            yield context.found(
                "point-judged-unanswered",
                CriticismPoint,
                row,
                "outcome",
                label=context.label(CriticismPoint, "outcome", point.outcome),
            )


@Rule
def told_first(context: CheckContext) -> Iterator[Problem]:
    """An answer from before the unit was told of the point."""
    told = {record.record_id: record.notified_on for _, record in context.rows(Criticism)}
    for row, point in context.rows(CriticismPoint):
        notified = told.get(point.record_id)
        if notified and point.replied_on and point.replied_on < notified:
            yield context.found(
                "point-answered-early",
                CriticismPoint,
                row,
                "replied_on",
                value=point.replied_on,
                other=notified,
            )


@Rule
def judged_by_another(context: CheckContext) -> Iterator[Problem]:
    """A point that was judged by who is blamed, who answered, who found it or who signed it."""
    records = {record.record_id: record for _, record in context.rows(Criticism)}
    for row, point in context.rows(CriticismPoint):
        record = records.get(point.record_id)
        if record and point.judged_by and _is_party(context, record, point):
            yield context.found(
                "point-judged-by-party", CriticismPoint, row, "judged_by", value=point.judged_by
            )


def _is_party(context: CheckContext, record: Criticism, point: CriticismPoint) -> bool:
    unit = context.unit(record.unit_id)
    parties = (unit.name if unit else "", record.found_by, record.issued_by, point.replied_by)
    judge = f" {fold(point.judged_by or '')} "
    return any(f" {fold(party)} " in judge for party in parties if party)


@Rule
def conclusion_obeyed(context: CheckContext) -> Iterator[Problem]:
    """A point that was dropped or changed, while the criticism stands as it stood."""
    if not context.is_readable(Correction):
        return
    is_corrected = corrected(context)
    for row, point in context.rows(CriticismPoint):
        wanted, day = OBEYED.get(point.outcome, ()), point.replied_on
        if not wanted or not day or (point.judged_on or day) > context.city.as_of:
            continue
        if not is_corrected(point.record_id, wanted, day):
            yield context.found(
                "point-unobeyed",
                CriticismPoint,
                row,
                "outcome",
                value=point.record_id,
                label=context.label(CriticismPoint, "outcome", point.outcome),
                allowed=", ".join(wanted),
            )
