"""Civil Code 2015, articles 147 and 148: working days are counted by a calendar that knows them."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.check.calendar_years import known_years, year_missing
from generator.check.context import CheckContext
from generator.check.declared_days import declared_days
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.problem import Problem


@Rule
def years_of_reports(context: CheckContext) -> Iterator[Problem]:
    """A document of a year that the calendar lacks: no day its reports were due on can be told."""
    known = known_years(context)
    for number, item in enumerate(context.city.directives) if known else ():
        if item.duties.reports and item.begins_on.year < known[0]:
            field = "valid_from" if item.valid_from else "issued_on"
            yield _year_of_settings(f"directives.{number}.{field}", item.begins_on, known)


@Rule
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


@Rule
def years_of_duties(context: CheckContext) -> Iterator[Problem]:
    """A duty of a year before the calendar's: how late it is cannot be told."""
    known = known_years(context)
    for given in declared_days(context, lambda column: column.counted_from) if known else ():
        if given.day.year < known[0]:
            place = (given.kind, given.row, given.column)
            yield year_missing(context, given.day.year, known, place)
