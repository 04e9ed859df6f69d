"""A cell of a file as people write it: the other way round than reading what they typed."""

from collections.abc import Iterable
from datetime import date, datetime

from generator.entry.cells import Cell, as_typed
from generator.entry.columns import EntryColumn, EntryDataset
from generator.model.record import parts

SEPARATOR = "; "


def shown(column: EntryColumn, cell: str) -> Cell:
    """What a sheet shows of a file's cell: days as days, names instead of codes."""
    if not cell:
        return None
    match column.kind:
        case "choice" if column.choices:
            return column.choices.shown(cell)
        case "several" if column.choices:
            return SEPARATOR.join(map(column.choices.shown, parts(cell)))
        case "day":
            return _day(cell)
        case "whole" | "number":
            return float(cell)
        case "moment":
            return _moment(cell)
        case "quarter":
            return f"Quý {cell[-1]}/{cell[:4]}"
        case "week":
            return f"Tuần {int(cell[-2:])}/{cell[:4]}"
    return cell


def shown_text(column: EntryColumn, cell: str) -> str:
    """What is shown of a cell, as a text; the cell itself where it cannot be read."""
    try:
        return as_typed(shown(column, cell))
    except ValueError:
        return cell


def shown_key(entry: EntryDataset, key: Iterable[str]) -> str:
    """A record's key in the words that people read, part by part."""
    named = zip(entry.dataset.primary_key, key, strict=True)
    return ", ".join(shown_text(entry.column(name), cell) for name, cell in named if cell)


def _day(cell: str) -> Cell:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return cell


def _moment(cell: str) -> Cell:
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        return cell
    timed = f"{moment:%d/%m/%Y %H:%M:%S}".removesuffix(":00")
    return timed if len(cell) > len("2018-10-06") else f"{moment:%d/%m/%Y}"


def offered(column: EntryColumn) -> Iterable[str]:
    """What a drop-down of the column offers."""
    return (choice.shown for choice in column.choices.offered) if column.choices else ()
