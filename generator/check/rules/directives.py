"""Plain logic: each day it is plain which document orders what is counted, and by which."""

from collections.abc import Iterator
from itertools import combinations

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.directives import Directive, in_force
from generator.model.duty_names import DutyName
from generator.model.problem import Problem
from generator.model.records import Unit

ONCE: tuple[DutyName, ...] = ("cut", "reviews")
"""Duties that one document alone sets on a day: a procedure has one share to reach, a quarter one
summary."""


@Rule
def what_is_named(context: CheckContext) -> Iterator[Problem]:
    """A document it succeeds, a point that sets a duty, a kind of unit, that is not there."""
    ids = {item.id for item in context.city.directives}
    labels = context.dataset(Unit).field("kind").labels
    for number, item in enumerate(context.city.directives):
        for field, value, known in _named(item, ids, set(labels)):
            if value not in known:
                yield file_problem(
                    "setting-not-there",
                    SETTINGS_FILE,
                    field=f"directives.{number}.{field}",
                    value=value,
                    allowed=", ".join(sorted(known)) or "-",
                )


def _named(item: Directive, ids: set[str], kinds: set[str]) -> Iterator[tuple[str, str, set[str]]]:
    """Where something is named, what it is, and what there is."""
    if item.succeeds:
        yield "succeeds", item.succeeds, ids - {item.id}
    for name in type(item.duties).model_fields:
        duty = getattr(item.duties, name)
        if duty and duty.clause and item.clauses:
            yield f"duties.{name}.clause", duty.clause, set(item.clause_numbers)
        for kind in getattr(duty, "unit_kinds", ()):
            yield f"duties.{name}.unit_kinds", kind, kinds
    for place, asked in enumerate(item.indicators if item.clauses else ()):
        yield f"duties.reports.indicators.{place}.clause", asked.clause, set(item.clause_numbers)


@Rule
def one_document_a_duty(context: CheckContext) -> Iterator[Problem]:
    """Two documents in force on one day that both set a duty of which there can be one."""
    every = context.city.directives
    for (_, one), (second, other) in combinations(enumerate(every), 2):
        day = max(one.begins_on, other.begins_on)
        meet = {one.id, other.id} <= {item.id for item in in_force(every, day)}
        for duty in ONCE if meet else ():
            if one.duty(duty) and other.duty(duty):
                yield file_problem(
                    "duty-twice",
                    SETTINGS_FILE,
                    field=f"directives.{second}.duties.{duty}",
                    value=other.cited,
                    other=one.cited,
                    days=day.isoformat(),
                )
