"""Charts: where things are drawn, and what their headings say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.charts.bars import MOST_BARS, Limit, bar_chart
from generator.pages.charts.dots import DotRow, dot_plot, ranked
from generator.pages.charts.findings import (
    below_finding,
    change,
    days_finding,
    quarter_finding,
    range_finding,
    units_finding,
)
from generator.pages.charts.lines import QuarterValue, line_chart
from generator.pages.charts.scale import axis_for, close_axis_for
from worlds.edition_figures import a_figure

SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=40)
HISTOGRAMS = st.dictionaries(st.integers(0, 400), st.integers(0, 500), max_size=60)


def row(name: str, share: float, count: int = 100) -> DotRow:
    return DotRow(name, None, share, count)


@given(SHARES)
def test_every_share_lies_on_its_axis(shares):
    for axis in (axis_for(shares), close_axis_for(shares)):
        assert all(0 <= axis.place(share) <= 100 for share in shares)
        assert axis.low < axis.high <= 1.0


def test_the_axis_keeps_clear_of_the_least_share():
    assert axis_for([0.849, 0.986]).low == pytest.approx(0.80)
    assert axis_for([0.90]).low == pytest.approx(0.85)
    assert axis_for([]).low == pytest.approx(0.90)
    assert close_axis_for([0.901, 0.937]).high == pytest.approx(0.95)


def test_rows_are_ranked_by_share_then_dossiers_then_name():
    rows = [row("Xã B", 0.9, 5), row("Phường Đ", 0.9, 9), row("Phường D", 0.9, 9), row("A", 1.0)]
    assert [r.name for r in ranked(rows)] == ["A", "Phường D", "Phường Đ", "Xã B"]


def test_a_dot_below_is_judged_on_printed_numbers():
    plot = dot_plot("x", [row("A", 0.92401), row("B", 0.9235), row("C", 0.9231)], 0.92404)
    assert [dot.below for dot in plot.dots] == [False, False, True]


def test_the_bar_reaches_from_the_dot_to_the_reference():
    low = dot_plot("x", [row("A", 0.85)], 0.90).dots[0]
    assert low.bar_x == low.x
    assert low.bar_x + low.bar_width == 50


def test_shares_of_few_dossiers_are_drawn_faint():
    plot = dot_plot("x", [row("A", 0.9, 30), row("B", 0.8, 29)], 0.85, few_below=30)
    assert [dot.few for dot in plot.dots] == [False, True]
    assert plot.few_below == 30
    assert dot_plot("x", [row("A", 0.9, 30)], 0.85, few_below=30).few_below == 0


def test_lines_left_out_of_the_middle_leave_a_gap():
    plot = dot_plot("x", [row(n, 0.9) for n in "ABCD"], 0.9, left_out=27)
    steps = [b.y - a.y for a, b in pairs(plot.dots)]
    assert steps == [36, 72, 36]
    assert plot.gap is not None
    assert plot.dots[1].y < plot.gap.y < plot.dots[2].y


def test_a_plot_without_reference_has_no_one_below():
    plot = dot_plot("x", [row("A", 0.5)], None)
    assert plot.reference_x is None
    assert not plot.dots[0].below


def drawn(counts, *limits):
    """The chart of dossiers that are late beyond the first limit."""
    beyond = {day: n for day, n in counts.items() if limits and day > limits[0].days}
    return bar_chart("x", counts, limits, overdue=beyond)


@given(HISTOGRAMS, st.none() | st.integers(0, 60), st.none() | st.integers(0, 90))
def test_no_dossier_is_lost_between_the_bars(counts, now, old):
    limits = tuple(Limit(days, "hạn") for days in (now, old) if days is not None)
    chart = drawn(counts, *limits)
    if chart is None:
        assert sum(counts.values()) == 0
        return
    assert sum(bar.count for bar in chart.bars) == sum(counts.values())
    assert len(chart.bars) <= MOST_BARS + 1
    assert all(a.last is not None and a.last + 1 == b.first for a, b in pairs(chart.bars))
    assert all(0 <= line.x <= 100 for line in chart.lines)
    assert max(bar.height for bar in chart.bars) == 160


def pairs(items):
    return pairwise(items)


@given(HISTOGRAMS, st.integers(0, 10))
def test_overdue_bars_hold_exactly_the_dossiers_past_a_short_limit(counts, limit):
    chart = drawn({day: n for day, n in counts.items() if day < 15}, Limit(limit, ""))
    overdue = sum(n for day, n in counts.items() if limit < day < 15)
    assert sum(bar.count for bar in chart.bars if bar.overdue) == overdue if chart else not overdue


def test_days_are_taken_together_in_steps_that_end_on_the_limit():
    chart = drawn(dict.fromkeys(range(40), 1), Limit(21, "hạn nay"), Limit(30, "hạn cũ"))
    assert chart is not None
    assert [bar.days for bar in chart.bars][:3] == ["0", "1–3", "4–6"]
    assert next(bar.days for bar in chart.bars if bar.overdue) == "22–24"
    assert chart.lines[0].x == pytest.approx(100 * 8 / len(chart.bars), abs=0.01)


def test_a_limit_of_no_days_stands_after_the_first_bar():
    chart = drawn({0: 9, 1: 1}, Limit(0, "hạn: trong ngày"))
    assert chart is not None
    assert [bar.overdue for bar in chart.bars][:2] == [False, True]
    assert chart.lines[0].x == pytest.approx(100 / len(chart.bars), abs=0.01)


def test_the_long_tail_stands_in_one_last_bar():
    chart = drawn({1: 990, 2: 9, 180: 1}, Limit(2, "hạn"))
    assert chart is not None
    assert (chart.bars[-1].days, chart.bars[-1].count) == ("5 trở lên", 1)
    assert chart.bars[-1].short_days == "≥ 5"


def quarters(*shares: float | None) -> tuple[QuarterValue, ...]:
    return tuple(QuarterValue(f"2018-Q{n + 1}", share, 10) for n, share in enumerate(shares))


def test_a_quarter_without_dossiers_breaks_the_line():
    chart = line_chart("x", quarters(0.9, None, 0.92, 0.93))
    assert [point.y is None for point in chart.wide.points] == [False, True, False, False]
    assert len(chart.wide.segments) == 1


def test_one_quarter_is_a_point_in_the_middle():
    chart = line_chart("x", quarters(0.9))
    assert chart.wide.points[0].x == 50
    assert chart.wide.segments == ()


def test_a_phone_gets_the_newest_four_quarters_of_many():
    values = [
        QuarterValue(f"{year}-Q{n}", 0.9, 5) for year in (2018, 2019, 2020) for n in (1, 2, 3, 4)
    ]
    chart = line_chart("x", values)
    assert len(chart.wide.points) == 8
    assert chart.narrow is not None
    assert next(p.value.quarter for p in chart.narrow.points) == "2020-Q1"
    assert line_chart("x", quarters(0.9, 0.91)).narrow is None


def test_words_stand_below_a_point_in_a_valley_and_above_a_peak():
    points = line_chart("x", quarters(0.95, 0.85, 0.95)).wide.points
    assert points[1].label_y > points[1].y
    assert points[0].label_y < points[0].y


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        (0.924, 0.937, "thấp hơn quý trước 1,3\u00a0điểm\u00a0phần\u00a0trăm"),
        (0.94, 0.92, "cao hơn quý trước 2\u00a0điểm\u00a0phần\u00a0trăm"),
        (0.92401, 0.92399, "bằng quý trước"),
    ],
)
def test_change_is_reckoned_on_printed_numbers(now, before, sentence):
    assert change(now, before) == sentence


def test_the_quarter_in_one_sentence():
    now, before = a_figure(on_time_share=0.924), a_figure(on_time_share=0.937)
    said = "92,4% hồ sơ đúng hạn trong quý IV/2018"
    assert quarter_finding(now, None, "2018-Q4") == said
    assert quarter_finding(now, a_figure(), "2018-Q4") == said
    assert quarter_finding(now, before, "2018-Q4") == (
        f"{said}, thấp hơn quý trước 1,3\u00a0điểm\u00a0phần\u00a0trăm"
    )
    nothing = "Không có hồ sơ nào để xét đúng hạn trong quý IV/2018"
    assert (
        quarter_finding(None, before, "2018-Q4") == "Không có số liệu hồ sơ riêng của quý IV/2018"
    )
    assert quarter_finding(a_figure(), before, "2018-Q4") == nothing


def test_how_many_lie_below_their_group():
    rows = [row("A", 0.95), row("B", 0.9), row("C", 0.85), row("D", 0.8)]
    below = (
        "giải quyết đúng hạn thấp hơn mức chung của nhóm từ 1\u00a0điểm\u00a0phần\u00a0trăm trở lên"
    )
    assert below_finding(rows, 0.92, "phường, xã") == f"Ba phường, xã {below}"
    assert below_finding(rows[:1], 0.92, "phường, xã") == f"Không phường, xã nào {below}"
    assert below_finding(rows[2:3], 0.92, "đơn vị") == f"Một đơn vị {below}"
    assert below_finding(rows * 4, 0.92, "phường, xã") == f"12 phường, xã {below}"
    assert below_finding([], 0.92, "phường, xã") == "Chưa có hồ sơ để so sánh các phường, xã"


@pytest.mark.parametrize(
    ("total", "overdue", "longest", "sentence"),
    [
        (412, 111, 4, "111 trong 412 hồ sơ quá hạn"),
        (412, 0, 2, "Cả 412 hồ sơ không quá hạn"),
        (5, 5, 9, "Cả 5 hồ sơ quá hạn"),
        (1, 0, 2, "Hồ sơ duy nhất không quá hạn"),
        (1234, None, 9, "1.234 hồ sơ đã xong, lâu nhất 9\u00a0ngày\u00a0làm\u00a0việc"),
        (0, None, None, "Chưa có hồ sơ nào kết thúc"),
    ],
)
def test_dossiers_that_were_late(total, overdue, longest, sentence):
    assert days_finding(total, overdue, longest) == sentence


@pytest.mark.parametrize(
    ("overdue", "all_units", "sentence"),
    [
        (5, 20, "Hồ sơ quá hạn ở 5 trong 20 phường, xã được nêu riêng"),
        (0, 20, "Không có hồ sơ quá hạn ở 20 phường, xã được nêu riêng"),
        (0, 1, "Không có hồ sơ quá hạn ở phường, xã được nêu riêng"),
        (1, 1, "Có hồ sơ quá hạn ở phường, xã duy nhất được nêu riêng"),
        (3, 3, "Cả ba phường, xã được nêu riêng đều có hồ sơ quá hạn"),
        (0, 0, "Chưa phường, xã nào có hồ sơ"),
    ],
)
def test_where_dossiers_are_overdue(overdue, all_units, sentence):
    assert units_finding(overdue, all_units, "phường, xã") == sentence


def test_a_range_is_told_only_of_units_with_enough_dossiers():
    rows = [row("Phường Nam Ngạn", 0.986), row("Xã Ít", 0.9, 3), row("Xã Hoằng Quang", 0.849)]
    said = "Đúng hạn từ 84,9% (xã Hoằng Quang) đến 98,6% (phường Nam Ngạn)"
    assert range_finding(rows, 30) == said
    assert range_finding(rows[:2], 30) is None
    assert range_finding([row("A", 0.9), row("B", 0.9)], 30) is None
