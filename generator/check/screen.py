"""A quick look at a table before frictionless goes through it row by row.

The readers are those of frictionless itself, asked once for each different value of a column
instead of once for each cell. A table that passes has nothing wrong in it; one that does not is
handed over to frictionless, which alone says what is wrong and where.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import frictionless


class Column:
    """What frictionless says of each different value of one column."""

    def __init__(self, field: Any) -> None:
        """`field` is a field of a frictionless schema."""
        self._read = field.create_cell_reader()
        self._values: dict[str, Any] = {}

    def value(self, cell: str) -> Any:
        """The typed value of a cell, None when it is blank. Raises ValueError when it is wrong."""
        if cell not in self._values:
            value, notes = self._read(cell)
            if notes:
                raise ValueError(cell)
            self._values[cell] = value
        return self._values[cell]


def is_sound(
    schema: frictionless.Schema, rows: Iterable[list[str]], references: Mapping[str, set[Any]]
) -> bool:
    """True when every row has its width, its cells, its key and its references right.

    `references` are the typed values that a column may point to, by the column's name.
    """
    if any("unique" in field.constraints for field in schema.fields):
        return False
    try:
        return all(_keys_and_references(schema, rows, references))
    except ValueError:
        return False


def _keys_and_references(
    schema: frictionless.Schema, rows: Iterable[list[str]], references: Mapping[str, set[Any]]
) -> Iterable[bool]:
    """Row by row whether it holds. Raises ValueError at a cell that is wrong."""
    names = [field.name for field in schema.fields]
    columns = [Column(field) for field in schema.fields]
    key_places = [names.index(name) for name in schema.primary_key]
    pointing = [(names.index(name), known) for name, known in references.items()]
    seen: set[tuple[Any, ...]] = set()
    for cells in rows:
        values = [column.value(cell) for column, cell in zip(columns, cells, strict=False)]
        if key_places:
            key = tuple(values[place] for place in key_places if place < len(values))
            yield key not in seen and any(part is not None for part in key)
            seen.add(key)
        yield len(cells) == len(names) and any(value is not None for value in values)
        for place, known in pointing:
            yield values[place] is None or values[place] in known
