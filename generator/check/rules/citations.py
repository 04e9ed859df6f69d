"""The city's own documents: it is plain which one a record rests on, and that it says so."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from generator.check.context import CheckContext, told_as
from generator.check.rule import Rule
from generator.model.citations import Citation, Citing, fits
from generator.model.columns import names_of
from generator.model.datasets import DATASETS
from generator.model.directives import Directive
from generator.model.duty_records import Assignment
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.text import is_quarter

DIRECTIVE, CLAUSE = "directive", "clause"


class Cited(NamedTuple):
    """A record that cites documents of the settings, and those that it can mean."""

    row: int
    record: Record
    said: Citation
    meant: tuple[Directive, ...]

    @property
    def directive(self) -> Directive | None:
        """The one document that it means; None where it can mean none, or several."""
        return self.meant[0] if len(self.meant) == 1 else None

    def found(self, context: CheckContext, code: str, column: str, **values: str) -> Problem:
        """A finding of it in a column."""
        return context.found(code, type(self.record), self.row, column, "error", "", None, **values)


def cited(context: CheckContext) -> Iterator[Cited]:
    """Every record of every dataset that has a column for the document it is of."""
    for dataset in DATASETS.values():
        if names_of(dataset.record, lambda column: column.vocabulary == "directives"):
            for row, record in context.rows(dataset.record):
                citing = cast(Citing, record)
                said = citing.citation
                if said and (said.quarter is None or is_quarter(said.quarter)):
                    yield Cited(row, record, said, context.city.meant(citing))


@Rule
def of_which_document(context: CheckContext) -> Iterator[Problem]:
    """A document that the settings do not have, or none named where several can be meant."""
    allowed = ", ".join(item.id for item in context.city.directives)
    for item in cited(context):
        if item.said.directive and not item.meant:
            value = item.said.directive
            code = "directive-unknown" if allowed else "directives-none"
            yield item.found(context, code, DIRECTIVE, value=value, allowed=allowed)
        elif len(item.meant) > 1 and _rests_on_one(item):
            meant = ", ".join(directive.id for directive in item.meant)
            yield item.found(context, "directive-missing", DIRECTIVE, allowed=meant)
        elif isinstance(item.record, Assignment) and not item.meant:
            value = item.record.assignment_id
            yield item.found(context, "task-without-document", DIRECTIVE, value=value)


def _rests_on_one(item: Cited) -> bool:
    """False of praise and criticism of no point, where a document that can be meant has none."""
    is_of_points = isinstance(item.record, Assignment) or item.said.duty or item.said.clause
    return bool(is_of_points) or all(directive.clauses for directive in item.meant)


@Rule
def of_its_day(context: CheckContext) -> Iterator[Problem]:
    """A document that was not in force for the record, or none that orders what it is of."""
    every = context.city.directives
    for item in cited(context):
        value = told_as(item.said.quarter or item.said.day)
        if item.said.duty and not any(fits(one, every, item.said) for one in item.meant):
            if ended := _named_without_force(item):
                yield item.found(context, "directive-not-in-force", DIRECTIVE, **ended)
            elif item.meant or not item.said.directive:
                duty = item.said.duty
                yield item.found(context, "duty-not-ordered", DIRECTIVE, value=value, other=duty)
        elif (one := item.directive) and _is_cited(item) and not fits(one, every, item.said):
            named = DIRECTIVE if item.said.directive else CLAUSE
            values = {"value": value, "other": one.cited}
            yield item.found(context, "directive-not-in-force", named, **values)


def _named_without_force(item: Cited) -> dict[str, str] | None:
    """The day on which the named document orders what a record is of, but was not in force."""
    one = item.directive if item.said.directive else None
    if one is None or item.said.duty is None or one.duty(item.said.duty) is None:
        return None
    reports, quarter = one.duties.reports, item.said.quarter
    day = reports.day_of(quarter) if reports and quarter else item.said.day
    return {"value": told_as(day), "other": one.cited} if day else None


def _is_cited(item: Cited) -> bool:
    return bool(item.said.directive or item.said.clause)


@Rule
def of_which_point(context: CheckContext) -> Iterator[Problem]:
    """A clause that the document which it cites does not have, or that no document is there for."""
    every = context.city.directives
    for item in cited(context):
        one, clause = item.directive, item.said.clause
        known = one.clause_numbers if one and not item.said.duty else ()
        if one and known and clause not in known and (clause or fits(one, every, item.said)):
            code = "clause-unknown" if clause else "clause-missing"
            values = {"value": clause or "", "allowed": ", ".join(known), "other": one.cited}
            yield item.found(context, code, CLAUSE, **values)
        elif clause and not every and not isinstance(item.record, Assignment):
            yield item.found(context, "clause-without-document", CLAUSE, value=clause)
