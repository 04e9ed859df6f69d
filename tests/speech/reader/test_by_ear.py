"""Readings that were made by ear, north and south; the table says what each line is.

A line without a reading has none that is certain, and must be refused: better silent than wrong.
"""

import csv
from pathlib import Path

import pytest

from generator.model.abbreviations import Abbreviations
from generator.model.own_yaml import own_yaml
from generator.model.radio_settings import Dialect
from generator.model.speech import Speech
from generator.speech.reader.read import read_for_air
from generator.speech.syllables import is_syllable
from generator.speech.unreadable import Unreadable
from worlds.paths import DATA, DATASETS

DICTIONARY = DATA / "abbreviations.yaml"
SHIPPED = Abbreviations.model_validate(own_yaml(DICTIONARY))
TABLE = DATASETS / "spoken" / "by_ear.csv"


def rows(path: Path = TABLE) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(written: str, dialect: Dialect) -> str:
    try:
        return read_for_air(written, Speech(SHIPPED, dialect))
    except Unreadable:
        return ""


@pytest.mark.parametrize("dialect", ["north", "south"])
def test_every_line_is_read_as_it_was_read_aloud(dialect: Dialect) -> None:
    speech = Speech(SHIPPED, dialect)
    wrong = []
    for row in rows():
        try:
            said = read_for_air(row["written"], speech)
        except Unreadable:
            said = ""
        if said != row[dialect]:
            wrong.append((row["written"], said, row[dialect]))
    assert wrong == []


def test_every_reading_is_whole_syllables_and_single_letters() -> None:
    said = {
        word for row in rows() for dialect in ("north", "south") for word in row[dialect].split()
    }
    words = {word.strip(",.:!?") for word in said}
    assert [word for word in words if len(word) > 1 and not is_syllable(word)] == []


def test_the_table_is_long_and_of_every_kind() -> None:
    read = [row for row in rows() if row["north"]]
    assert len(read) >= 400
    assert len({row["written"] for row in rows()}) == len(rows())
    assert len({row["kind"] for row in read}) >= 12


def test_every_short_form_stands_under_the_source_of_its_full_name() -> None:
    block = DICTIONARY.read_text("utf-8").split("\nanywhere:\n")[1].split("\n\n")[0]
    assert block.lstrip().startswith("# Nguồn: ")
    comments = [line for line in block.splitlines() if line.lstrip().startswith("#")]
    assert all(line.startswith("  # Nguồn: ") for line in comments)
    assert len(comments) > 15
    assert sum(key.isupper() for key in SHIPPED.anywhere) >= 250


@pytest.mark.parametrize(
    "written",
    [
        # A number with two meanings, and nothing beside it that says which.
        *("6/10", "họp 6/10 tại phường", "ngày 1-5", "số 3/4", "12/5 Lê Lợi", "từ 1/3 tháng này"),
        *("tỷ lệ 1.5", "1.500,5.2", "5g đường", "1/2000", "báo cáo 9/2018", "tuần 53/18"),
        *('ống 21"', "-5 hồ sơ", "-5%", "giảm -5%", "3 > 2", "5 = 5", "số 12/5"),
        # A short form with two meanings, or a name that it may belong to.
        *("HS vắng mặt", "QH khu dân cư", "BTC thông báo", "CA vào cuộc", "ĐA 06", "TS hồ sơ"),
        *("T2", "Q1", "P. Địa chính", "TT Nam Sách", "VP thông báo"),
        # Two that nobody pairs.
        *("quá hạn 3 ngày/5 ngày", "mái/vách", "thôn/tỉnh", "hồ sơ/kết quả"),
    ],
)
def test_what_has_two_meanings_is_refused(written: str) -> None:
    assert told(written, "north") == ""


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("gọi 114", "gọi 114 người"),
        ("SN 1985", "SN 12 đường Lê Lợi"),
        ("ĐT 502", "ĐT 0912 345 678"),
        ("thứ 2, 4", "xếp thứ 2, 4 phường chậm"),
        ("Đề án 06", "theo Đề án 06 năm thực hiện"),
        ("1/3 tháng lương", "ngày 1/3 tháng lương về"),
        ("phục vụ 24/7", "ngày 24/7"),
        ("mô hình '5 rõ'", "chậm 5'"),
        ("15 phường/xã", "15 hồ sơ/xã"),
        ("tỷ số 3-1", "từ 1-3"),
        ("Ủy ban nhân dân (UBND)", "Hội đồng (UBND)"),
    ],
)
def test_what_stands_beside_a_number_decides_how_it_is_read(written: str, other: str) -> None:
    one, another = told(written, "north"), told(other, "north")
    assert one and another
    assert set(one.split()) != set(another.split())
