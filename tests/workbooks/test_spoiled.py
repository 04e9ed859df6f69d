"""Spoiled workbooks: what is harmless is understood, the rest comes back marked in its cell."""

import io
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from lxml import etree
from xlsxwriter.utility import xl_rowcol_to_cell

from generator.app.entry_template import open_desk
from generator.entry.fonts import TABLES
from generator.workbooks.entry_book import entry_book
from generator.workbooks.entry_sheet import EntrySheet
from generator.workbooks.package import MAIN
from worlds.clerk import FILE, LINE, TITLES, Clerk, Marked, Rows, Spoil, as_text, in_cp1258, sheet
from worlds.office import needs_office, saved_as
from worlds.sheets import NS, part, sheet_parts, workbook


def typed_with(font: str, text: str) -> str:
    table = {letter: signs for signs, letter in reversed(TABLES[font].items())}
    return "".join(table.get(letter, letter) for letter in text)


def everywhere(change: Callable[[str], str]) -> Spoil:
    """A change of every text of a sheet."""

    def spoil(rows: Rows) -> None:
        rows[:] = [[change(c) if isinstance(c, str) else c for c in row] for row in rows]

    return spoil


def put(title: str, cell: object) -> Spoil:
    """Another cell in the record's row."""

    def spoil(rows: Rows) -> None:
        rows[-1][TITLES.index(title)] = cell

    return spoil


def under_a_title(rows: Rows) -> None:
    rows[:0] = [["SỔ THEO DÕI NÊU GƯƠNG"], ["Quý IV năm 2018"], []]


def with_groups(rows: Rows) -> None:
    """Names of columns in two rows: groups above, some names merged down."""
    upper = [None if 3 <= place <= 5 else title for place, title in enumerate(rows[0])]
    upper[3] = "Nội dung khen"
    lower = [title if 3 <= place <= 5 else None for place, title in enumerate(rows[0])]
    rows[:1] = [upper, lower]


def with_a_stray_column(rows: Rows) -> None:
    for row, cell in zip(rows, ("TT", 1.0), strict=True):
        row.insert(0, cell)
        row.append("Ghi chú riêng" if cell == "TT" else "xong")


def with_blank_rows(rows: Rows) -> None:
    rows[1:1] = [[], [None, " ", "\u00a0"]]
    rows += [[], list(rows[0])]


def backwards(rows: Rows) -> None:
    rows[:] = [list(reversed(row)) for row in rows]


HARMLESS: dict[str, Spoil] = {
    "nothing": lambda rows: None,
    "a title above": under_a_title,
    "merged headings": with_groups,
    "a stray column": with_a_stray_column,
    "blank and repeated rows": with_blank_rows,
    "columns in another order": backwards,
    "a total": lambda rows: rows.append(["Tổng cộng", None, 1.0]),
    "numbers of columns": lambda rows: rows.insert(1, [f"({n + 1})" for n in range(len(rows[0]))]),
    "names of groups": lambda rows: rows.insert(1, ["I. Khối phường"]),
    "a note below": lambda rows: rows.append(["Ghi chú: số liệu tạm tính"]),
    "blanks that do not break": everywhere(lambda text: f" {text.replace(' ', chr(160))}\u200b"),
    "letters with their marks apart": everywhere(lambda text: unicodedata.normalize("NFD", text)),
    "TCVN3": everywhere(lambda text: typed_with("TCVN3 (ABC)", text)),
    "VNI": everywhere(lambda text: typed_with("VNI", text)),
    "headings in capitals with a star": lambda rows: rows.__setitem__(
        0, [f"{title.upper()} (*)" for title in rows[0]]
    ),
    "numbers before the headings": lambda rows: rows.__setitem__(
        0, [f"{number}. {title}" for number, title in enumerate(rows[0], 1)]
    ),
    "a day of the week": put("Ngày văn bản", "Thứ hai, 03/12/2018"),
    "a day in words": put("Ngày văn bản", "ngày 3 tháng 12 năm 2018"),
    "a short day": put("Ngày văn bản", "03-12-18"),
    "a serial number": put("Ngày văn bản", 43437.0),
    "a unit in short": put("Đơn vị", "UBND P. hoa sen"),
    "a unit with its place": put("Đơn vị", "UBND phường Hoa Sen, TP. Mẫu"),
    "a unit with its whole place": put("Đơn vị", "Phường Hoa Sen - Thành phố Mẫu"),
    "a unit beside its number": put("Đơn vị", "90001 - Phường Hoa Sen"),
    "a unit in a list": put("Đơn vị", "1. Phường Hoa Sen (p-hoa-sen)"),
    "a label in first letters": put("Hình thức", "GK"),
    "a point of its document": put("Điểm của văn bản", "Điểm 3.2"),
    "a letter for a digit": put("Ngày văn bản", "03/12/2O18"),
    "a label in capitals": put("Hình thức", "GIẤY KHEN"),
    "a label without accents": put("Trạng thái duyệt", "du thao"),
    "a number in capitals, with another dash": put("Mã bản ghi", "NG–2018-004"),
    "codes": put("Hình thức", "merit_certificate"),
    "a point as a number": put("Điểm của văn bản", 3.2),
}


