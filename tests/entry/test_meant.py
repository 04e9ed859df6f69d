"""A name beside its code, behind other words or shortened is that thing; two things are told."""

from itertools import pairwise, product

import pytest

from generator.entry.cells import Unread
from generator.entry.choices import DASH, Choice, Choices
from generator.entry.meant import code_of, codes_of
from generator.entry.read import read_cell
from worlds.sheets import shipped_desk

DESK = shipped_desk()
COLUMNS = {
    (name, column.name): (column, column.choices)
    for name in DESK.names
    for column in DESK.entry(name).columns
    if column.choices and len(column.choices.all) > 1
}
"""Every column of the sample city in which one chooses."""
MANNERS = (
    *("{} - {}", "{} – {}", "{}-{}", "{}: {}", "{} ({})", "{}; {}", "{}/{}", "{}\n{}", "[{}] {}"),
)
MOST = 3
TOLD = {"choice-code-name", "choice-several", "choice-ambiguous"}


def own(choices: Choices) -> list[tuple[Choice, str]]:
    """The first choices with a name of each that is no code of it and no other's."""
    found = []
    for choice in choices.all:
        names = [
            name
            for name in choice.names or (choice.shown,)
            if len(name) > 3 and DASH not in name and choices.candidates(name) == (choice,)
        ]
        found += [(choice, names[0])] if names else []
    return found[:MOST]


def test_a_list_of_nothing_is_said_to_be_one() -> None:
    with pytest.raises(Unread, match="Hãy nhập danh mục của cột này trước") as told:
        code_of(Choices(()), "thủ tục Khai sinh")
    assert told.value.code == "choice-none"


@pytest.mark.parametrize(("dataset", "name"), COLUMNS)
def test_a_code_and_its_name_are_one(dataset: str, name: str) -> None:
    column, choices = COLUMNS[dataset, name]
    for choice, called in own(choices):
        codes = [choice.code, *(c for c in choice.other_codes if len(choices.by_code(c)) == 1)]
        for code, manner in product(codes, MANNERS):
            for pair in ((code, called), (called, code)):
                assert read_cell(column, manner.format(*pair)) == choice.code


@pytest.mark.parametrize(("dataset", "name"), COLUMNS)
def test_a_code_and_the_name_of_another_are_refused(dataset: str, name: str) -> None:
    _, choices = COLUMNS[dataset, name]
    for (one, _), (other, called) in pairwise(own(choices)):
        for manner, pair in product(MANNERS, ((one.code, called), (called, one.code))):
            with pytest.raises(Unread) as unread:
                code_of(choices, manner.format(*pair))
            assert unread.value.code in TOLD
            told = str(unread.value)
            assert one.shown in told and other.shown in told


UNITS = Choices(
    (
        Choice("p-hoa-sen", "Phường Hoa Sen", ("P. Hoa Sen",), other_codes=("90001",)),
        Choice("p-hoa-mai", "Phường Hoa Mai", ("P. Hoa Mai",), other_codes=("90002",)),
        Choice("phong-tnmt", "Phòng Tài nguyên và Môi trường"),
        Choice("van-phong", "Văn phòng HĐND và UBND"),
    ),
    heads=frozenset(("don vi", "bo phan mot cua")),
)


@pytest.mark.parametrize(
    "typed",
    ["90001 - Phường Hoa Sen", "Phường Hoa Sen (90001)", "90001 – P. Hoa Sen", "Đơn vị: P. Hoa Sen",
     "1. Phường Hoa Sen", "a) Phường Hoa Sen", "Bộ phận một cửa Phường Hoa Sen",
     "1. Đơn vị 90001 - Hoa Sen"],
)  # fmt: skip
def test_a_unit_beside_its_number(typed: str) -> None:
    assert code_of(UNITS, typed) == "p-hoa-sen"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("90001 - P. Hoa Mai", "choice-code-name"), ("90001 - P. Sao", "choice-code-unlike"),
        ("90003 - Phường Hoa Sen", "choice-unknown"),
        ("p-hoa-sen - P. Hoa Sen; P. Hoa Mai", "choice-several"), ("P. HX", "choice-unknown"),
    ],
)  # fmt: skip
def test_a_number_of_another_unit_is_told(typed: str, code: str) -> None:
    with pytest.raises(Unread) as unread:
        code_of(UNITS, typed)
    assert unread.value.code == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Phòng TNMT", "phong-tnmt"), ("Phòng TN&MT", "phong-tnmt"), ("PTNMT", "phong-tnmt"),
     ("VP HĐND-UBND", "van-phong"), ("Văn phòng HĐND, UBND", "van-phong")],
)  # fmt: skip
def test_first_letters(typed: str, code: str) -> None:
    assert code_of(UNITS, typed) == code


def test_first_letters_of_two_are_told() -> None:
    with pytest.raises(Unread) as unread:
        code_of(Choices((Choice("a", "Hoa Sen"), Choice("b", "Hoa Sứ"))), "HS")
    assert unread.value.code == "choice-ambiguous"


@pytest.mark.parametrize("between", ["; ", ", ", "\n", " và ", " & ", "/", " - ", ",\n- ", "\n2. "])
def test_several_names_whatever_stands_between_them(between: str) -> None:
    typed = f"Phòng Tài nguyên và Môi trường{between}90001 - Phường Hoa Sen"
    assert codes_of(UNITS, typed) == ["phong-tnmt", "p-hoa-sen"]
