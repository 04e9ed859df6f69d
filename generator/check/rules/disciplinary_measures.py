"""Law on Officials and Civil Servants 2008, articles 78 and 79: a disciplinary form is law.

So it is on its day and for that kind of person; of public employees the law of 2010, article 52,
says which. Criticism is no disciplinary form, so it is always allowed and never in the list.
"""

import re
from collections.abc import Iterator, Sequence

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.policy_settings import DisciplinaryMeasure
from generator.model.problem import Problem
from generator.model.records import CRITICISM, Criticism
from generator.model.text import fold

CRITICISM_NAMES = ("phe binh", "criticism")
LEADING = re.compile(
    r"(?:quyen |nguyen )?(?:chu tich|pho|truong|chanh|giam doc|hieu truong|doi truong|bi thu"
    r"|chi huy truong|tong|vien truong|cuc truong|thu truong)\b"
)
"""How the positions of those who lead begin, without accents."""


@Rule
def measures(context: CheckContext) -> Iterator[Problem]:
    """A measure that is unknown, not law on its day, or not open to that kind of person or post."""
    known: dict[str, list[DisciplinaryMeasure]] = {}
    for measure in context.city.disciplinary_measures:
        known.setdefault(measure.code, []).append(measure)
    for row, record in context.rows(Criticism):
        if record.measure in known:
            yield from _misused(context, row, record, known[record.measure])
        elif record.measure and record.measure != CRITICISM:
            allowed = ", ".join((CRITICISM, *known))
            yield context.found(
                "measure-unknown",
                Criticism,
                row,
                "measure",
                value=record.measure,
                allowed=allowed,
            )


def _misused(
    context: CheckContext, row: int, record: Criticism, rows: Sequence[DisciplinaryMeasure]
) -> Iterator[Problem]:
    """What forbids a form: each finding rests on the rows that the ones before have left."""
    day, label = record.decision_on or record.found_on, rows[0].label
    if record.subject_kind != "person":
        yield context.found("measure-on-unit", Criticism, row, "subject_kind", value=label)
        return
    if not record.person_kind:
        yield context.found("measure-without-kind", Criticism, row, "person_kind", value=label)
    kind = context.label(Criticism, "person_kind", record.person_kind or "").lower()
    mine = [m for m in rows if not record.person_kind or record.person_kind in m.person_kinds]
    in_law = [m for m in mine if m.valid_from <= day and (not m.valid_to or day <= m.valid_to)]
    if not mine:
        basis = "; ".join(dict.fromkeys(m.legal_basis for m in rows if m.legal_basis))
        yield context.found(
            "measure-wrong-kind",
            Criticism,
            row,
            "measure",
            value=label,
            other=kind,
            kind=record.person_kind,
            basis=basis or "–",
        )
    elif not in_law:
        spans = "; ".join(f"{m.valid_from} – {m.valid_to or '…'}" for m in mine)
        yield context.found(
            "measure-not-law", Criticism, row, "measure", value=label, other=day, spans=spans
        )
    elif all(measure.posts not in ("any", _post(record)) for measure in in_law):
        yield context.found(
            "measure-wrong-post",
            Criticism,
            row,
            "measure",
            value=label,
            other=record.position or "–",
            basis=in_law[0].legal_basis or "–",
        )


def _post(record: Criticism) -> str:
    """`leading` or `other`, by the words of the position."""
    return "leading" if LEADING.match(fold(record.position or "")) else "other"


@Rule
def criticism_among_measures(context: CheckContext) -> Iterator[Problem]:
    """A list of disciplinary forms that counts criticism among them."""
    for place, measure in enumerate(context.city.disciplinary_measures):
        if fold(measure.code) in CRITICISM_NAMES or fold(measure.label) in CRITICISM_NAMES:
            field = f"disciplinary_measures.{place}"
            yield file_problem(
                "criticism-as-discipline", SETTINGS_FILE, field=field, value=measure.label
            )
