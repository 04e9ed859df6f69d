"""Every rule there is, and all that is looked for in a data folder besides.

The rules are the functions marked with `Rule` in the files of `rules/`; no list names them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from generator.check import rules
from generator.check.closed_quarters import check_closed_quarters
from generator.check.context import CheckContext
from generator.check.dossiers import check_dossiers
from generator.check.files import check_files
from generator.check.jumps import check_jumps
from generator.check.lost_keys import lost_keys
from generator.check.rule import Rule
from generator.check.rules.calendar import makeup_days, skipped_years
from generator.check.rules.service import hours_in_order
from generator.check.screen.rows import Rows
from generator.check.shape import check_shape
from generator.check.texts import check_open_texts, check_settings, check_texts
from generator.check.untyped_rows import check_untyped_rows
from generator.model.datasets import DOSSIERS
from generator.model.problem import Problem


def _rules() -> Iterator[Rule]:
    """The rules of every file in `rules/`, by the name of the file and their order in it."""
    for name in sorted(module.name for module in iter_modules(rules.__path__)):
        module = import_module(f"{rules.__name__}.{name}")
        for value in vars(module).values():
            if isinstance(value, Rule) and value.look.__module__ == module.__name__:
                yield value


RULES = tuple(_rules())


def of_records(context: CheckContext) -> Iterator[Problem]:
    """What there is to find without the screen: in all that is not as much as dossiers are."""
    yield from check_settings(context.city)
    yield from check_open_texts(context.contract, context.tables, context.memo)
    for rule in RULES:
        yield from rule(context)


def all_findings(
    data_dir: Path, context: CheckContext, rows: Mapping[str, Rows], already: Iterable[Problem]
) -> list[Problem]:
    """Every finding, in order. `rows` are those that may be wrong, by dataset; some is found
    `already`.
    """
    found = [*already, *_shaped(data_dir, context, rows)]
    found += check_texts(context.contract, rows)
    found += check_dossiers(context, rows[DOSSIERS])
    found += check_jumps(context, rows[DOSSIERS])
    found += check_closed_quarters(context, rows[DOSSIERS])
    return _in_order([*found, *lost_keys(context, found)], context)


def calendar_findings(
    data_dir: Path, context: CheckContext, rows: Mapping[str, Rows]
) -> list[Problem]:
    """What there is to find in the calendar and the office hours alone, in order."""
    found = _shaped(data_dir, context, rows)
    rules = (makeup_days, skipped_years, hours_in_order)
    return _in_order([*found, *(problem for rule in rules for problem in rule(context))], context)


def _shaped(data_dir: Path, context: CheckContext, rows: Mapping[str, Rows]) -> list[Problem]:
    found = [
        *check_files(data_dir, context.contract, context.tables),
        *check_shape(context.contract, context.tables, rows),
    ]
    return [*found, *check_untyped_rows(context, found)]


def _in_order(found: list[Problem], context: CheckContext) -> list[Problem]:
    """In order; what says no day of its own is found on the day on which it would be published."""
    today, of = context.city.as_of, context.city.city.jurisdiction
    dated = (replace(problem, on=problem.on or today, jurisdiction=of) for problem in found)
    return sorted(dated, key=lambda problem: (*problem.place, problem.code, *_told(problem)))


def _told(problem: Problem) -> list[str]:
    return [f"{name}={value}" for name, value in sorted(problem.values.items())]