@pytest.mark.parametrize("damage", HARMLESS)
def test_what_can_mean_one_thing_only_is_understood(damage: str, tmp_path: Path) -> None:
    clerk, rows = Clerk.at(tmp_path), sheet()
    HARMLESS[damage](rows)
    path = clerk.filled(rows)
    told = clerk.send(path)
    assert told.status == 0, told.said
    assert clerk.has_only_added()
    again = clerk.send(path)
    assert again.status == 0 and "Không có gì thay đổi" in again.said
    assert clerk.has_only_added()


def again_otherwise(rows: Rows) -> None:
    rows.append([*rows[1][:5], "Việc khác", *rows[1][6:]])


def goes_on(rows: Rows) -> None:
    rows.append([None if title != "Thành tích" else "và cả năm" for title in TITLES])


def another_table(rows: Rows) -> None:
    rows.append(["Mã kiến nghị", "Tổ chức kiến nghị", "Đơn vị phải trả lời", "Về việc"])


def without_key(rows: Rows) -> None:
    for row in rows:
        del row[0]


HARMFUL: dict[str, tuple[Spoil, str, str]] = {
    "no such unit": (put("Đơn vị", "Phường Hoa Hồng"), "Đơn vị", "không có trong danh mục"),
    "a unit of another place": (
        put("Đơn vị", "Phường Hoa Sen, thành phố Khác"),
        "Đơn vị",
        "không có trong danh mục",
    ),
    "two units": (put("Đơn vị", "phường hoa"), "Đơn vị", "không có trong danh mục"),
    "two units in a cell": (
        put("Đơn vị", "P. Hoa Sen và P. Hoa Mai"),
        "Đơn vị",
        "gồm nhiều mục: Phường Hoa Sen; Phường",
    ),
    "two units in two lines": (
        put("Đơn vị", "Phường Hoa Sen\nPhường Hoa Mai"),
        "Đơn vị",
        "gồm nhiều mục",
    ),
    "what goes on from above": (goes_on, "Mã bản ghi", "Nếu viết tiếp dòng trên"),
    "another table": (another_table, "Mã bản ghi", "một bảng khác (“Kiến nghị giám sát”)"),
    "no such form": (put("Hình thức", "Bằng khen"), "Hình thức", "Giấy khen"),
    "no such day": (put("Ngày văn bản", "31/02/2018"), "Ngày văn bản", "Không có ngày"),
    "the month first": (put("Ngày văn bản", "12/31/2018"), "Ngày văn bản", "31/12/2018"),
    "half a year": (put("Ngày văn bản", "3/12/98"), "Ngày văn bản", "bốn chữ số"),
    "no day": (put("Ngày văn bản", "chờ ký"), "Ngày văn bản", "không phải là một ngày"),
    "a part of a day": (put("Ngày văn bản", "đầu tháng 12"), "Ngày văn bản", "chưa đủ ngày"),
    "two days": (put("Ngày văn bản", "3-5/12/2018"), "Ngày văn bản", "nhiều ngày"),
    "another weekday": (put("Ngày văn bản", "CN, 03/12/2018"), "Ngày văn bản", "thứ hai"),
    "a code and another name": (
        put("Đơn vị", "90001 - Phường Hoa Mai"),
        "Đơn vị",
        "mã 90001 là của “Phường Hoa Sen”",
    ),
    "a text made a day": (put("Số văn bản", date(2018, 6, 5)), "Số văn bản", "đã đổi điều ghi"),
    "no key": (put("Mã bản ghi", None), "Mã bản ghi", "ng-2018-004"),
    "a wrong key": (put("Mã bản ghi", "NG 4/2018"), "Mã bản ghi", "không đúng mẫu"),
    "a number of the row for a key": (put("Mã bản ghi", 3.0), "Mã bản ghi", "mã còn trống tiếp"),
    "the same as above": (put("Thành tích", "-nt-"), "Thành tích", "như dòng trên"),
    "a sign for the same as above": (put("Đơn vị", "〃"), "Đơn vị", "như dòng trên"),
    "a dash for no day": (put("Ngày văn bản", "-"), "Ngày văn bản", "để trống ô"),
    "a key twice": (again_otherwise, "Mã bản ghi", "dòng 2"),
    "a lost letter": (put("Thành tích", "Gi?i quy?t h? s?"), "Thành tích", "đã mất chữ"),
    "a mark of loss": (put("Thành tích", "Giải quy\ufffdt"), "Thành tích", "đã mất chữ"),
    "an unknown font": (put("Thành tích", "xz\u00b5\u00b8 zzw\u00b9q"), "Thành tích", "phông cũ"),
    "a broken formula": (put("Thành tích", "#REF!"), "Thành tích", "công thức"),
    "a long text": (put("Thành tích", "dài " * 600), "Thành tích", "quá 2.000 chữ"),
    "nothing where something must be": (put("Tên", " "), "Tên", "không được để trống"),
    "no such point": (put("Điểm của văn bản", "9.9"), "Điểm của văn bản", "không có trong"),
    "a rule of the check": (put("Trạng thái duyệt", "Đã duyệt"), "Mã bản ghi", "chưa ghi ai duyệt"),
    "another unit's name": (put("Tên", "Phường Hoa Mai"), "Tên", "không phải là đơn vị"),
    "a dash for nothing": (put("Cơ quan ban hành", "–"), "Cơ quan ban hành", "để trống ô"),
    "no day at all": (put("Ngày văn bản", None), "Ngày văn bản", "không được để trống"),
    "no column of keys": (without_key, "Đối tượng", "Mã bản ghi: thiếu"),
}


