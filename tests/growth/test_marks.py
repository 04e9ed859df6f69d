"""A workbook comes back marked in time that grows with its marks and no faster."""

from functools import partial

import pytest

from generator.workbooks.grid import Grid
from generator.workbooks.mark import Mark, marked_copy, plain_book
from growth.measure import TWICE, growth

MANY = 800
SHEET = "Trang"


def marked(count: int, at: int) -> partial[bytes]:
    """The marking of a sheet with a wrong cell in every row, `at` rows further down."""
    grid = Grid(SHEET, [["a"]] * count)
    marks = [Mark(SHEET, row + at, 0, "Sai") for row in range(count)]
    return partial(marked_copy, plain_book([grid]), [grid], marks)


@pytest.mark.parametrize("at", [0, MANY], ids=["rows that are there", "rows that are not"])
def test_twice_the_marks_take_twice_the_time(at: int) -> None:
    assert growth(partial(marked, at=at), MANY) <= TWICE**2


def test_marked_copies_are_marked_again_in_twice_the_time() -> None:
    def again(count: int) -> partial[bytes]:
        work = marked(count, 0)
        return partial(marked_copy, work(), *work.args[1:])

    assert growth(again, MANY) <= TWICE**2
