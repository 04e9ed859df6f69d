"""The pictures of the guides as they are declared, and what is recorded of each.

A picture is made anew by `PYTHONPATH=tests .venv/bin/python -m guides`. Letters differ from machine
to machine, and so do pixels; what a picture shows and where does not: that is recorded, line by
line, in `tests/golden/guides/`, and held by `tests/browser/test_guides.py`.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.model.own_yaml import own_yaml
from worlds.paths import ROOT

DECLARED = Path(__file__).with_name("pictures.yaml")
RECORDS = ROOT / "tests" / "golden" / "guides"
MOST_BYTES = 40_000
NEAR = 14
"""Pixels by which a line may stand elsewhere on another machine."""
_LINE = re.compile(r"^(?P<box>-?\d+ -?\d+ \d+ \d+) (?P<text>.*)$")


class _Picture(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OfPage(_Picture):
    """Parts of a page of the published site, with all that lies between them, at a width.

    `form` is true of a page of the form on one's own machine.
    """

    page: str
    form: bool = False
    parts: tuple[str, ...]
    width: int = 412


class OfSheet(_Picture):
    """Cells of a sheet of a workbook in the clerk's folder, `without` some rows of them."""

    book: str
    sheet: str
    cells: str
    without: tuple[int, ...] = ()


Picture = OfPage | OfSheet


def declared() -> Mapping[str, Picture]:
    """Every picture by its name."""
    found = own_yaml(DECLARED).items()
    return {name: OfPage(**told) if "page" in told else OfSheet(**told) for name, told in found}


def record_file(name: str) -> Path:
    """Where it is recorded what a picture shows."""
    return RECORDS / f"{name}.txt"


def differences(then: Sequence[str], now: Sequence[str]) -> list[str]:
    """What another picture would show: lines that are gone or new, or stand elsewhere."""
    if [_text(line) for line in then] != [_text(line) for line in now]:
        gone = [f"- {line}" for line in then if _text(line) not in map(_text, now)]
        new = [f"+ {line}" for line in now if _text(line) not in map(_text, then)]
        return [*gone, *new] or ["another order"]
    pairs = zip(then, now, strict=True)
    return [f"{before} → {after}" for before, after in pairs if not _is_near(before, after)]


def _text(line: str) -> str:
    found = _LINE.match(line)
    return found["text"] if found else line


def _is_near(one: str, other: str) -> bool:
    boxes = [_LINE.match(line) for line in (one, other)]
    if None in boxes:
        return one == other
    first, second = ([int(n) for n in box["box"].split()] for box in boxes if box)
    return all(abs(a - b) <= NEAR for a, b in zip(first, second, strict=True))
