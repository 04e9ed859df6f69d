"""The workbook that clerks fill in: a sheet a dataset, made from the contract alone."""

import io
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from generator.app.entry_refused import EntryRefused
from generator.app.entry_template import make_template
from generator.entry.choices import Choices
from generator.entry.columns import EntryColumn
from generator.entry.written import offered
from generator.workbooks import guide_sheet, lists
from generator.workbooks.cell_rules import MOST_MESSAGE, MOST_TITLE
from generator.workbooks.entry_sheet import HINT_MARK, REQUIRED, SAMPLE_MARK, EntrySheet
from worlds.office import needs_office, saved_as
from worlds.paths import DATA
from worlds.sheets import NS, part, sheet_parts, shipped_desk, shipped_template
from worlds.small import SMALL

DESK = shipped_desk()
ENTRIES = {name: DESK.entry(name) for name in DESK.names}
SHEETS = {name: EntrySheet(entry).name for name, entry in ENTRIES.items()}
COLUMNS = [(name, column.name) for name, entry in ENTRIES.items() for column in entry.columns]


def cells(book: bytes, sheet: str) -> list[list[object]]:
    read = CalamineWorkbook.from_filelike(io.BytesIO(book))
    return read.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def test_the_same_city_gives_the_same_bytes() -> None:
    assert make_template(DATA, DATA) == shipped_template()


def test_there_is_a_guide_a_sheet_a_dataset_and_a_hidden_list() -> None:
    book = part(shipped_template(), "xl/workbook.xml")
    names = book.xpath("//m:sheet/@name", namespaces=NS)
    assert names == [guide_sheet.NAME, *SHEETS.values(), lists.NAME]
    assert book.xpath("//m:sheet[@state='hidden']/@name", namespaces=NS) == [lists.NAME]


@pytest.mark.parametrize("name", ENTRIES)
def test_a_sheet_has_headings_hints_and_two_samples(name: str) -> None:
    head, hints, *rows = cells(shipped_template(), SHEETS[name])
    fields = [column.field for column in ENTRIES[name].columns]
    assert head[1:] == [field.title + REQUIRED * field.required for field in fields]
    assert hints == [HINT_MARK, *(field.description for field in fields)]
    assert [row[0] for row in rows[:2]] == [SAMPLE_MARK] * 2
    for place, field in enumerate(fields, 1):
        assert not field.required or all(row[place] != "" for row in rows[:2]), field.name


@pytest.mark.parametrize("name", ENTRIES)
def test_no_two_columns_of_a_sheet_have_one_heading(name: str) -> None:
    titles = [column.field.title.lower() for column in ENTRIES[name].columns]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(("name", "column"), COLUMNS)
def test_every_column_is_held_to_what_it_takes(name: str, column: str) -> None:
    entry = ENTRIES[name]
    place = [item.name for item in entry.columns].index(column) + 1
    sheet = sheet_parts(shipped_template())[SHEETS[name]]
    (letter,) = sheet.xpath(f"(//m:row)[1]/m:c[{place + 1}]/@r", namespaces=NS)
    area = f"{letter[:-1]}5:{letter[:-1]}504"
    found = sheet.xpath(f"//m:dataValidation[@sqref='{area}']", namespaces=NS)
    kinds = {"choice": "list", "day": "date", "whole": "whole", "text": "textLength"}
    kind = entry.column(column).kind
    expected = "custom" if column == entry.numbered else kinds.get(kind)
    assert [rule.get("type") for rule in found] == ([expected] if expected else [])
    for rule in found:
        assert rule.get("prompt") and rule.get("error") and rule.get("errorTitle")
        assert len(rule.get("prompt")) <= MOST_MESSAGE and len(rule.get("errorTitle")) <= MOST_TITLE
        if expected == "list":
            (formula,) = rule.xpath("m:formula1/text()", namespaces=NS)
            assert listed(formula) == list(offered(entry.column(column)))


def listed(name: str) -> list[str]:
    """What stands in the area of a name of the workbook."""
    book = part(shipped_template(), "xl/workbook.xml")
    (area,) = book.xpath(f"//m:definedName[@name='{name}']/text()", namespaces=NS)
    letter, count = area.split("$")[-2], int(area.split("$")[-1])
    place = ord(letter) - ord("A")
    return [str(row[place]) for row in cells(shipped_template(), lists.NAME)[:count]]


def choices(name: str, column: str, unit: str | None = None) -> Choices:
    found: EntryColumn = DESK.entry(name, unit).column(column)
    assert found.choices
    return found.choices


def test_units_are_offered_that_are_there_today() -> None:
    standing = {unit.unit_id for unit in DESK.world.units if unit.stands_on(DESK.city.as_of)}
    found = choices("criticisms", "unit_id")
    assert {choice.code for choice in found.offered} == standing
    assert {choice.code for choice in found.all} == {unit.unit_id for unit in DESK.world.units}


def test_a_unit_of_its_own_is_offered_alone() -> None:
    found = choices("criticisms", "unit_id", "p-dong-tho").offered
    assert [choice.shown for choice in found] == ["Phường Đông Thọ"]
    assert make_template(DATA, DATA, unit="UBND phường đông thọ") == make_template(
        DATA, DATA, unit="p-dong-tho"
    )


@pytest.mark.parametrize(
    ("asked", "unit", "said"),
    [
        (["dossiers"], None, "không nhập từng dòng"),
        (["xyz"], None, "Không có bộ dữ liệu “xyz”"),
        ([], "Phường Không Có", "không có trong danh mục"),
    ],
)
def test_what_cannot_be_entered_is_refused(asked: list[str], unit: str | None, said: str) -> None:
    with pytest.raises(EntryRefused, match=said):
        make_template(DATA, DATA, asked, unit)


def test_samples_of_another_city_name_units_of_this_one() -> None:
    rows = cells(make_template(SMALL, DATA, ["Phê bình"]), "Phê bình")
    place = rows[0].index("Đơn vị *")
    names = {unit.name for unit in DESK.world.units} - {"Phòng Nội vụ"}
    assert not {row[place] for row in rows[2:4]} & names


@needs_office
def test_libreoffice_opens_it_and_keeps_every_cell_and_rule(tmp_path: Path) -> None:
    made = tmp_path / "so.xlsx"
    made.write_bytes(shipped_template())
    (saved,) = saved_as([made], "xlsx:Calc MS Excel 2007 XML", tmp_path / "lại")
    again = saved.read_bytes()
    for name in (guide_sheet.NAME, *SHEETS.values(), lists.NAME):
        before, after = (text_cells(book, name) for book in (shipped_template(), again))
        assert before == after, name
    rules = sheet_parts(again)[SHEETS["criticisms"]].xpath("//m:dataValidation", namespaces=NS)
    assert {rule.get("type") for rule in rules} == {"list", "date", "textLength", "custom"}


def text_cells(book: bytes, sheet: str) -> list[list[object]]:
    """The cells without blank ends of rows."""
    rows = [list(row) for row in cells(book, sheet)]
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows
