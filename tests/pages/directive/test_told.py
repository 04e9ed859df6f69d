"""What units report is shown as it was told: silence is no zero, a difference is a question."""

from functools import cache

import pytest

from generator.model.reported import Reported
from generator.pages.directive import board, told
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from generator.pages.supervision.questions import questions
from generator.pages.units.page import unit_page
from generator.pages.units.source import Units
from worlds.paths import TEMPLATES
from worlds.read_pages import ReadPage, read_page
from worlds.shipped import shipped_edition
from worlds.told import edition_that_asks

Q4 = "cong-van-643/bao-cao/2018-q4/"


@cache
def pages() -> dict[str, ReadPage]:
    edition = edition_that_asks()
    renderer = Renderer(edition, templates(TEMPLATES))
    (letter,) = edition.city.directives
    units = Units(renderer)
    made = [
        *board.pages(renderer, letter),
        *told.pages(renderer, letter),
        *(unit_page(units, unit) for unit in edition.units),
    ]
    return {page.url: read_page(page.url, str(page.body)) for page in made}


def lines() -> dict[tuple[str | None, str], Reported]:
    rows = edition_that_asks().figures.reported
    return {(row.unit_id, row.indicator): row for row in rows if row.quarter == "2018-Q4"}


@pytest.mark.parametrize(
    ("unit_id", "indicator", "figures"),
    [
        ("p-hoa-sen", "ke-hoach", (1, 1, 12, None, 0)),
        ("p-hoa-mai", "qua-han", (1, 0, None, None, 0)),  # no dossier of its own: nothing is known
        ("phong-noi-vu", "kiem-tra", (1, 0, None, 0, 0)),
        ("p-hoa-sen", "kiem-tra", (1, 1, 5, 0, 1)),
        (None, "ke-hoach", (3, 2, 19, None, 0)),
        (None, "kiem-tra", (3, 1, 5, 0, 1)),
        (None, "kho-khan", (3, 1, None, None, 0)),
    ],
)
def test_figures_stand_beside_each_other(
    unit_id: str | None, indicator: str, figures: tuple[int | None, ...]
) -> None:
    row = lines()[unit_id, indicator]
    counts = (row.expected_count, row.reported_count, row.value, row.own_value, row.differing_count)
    assert counts == figures


@pytest.mark.parametrize("url", ["cong-van-643/", Q4])
def test_who_told_nothing_is_named_and_counts_as_no_zero(url: str) -> None:
    said = pages()[url].said
    assert "2 trong 3 đơn vị đã ghi nội dung báo cáo; 1 con số cần hỏi lại" in said
    assert "1 đơn vị chưa ghi nội dung nào, không tính là 0: Phòng Nội vụ" in said
    assert "không tính là 0" in pages()["don-vi/phong-noi-vu/"].said


@pytest.mark.parametrize("url", ["cong-van-643/", Q4, "don-vi/p-hoa-sen/"])
def test_a_difference_is_asked_with_both_numbers_and_the_units_own_word(url: str) -> None:
    said = pages()[url].said
    assert "đơn vị báo cáo 5 lần; số liệu đã công bố có 0 cuộc kiểm tra công vụ" in said
    assert "Đơn vị giải thích: tính cả kiểm tra của cấp trên." in said
    assert "Hoa Mai : thiếu người ở bộ phận một cửa." in pages()[Q4].said


def test_the_front_finds_it_among_its_questions() -> None:
    (asked,) = [item for item in questions(edition_that_asks()) if item.rule == "bao-cao-khac"]
    assert (asked.unit_id, asked.quarter, asked.about) == ("p-hoa-sen", "2018-Q4", "kiem-tra")
    assert asked.value == "báo cáo 5, số liệu 0"


def test_two_numbers_of_the_sample_differ() -> None:
    rows = [row for row in shipped_edition().figures.reported if row.unit_id and row.differs]
    assert len(rows) == 2 and {row.quarter for row in rows} == {"2018-Q4"}
