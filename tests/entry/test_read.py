"""Whatever way a record is written, its cells come back; what has two meanings is refused."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.entry.cells import Cell, Unread
from generator.entry.choices import Choice, Choices
from generator.entry.columns import EntryColumn
from generator.entry.meant import code_of
from generator.entry.numbers import read_number, read_whole
from generator.entry.read import read_cell
from generator.model.radio_settings import Dialect
from generator.speech.numbers import integer
from worlds.sheets import shipped_desk
from worlds.typed import as_typed

DESK = shipped_desk()
FILLED = {
    (name, column.name): (column, cells)
    for name in DESK.names
    for column in DESK.entry(name).columns
    if (cells := sorted({row[column.name] for row in DESK.rows(name)}))
}
"""Each column of the sample city with every cell that stands in it."""


def column(dataset: str, name: str) -> EntryColumn:
    return FILLED[dataset, name][0]


@pytest.mark.parametrize(("dataset", "name"), FILLED)
@settings(max_examples=40)
@given(data=st.data())
def test_a_cell_written_by_anybody_comes_back(data: st.DataObject, dataset: str, name: str) -> None:
    known, cells = FILLED[dataset, name]
    cell = data.draw(st.sampled_from(cells))
    typed = data.draw(as_typed(known, cell))
    assert read_cell(known, typed) == cell


@pytest.mark.parametrize(
    "typed",
    [
        "Phường Đông Thọ", "P. Đông Thọ", "P.Đông Thọ", "UBND phường Đông Thọ", "phuong dong tho",
        "Ủy ban nhân dân phường Đông Thọ", "UỶ BAN NHÂN DÂN PHƯỜNG ĐÔNG THỌ", "Đông Thọ",
        "UBND P. Đông Thọ", "p-dong-tho",
    ],
)  # fmt: skip
def test_a_unit_by_any_of_its_names(typed: str) -> None:
    assert read_cell(column("criticisms", "unit_id"), typed) == "p-dong-tho"


@pytest.mark.parametrize(
    "typed", ["Giấy khen", "giấy khen", "GIẤY KHEN", "giay khen", "merit_certificate"]
)
def test_a_label_in_any_case(typed: str) -> None:
    assert read_cell(column("commendations", "form"), typed) == "merit_certificate"


@pytest.mark.parametrize("typed", ["2.00093", 2.00093, "2000930", 2000930.0, "2.000930", "200093"])
def test_a_procedure_that_lost_zeros_and_dots(typed: Cell) -> None:
    limits = column("procedure_limits", "procedure_id")
    known = {choice.code for choice in limits.choices.all} if limits.choices else set()
    assert [code for code in known if code.startswith("2.00093")] == ["2.000930"]
    assert read_cell(limits, typed) == "2.000930"


@pytest.mark.parametrize("typed", ["1001193", 1001193.0, "1,001193", 1.001193, "1.001193"])
def test_a_new_procedure_whose_code_lost_its_dot(typed: Cell) -> None:
    assert read_cell(column("procedures", "procedure_id"), typed) == "1.001193"


@pytest.mark.parametrize(
    "typed",
    [
        "2.000930.H56", "2.000930.h56", "2.000930.000.00.00.H56", "2.000930.000.00.00",
        "2.000930.001.00.00.G08",
    ],
)  # fmt: skip
def test_a_procedure_by_its_code_in_a_place(typed: str) -> None:
    assert read_cell(column("procedure_limits", "procedure_id"), typed) == "2.000930"


@pytest.mark.parametrize(
    "typed", ["2.000930.H57", "2.000930.001.00.00.H56", "2.000931", "2.000930"]
)
def test_a_procedure_of_another_place_or_of_two_is_refused(typed: str) -> None:
    codes = ("2.000930.002.00.00.H56", "2.000930.000.00.00.H58")
    with pytest.raises(Unread):
        code_of(Choices(tuple(Choice(code, code) for code in codes)), typed)


@pytest.mark.parametrize(
    ("dataset", "name", "typed", "code"),
    [
        ("criticisms", "unit_id", "Phường Không Có", "choice-unknown"),
        ("criticisms", "unit_id", "Quang", "choice-unknown"),
        ("criticisms", "clause", "9.9", "choice-unknown"),
        ("commendations", "decision_no", 43165.5, None),
        ("commendations", "record_id", "NG 2018/1", "pattern-wrong"),
        ("units", "gso_code", 1234.0, None),
        ("units", "gso_code", "12", None),
        ("units", "gso_code", "123456", "pattern-wrong"),
        ("inspections", "team", "1,5", "number-broken"),
        ("inspections", "team", "1,500", "number-comma"),
        ("inspections", "team", "tá", "number-wrong"),
        ("inspections", "team", "03 (bốn)", "number-twice"),
        ("procedure_limits", "limit_value", "03 ngày làm việc", "number-with-words"),
        ("procedure_limits", "limit_value", "0,5", "number-broken"),
        ("commendations", "reason", "x" * 2001, "too-long"),
        ("commendations", "reason", "#REF!", "error-value"),
        ("commendations", "decision_on", "31/02/2018", "day-unreal"),
    ],
)
def test_what_cannot_be_read_is_said(
    dataset: str, name: str, typed: Cell, code: str | None
) -> None:
    try:
        read_cell(column(dataset, name), typed)
    except Unread as unread:
        assert unread.code == code and str(unread)
    else:
        assert code is None


def test_a_leading_zero_that_a_spreadsheet_took_comes_back() -> None:
    assert read_cell(column("units", "gso_code"), 1234.0) == "01234"
    assert read_cell(column("procedures", "procedure_id"), 2.00093) == "2.000930"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("1.234", "1234"), ("1 234", "1234"), ("1.234.567,5", "1234567.5"), ("12,50", "12.50"),
     ("1.5", "1.5"), ("-3", "-3"), (12.0, "12"), ("1,234,567", "1234567")],
)  # fmt: skip
def test_numbers_with_vietnamese_signs(typed: Cell, expected: str) -> None:
    assert f"{read_number(typed):f}" == expected


@given(st.integers(-9_999_999, 9_999_999))
def test_every_whole_number_comes_back(number: int) -> None:
    for typed in (float(number), str(number), f"{number:,}".replace(",", ".")):
        assert read_whole(typed) == number


@given(st.integers(0, 9_999), st.sampled_from(get_args(Dialect)))
def test_a_number_that_is_repeated_in_words_comes_back(number: int, dialect: Dialect) -> None:
    words = integer(number, dialect)
    assert (
        read_whole(f"{number:02d} ({words})") == read_whole(f"{number}({words.upper()})") == number
    )
    with pytest.raises(Unread, match="khớp"):
        read_whole(f"{number + 1} ({words})")


@pytest.mark.parametrize(
    "typed", ["Đoàn số 2", "Đoàn 2", "Đoàn kiểm tra công vụ số 02", "đoàn II", "Đoàn thứ hai", "2.",
              "(2)", "hai", "02 (hai)", "Đoàn số hai"],
)  # fmt: skip
def test_a_number_behind_what_it_numbers(typed: str) -> None:
    assert read_cell(column("inspections", "team"), typed) == "2"


@pytest.mark.parametrize("typed", ["5 người", "05 đồng chí", "5 lượt", "5 cuộc", "5 hồ sơ", "năm"])
def test_a_number_before_what_it_counts(typed: str) -> None:
    assert read_cell(column("report_entries", "value"), typed) == "5"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("5-7", "number-not-one"), ("trên 5", "number-not-one"), ("~5", "number-not-one"),
        ("5/7", "number-not-one"), ("5 người và 2 việc", "number-with-words"),
        ("5%", "number-percent"), ("1,000", "number-comma"), ("5 nghìn", "number-not-one"),
        ("10 triệu", "number-not-one"), ("1e3", "number-not-one"), ("không", "number-nothing"),
        ("Chưa có", "number-nothing"), ("Đoàn 1 và 2", "number-not-one"),
        ("N/A", "number-nothing"), ("v", "number-wrong"),
    ],
)  # fmt: skip
def test_what_is_not_one_number_is_told_as_what_it_is(typed: str, code: str) -> None:
    for dataset, name in (("report_entries", "value"), ("inspections", "team")):
        with pytest.raises(Unread) as unread:
            read_cell(column(dataset, name), typed)
        assert unread.value.code == code


@pytest.mark.parametrize(("dataset", "name"), FILLED)
@pytest.mark.parametrize("typed", ["N/A", "null", "(trống)"])
def test_a_word_of_a_program_for_nothing_is_no_information(
    typed: str, dataset: str, name: str
) -> None:
    with pytest.raises(Unread, match="để trống"):
        read_cell(column(dataset, name), typed)


def test_a_name_that_units_bore_in_turn_is_that_of_the_day() -> None:
    early = Choice("a", "Phường A (a)", ("Phường A",), last=date(2019, 11, 30))
    late = Choice("b", "Phường A (b)", ("Phường A",), first=date(2019, 12, 1))
    both = Choices((early, late))
    assert code_of(both, "phường a", date(2018, 1, 1)) == "a"
    assert code_of(both, "Phường A", date(2020, 1, 1)) == "b"
    with pytest.raises(Unread, match="nhiều mục"):
        code_of(both, "Phường A")


def test_a_number_that_two_codes_may_have_been_is_refused() -> None:
    both = Choices((Choice("1.1", "1.1"), Choice("1.10", "1.10"), Choice("2", "2")))
    assert both.code_of_number("2") == "2"
    with pytest.raises(Unread, match="nhiều mục"):
        both.code_of_number("1.1")
    assert code_of(both, "1.10") == "1.10"
