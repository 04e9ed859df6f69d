"""Numbers of a unit's report that are other than the figures of dossiers, told while importing.

The check tells those that records show; dossiers are counted only once all else is sound.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.app.entry_findings import Finding
from generator.app.entry_merge import Change, Merge
from generator.app.entry_prefill import ENTRIES
from generator.app.sources import read_settings
from generator.clock import UnknownYear
from generator.datafolder import load_world
from generator.datafolder.world import World
from generator.measure import measure
from generator.model.own_counts import NOT_OF_RECORDS
from generator.model.problem import Problem
from generator.model.problems import message
from generator.model.report_indicators import OWN_COUNTS, OwnCountName
from generator.model.reported import Reported
from generator.model.settings import City

NUMBER, WHY = "value", "explanation"


def differences(data_dir: Path, merges: Sequence[Merge]) -> Iterator[Finding]:
    """A finding at each number that nobody explains.

    The data are sound with what was typed. Raises Refused.
    """
    city, contract = read_settings(data_dir)
    asked = [
        (merge.table.file, change, name)
        for merge in merges
        if merge.entry.dataset.name == ENTRIES
        for change in merge.changes
        if (name := _beside(city, change))
    ]
    if asked:
        own = _own(load_world(data_dir, contract), city)
        for file, change, name in asked:
            row = own.get((change.key[0], change.key[1], change.key[2]))
            if row and (problem := _problem(city, file, change, name, row)):
                yield Finding(change.source, NUMBER, message(problem), problem.severity)


def _own(world: World, city: City) -> Mapping[tuple[str | None, str, str], Reported]:
    """Our own counts by unit, quarter and indicator; none while the calendar lacks a year."""
    try:
        figures = measure(world, city)
    except UnknownYear:
        return {}
    return {(row.unit_id, row.quarter, row.indicator): row for row in figures.reported}


def _beside(city: City, change: Change) -> OwnCountName | None:
    """The count of dossiers to set beside a number that was typed without an explanation."""
    indicator = city.indicators.get(change.key[2])
    typed = change.source.row.cells
    if indicator is None or not typed.get(NUMBER) or typed.get(WHY):
        return None
    return indicator.compares if indicator.compares in NOT_OF_RECORDS else None


def _problem(
    city: City, file: str, change: Change, name: OwnCountName, row: Reported
) -> Problem | None:
    value, own = int(change.source.row.cells[NUMBER]), row.own_value
    if own is None or not city.indicators[change.key[2]].differs(value, own):
        return None
    values = {"value": str(value), "other": str(own), "about": OWN_COUNTS[name].words}
    return Problem("entry-differs", "warning", ENTRIES, file, values=values)
