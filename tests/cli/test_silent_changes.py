"""Ways to change what was published without saying so, in a folder whose ledger is left alone."""

from collections.abc import Callable

import pytest

from worlds.edition_folder import City

pytestmark = pytest.mark.usefixtures("remembered")

LATE = "Tự ý đặt thêm giấy tờ ngoài quy định"


def add_correction(city: City, record: str, day: str) -> None:
    path = city.data / "corrections.csv"
    row = f"{record},corrected,Ghi nhầm,Ghi lại cho đúng,{day},,,\n"
    path.write_text(path.read_text("utf-8") + row, "utf-8")


def excuse_with_another_s(city: City) -> None:
    city.edit("criticisms.csv", LATE, "Lời khác")
    add_correction(city, "pb-2018-001", "2018-12-30")


def excuse_with_a_day_to_come(city: City) -> None:
    city.edit("criticisms.csv", LATE, "Lời khác")
    add_correction(city, "pb-2018-002", "2019-01-05")


def excuse_with_an_old_one(city: City) -> None:
    city.edit("criticisms.csv", "Để quá hạn nhiều hồ sơ", "Để quá hạn một hồ sơ")


def reword_the_correction(city: City) -> None:
    city.edit("corrections.csv", "Ghi nhầm số văn bản", "Viết nhầm")
    add_correction(city, "pb-2018-001", "2018-12-30")


def let_the_naming_end_sooner(city: City) -> None:
    city.edit("criticisms.csv", ",2019-10-01,,,approved", ",2018-12-30,,,approved")


def make_a_draft_of_it(city: City) -> None:
    approval = "approved,Chủ tịch Ủy ban nhân dân thành phố,2018-10-03,"
    city.edit("criticisms.csv", approval, "draft,,,")


def call_it_otherwise(city: City) -> None:
    city.edit("criticisms.csv", "pb-2018-002,", "pb-2018-009,")


def make_it_of_a_unit(city: City) -> None:
    city.edit(
        "criticisms.csv",
        "pb-2018-002,person,Lê Văn C,Công chức địa chính,civil_servant,p-hoa-mai",
        "pb-2018-002,unit,Phường Hoa Mai,,,p-hoa-mai",
    )


SILENT = {
    excuse_with_another_s: "record-amended",
    excuse_with_a_day_to_come: "record-amended",
    excuse_with_an_old_one: "record-amended",
    reword_the_correction: "record-amended",
    let_the_naming_end_sooner: "record-amended",
    make_a_draft_of_it: "record-vanished",
    call_it_otherwise: "record-vanished",
    make_it_of_a_unit: "record-amended",
}
"""Each way, and the code of the finding that names it."""


@pytest.mark.parametrize("attack", SILENT, ids=lambda attack: attack.__name__)
def test_no_way_around_a_correction(published: City, attack: Callable[[City], None]) -> None:
    attack(published)
    status, said = published.run("check")
    assert status == 1 and f"[{SILENT[attack]}]" in said
