"""Plain logic: two settings that speak of one thing do not contradict each other."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.policy_settings import DisciplinaryMeasure
from generator.model.problem import Problem
from generator.model.settings import City

INDICATORS = "duties.reports.indicators"
DIRECTIVE = "directives.{}"
MEASURE = "disciplinary_measures.{}"


@Rule
def days_in_order(context: CheckContext) -> Iterator[Problem]:
    """A day after another that it cannot be after."""
    for field, day, other_field, other in _ordered_days(context.city):
        if day > other:
            yield file_problem(
                "setting-order",
                SETTINGS_FILE,
                field=field,
                value=day.isoformat(),
                other=other.isoformat(),
                other_field=other_field,
            )


def _ordered_days(city: City) -> Iterator[tuple[str, date, str, date]]:
    """The earlier setting and its day, then the later one and its day."""
    for number, directive in enumerate(city.directives):
        name = DIRECTIVE.format(number)
        yield f"{name}.issued_on", directive.issued_on, f"{name}.valid_from", directive.begins_on
        if directive.valid_to:
            yield f"{name}.valid_from", directive.begins_on, f"{name}.valid_to", directive.valid_to
        if cut := directive.duties.cut:
            yield f"{name}.duties.cut.baseline_on", cut.baseline_on, "as_of", city.as_of
    for number, measure in enumerate(city.disciplinary_measures):
        name = MEASURE.format(number)
        if measure.valid_to:
            yield f"{name}.valid_from", measure.valid_from, f"{name}.valid_to", measure.valid_to


@Rule
def said_once(context: CheckContext) -> Iterator[Problem]:
    """A sign of an announcer, a clause, a unit or a disciplinary form that comes twice."""
    known: dict[tuple[str, str], str] = {}
    for field, kind, value in _signs(context.city):
        other_field = known.setdefault((kind, value), field)
        if other_field != field:
            yield _twice(field, value, other_field)
    numbered = enumerate(context.city.disciplinary_measures)
    for (first, one), (second, other) in combinations(numbered, 2):
        if _meet(one, other):
            yield _twice(MEASURE.format(second), other.code, MEASURE.format(first))


def _signs(city: City) -> Iterator[tuple[str, str, str]]:
    """Where each value stands of which there is one, of what kind it is, and the value."""
    for number, voice in enumerate(city.radio.voices if city.radio else ()):
        yield f"radio.voices.{number}.id", "voice", voice.id
    for number, directive in enumerate(city.directives):
        name = DIRECTIVE.format(number)
        yield f"{name}.id", "directive", directive.id
        yield f"{name}.address", "address", directive.section
        for place, clause in enumerate(directive.clauses):
            yield f"{name}.clauses.{place}.clause", f"clause of {directive.id}", clause.clause
        for place, item in enumerate(directive.indicators):
            yield f"{name}.{INDICATORS}.{place}.id", f"indicator of {directive.id}", item.id
    for number, unit_id in enumerate(city.service.around_the_clock):
        yield f"service.around_the_clock.{number}", "unit", unit_id


def _meet(one: DisciplinaryMeasure, other: DisciplinaryMeasure) -> bool:
    """True when two rows say which law holds for one form, one person and one day."""
    first_end = min(row.valid_to or date.max for row in (one, other))
    return (
        one.code == other.code
        and bool(set(one.person_kinds) & set(other.person_kinds))
        and (one.posts == other.posts or "any" in (one.posts, other.posts))
        and max(one.valid_from, other.valid_from) <= first_end
    )


def _twice(field: str, value: str, other_field: str) -> Problem:
    return file_problem(
        "setting-twice", SETTINGS_FILE, field=field, value=value, other_field=other_field
    )


@Rule
def slot_long_enough(context: CheckContext) -> Iterator[Problem]:
    """A slot that its opening and closing music fill."""
    if (radio := context.city.radio) is None:
        return
    music = radio.jingles.opening.seconds + radio.jingles.closing.seconds
    if music >= radio.slot_minutes * 60:
        yield file_problem(
            "slot-too-short",
            SETTINGS_FILE,
            field="radio.slot_minutes",
            value=f"{radio.slot_minutes * 60:.0f}",
            other=f"{music:.0f}",
        )
