"""What a workbook shows as #REF! is neither blank nor a text: it comes back to be mended."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from generator.workbooks.open_file import grids_of
from generator.workbooks.xls_errors import failed_in_xls
from worlds.clerk import RECORD, Clerk
from worlds.office import needs_office, saved_as


def book(path: Path, failed: str, shown: str = "#REF!") -> Path:
    """Her sheet with one cell whose formula has failed."""
    with xlsxwriter.Workbook(str(path)) as made:
        sheet, day = made.add_worksheet("Nêu gương"), made.add_format({"num_format": "dd/mm/yyyy"})
        for place, (title, cell) in enumerate(({**RECORD, failed: shown}).items()):
            sheet.write(0, place, title)
            if title == failed:
                sheet.write_formula(1, place, "=#REF!", None, shown)
            elif isinstance(cell, date):
                sheet.write_datetime(1, place, cell, day)
            else:
                sheet.write_string(1, place, str(cell))
    return path


@pytest.mark.parametrize("shown", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?"])
def test_a_failed_formula_stands_as_excel_shows_it(tmp_path: Path, shown: str) -> None:
    path = book(tmp_path / "so.xlsx", "Thành tích", shown)
    (grid,) = grids_of("so.xlsx", path.read_bytes())
    (spot,) = grid.unread
    assert grid.cell(*spot) == shown and spot == (1, list(RECORD).index("Thành tích"))


@pytest.mark.parametrize("title", ["Thành tích", "Căn cứ"])
def test_it_is_told_at_its_cell_whether_the_cell_may_be_blank_or_not(
    tmp_path: Path, title: str
) -> None:
    clerk = Clerk.at(tmp_path)
    told = clerk.send(book(tmp_path / "so.xlsx", title))
    assert told.status == 1 and "công thức trong ô này hỏng (#REF!)".lower() in told.said.lower()
    assert clerk.is_as_before()


@pytest.mark.parametrize("title", ["Thành tích", "Căn cứ"])
def test_a_formula_that_nobody_has_computed_is_told_at_its_cell(tmp_path: Path, title: str) -> None:
    clerk = Clerk.at(tmp_path)
    told = clerk.send(book(tmp_path / "so.xlsx", title, shown=""))
    assert told.status == 1 and "chưa được tính" in told.said and "lưu lại" in told.said
    assert clerk.is_as_before()


@needs_office
@pytest.mark.parametrize("form", ["xlsx:Calc MS Excel 2007 XML", "ods", "xls"])
def test_what_libreoffice_saves_of_a_failed_formula_is_told(tmp_path: Path, form: str) -> None:
    made = book(tmp_path / "so.xlsx", "Căn cứ", shown="")
    clerk = Clerk.at(tmp_path / "nhận")
    (saved,) = saved_as([made], form, clerk.folder)
    told = clerk.send(saved)
    place = f"ô {xl_rowcol_to_cell(1, len(RECORD))}: công thức trong ô này hỏng (#REF!)"
    assert told.status == 1 and place.lower() in told.said.lower(), told.said
    assert clerk.is_as_before()


def test_a_column_that_comes_twice_is_told_so(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    told = clerk.send(
        clerk.filled([[*RECORD, "Tên"], [*RECORD.values(), "Phường Khác"]]), words=("--dry-run",)
    )
    assert told.status == 0 and "cột “Tên” có hai lần, chỉ nhập cột đứng trước" in told.said


@needs_office
def test_an_old_workbook_damaged_anywhere_is_read_or_refused(tmp_path: Path) -> None:
    (old,) = saved_as([book(tmp_path / "so.xlsx", "Căn cứ")], "xls", tmp_path)
    content = old.read_bytes()
    (found,) = failed_in_xls(content).values()
    assert [str(why.values["value"]) for why in found.values()] == ["#REF!"]
    for place in range(0, len(content), 7):
        for piece in (b"\xff\xff\xff\xff", b"\0\0\0\0"):
            failed_in_xls(content[:place] + piece + content[place + 4 :])
        failed_in_xls(content[:place])
