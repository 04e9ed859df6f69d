"""What a chart paints as late is what the figure counts as overdue: page, picture and CSV alike."""

import csv
import io
import re
from functools import cache

import pytest

from generator.model.text import vn_number
from generator.pages.charts.bars import BarChart
from generator.pages.charts.panels import BarPanels
from generator.pages.environment import templates
from generator.pages.pictures import draw
from generator.pages.procedures.days_chart import days_picture
from generator.pages.procedures.source import Procedures
from generator.pages.renderer import Renderer
from worlds.five_years import five_years
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.shipped import shipped_edition, shipped_renderer

CHANGED = "1.000419"


@cache
def sources() -> dict[str, Procedures]:
    years = Renderer(five_years(), templates(TEMPLATES, COMPILED))
    return {"shipped": Procedures(shipped_renderer()), "five years": Procedures(years)}


@pytest.mark.parametrize("world", ["shipped", "five years"])
def test_what_is_painted_late_is_the_figure_s_count(world: str) -> None:
    source, split = sources()[world], 0
    for procedure in source.edition.procedures:
        usual = source.usual(procedure.procedure_id)
        picture = days_picture(source, source.row(procedure), usual)
        figure = usual.figure
        if picture is None or figure is None:
            assert figure is None or not figure.ended_count
            continue
        split += isinstance(picture.drawing, BarPanels)
        rows = list(csv.DictReader(io.StringIO(picture.csv_bytes().decode())))
        assert sum(int(row["ended_count"]) for row in rows) == figure.ended_count
        assert sum(int(row["overdue_count"]) for row in rows) == figure.overdue_count
        late = vn_number(figure.overdue_count)
        if 0 < figure.overdue_count < figure.ended_count:
            assert picture.finding.startswith(f"{late} trong ")
        _hatched_is_in_proportion(picture.drawing)
    # Of five years there are too few dossiers from before a limit changed to be told apart.
    assert split or world != "shipped"


def _hatched_is_in_proportion(drawing: BarChart | BarPanels) -> None:
    plots = [drawing] if isinstance(drawing, BarChart) else [p.chart for p in drawing.panels]
    for bar in (bar for plot in plots for bar in plot.bars):
        assert 0 <= bar.overdue_count <= bar.count
        if bar.count:
            share = bar.overdue_count / bar.count
            assert bar.overdue_height == pytest.approx(bar.height * share, abs=0.06)
            assert bar.overdue_length == pytest.approx(bar.length * share, abs=0.01)


def test_a_hatched_piece_is_drawn_for_every_bar_with_late_dossiers() -> None:
    source = sources()["shipped"]
    for procedure in source.edition.procedures:
        picture = days_picture(source, source.row(procedure), source.usual(procedure.procedure_id))
        if picture:
            late = sum(row[-1].value != "0" for row in picture.rows)
            drawn = draw(shipped_renderer().environment, picture, "")
            assert drawn.narrow
            for drawing in (drawn.wide, drawn.narrow):
                assert len(re.findall(r'<rect fill="url', drawing)) == late


def test_a_changed_limit_splits_the_chart_each_part_with_its_own_line() -> None:
    source = sources()["shipped"]
    procedure = shipped_edition().procedure(CHANGED)
    picture = days_picture(source, source.row(procedure), source.usual(CHANGED))
    assert picture and isinstance(picture.drawing, BarPanels)
    assert picture.finding == "1 trong 58 hồ sơ quá hạn"
    old, new = picture.drawing.panels
    assert old.words == "Hạn 5\u00a0ngày\u00a0làm\u00a0việc: 22 hồ sơ, 1 quá hạn"
    assert [line.limit.words for line in old.chart.lines] == [
        "hạn cũ: 5\u00a0ngày\u00a0làm\u00a0việc"
    ]
    assert new.words == "Hạn 2\u00a0ngày\u00a0làm\u00a0việc: 36 hồ sơ, 0 quá hạn"
    assert [line.limit.words for line in new.chart.lines] == [
        "hạn từ 01/07/2018: 2\u00a0ngày\u00a0làm\u00a0việc"
    ]
