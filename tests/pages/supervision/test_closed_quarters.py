"""The supervision page says which closed quarters are counted otherwise now."""

from dataclasses import replace

import pytest

from generator.edition.edition import Edition
from generator.model.counts import LateChange
from generator.pages.supervision.closed_quarters import closed_quarters
from worlds.shipped import shipped_edition


def with_changes(*changes: LateChange) -> Edition:
    """The shipped edition, of whose closed quarters some have changed since."""
    edition, figures = shipped_edition(), shipped_edition().figures
    others = {
        name: value
        for name, value in vars(figures).items()
        if not name.startswith("_") and name not in ("rows", "late_changes")
    }
    return replace(edition, figures=type(figures)(figures.rows, late_changes=changes, **others))


@pytest.mark.parametrize(
    ("changed", "gone", "words"),
    [
        (1, 0, "lệch dưới 5 hồ sơ"),
        (4, 4, "thiếu dưới 5 hồ sơ"),
        (1_200, 0, "lệch 1.200 hồ sơ"),
        (37, 12, "lệch 37 hồ sơ, trong đó thiếu 12 hồ sơ"),
        (37, 2, "lệch 37 hồ sơ, trong đó thiếu dưới 5 hồ sơ"),
    ],
)
def test_fewer_than_a_group_are_told_as_that(changed: int, gone: int, words: str) -> None:
    told = closed_quarters(with_changes(LateChange("2018-Q2", changed, gone)))
    assert [item.words for item in told.late] == [words]


def test_every_quarter_of_the_shipped_city_is_closed_and_as_it_was() -> None:
    told = closed_quarters(shipped_edition())
    assert (told.count, told.late) == (len(shipped_edition().figures.quarters), [])
