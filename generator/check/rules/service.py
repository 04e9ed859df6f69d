"""Plain logic: office hours that can be worked, and units that never close and do exist."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.datasets import name_of
from generator.model.problem import Problem
from generator.model.records import Unit


@Rule
def hours_in_order(context: CheckContext) -> Iterator[Problem]:
    """A stretch of work that ends before it begins, or begins before the last one has ended."""
    before: tuple[str, time] | None = None
    for number, span in enumerate(context.city.service.office_hours):
        name = f"service.office_hours.{number}"
        opens, closes = f"{name}.opens", f"{name}.closes"
        if before and span.opens < before[1]:
            yield _wrong("office-hours-overlap", opens, span.opens, *before)
        if span.closes <= span.opens:
            yield _wrong("office-hours-order", closes, span.closes, opens, span.opens)
        before = closes, span.closes


def _wrong(code: str, field: str, value: time, other_field: str, other: time) -> Problem:
    return file_problem(
        code,
        SETTINGS_FILE,
        field=field,
        value=f"{value:%H:%M}",
        other=f"{other:%H:%M}",
        other_field=other_field,
    )


@Rule
def known_units(context: CheckContext) -> Iterator[Problem]:
    """A unit that never closes by the settings, but is not in the list of units."""
    known = context.ids(Unit, "unit_id")
    for number, unit_id in enumerate(context.city.service.around_the_clock):
        if known is not None and unit_id not in known:
            field = f"service.around_the_clock.{number}"
            told = file_problem("service-unit-unknown", SETTINGS_FILE, field=field, value=unit_id)
            yield replace(told, thing=f"{name_of(Unit)}/{unit_id}")
