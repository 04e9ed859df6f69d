"""One cell as a spreadsheet gives it, and why it cannot be read."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path

from generator.model.own_yaml import own_yaml
from generator.model.problems import visible

Cell = str | float | bool | date | datetime | time | timedelta | None
"""A cell's value: dates as a spreadsheet knows them, numbers as floats, no value as None."""
MOST_TOLD = 500
"""So many letters of a cell stand in a sentence."""
SENTENCES = Path(__file__).with_name("sentences.yaml")


class Unread(Exception):
    """A cell that cannot be understood; `str()` says why and what to do, in Vietnamese."""

    def __init__(self, code: str, **values: object) -> None:
        """`code` is a key of sentences.yaml, whose sentence `values` fill."""
        super().__init__(code, values)
        self.code, self.values = code, values

    def __str__(self) -> str:
        """Get the sentence; whoever only tries what a cell may be asks for none."""
        return sentence(self.code, self.values)


def sentence(code: str, values: Mapping[str, object]) -> str:
    """The sentence of a code. Raises KeyError for one that has none."""
    told = {name: visible(str(value), MOST_TOLD) for name, value in values.items()}
    return str(own_yaml(SENTENCES)[code]).format_map(told)


def as_typed(cell: Cell) -> str:
    """A cell as text, as a person sees it: 3 for 3.0, 06/03/2018 for a day, Có for true."""
    match cell:
        case None:
            return ""
        case bool():
            return "Có" if cell else "Không"
        case float() | int():
            return str(int(cell)) if cell == int(cell) and abs(cell) < 1e15 else repr(cell)
        case datetime():
            day = f"{cell:%d/%m/%Y}"
            return day if cell.time() == time() else f"{day} {cell:%H:%M}"
        case date():
            return f"{cell:%d/%m/%Y}"
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """True for a cell in which nothing can be seen."""
    return cell is None or (isinstance(cell, str) and not cell.strip("\u00a0\u200b\ufeff \t\r\n"))
