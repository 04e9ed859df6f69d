"""What a workbook shows of the city's records is read back as the same records."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from generator.app.entry_import import make_import
from generator.app.sources import check_folder
from generator.datafolder import with_rows
from generator.entry.read import read_cell
from generator.workbooks import guide_sheet
from generator.workbooks.entry_book import entry_book
from generator.workbooks.entry_sheet import EntrySheet
from generator.workbooks.headings import heading_of
from generator.workbooks.open_file import grids_of
from generator.workbooks.typed_rows import sheet_rows
from worlds.command import congkhai
from worlds.office import needs_office, saved_as
from worlds.paths import DATA
from worlds.sheets import shipped_desk, shipped_template
from worlds.shell_site import tree

DESK = shipped_desk()
ENTRIES = [DESK.entry(name) for name in DESK.names]
FULL = entry_book(
    DESK.city.city.name,
    DESK.city.as_of,
    [EntrySheet(entry, filled=DESK.rows(entry.dataset.name)) for entry in ENTRIES],
)
"""The workbook of every dataset with every record of the sample city."""


def read_back(name: str, content: bytes) -> dict[str, list[dict[str, str]]]:
    """The rows of each dataset as an import reads them."""
    found = {}
    for grid in grids_of(name, content):
        is_records = not grid.is_hidden and grid.name != guide_sheet.NAME
        heading = heading_of(grid, ENTRIES) if is_records else None
        if heading:
            rows = sheet_rows(grid, heading, DESK.city.as_of).rows
            assert not any(row.unread for row in rows)
            found[heading.entry.dataset.name] = [dict(row.cells) for row in rows]
    return found


def meant(name: str) -> list[dict[str, str]]:
    """The rows of a dataset without their empty cells; moments as an import writes them."""
    entry = DESK.entry(name)
    return [
        {key: read_cell(entry.column(key), cell) for key, cell in row.items() if cell}
        for row in DESK.rows(name)
    ]


def test_every_record_of_every_dataset_comes_back() -> None:
    found = read_back("so.xlsx", FULL)
    assert found.keys() == set(DESK.names)
    for name in DESK.names:
        assert found[name] == meant(name), name


@needs_office
@pytest.mark.parametrize("form", ["xlsx:Calc MS Excel 2007 XML", "ods", "xls"])
def test_so_it_does_when_a_spreadsheet_has_saved_it(form: str, tmp_path: Path) -> None:
    made = tmp_path / "so.xlsx"
    made.write_bytes(FULL)
    (saved,) = saved_as([made], form, tmp_path / "lưu")
    found = read_back(saved.name, saved.read_bytes())
    for name in DESK.names:
        assert found[name] == meant(name), name


def test_what_is_there_already_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(FULL)
    before = tree(DATA)
    told = congkhai("import", path, "--yes", "--data", DATA)
    assert told.status == 0 and "Không có gì thay đổi" in told.said and tree(DATA) == before


def test_an_empty_workbook_has_nothing_to_import() -> None:
    found = make_import(DATA, [("so.xlsx", shipped_template())], DATA)
    assert not found.changes and not found.marks and not found.general


def test_every_record_is_rebuilt_from_the_workbook_alone(tmp_path: Path) -> None:
    """All rows of all datasets are taken out and imported again; only their order may differ."""
    data, path = shutil.copytree(DATA, tmp_path / "data"), tmp_path / "so.xlsx"
    path.write_bytes(FULL)
    for name in DESK.names:
        file = data / f"{name}.csv"
        file.write_bytes(file.read_bytes().split(b"\n", 1)[0] + b"\n")
    assert any(problem.severity == "error" for problem in check_folder(data).problems)
    told = congkhai("import", path, "--yes", "--data", data)
    assert told.status == 0, told.said
    for name in DESK.names:
        rows = csv.DictReader(io.StringIO((data / f"{name}.csv").read_text("utf-8")))
        assert [{k: v for k, v in row.items() if v} for row in rows] == meant(name), name


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", [True, False])
def test_other_rows_stay_byte_for_byte(newline: str, mark: str, end: bool) -> None:
    rows = ["a,b,c", '1,"x, ""y""",', '2,"line\u2028one",z', "", '4,"quoted",']
    text = mark + newline.join(rows) + newline * end
    changed = with_rows(text.encode(), {5: {"c": "ệ"}}, [{"a": "5", "c": "a;b"}])
    expected = [*rows[:4], "4,quoted,ệ", "5,,a;b", ""]
    assert changed.decode() == mark + newline.join(expected)
    assert with_rows(text.encode(), {}, []) == text.encode()


def test_a_cell_with_a_line_break_is_one_row() -> None:
    text = 'a,b\n1,"x\ny"\n2,z\n'
    assert with_rows(text.encode(), {3: {"b": "w"}}, []) == b'a,b\n1,"x\ny"\n2,w\n'
    assert list(csv.reader(io.StringIO(text)))[2] == ["2", "z"]
