"""Files that are no sheets are refused in a sentence; damaged ones never end in a traceback."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.workbooks.open_file import SENTENCES, Unopened, grids_of
from worlds.clerk import Clerk
from worlds.locked_book import locked_book
from worlds.sheets import shipped_template, workbook
from worlds.small import SMALL


def zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


REFUSED: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b" \r\n",
    "web": lambda: b"\r\n<html><table><tr><td>1</td></tr></table></html>",
    "broken": lambda: shipped_template()[:5000],
    "encoding": lambda: "Giải quyết".encode()[:-1] + b"\xff\x81",
    "large": lambda: zipped("xl/workbook.xml", bytes(401 << 20)),
}
"""Made when a test wants it: so large a file takes long to pack."""


@pytest.mark.parametrize("code", REFUSED)
def test_what_is_no_sheet_is_refused(code: str) -> None:
    with pytest.raises(Unopened) as unopened:
        grids_of("sổ.xlsx", REFUSED[code]())
    assert unopened.value.code == code


def test_every_refusal_names_the_file() -> None:
    assert all(sentence.count("{}") == 1 for sentence in SENTENCES.values())


@pytest.mark.parametrize(
    "content", [zipped("word/document.xml", b"<a/>"), b"\xd0\xcf\x11\xe0" * 200]
)
def test_another_kind_of_file_is_refused(content: bytes) -> None:
    with pytest.raises(Unopened) as unopened:
        grids_of("x.xlsx", content)
    assert unopened.value.code == "broken"


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_sheet_or_refused(content: bytes) -> None:
    try:
        assert grids_of("x.csv", content)
    except Unopened as unopened:
        assert str(unopened)


WHOLE = shipped_template()


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=8))
def test_a_damaged_workbook_is_read_or_refused(place: int, put: bytes) -> None:
    try:
        assert grids_of("a.xlsx", WHOLE[:place] + put + WHOLE[place + 4 :])
    except Unopened as unopened:
        assert str(unopened)


@pytest.mark.parametrize("code", REFUSED)
def test_the_command_says_so(code: str, tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(REFUSED[code]())
    clerk = Clerk.at(tmp_path)
    told = clerk.send(path)
    assert told.status == 2 and str(path) in told.said and clerk.is_as_before()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    assert clerk.send(tmp_path / "không có.xlsx").status == 2


def test_a_sheet_of_no_dataset_is_told(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    path = workbook(tmp_path / "sổ.xlsx", {"Danh sách": [["Họ và tên", "Tuổi"], ["A", 3.0]]})
    told = clerk.send(path)
    assert told.status == 2 and "Trang “Danh sách” không được nhập" in told.said
    said = clerk.send(path, words=("--dataset", "không có")).said
    assert "Không có bộ dữ liệu “không có”" in said


def test_the_city_s_own_file_changes_nothing(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    told = clerk.send(SMALL / "criticisms.csv")
    assert told.status == 0 and "Không có gì thay đổi" in told.said and clerk.is_as_before()


def test_a_workbook_with_a_password_is_told_so(tmp_path: Path) -> None:
    clerk = Clerk.at(tmp_path)
    (path := tmp_path / "sổ.xlsx").write_bytes(locked_book())
    told = clerk.send(path)
    assert told.status == 2 and "có mật khẩu. Hãy bỏ mật khẩu" in told.said
    assert clerk.is_as_before()
