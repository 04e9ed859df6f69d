"""Limits and their cut in words."""

from datetime import date

import pytest

from generator.model.duty_settings import CutDuty
from generator.model.figures import Cut, CutTotal
from generator.model.limit_units import LIMIT_UNITS
from generator.pages.procedures.limits import (
    cut_finding,
    cut_total_finding,
    limit_on_axis,
    limit_order,
    limit_text,
    limit_words,
)

ORDERED = CutDuty(share=0.3, baseline_on=date(2018, 3, 6))


def cut(baseline, limit, unit="working_day", share=None, baseline_unit="working_day") -> Cut:
    met = None if share is None else share >= 0.3
    return Cut("1.001193", baseline, baseline_unit, limit, unit, share, met, None, True)


@pytest.mark.parametrize(
    ("value", "unit", "text", "days"),
    [
        (3, "working_day", "3\u00a0ngày\u00a0làm\u00a0việc", 3),
        (0, "same_day", "trong ngày", 1),
        (20, "day", "20\u00a0ngày", None),
        (2, "month", "2\u00a0tháng", None),
        (8, "hour", "8\u00a0giờ", None),
        (8, "working_hour", "8\u00a0giờ\u00a0làm\u00a0việc", None),
        (None, None, "chưa rõ", None),
    ],
)
def test_a_limit_in_words_and_on_the_axis(value, unit, text, days):
    assert limit_text(value, unit) == text
    assert limit_on_axis(value, unit) == days


@pytest.mark.parametrize("unit", LIMIT_UNITS)
def test_limits_of_every_unit_have_a_place_among_the_others(unit):
    hour, eight = limit_order(1, "hour"), limit_order(8, "working_hour")
    assert limit_order(9, unit) is not None
    assert hour < eight == limit_order(1, "working_day") < limit_order(1, "month")


def test_a_large_figure_has_its_unit_beside_it():
    assert limit_words(3, "working_day") == ("3", "ngày làm việc")
    assert limit_words(0, "same_day") == ("Trong ngày", "")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (cut(5, 3, share=0.4), "rút ngắn 40%, đạt mức ít nhất 30%"),
        (cut(5, 4, share=0.2), "rút ngắn 20%, chưa đạt mức ít nhất 30%"),
        (cut(5, 5, share=0.0), "chưa rút ngắn, mức cần đạt là ít nhất 30%"),
        (cut(5, 6, share=-0.2), "dài hơn trước 20%, mức cần đạt là rút ngắn 30%"),
        (
            cut(0, 0, "same_day", baseline_unit="same_day"),
            "chưa so sánh được: vốn đã trả trong ngày",
        ),
        (cut(5, 7, "day"), "chưa so sánh được: hai thời hạn khác đơn vị tính"),
        (cut(None, 3, baseline_unit=None), "chưa so sánh được: chưa rõ thời hạn ban đầu"),
        (cut(None, None, None), "chưa so sánh được: chưa rõ thời hạn"),
        (None, "chưa so sánh được: chưa rõ thời hạn"),
    ],
)
def test_the_cut_of_one_procedure(row, sentence):
    assert cut_finding(row, ORDERED) == sentence


@pytest.mark.parametrize(
    ("total", "sentence"),
    [
        (
            CutTotal(58, 50, 41, 0.82, 0),
            "41 trong 50 thủ tục so sánh được đã rút ngắn ít nhất 30%",
        ),
        (
            CutTotal(58, 50, 41, 0.82, 44),
            "41 trong 50 thủ tục so sánh được đã rút ngắn ít nhất 30%; "
            "44 trong 50 thủ tục ấy dựa trên thời hạn chưa xác nhận",
        ),
        (
            CutTotal(58, 50, 41, 0.82, 50),
            "41 trong 50 thủ tục so sánh được đã rút ngắn ít nhất 30%; "
            "tất cả đều dựa trên thời hạn chưa xác nhận",
        ),
        (CutTotal(58, 0, 0, None, 0), "Chưa thủ tục nào trong 58 thủ tục so sánh được"),
    ],
)
def test_the_cut_of_the_city_says_what_is_unconfirmed(total, sentence):
    assert cut_total_finding(total, ORDERED) == sentence
