"""The hidden sheet from which the drop-downs of an entry workbook take their choices."""

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from generator.entry.columns import EntryColumn
from generator.entry.written import offered

NAME = "Danh mục"


class Lists:
    """One column a list; equal lists are written once.

    Each has a name of its own: Excel keeps a drop-down of another sheet only so where every program
    can read it.
    """

    def __init__(self, book: Any, sheet: Any) -> None:
        """`sheet` is the empty sheet that is to hold them."""
        self.book, self.sheet = book, sheet
        self.names: dict[tuple[str, ...], str] = {}

    def name(self, column: EntryColumn) -> str:
        """The name of the list of a column's choices; empty when it offers none."""
        choices = tuple(offered(column))
        if choices and choices not in self.names:
            self.names[choices] = self._written(choices)
        return self.names.get(choices, "")

    def _written(self, choices: tuple[str, ...]) -> str:
        place = len(self.names)
        name, letter = f"danh_muc_{place + 1}", xl_col_to_name(place)
        for row, choice in enumerate(choices):
            self.sheet.write_string(row, place, choice)
        area = f"'{NAME}'!${letter}$1:${letter}${len(choices)}"
        self.book.define_name(name, f"={area}")
        return name
