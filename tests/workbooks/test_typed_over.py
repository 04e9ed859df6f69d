"""What was typed over a hint or a sample row of the workbook is no sample: it comes back marked."""

from pathlib import Path

import pytest

from generator.app.entry_template import make_template
from generator.workbooks.entry_sheet import MARK_HEADING
from generator.workbooks.open_file import grids_of
from worlds.clerk import FILE, RECORD, TITLES, Clerk, Marked, Rows
from worlds.command import congkhai
from worlds.paths import DATA
from worlds.sheets import NS, sheet_parts
from worlds.small import SMALL

SHEET = "Nêu gương"
LAID = make_template(SMALL, DATA)
GRID = next(grid for grid in grids_of("so.xlsx", LAID) if grid.name == SHEET)
ABOVE = {"the hint": 1, "the first sample": 2, "the second sample": 3}


def laid() -> Rows:
    """The first rows of the sheet as the workbook has them."""
    return [list(row) for row in GRID.rows[:5]]


@pytest.mark.parametrize("row", ABOVE.values(), ids=list(ABOVE))
def test_a_record_over_a_row_that_is_not_taken_comes_back(tmp_path: Path, row: int) -> None:
    clerk, rows = Clerk.at(tmp_path), laid()
    for place, title in enumerate(rows[0]):
        if (name := str(title).removesuffix(" *")) in TITLES:
            rows[row][place] = RECORD[name]
    told = clerk.send(clerk.filled(rows))
    assert told.status == 1 and clerk.is_as_before(), told.said
    copy = Marked(tmp_path / "sổ-can-sua.xlsx")
    assert set(copy.notes()) == {f"A{row + 1}"}
    assert f"“{MARK_HEADING}”" in copy.notes()[f"A{row + 1}"] and "hãy xóa chữ" in told.said
    rows[row] = [RECORD.get(str(title).removesuffix(" *")) for title in rows[0]]
    told = clerk.send(clerk.filled(rows))
    assert told.status == 0 and b"ng-2018-004" in (clerk.data / FILE).read_bytes(), told.said


def test_a_sample_with_a_cell_or_two_of_ones_own_is_still_one(tmp_path: Path) -> None:
    clerk, rows = Clerk.at(tmp_path), laid()
    rows[2][rows[0].index("Thành tích *")] = "Việc khác"
    told = clerk.send(clerk.filled(rows))
    assert told.status == 0 and "chưa ghi bản ghi nào" in told.said and clerk.is_as_before()


@pytest.mark.parametrize("unit", [[], ["--unit", "p-dong-tho"]], ids=["of all", "of a unit"])
def test_a_workbook_in_which_nobody_has_typed_is_told_so(tmp_path: Path, unit: list[str]) -> None:
    made = congkhai("template", *unit, "--data", DATA, at=tmp_path)
    told = congkhai("import", "so.xlsx", "--dry-run", "--data", DATA, at=tmp_path)
    said = "Không có gì thay đổi" if unit else "sổ chưa ghi bản ghi nào"
    assert made.status == told.status == 0 and said in told.said, told.said


@pytest.mark.parametrize("name", list(sheet_parts(LAID))[1:-1])
def test_nothing_can_be_typed_above_the_first_row_to_be_filled_in(name: str) -> None:
    (rule,) = sheet_parts(LAID)[name].xpath(
        "//m:dataValidation[starts-with(@sqref, 'A2:')]", namespaces=NS
    )
    assert rule.xpath("string(m:formula1)", namespaces=NS) == "FALSE"
    last = int("".join(filter(str.isdecimal, rule.get("sqref").partition(":")[2])))
    assert f"từ dòng {last + 1}" in rule.get("error")
