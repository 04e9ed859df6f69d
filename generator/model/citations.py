"""What a record says of the document behind it, and which of the settings' documents it means."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol

from generator.model.directives import Directive, last_day
from generator.model.duty_names import DutyName


class Citation(NamedTuple):
    """What a record says of the document that it rests on, or whose duty it fulfils.

    `day` is the record's, and `since` the first day on which the document may have been in force
    for it, where that is another; None where the record tells no day. `duty` is what a document
    must set to be meant at all, `quarter` what a report is of.
    """

    directive: str | None
    clause: str | None = None
    day: date | None = None
    since: date | None = None
    duty: DutyName | None = None
    quarter: str | None = None


class Citing(Protocol):
    """A record that rests on a document of the settings, or fulfils what one orders."""

    @property
    def directive(self) -> str | None:
        """The id of the document, where the record names it."""

    @property
    def citation(self) -> Citation | None:
        """What it says of that document; None when it is of a document outside the settings."""


def meant(directives: Iterable[Directive], said: Citation) -> tuple[Directive, ...]:
    """The documents that a record can mean: the one it names, or each that orders it on its day.

    Of several, those that can have its point. A record that fulfils no duty, of a day on which no
    document was in force, can mean any.
    """
    every = tuple(directives)
    if said.directive:
        return tuple(item for item in every if item.id == said.directive)
    fitting = tuple(item for item in every if fits(item, every, said._replace(since=said.day)))
    found = fitting if fitting or said.duty else every
    return tuple(item for item in found if _can_have(item, said.clause)) or found


def fits(item: Directive, every: Iterable[Directive], said: Citation) -> bool:
    """True when a document was in force as the record says, and sets the duty that it fulfils."""
    if said.duty and item.duty(said.duty) is None:
        return False
    if said.quarter:
        return _reports_on(item, every, said.quarter)
    since = said.since or said.day
    return since is None or (
        item.begins_on <= (said.day or since) and since <= last_day(item, every)
    )


def _reports_on(item: Directive, every: Iterable[Directive], quarter: str) -> bool:
    day = item.duties.reports.day_of(quarter) if item.duties.reports else None
    return day is not None and item.begins_on <= day <= last_day(item, every)


def _can_have(item: Directive, clause: str | None) -> bool:
    return not clause or not item.clauses or clause in item.clause_numbers