@pytest.mark.parametrize("damage", HARMFUL)
def test_the_rest_comes_back_marked_in_its_cell(damage: str, tmp_path: Path) -> None:
    clerk, rows = Clerk.at(tmp_path), sheet()
    spoil, title, said = HARMFUL[damage]
    spoil(rows)
    told = clerk.send(clerk.filled(rows))
    assert told.status == 1 and clerk.is_as_before(), told.said
    copy = Marked(tmp_path / "sổ-can-sua.xlsx")
    place = xl_rowcol_to_cell(len(rows) - 1, rows[0].index(title))
    assert said in copy.notes()[place], copy.notes()
    assert len(copy.notes()) == 1, "one cause, one mark"
    assert copy.coloured()[place] == "error"
    before = Marked(tmp_path / "sổ.xlsx")
    assert copy.cells("Nêu gương") == before.cells("Nêu gương"), "nothing is lost"
    assert copy.coloured().keys() == copy.notes().keys()


def test_all_that_is_wrong_with_a_row_is_said_at_once(tmp_path: Path) -> None:
    clerk, rows = Clerk.at(tmp_path), sheet()
    for damage in ("no such unit", "no such day", "nothing where something must be"):
        HARMFUL[damage][0](rows)
    put("Trạng thái duyệt", "Đã duyệt")(rows)
    clerk.send(clerk.filled(rows))
    notes = Marked(tmp_path / "sổ-can-sua.xlsx").notes()
    assert set(notes) == {"A2", "C2", "D2", "I2"}


def test_rows_are_compared_as_the_clerk_sees_them_and_only_once_they_are_read(
    tmp_path: Path,
) -> None:
    clerk, rows = Clerk.at(tmp_path), [["SỔ NÊU GƯƠNG"], *sheet()]
    rows += [[f"ng-2018-{number}", *rows[-1][1:]] for number in ("104", "105", "106")]
    for row, day in zip(rows[-2:], ("31/02/2018", "chờ ký"), strict=True):
        row[TITLES.index("Ngày văn bản")] = day
    clerk.send(clerk.filled(rows))
    notes = Marked(tmp_path / "sổ-can-sua.xlsx").notes()
    assert set(notes) == {"A4", "I5", "I6"}, notes
    assert "giống hệt bản ghi ở dòng 3:" in notes["A4"]


def test_a_mended_copy_is_taken_and_its_marks_go(tmp_path: Path) -> None:
    clerk, rows = Clerk.at(tmp_path), sheet()
    put("Hình thức", "Bằng khen")(rows)
    put("Ngày văn bản", "31/02/2018")(rows)
    clerk.send(clerk.filled(rows))
    copy = tmp_path / "sổ-can-sua.xlsx"
    half = copy.read_bytes()
    mended = tmp_path / "lần hai.xlsx"
    mended.write_bytes(half)
    told = clerk.send(mended)
    second = Marked(tmp_path / "lần hai-can-sua.xlsx")
    assert told.status == 1 and second.notes() == Marked(copy).notes()
    assert clerk.send(copy).status == 1 and (tmp_path / "sổ-can-sua-2.xlsx").exists()
    assert copy.read_bytes() == half, "what may be mended half is not written over"


