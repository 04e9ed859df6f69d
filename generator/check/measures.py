"""Disciplinary forms: known, law on their day, and open to that kind of person.

Criticism is not a disciplinary form (Law on Officials and Civil Servants 2008, articles 78 and
79; Law on Public Employees 2010, article 52), so it is always allowed and never in the list.
"""

from collections.abc import Iterator
from typing import Any

from generator.check.scene import Scene
from generator.contract.settings import DisciplinaryMeasure
from generator.problems import Problem
from generator.text import fold

CRITICISM = "criticism"
CRITICISM_NAMES = ("phe binh", "criticism")


def measures(scene: Scene) -> Iterator[Problem]:
    """A measure that is unknown, not law on its day, or not open to that kind of person."""
    known = {measure.code: measure for measure in scene.city.disciplinary_measures}
    for row, record in scene.numbered("criticisms"):
        measure = known.get(record.measure)
        if measure is not None:
            yield from _misused(scene, row, record, measure)
        elif record.measure and record.measure != CRITICISM:
            allowed = ", ".join((CRITICISM, *known))
            yield scene.found(
                "measure-unknown",
                "criticisms",
                row,
                "measure",
                value=record.measure,
                allowed=allowed,
            )


def _misused(
    scene: Scene, row: int, record: Any, measure: DisciplinaryMeasure
) -> Iterator[Problem]:
    day = record.decision_on or record.found_on
    label = measure.label
    if day < measure.valid_from or (measure.valid_to and day > measure.valid_to):
        yield scene.found("measure-not-law", "criticisms", row, "measure", other=day, value=label)
    if record.subject_kind != "person":
        yield scene.found("measure-on-unit", "criticisms", row, "subject_kind", value=label)
    elif not record.person_kind:
        yield scene.found("measure-without-kind", "criticisms", row, "person_kind", value=label)
    elif record.person_kind not in measure.person_kinds:
        kind = scene.contract.label("criticisms", "person_kind", record.person_kind)
        yield scene.found(
            "measure-wrong-kind",
            "criticisms",
            row,
            "measure",
            value=label,
            other=kind.lower(),
            kind=record.person_kind,
        )


def criticism_among_measures(scene: Scene) -> Iterator[Problem]:
    """A list of disciplinary forms that counts criticism among them."""
    for place, measure in enumerate(scene.city.disciplinary_measures):
        if fold(measure.code) in CRITICISM_NAMES or fold(measure.label) in CRITICISM_NAMES:
            yield Problem(
                "criticism-as-discipline",
                "error",
                "city",
                "city.yaml",
                None,
                f"disciplinary_measures.{place}",
                {"value": measure.label},
            )
