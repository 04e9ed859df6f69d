"""The five clarities and one focal unit a task, as documents order them: who answers is plain."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.datasets import name_of
from generator.model.duty_records import Assignment
from generator.model.problem import Problem
from generator.model.records import Unit
from generator.model.text import slug

DOCUMENT = ("document_kind", "document_no", "document_on", "given_by")
HANDING = ("handed_to", "handed_on")


@Rule
def support_units(context: CheckContext) -> Iterator[Problem]:
    """A supporting unit that is not in the list of units, or that is the focal unit itself."""
    known = context.ids(Unit, "unit_id")
    for row, task in context.rows(Assignment):
        for unit_id in task.support_unit_ids:
            if known is not None and unit_id not in known:
                yield context.found(
                    "support-unit-unknown",
                    Assignment,
                    row,
                    "support_units",
                    thing=f"{name_of(Unit)}/{unit_id}",
                    value=unit_id,
                )
            if unit_id == task.focal_unit:
                yield context.found(
                    "focal-unit-supports", Assignment, row, "support_units", value=unit_id
                )


@Rule
def due_days(context: CheckContext) -> Iterator[Problem]:
    """A task that is due before the document was issued that sets it."""
    for row, task in context.rows(Assignment):
        meant = context.city.meant(task) if task.citation else ()
        if task.due_on and len(meant) == 1 and task.due_on < meant[0].issued_on:
            yield context.found(
                "task-before-document",
                Assignment,
                row,
                "due_on",
                value=task.due_on,
                other=meant[0].issued_on,
                what=meant[0].cited,
            )


@Rule
def one_focal_unit(context: CheckContext) -> Iterator[Problem]:
    """One task of a document that two rows give to two units."""
    known: dict[tuple[str | None, ...], tuple[int, str]] = {}
    for row, task in context.rows(Assignment):
        key = (task.directive, task.document, task.clause, slug(task.task))
        first, unit_id = known.setdefault(key, (row, task.focal_unit))
        if unit_id != task.focal_unit:
            yield context.found(
                "focal-unit-twice",
                Assignment,
                row,
                "lead_unit",
                value=task.focal_unit,
                other=unit_id,
                days=first,
            )


@Rule
def parts_together(context: CheckContext) -> Iterator[Problem]:
    """A document without its number, day or giver; a handing on without its unit or its day."""
    for row, task in context.rows(Assignment):
        for code, columns in (
            ("task-document-incomplete", DOCUMENT),
            ("handing-incomplete", HANDING),
        ):
            empty = [name for name in columns if not getattr(task, name)]
            if 0 < len(empty) < len(columns):
                yield context.found(code, Assignment, row, empty[0], value=task.assignment_id)
