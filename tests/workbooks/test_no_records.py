"""Below the headings of any dataset, what is no record is left aside or told of once, whole."""

from datetime import date

import pytest

from generator.app.entry_import import Import
from generator.app.entry_told import HEADINGS_ALONE, NOTHING_TYPED, nothing_told, told_notes
from generator.entry.cells import Cell
from generator.entry.columns import EntryDataset
from generator.model.datasets import DATASETS
from generator.workbooks.grid import Grid
from generator.workbooks.headings import ENOUGH, heading_of
from generator.workbooks.no_records import GROUP, NUMBERS, TOTAL
from generator.workbooks.typed_rows import OTHER_TABLE, SheetRows, sheet_rows
from worlds.sheets import shipped_desk

TODAY = date(2018, 12, 31)
Row = list[Cell]


def read(entry: EntryDataset, *rows: Row) -> SheetRows:
    """What is read below the headings of a dataset."""
    desk = shipped_desk()
    grid = Grid(entry.dataset.title, [[c.field.title for c in entry.columns], *rows])
    heading = heading_of(grid, [entry])
    assert heading
    return sheet_rows(grid, heading, TODAY, [desk.entry(name) for name in desk.names])


def entry_of(dataset: str) -> EntryDataset:
    return shipped_desk().entry(dataset)


LEFT: dict[str, tuple[Row, str]] = {
    "total": (["Tổng cộng", None, 12.0], TOTAL),
    "sum": ([None, "Cộng: 3 dòng"], TOTAL),
    "numbers in brackets": (["(1)", "(2)", "(3)", "(4)=(2)+(3)"], NUMBERS),
    "numbers": ([1.0, 2.0, 3.0, 4.0], NUMBERS),
    "letters first": (["A", "B", "1", "2", "3"], NUMBERS),
    "a group": (["II", "Khối phường, xã"], GROUP),
}


@pytest.mark.parametrize("kind", LEFT)
def test_what_sums_up_counts_or_names_is_left_aside(kind: str) -> None:
    row, why = LEFT[kind]
    wide = [entry for entry in map(entry_of, DATASETS) if len(entry.columns) >= len(row)]
    found = {entry.dataset.name: read(entry, row) for entry in wide}
    assert found
    assert {name: (told.rows, told.left) for name, told in found.items()} == dict.fromkeys(
        found, ((), {1: why})
    )


SIGNED = ("Thanh Hóa, ngày 31 tháng 12 năm 2018", "TRƯỞNG PHÒNG")


def needed_in(entry: EntryDataset) -> int:
    """How many columns beside the key must be filled in."""
    keys = entry.dataset.primary_key
    return sum(column.field.required and column.name not in keys for column in entry.columns)


def test_a_signature_is_told_of_once_a_row() -> None:
    asking = [entry for entry in map(entry_of, DATASETS) if needed_in(entry) >= ENOUGH]
    assert asking
    for entry in asking:
        blank: Row = [None] * (len(entry.columns) - 1)
        found = read(entry, *([*blank, text] for text in SIGNED))
        told = [(row.refused and row.refused.code, row.cells, row.unread) for row in found.rows]
        assert told == [("row-no-record", {}, {})] * len(SIGNED), entry.dataset.name


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_second_table_is_told_of_where_it_begins(dataset: str) -> None:
    other = entry_of("recommendations" if dataset != "recommendations" else "inspections")
    titles: Row = [column.field.title for column in other.columns]
    found = read(entry_of(dataset), titles, ["kn-2018-99", "x", "y"], ["kn-2018-98"])
    assert [row.refused and row.refused.code for row in found.rows] == ["row-other-table"]
    assert other.dataset.title in str(found.rows[0].refused)
    assert found.left == dict.fromkeys((2, 3), OTHER_TABLE)


@pytest.mark.parametrize("dataset", DATASETS)
def test_names_of_columns_alone_are_told_with_their_sheet(dataset: str) -> None:
    entry = entry_of(dataset)
    for below in ([], [[]], [[None, " "]]):
        found = Import((), (), (read(entry, *below),), (), {}, ())
        assert told_notes(found) == HEADINGS_ALONE.format(entry.dataset.title)
        assert nothing_told(found) == NOTHING_TYPED
