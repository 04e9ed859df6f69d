"""Our own counts of a unit's quarter, from what is published, to set beside what units report."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.duty_records import Inspection
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.records import CRITICISM
from generator.model.report_indicators import OwnCountName
from generator.model.text import quarter_of

Event = tuple[OwnCountName, str, date]
"""What is counted, of which unit, and the day on which it happened."""
OwnCounts = Counter[tuple[OwnCountName, str, str]]
"""How often, by count, unit and quarter."""
NOT_OF_RECORDS: frozenset[OwnCountName] = frozenset({"overdue_dossiers"})
"""The counts that only the figures of dossiers tell."""


def count_records(
    commendations: Iterable[PublicCommendation],
    criticisms: Iterable[PublicCriticism],
    inspections: Iterable[Inspection],
    as_of: date,
) -> OwnCounts:
    """The counts that records tell as of a day; of what was taken back nothing is counted."""
    events = (*_of_conduct(commendations, criticisms), *_of_inspections(inspections))
    return Counter((name, unit, quarter_of(day)) for name, unit, day in events if day <= as_of)


def _of_conduct(
    commendations: Iterable[PublicCommendation], criticisms: Iterable[PublicCriticism]
) -> Iterator[Event]:
    for praised in commendations:
        if praised.approved_on and not praised.taken_back:
            yield "commended_cases", praised.unit_id, praised.approved_on
    for blamed in criticisms:
        if blamed.approved_on and not blamed.taken_back:
            yield "criticised_cases", blamed.unit_id, blamed.approved_on
            if blamed.measure != CRITICISM and blamed.subject_kind == "person":
                yield "disciplined_people", blamed.unit_id, blamed.approved_on


def _of_inspections(inspections: Iterable[Inspection]) -> Iterator[Event]:
    for visit in inspections:
        if visit.held_on:
            yield "held_inspections", visit.unit_id, visit.held_on
