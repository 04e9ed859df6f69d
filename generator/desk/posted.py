"""What a form sends: the fields of a page, and what was typed into those of a record."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from generator.app.desk_enter import Typed
from generator.app.desk_form import Key, joined, widget_of
from generator.entry.columns import EntryDataset

CELL, KEY, NUMBER, OPENED, ACTION = "o.", "khoa", "thu", "goc", "viec"
"""The names of fields: a cell's begins so; the record's key; which of several records of one key;
the record as it was opened."""
MOST_FIELDS = 2_000


class Unreadable(Exception):
    """What was sent is none of our forms."""


@dataclass(frozen=True)
class Posted:
    """The fields of a form, each with all that it holds."""

    fields: Mapping[str, tuple[str, ...]]

    def one(self, name: str) -> str:
        """What a field holds; empty where there is none."""
        return next(iter(self.fields.get(name, ())), "")

    def every(self, name: str) -> tuple[str, ...]:
        """All that the fields of a name hold."""
        return self.fields.get(name, ())

    def typed(self, entry: EntryDataset) -> Typed:
        """What was typed into the form of a dataset. Raises Unreadable."""
        return Typed(
            entry.dataset.name,
            self.every(KEY) or None,
            _opened(self.one(OPENED)),
            {
                column.name: joined(self.every(CELL + column.name))
                if widget_of(column) == "boxes"
                else self.one(CELL + column.name)
                for column in entry.columns
                if widget_of(column) == "boxes" or CELL + column.name in self.fields
            },
            number_in(self.one(NUMBER)),
        )


def read_form(body: bytes) -> Posted:
    """The fields of a form as a browser sends it. Raises Unreadable."""
    fields: dict[str, tuple[str, ...]] = {}
    try:
        found = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=bool(body),
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise Unreadable(str(error)) from error
    for name, value in found:
        fields[name] = (*fields.get(name, ()), value)
    return Posted(fields)


def _opened(text: str) -> Mapping[str, str]:
    """The record as it stood when its form was opened; nothing of a new one."""
    try:
        row = json.loads(text or "{}")
    except ValueError as error:
        raise Unreadable(str(error)) from error
    if not isinstance(row, dict) or not all(isinstance(cell, str) for cell in row.values()):
        raise Unreadable(text)
    return row


def written_opened(row: Mapping[str, str]) -> str:
    """A record as it goes with its form."""
    return json.dumps(row, ensure_ascii=False)


def number_in(text: str) -> int:
    """The number that tells a record from others of its key; 0 where none is given."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def record_address(
    name: str,
    key: Key,
    number: int = 0,
    more: Iterable[tuple[str, str]] = (),
    *,
    deed: str = "sua",
) -> str:
    """Where a record is amended, or another deed is done to it."""
    told = [(NUMBER, str(number))] if number else []
    return f"/bo/{name}/{deed}?{urlencode([*((KEY, part) for part in key), *told, *more])}"
