"""A contest is told when it begins and when it ends, and a suspended name is said no more."""

from datetime import date

import pytest

from generator.model.records import Contest
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.txt import render_txt
from worlds.radio_edition import edition

WEEK, AFTER = "2018-W42", "2018-W44"
NAME = "Trần Thị B"


def contest(**cells: object) -> Contest:
    said = {
        "record_id": "pb-2018-002",
        "kind": "complaint",
        "opened_on": date(2018, 10, 17),
        "body": "Thanh tra thành phố",
        "outcome": "pending",
    }
    return Contest.model_validate(said | cells)


def ended(outcome: str, **cells: object) -> Contest:
    return contest(outcome=outcome, ended_on=date(2018, 11, 1), **cells)


def told(week: str, *contests: Contest) -> str:
    return render_txt(make_bulletin(edition(contests=contests), week, 10))


def test_a_complaint_is_told_in_the_week_it_was_taken_up() -> None:
    text = told(WEEK, contest())
    assert "Thanh tra thành phố đã thụ lý khiếu nại về việc" in text
    assert NAME in text
    assert "thụ lý" not in told(WEEK)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("upheld", "Kết quả là giữ nguyên như đã công bố."),
        ("changed", "Kết quả là sửa đổi một phần."),
        ("dropped", "Người khiếu nại đã rút đơn."),
    ],
)
def test_its_end_is_told_with_the_outcome(outcome: str, words: str) -> None:
    text = told(AFTER, ended(outcome, conclusion="Có căn cứ"))
    assert "đã giải quyết xong khiếu nại" in text
    assert words in text
    assert "Có căn cứ." in text


def test_a_suspended_name_is_not_said_and_the_listener_is_told_so() -> None:
    text = told(WEEK, contest(suspended_on=date(2018, 10, 17)))
    assert "Trong thời gian giải quyết, việc nêu tên tạm dừng." in text
    assert NAME not in text


def test_a_copy_from_before_the_suspension_is_void() -> None:
    script = make_bulletin(edition(contests=(contest(suspended_on=date(2018, 10, 17)),)), WEEK, 10)
    assert not [recall for recall in script.recalls if recall.since < date(2018, 10, 17)]
    first = make_bulletin(
        edition(contests=(contest(opened_on=date(2018, 10, 5), suspended_on=date(2018, 10, 5)),)),
        "2018-W40",
        10,
    )
    assert any("tạm dừng nêu tên" in recall.reason for recall in first.recalls)


def test_a_plea_for_an_early_end_is_nobody_s_news() -> None:
    assert "thôi nêu tên" not in told(WEEK, contest(kind="early_end"))
