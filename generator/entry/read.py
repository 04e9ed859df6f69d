"""A cell as people typed it becomes the cell of the file: one place for every way of data entry."""

import re
from datetime import date, time, timedelta

from generator.entry.cells import Cell, Unread, as_typed, is_blank
from generator.entry.choices import Choices
from generator.entry.columns import EntryColumn
from generator.entry.days import read_day
from generator.entry.meant import code_of, codes_of
from generator.entry.moments import read_moment
from generator.entry.numbers import read_number, read_whole
from generator.entry.periods import read_quarter, read_week
from generator.entry.words import DASHES, clean, says_nothing

MOST_LETTERS = 2_000
MOST_LOST_ZEROS = 6
MOST_DIGITS = 20
"""No dot of a code stands behind more digits."""
_DITTO = frozenset(('"', "''", "”", "“", "〃", "//", "nt", "n.t", "như trên"))
"""What people write for what stands in the row above."""
_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")


def read_cell(column: EntryColumn, cell: Cell, day: date | None = None) -> str:
    """The file's text of a cell; empty when it is blank. Raises Unread.

    `day` is that of the record, when names have meant different things at different times.
    """
    if is_blank(cell):
        return ""
    if isinstance(cell, str):
        if _ERROR.fullmatch(cell.strip()):
            raise Unread("error-value", value=cell.strip())
        if len(cell) > MOST_LETTERS:
            raise Unread("too-long", count=len(cell))
        text = clean(cell)
        cell = text.replace("\n", ";") if column.kind == "several" else " ".join(text.split())
        if cell.lower().strip("-–") in _DITTO:
            raise Unread("ditto", value=cell)
        if not (column.choices and column.choices.candidates(cell)):
            _require_words(column, cell)
    return _read(column, cell, day)


def _require_words(column: EntryColumn, text: str) -> None:
    """Stop at a text that says nothing: such a cell is to be blank. Raises Unread."""
    if not any(map(str.isalnum, text)):
        raise Unread("no-words", value=text)
    if says_nothing(text, is_free=column.kind == "text"):
        is_number = column.kind in ("whole", "number")
        raise Unread("number-nothing" if is_number else "nothing-said", value=text)


def _read(column: EntryColumn, cell: Cell, day: date | None) -> str:
    choices = column.choices
    match column.kind:
        case "choice" if choices:
            return _choice(choices, cell, day)
        case "several" if choices:
            return ";".join(codes_of(choices, as_typed(cell), day))
        case "day":
            return read_day(cell).isoformat()
        case "moment":
            return read_moment(cell)
        case "quarter":
            return read_quarter(cell)
        case "week":
            return read_week(cell)
        case "whole":
            return str(read_whole(cell, column.field.title))
        case "number":
            return f"{read_number(cell):f}"
    return _text(column, cell)


def _choice(choices: Choices, cell: Cell, day: date | None) -> str:
    if isinstance(cell, bool):
        return code_of(choices, "true" if cell else "false", day)
    if isinstance(cell, date):
        raise Unread("text-is-day", value=as_typed(cell))
    if isinstance(cell, float | int):
        number = as_typed(cell)
        return choices.code_of_number(number) or code_of(choices, number, day)
    return code_of(choices, as_typed(cell), day)


def _text(column: EntryColumn, cell: Cell) -> str:
    """A free text; what a spreadsheet has made of it is made good where that is certain."""
    if isinstance(cell, date | time | timedelta):
        raise Unread("text-is-day", value=as_typed(cell))
    text, pattern = as_typed(cell), column.field.pattern
    if pattern is None or re.search(pattern, text):
        return text
    if re.search(pattern, lower := text.lower().translate(DASHES)):
        return lower
    text = text.replace(",", ".")
    if text.replace(".", "").isdecimal():
        fitting = [form for form in _lost_signs(text) if re.search(pattern, form)]
        if len(fitting) == 1:
            return fitting[0]
    raise Unread("pattern-wrong", value=as_typed(cell), about=column.field.description)


def _lost_signs(text: str) -> list[str]:
    """The forms that a number may have had before its outer zeros or its dot were lost."""
    before = [text.zfill(len(text) + count) for count in range(1, MOST_LOST_ZEROS + 1)]
    behind = [text + "0" * count for count in range(1, MOST_LOST_ZEROS + 1)]
    places = range(1, min(len(text), MOST_DIGITS))
    dotted = [f"{text[:place]}.{text[place:]}" for place in places]
    return [text, *behind] if "." in text else [*before, *dotted]
