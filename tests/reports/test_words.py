"""Counts and comparisons in a sentence."""

import pytest

from generator.reports.words import compared, compared_count, counted, items


@pytest.mark.parametrize(
    ("share", "before", "told"),
    [
        (0.9, 0.911, ", giảm 1,1 điểm phần trăm so với quý II/2018 (91,1%)"),
        (1.0, 0.8, ", tăng 20 điểm phần trăm so với quý II/2018 (80%)"),
        (0.8, 0.8, ", bằng quý II/2018"),
        (0.8, None, ""),
    ],
)
def test_a_share_is_set_beside_the_quarter_before(
    share: float, before: float | None, told: str
) -> None:
    assert compared(share, before, "2018-Q2") == told
    assert compared(share, before, None) == ""


def test_a_number_is_set_beside_the_quarter_before() -> None:
    assert compared_count(1200, 1000, "2018-Q2") == ", tăng 200 hồ sơ so với quý II/2018"
    assert compared_count(1000, 1200, "2018-Q2") == ", giảm 200 hồ sơ so với quý II/2018"
    assert compared_count(7, 7, "2018-Q2") == ", bằng quý II/2018"
    assert compared_count(7, None, "2018-Q2") == ""


def test_parts_of_one_kind_are_told_of_the_whole() -> None:
    assert counted(1, "việc", ((1, "đã xong"), (0, "chưa xong"))) == "1 việc, đã xong"
    assert counted(3, "việc", ((3, "đã xong"), (0, "chưa xong"))) == "3 việc, tất cả đã xong"
    assert (
        counted(3, "việc", ((2, "đã xong"), (1, "chưa xong"))) == "3 việc: 2 đã xong, 1 chưa xong"
    )


def test_a_list_ends_as_documents_end_theirs() -> None:
    assert [item.text for item in items(["a", "b", "c"])] == ["a;", "b;", "c."]
    assert not list(items([]))
