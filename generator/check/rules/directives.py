"""Plain logic: each day it is plain which document orders what is counted, and by which."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.directives import Directive, in_force
from generator.model.duty_names import DutyName
from generator.model.problem import Problem
from generator.model.records import Unit

Placed = tuple[int, Directive]
INDICATOR = "directives.{}.duties.reports.indicators.{}.id"
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
                    "setting-not-there" if known else "setting-none-there",
                    SETTINGS_FILE,
                    field=f"directives.{number}.{field}",
                    value=value,
                    allowed=", ".join(sorted(known)),
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
    for (_, one), (second, other), day in _at_once(context.city.directives):
        for duty in ONCE:
            if one.duty(duty) and other.duty(duty):
                yield file_problem(
                    "duty-twice",
                    SETTINGS_FILE,
                    field=f"directives.{second}.duties.{duty}",
                    value=other.cited,
                    other=one.cited,
                    days=day.isoformat(),
                )


@Rule
def one_document_an_indicator(context: CheckContext) -> Iterator[Problem]:
    """Two documents in force on one day that ask for the same: no row says what it is told for."""
    for (first, one), (second, other), _ in _at_once(context.city.directives):
        ids = [indicator.id for indicator in one.indicators]
        for place, indicator in enumerate(other.indicators):
            if indicator.id in ids:
                yield file_problem(
                    "setting-twice",
                    SETTINGS_FILE,
                    field=INDICATOR.format(second, place),
                    value=indicator.id,
                    other_field=INDICATOR.format(first, ids.index(indicator.id)),
                )


def _at_once(every: Sequence[Directive]) -> Iterator[tuple[Placed, Placed, date]]:
    """Two documents, each with its place in the settings, and the first day both are in force."""
    for (first, one), (second, other) in combinations(enumerate(every), 2):
        day = max(one.begins_on, other.begins_on)
        if {one.id, other.id} <= {item.id for item in in_force(every, day)}:
            yield (first, one), (second, other), day
