"""The calendar of days off."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.check.context import CheckContext
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.problems import Problem

SATURDAY = 5
COUNTED_FROM = (
    ("assignments", "due_on"),
    ("inspections", "planned_on"),
    ("recommendations", "sent_on"),
    ("recommendations", "due_on"),
    ("criticisms", "notified_on"),
    ("criticisms", "remedy_due_on"),
)
"""Days from which working days are counted, of what units owe."""


def makeup_days(context: CheckContext) -> Iterator[Problem]:
    """A make-up working day that was a working day anyway."""
    for row, day in context.numbered("calendar"):
        if day.status == "work" and day.date.weekday() < SATURDAY:
            yield context.found(
                "makeup-on-weekday", "calendar", row, "date", severity="warning", value=day.date
            )


def skipped_years(context: CheckContext) -> Iterator[Problem]:
    """A year without any row between two that have some: counting over it would be a guess."""
    if context.ids("calendar", "date") is None:
        return
    known = known_years(context)
    for year in range(known[0], known[-1]) if known else ():
        if year not in known:
            yield year_missing(context, year, known)


def years_of_reports(context: CheckContext) -> Iterator[Problem]:
    """A letter of a year that the calendar lacks: no day its reports were due on can be told."""
    letter, known = context.city.directive, known_years(context)
    if letter and known and letter.issued_on.year < known[0]:
        yield _year_of_settings("directive.issued_on", letter.issued_on, known)


def years_of_publishing(context: CheckContext) -> Iterator[Problem]:
    """The same for what the city has promised to publish since a day."""
    owed, known = context.city.publishing, known_years(context)
    if owed and known and owed.since.year < known[0]:
        yield _year_of_settings("publishing.since", owed.since, known)


def _year_of_settings(field: str, day: date, known: Sequence[int]) -> Problem:
    years = ", ".join(map(str, known))
    return file_problem(
        "calendar-year-missing", SETTINGS_FILE, field=field, value=str(day.year), known=years
    )


def years_of_duties(context: CheckContext) -> Iterator[Problem]:
    """A duty of a year before the calendar's: how late it is cannot be told."""
    known = known_years(context)
    for dataset, field in COUNTED_FROM if known else ():
        for row, record in context.numbered(dataset):
            day = getattr(record, field)
            if day and day.year < known[0]:
                yield year_missing(context, day.year, known, (dataset, row, field))


def known_years(context: CheckContext) -> list[int]:
    """The years that have a row, in order."""
    return sorted({day.date.year for day in context.world.calendar})


def year_missing(
    context: CheckContext,
    year: int,
    known: Sequence[int],
    place: tuple[str, int | None, str | None] = ("calendar", None, None),
) -> Problem:
    """The finding that a year has no days off; `place` is dataset, row, field that need it."""
    told = ", ".join(str(item) for item in known) or "-"
    return context.found("calendar-year-missing", *place, value=year, known=told)
