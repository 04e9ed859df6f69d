"""Forty quarters in a picture: the newest are drawn, all are numbered, every year is named."""

import pytest

from generator.pages.charts.picture import Picture
from generator.pages.charts.quarters import NARROW_QUARTERS, WIDE_QUARTERS, quarter_names
from generator.pages.charts.sparkline import spark
from generator.pages.environment import templates
from generator.pages.peers import Beside
from generator.pages.pictures import draw
from generator.pages.units.scorecard import scorecard
from worlds.edition_figures import a_figure
from worlds.gallery import FORTY, gallery
from worlds.paths import TEMPLATES
from worlds.published import COMPILED

BY_QUARTER = {name: picture for name, picture in gallery() if picture.newest_first}


def test_a_year_is_named_where_it_begins_and_at_the_first_quarter() -> None:
    names = quarter_names(["2018-Q3", "2018-Q4", "2019-Q1", "2019-Q2"])
    assert [name.quarter for name in names] == ["quý III", "quý IV", "quý I", "quý II"]
    assert [name.year for name in names] == ["2018", "", "2019", ""]
    assert quarter_names([]) == ()


@pytest.mark.parametrize("name", BY_QUARTER)
def test_a_picture_draws_the_newest_and_numbers_all(name: str) -> None:
    picture: Picture = BY_QUARTER[name]
    assert [row[0].value for row in picture.rows] == FORTY
    assert picture.csv_bytes().count(b"\n") == len(FORTY) + 1
    shown = [row[0].value for row in picture.shown_rows]
    assert shown == FORTY[: -WIDE_QUARTERS - 1 : -1]
    assert [row[0].value for row in picture.folded_rows] == FORTY[-WIDE_QUARTERS - 1 :: -1]
    drawn = draw(templates(TEMPLATES, COMPILED), picture, "")
    assert drawn.narrow
    for drawing, count in ((drawn.wide, WIDE_QUARTERS), (drawn.narrow, NARROW_QUARTERS)):
        assert drawing.count(">quý ") == count
        assert ">2027</text>" in drawing
        assert (">2026</text>" in drawing) == (count > 4)


@pytest.mark.parametrize("count", [1, 4, 8, 9, 40])
def test_a_scorecard_holds_any_number_of_quarters(count: int) -> None:
    quarters = FORTY[:count]
    rows = {quarter: a_figure(on_time_share=0.9) for quarter in quarters}
    mine, other = a_figure(on_time_share=0.9), a_figure(on_time_share=0.8)
    card = scorecard(Beside(mine, other, "năm 2018", "nơi khác", "nơi khác", rows), rows, quarters)
    assert card
    assert card.quarters == tuple(reversed(quarters))
    assert card.drawn == card.quarters[:WIDE_QUARTERS]
    for score in card.scores:
        assert len(score.by_quarter) == count
        assert score.spark is None or len(score.spark.points) == min(count, WIDE_QUARTERS)


def test_a_sparkline_keeps_its_width_at_forty_quarters() -> None:
    line = spark([0.5 + n / 100 for n in range(40)], [0.7] * 40)
    assert line and all(0 <= x <= line.width for x, _ in line.points)
