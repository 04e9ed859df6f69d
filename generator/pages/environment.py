"""The Jinja environment of every template: autoescaped, strict, with the words that all share."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.edition.bulletin_words import running_time
from generator.ledger.words import edition_url, spaced_code
from generator.model.text import (
    lower_first,
    quarter_of,
    slug,
    vn_date,
    vn_number,
    vn_percent,
    vn_quarter,
)
from generator.pages.addresses import procedure_url, record_url, unit_url
from generator.pages.bytecode import Compiled
from generator.pages.layout import Layout
from generator.pages.procedures.limits import days_words, limit_text
from generator.pages.readings import endings_cell

_COMPILED = Compiled()
FUNCTIONS = (
    days_words,
    edition_url,
    endings_cell,
    limit_text,
    procedure_url,
    record_url,
    running_time,
    spaced_code,
    unit_url,
)
"""What every template may call by its own name: values in words, and addresses."""


def templates(folder: Path) -> Environment:
    """The environment over a templates folder; an undefined name raises.

    The same one as before while no template has changed, so that each is compiled once.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return _templates(folder, tuple((path, *_state(path)) for path in files))


def _state(file: Path) -> tuple[int, int, str]:
    """What tells a file's content, and the moment it was put there, from any other."""
    status = file.stat()
    return status.st_mtime_ns, status.st_ctime_ns, sha256(file.read_bytes()).hexdigest()


@lru_cache(maxsize=2)
def _templates(folder: Path, _files: tuple[tuple[Path, int, int, str], ...]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        auto_reload=False,
        bytecode_cache=_COMPILED,
        extensions=[Layout],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    environment.globals |= {function.__name__: function for function in FUNCTIONS}
    environment.filters |= {
        "vn_date": _optional(vn_date),
        "vn_number": vn_number,
        "vn_percent": lambda *share: vn_percent(*share).replace(" %", "\u00a0%"),
        "vn_quarter": vn_quarter,
        "quarter_of": quarter_of,
        "lower_first": lower_first,
        "capitalize_first": lambda text: text[:1].upper() + text[1:],
        "slug": slug,
    }
    return environment


def _optional(show: Callable[[date], str]) -> Callable[[date | None], str]:
    """Shows a date, and nothing for none."""
    return lambda day: "" if day is None else show(day)
