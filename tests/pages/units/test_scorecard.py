"""A unit's scorecard: its four figures, those of units alike, and the lines by quarter."""

import re
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from generator.edition.page import Page
from generator.model.text import vn_percent
from generator.pages.charts.sparkline import HEIGHT, WIDTH, spark
from generator.pages.peers import Beside
from generator.pages.units import list as units
from generator.pages.units.scorecard import Scorecard, scorecard
from worlds.edition_figures import a_figure
from worlds.shipped import shipped_edition, shipped_renderer

VALUES = st.lists(st.none() | st.floats(0, 1), min_size=2, max_size=8)


def card(mine: dict[str, object], other: dict[str, object]) -> Scorecard:
    beside = Beside(a_figure(**mine), a_figure(**other), "năm 2018", "nhóm", "nhóm", {})
    found = scorecard(beside, {}, ("2018-Q1", "2018-Q2"))
    assert found
    return found


def told(mine: dict[str, object], other: dict[str, object]) -> list[tuple[str, str]]:
    return [(score.difference, score.standing) for score in card(mine, other).scores]


def test_a_difference_is_reckoned_on_printed_numbers() -> None:
    mine = {"on_time_share": 0.92401, "median_days": 2, "ended_count": 100, "rejected_count": 5}
    other = {"on_time_share": 0.92399, "median_days": 4, "ended_count": 100, "rejected_count": 1}
    assert told(mine | {"p90_days": 9}, other | {"p90_days": 7}) == [
        ("ngang bằng", "same"),
        ("cao hơn 4\u00a0điểm\u00a0phần\u00a0trăm", "same"),
        ("nhanh hơn 2\u00a0ngày\u00a0làm\u00a0việc", "better"),
        ("chậm hơn 2\u00a0ngày\u00a0làm\u00a0việc", "worse"),
    ]


def test_what_is_clearly_lower_is_marked() -> None:
    (first, *_) = told({"on_time_share": 0.896}, {"on_time_share": 0.911})
    assert first == ("thấp hơn 1,5\u00a0điểm\u00a0phần\u00a0trăm", "worse")


def test_nothing_is_compared_with_what_is_not_known() -> None:
    assert set(told({"on_time_share": 0.9}, {})) == {("", "unknown")}
    few = card({"on_time_share": 0.9}, {"median_days": 3}).scores[2]
    assert (few.value, few.is_words, few.beside) == (
        "Chưa đủ hồ sơ",
        True,
        "3\u00a0ngày\u00a0làm\u00a0việc",
    )


def test_a_unit_without_dossiers_has_no_card() -> None:
    assert scorecard(None, {}, ()) is None


@given(VALUES, VALUES)
def test_a_line_stays_in_its_place_and_draws_every_known_quarter(mine, beside) -> None:
    line = spark(mine, beside)
    known = [value for value in mine if value is not None]
    assert (line is None) == (len(known) < 2)
    if line is None:
        return
    assert len(line.points) == len(known)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in line.points)
    highest = max(range(len(known)), key=lambda place: known[place])
    assert line.points[highest][1] == min(y for _, y in line.points)


def test_every_line_of_every_unit_lies_in_its_frame_on_one_scale() -> None:
    heights = set()
    for page in pages().values():
        for line in re.findall(r'<svg class="ck-spark".*?</svg>', str(page.body), re.DOTALL):
            heights |= {float(y) for y in re.findall(r' cy="([-\d.]+)"', line)}
            heights |= {float(y) for y in re.findall(r"[\d.]+,([-\d.]+)", line)}
    assert len(heights) > 10
    assert all(0 <= height <= HEIGHT for height in heights)


def test_a_quarter_without_dossiers_breaks_the_line() -> None:
    line = spark([0.9, None, 0.8, 0.7], [])
    assert line
    assert len(line.points) == 3
    assert [len(stretch.split()) for stretch in line.mine] == [2]


@cache
def pages() -> dict[str, Page]:
    return {page.url: page for page in units.pages(shipped_renderer())}


def test_the_numbers_by_quarter_are_the_figure_rows() -> None:
    figures = shipped_edition().figures
    body = pages()["don-vi/p-dong-ve/"].body.replace("\u00a0", " ")
    rows = re.findall(r'<tr><th scope="row">Quý (\w+)/2018</th>(.*?)</tr>', body)
    assert [numeral for numeral, _ in rows] == ["IV", "III", "II", "I"]
    for place, (_, cells) in enumerate(rows):
        quarter = f"2018-Q{4 - place}"
        mine = figures.one(unit="p-dong-ve", quarter=quarter)
        alike = figures.one(group="local-20", quarter=quarter)
        assert mine and alike
        shown = re.sub("<[^>]+>", "", cells)
        assert f"{vn_percent(mine.on_time_share)} ({vn_percent(alike.on_time_share)})" in shown


def test_every_unit_with_dossiers_has_four_figures_and_their_lines() -> None:
    for url, page in pages().items():
        unit_id = url.removeprefix("don-vi/").strip("/")
        has_figure = bool(unit_id) and shipped_edition().figures.one(unit=unit_id) is not None
        assert page.body.count('<p class="ck-figure__label">') == (4 if has_figure else 0), url
        assert page.body.count('class="ck-spark"') <= 4
