"""Assignments, inspections, broadcasts, and who publishes."""

import re
from collections.abc import Iterator
from datetime import datetime

from generator.check.context import CheckContext
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.problems import Problem

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?", re.ASCII)

DATE_LETTERS = len("2018-02-28")


def support_units(context: CheckContext) -> Iterator[Problem]:
    """A supporting unit that is not in the list of units."""
    known = context.ids("units", "unit_id")
    for row, assignment in context.numbered("assignments"):
        for unit_id in assignment.support_unit_ids:
            if known is not None and unit_id not in known:
                yield context.found(
                    "support-unit-unknown", "assignments", row, "support_units", value=unit_id
                )


def publishing_units(context: CheckContext) -> Iterator[Problem]:
    """A unit that is to publish by the settings, but is not in the list of units."""
    known, owed = context.ids("units", "unit_id"), context.city.publishing
    if owed is None or known is None:
        return
    for name in ("edition_unit", "broadcast_unit"):
        if (unit_id := getattr(owed, name)) not in known:
            field = f"publishing.{name}"
            yield file_problem("publishing-unit-unknown", SETTINGS_FILE, field=field, value=unit_id)


def conclusions(context: CheckContext) -> Iterator[Problem]:
    """An inspection that was concluded but, by its record, never held."""
    for row, inspection in context.numbered("inspections"):
        if inspection.conclusion_on and not inspection.held_on:
            yield context.found(
                "conclusion-without-visit",
                "inspections",
                row,
                "held_on",
                value=inspection.conclusion_on,
            )


def aired_moments(context: CheckContext) -> Iterator[Problem]:
    """A broadcast at a moment that is in no calendar and on no clock."""
    for row, broadcast in context.numbered("broadcasts"):
        if MOMENT.fullmatch(broadcast.aired_at) and not _is_real(broadcast.aired_at):
            code = "moment-unreal" if len(broadcast.aired_at) > DATE_LETTERS else "date-unreal"
            yield context.found(code, "broadcasts", row, "aired_at", value=broadcast.aired_at)


def _is_real(moment: str) -> bool:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True
