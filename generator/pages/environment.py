"""The Jinja environment of every template: autoescaped, strict, with the words that all share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.edition.bulletin_words import running_time
from generator.ledger.words import edition_url
from generator.model.capitals import capitalize_first, mid_sentence
from generator.model.text import (
    judged_percent,
    quarter_of,
    slug,
    vn_date,
    vn_month,
    vn_number,
    vn_percent,
    vn_quarter,
    vn_weekday,
    with_unit,
)
from generator.output.memo import NO_MEMO, Memo
from generator.pages.addresses import TASKS, procedure_url, unit_url, url_of
from generator.pages.bytecode import CompiledTemplates
from generator.pages.clauses import clause_key
from generator.pages.directive.words import by_clause, report_day, under
from generator.pages.layout import Layout
from generator.pages.marks import cell, row_of
from generator.pages.procedures.limits import days_words, limit_text
from generator.pages.readings import without_result, without_result_count, without_result_share

FUNCTIONS = (
    clause_key,
    report_day,
    under,
    days_words,
    edition_url,
    without_result,
    without_result_count,
    without_result_share,
    limit_text,
    procedure_url,
    row_of,
    running_time,
    unit_url,
    url_of,
)
"""What every template may call by its own name: values in words, and addresses."""


_THEME = "theme"


def templates(folder: Path, memo: Memo = NO_MEMO) -> Environment:
    """The environment over a templates folder; an undefined name raises.

    With a memo it is the same one as in the last build while no template has changed.
    """
    compiled = memo.reuse("compiled templates", tuple, CompiledTemplates)
    return memo.reuse(
        "templates",
        lambda: tuple((path, memo.digest(path)) for path in _files(folder)),
        lambda: _environment(folder, compiled),
    )


def theme_file(environment: Environment, path: str) -> str:
    """The text of a file that every engine's pages share, as it lies among the templates."""
    assert environment.loader
    return environment.loader.get_source(environment, f"{_THEME}/{path}")[0]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _environment(folder: Path, compiled: CompiledTemplates) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        auto_reload=False,
        bytecode_cache=compiled,
        extensions=[Layout],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["TASKS"] = TASKS
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    environment.globals |= {function.__name__: function for function in FUNCTIONS}
    environment.filters |= {
        "vn_date": _optional(vn_date),
        "vn_number": vn_number,
        "judged_percent": judged_percent,
        "vn_percent": vn_percent,
        "vn_month": vn_month,
        "vn_quarter": vn_quarter,
        "vn_weekday": vn_weekday,
        "with_unit": with_unit,
        "quarter_of": quarter_of,
        "mid_sentence": mid_sentence,
        "capitalize_first": capitalize_first,
        "slug": slug,
        "cell": cell,
        "by_clause": by_clause,
        "by_word": lambda name: Markup("_<wbr>").join(name.split("_")),
    }
    return environment


def _optional(show: Callable[[date], str]) -> Callable[[date | None], str]:
    """Shows a date, and nothing for none."""
    return lambda day: "" if day is None else show(day)
