"""The city's own promise (publishing in city.yaml): who publishes is a unit of the list."""

from collections.abc import Iterator
from dataclasses import replace

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.datasets import name_of
from generator.model.problem import Problem
from generator.model.records import Unit


@Rule
def publishing_units(context: CheckContext) -> Iterator[Problem]:
    """A unit that is to publish or to report by the settings, but is not in the list of units."""
    known, owed = context.ids(Unit, "unit_id"), context.city.publishing
    if known is None:
        return
    units = {"city.report_unit": context.city.city.report_unit}
    if owed:
        units |= {
            "publishing.edition_unit": owed.edition_unit,
            "publishing.broadcast_unit": owed.broadcast_unit,
        }
    for field, unit_id in units.items():
        if unit_id and unit_id not in known:
            told = file_problem(
                "publishing-unit-unknown", SETTINGS_FILE, field=field, value=unit_id
            )
            yield replace(told, thing=f"{name_of(Unit)}/{unit_id}")
