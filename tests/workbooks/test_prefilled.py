"""A unit's own workbook: it stands in every row already, and what it reports on a row each."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.app.entry_import import Import, make_import
from generator.app.entry_refused import EntryRefused
from generator.app.entry_template import make_template
from generator.workbooks import guide_sheet
from generator.workbooks.grid import Grid
from generator.workbooks.open_file import grids_of
from worlds.office import needs_office, saved_as
from worlds.paths import DATA
from worlds.sheets import shipped_desk, shipped_template, workbook

UNIT, QUARTER, REPORT = "p-dong-huong", "2018-Q4", "Nội dung báo cáo quý"
ASKED = [item.indicator for item in shipped_desk().city.asked_for(QUARTER)]
FIRST = 4
"""The first row below two samples."""


@cache
def made() -> bytes:
    """The newest quarter's workbook of a unit that has reported already."""
    return make_template(DATA, DATA, ["report_entries", "criticisms"], UNIT)


def sheet(name: str) -> Grid:
    return next(grid for grid in grids_of("so.xlsx", made()) if grid.name == name)


def filled(path: Path, indicator: str, **cells: object) -> Path:
    """The sheet of reports as somebody has typed cells of one row into it."""
    rows: list[list[Any]] = [list(row) for row in sheet(REPORT).rows]
    place = FIRST + [item.id for item in ASKED].index(indicator)
    columns = ["", "unit_id", "quarter", "indicator", "value", "text", "explanation"]
    for name, cell in cells.items():
        rows[place][columns.index(name)] = cell
    return workbook(path, {REPORT: rows})


def imported(path: Path) -> Import:
    return make_import(DATA, [(path.name, path.read_bytes())], DATA)


def test_each_indicator_has_a_row_with_our_own_count_beside() -> None:
    rows = sheet(REPORT).rows[FIRST : FIRST + len(ASKED)]
    assert [row[3] for row in rows] == [f"{i.title} (điểm {i.clause})" for i in ASKED]
    assert {(row[1], row[2]) for row in rows} == {("Phường Đông Hương", "Quý 4/2018")}
    (praise,) = [row for row in rows if str(row[3]).startswith("Số tập thể")]
    assert praise[4] == 0 and praise[8] == "2 trường hợp của đơn vị được nêu gương"


def test_a_unit_is_told_to_send_it_back_and_no_command() -> None:
    steps = [str(row[0]) for row in sheet(guide_sheet.NAME).rows]
    assert sum(guide_sheet.RETURNED in step for step in steps) == 1
    assert not any("congkhai" in step for step in steps)
    clerks = [str(row[0]) for row in grids_of("so.xlsx", shipped_template())[0].rows]
    assert sum(guide_sheet.OWN in step for step in clerks) == 1


def test_other_sheets_name_the_unit_in_the_rows_to_be_filled_in() -> None:
    head, *rows = sheet("Phê bình").rows
    place = [str(cell).rstrip(" *") for cell in head].index("Đơn vị")
    assert [row[place] for row in rows[FIRST - 1 :]] == ["Phường Đông Hương"] * 30


@needs_office
def test_a_spreadsheet_saves_what_a_unit_fills_in_and_it_comes_back(tmp_path: Path) -> None:
    path = filled(tmp_path / "so.xlsx", "khen-thuong", value=2, explanation="(xóa)")
    (saved,) = saved_as([path], "ods", tmp_path / "lưu")
    found = imported(saved)
    assert not found.has_errors
    (change,) = found.merges[0].changes
    assert change.key == (UNIT, QUARTER, "khen-thuong")
    assert {(c.column, c.after) for c in change.cells} == {("value", "2"), ("explanation", "")}


def test_what_nobody_has_touched_changes_nothing() -> None:
    found = make_import(DATA, [("so.xlsx", made())], DATA)
    assert not found.changes and not found.has_errors


def test_words_where_a_number_is_due_come_back_marked(tmp_path: Path) -> None:
    found = imported(filled(tmp_path / "so.xlsx", "quan-triet", text="Đã quán triệt đủ"))
    (mark,) = [m for marks in found.marks.values() for m in marks if m.severity == "error"]
    assert "được ghi bằng số" in mark.text


def test_a_quarter_is_of_one_unit() -> None:
    with pytest.raises(EntryRefused, match="một đơn vị"):
        make_template(DATA, DATA, ["report_entries"], quarter=QUARTER)
    with pytest.raises(EntryRefused, match="Quý"):
        make_template(DATA, DATA, ["report_entries"], UNIT, "mùa xuân")


def test_a_number_below_our_count_of_dossiers_is_asked_about_and_may_still_go_in(
    tmp_path: Path,
) -> None:
    found = imported(filled(tmp_path / "so.xlsx", "ho-so-qua-han", value=0))
    (mark,) = [mark for marks in found.marks.values() for mark in marks]
    assert (mark.severity, found.has_errors) == ("warning", False)
    assert "Đơn vị báo cáo 0, số liệu đã công bố có 13 hồ sơ quá hạn" in mark.text
    why = {"value": 0, "explanation": "Tính đến ngày 14/12"}
    assert not imported(filled(tmp_path / "sua.xlsx", "ho-so-qua-han", **why)).marks