def test_what_is_left_aside_is_told(tmp_path: Path) -> None:
    clerk, rows = Clerk.at(tmp_path), sheet()
    with_a_stray_column(rows)
    rows.append(["ghi ở ngoài"])
    rows[1] += [None, "không có tên cột"]
    said = clerk.send(clerk.filled(rows), words=("--dry-run",)).said
    assert "“Ghi chú riêng”" in said and "dòng 3" in said
    assert f"không nhập ô {xl_rowcol_to_cell(1, len(rows[1]) - 1)} vì cột ấy không có tên" in said
    assert clerk.is_as_before()


def test_a_table_that_lies_on_its_side_is_told_as_that(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    told = clerk.send(clerk.filled([list(pair) for pair in zip(*sheet(), strict=True)]))
    assert told.status != 0 and "tên cột nằm dọc" in told.said and clerk.is_as_before()


def test_hidden_sheets_are_left_aside_and_told(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    path = tmp_path / "sổ.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("Nêu gương", "Bản cũ"):
            page = book.add_worksheet(name)
            for number, row in enumerate(as_text(sheet())):
                page.write_row(number, 0, row)
        page.write_string(1, 0, "ng-2018-099")
        page.hide()
    told = clerk.send(path)
    assert told.status == 0 and clerk.has_only_added(), told.said
    assert "Trang ẩn “Bản cũ”" in told.said


def csv_of(separator: str) -> str:
    return "\r\n".join(separator.join(row) for row in as_text(sheet())) + "\r\n"


TEXTS = {
    "Vietnamese Windows": in_cp1258(csv_of(";")),
    "UTF-16 with tabs": csv_of("\t").encode("utf-16"),
    "UTF-16 without its mark": csv_of("\t").encode("utf-16-le"),
    "UTF-8 with its mark": csv_of(",").encode("utf-8-sig"),
    "a sign that says itself": ("sep=|\r\n" + csv_of("|")).encode(),
    "TCVN3": typed_with("TCVN3 (ABC)", csv_of(";")).encode("cp1252"),
    "VNI": typed_with("VNI", csv_of(";")).encode("cp1252"),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_file_in_any_encoding_is_understood(kind: str, tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    path = tmp_path / "Nêu gương.csv"
    path.write_bytes(TEXTS[kind])
    told = clerk.send(path)
    assert told.status == 0 and clerk.has_only_added(), told.said


LOOSE: dict[str, tuple[str, str]] = {
    "that is never closed": ("Giải quyết hồ sơ", '"Giải quyết hồ sơ'),
    "that is closed before the end of its cell": ("Giải quyết hồ sơ", '"Giải quyết" hồ sơ'),
}


@pytest.mark.parametrize("quote", LOOSE)
def test_a_quotation_mark_does_not_swallow_the_rows_behind_it(quote: str, tmp_path: Path) -> None:
    clerk, path = Clerk.at(tmp_path), tmp_path / "Nêu gương.csv"
    head, row = csv_of(";").splitlines()
    more = [row.replace("ng-2018-004", f"ng-2018-00{number}") for number in (5, 6)]
    path.write_text("\r\n".join((head, row, row.replace(*LOOSE[quote]), *more)), "utf-8")
    told = clerk.send(path)
    assert told.status != 0 and "Dòng 3" in told.said and "ngoặc kép" in told.said
    assert clerk.is_as_before()


def test_a_spoiled_text_file_comes_back_as_a_marked_workbook(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    path = tmp_path / "khen.csv"
    path.write_text(csv_of(";").replace("Giấy khen", "Bằng khen"), "utf-8")
    assert clerk.send(path).status == 1
    assert "không có trong danh mục" in Marked(tmp_path / "khen-can-sua.xlsx").notes()["E2"]


@needs_office
def test_old_and_open_workbooks_are_read_and_come_back_marked(tmp_path: Path) -> None:
    good, bad = sheet(), sheet()
    put("Hình thức", "Bằng khen")(bad)
    maker = Clerk.at(tmp_path / "làm")
    paths = [maker.filled(good, "đúng.xlsx"), maker.filled(bad, "sai.xlsx")]
    for form in ("xls", "ods"):
        right, wrong = saved_as(paths, form, tmp_path / form)
        clerk = Clerk.at(tmp_path / form)
        assert clerk.send(wrong).status == 1
        assert set(Marked(tmp_path / form / "sai-can-sua.xlsx").notes()) == {"E2"}
        told = clerk.send(right)
        assert told.status == 0 and clerk.has_only_added(LINE), told.said


@needs_office
def test_a_spreadsheet_opens_the_marked_copy_and_mends_it(tmp_path: Path) -> None:
    clerk, rows = Clerk.at(tmp_path), sheet()
    put("Hình thức", "Bằng khen")(rows)
    clerk.send(clerk.filled(rows))
    (opened,) = saved_as(
        [tmp_path / "sổ-can-sua.xlsx"], "xlsx:Calc MS Excel 2007 XML", tmp_path / "mở"
    )
    copy = Marked(opened)
    assert "không có trong danh mục" in copy.notes()["E2"] and copy.coloured() == {"E2": "error"}
    told = clerk.send(opened)
    again = Marked(tmp_path / "mở" / "sổ-can-sua-2.xlsx")
    assert told.status == 1 and again.coloured() == {"E2": "error"}
    assert again.notes()["E2"].count("không có trong danh mục") == 1


def test_a_marked_workbook_keeps_the_layout_of_whoever_made_it(tmp_path: Path) -> None:
    """Rules, other sheets and hidden lists stay; only cells, styles and notes are touched."""
    clerk = Clerk.at(tmp_path)
    entry = open_desk(clerk.data).entry("commendations")
    row = {"record_id": "ng-2018-004", "unit_id": "p-khong-co", "decision_on": "2018-12-03"}
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(entry_book("Thành phố", date(2018, 12, 31), [EntrySheet(entry, filled=[row])]))
    assert clerk.send(path).status == 1
    before, after = path.read_bytes(), (tmp_path / "sổ-can-sua.xlsx").read_bytes()
    kept = {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml"}
    with ZipFile(io.BytesIO(before)) as old, ZipFile(io.BytesIO(after)) as new:
        assert all(old.read(name) == new.read(name) for name in kept)
        assert set(old.namelist()) <= set(new.namelist())
    rules = [
        [
            etree.tostring(rule)
            for rule in sheet_parts(book)["Nêu gương"].iter(f"{{{MAIN}}}formula1")
        ]
        for book in (before, after)
    ]
    assert rules[0] == rules[1] and rules[0]
    notes = part(after, "xl/comments1.xml").xpath("//m:comment/@ref", namespaces=NS)
    assert "F3" in notes and "B3" not in notes


def test_new_units_may_be_named_by_what_comes_with_them(tmp_path: Path) -> None:
    clerk, rows = Clerk.at(tmp_path), sheet()
    put("Đơn vị", "Phòng Tư pháp")(rows)
    put("Tên", "Phòng Tư pháp")(rows)
    unit = ["phong-tu-phap", "Phòng Tư pháp", "division", "có", "Dữ liệu mẫu"]
    names = ["Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Đã xác nhận", "Nguồn"]
    path = workbook(tmp_path / "sổ.xlsx", {"Nêu gương": rows, "Đơn vị": [names, unit]})
    told = clerk.send(path)
    assert told.status == 0, told.said
    assert (
        (clerk.data / "units.csv")
        .read_text("utf-8")
        .endswith("phong-tu-phap,Phòng Tư pháp,division,,,,,true,Dữ liệu mẫu\n")
    )


def test_a_blank_cell_keeps_what_stands_there_and_a_word_empties_it(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    names = ["Mã bản ghi", "Căn cứ", "Chức vụ"]
    typed = [names, ["ng-2018-003", "Tờ trình 1/TTr-MAU", None]]
    assert clerk.send(clerk.filled(typed)).status == 0
    assert ",Tờ trình 1/TTr-MAU," in (clerk.data / FILE).read_text("utf-8")
    assert ",Chuyên viên," in (clerk.data / FILE).read_text("utf-8")
    said = clerk.send(clerk.filled([names, ["ng-2018-003", "(xóa)", " "]])).said
    assert "Căn cứ: Tờ trình 1/TTr-MAU → (trống)" in said and clerk.is_as_before()


def test_nothing_is_written_unless_somebody_says_yes(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    told = clerk.send(clerk.filled(sheet()), words=())
    assert told.status == 2 and "thêm 1" in told.said and "--yes" in told.said
    assert clerk.is_as_before()
