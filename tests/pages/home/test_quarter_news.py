"""The home page's three answers: charts of records by quarter, and what the quarter brought."""

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.model.figures import Figures
from generator.model.obligations import Obligation
from generator.model.text import quarter_of
from generator.pages.charts.columns import BOTTOM, TOP, ColumnChart, QuarterCount, column_chart
from generator.pages.charts.findings import records_finding
from generator.pages.charts.picture import columns_picture
from generator.pages.conduct import list as conduct
from generator.pages.environment import templates
from generator.pages.home import page as home
from generator.pages.home.quarter_news import fault_picture, praise_picture, quarter_news
from generator.pages.pictures import draw
from generator.pages.renderer import Renderer
from generator.pages.stages import stages
from worlds.editions import empty_edition
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.shipped import shipped_edition, shipped_renderer


def test_columns_are_as_high_as_their_counts() -> None:
    counts = [QuarterCount("2018-Q1", 0), QuarterCount("2018-Q2", 5), QuarterCount("2018-Q3", 10)]
    chart = column_chart("x", counts, "praise")
    assert chart
    assert [column.height for column in chart.columns] == [0, 44, BOTTOM - TOP]
    assert all(column.left >= 0 and column.left + column.width <= 100 for column in chart.columns)
    assert column_chart("x", counts[:1], "praise") is None
    assert column_chart("x", [], "praise") is None


def test_columns_side_by_side_on_home_have_one_scale() -> None:
    drawn = [make(shipped_edition()) for make in (praise_picture, fault_picture)]
    steps = {
        round(column.height / column.value.count, 1)
        for picture in drawn
        if picture and isinstance(picture.drawing, ColumnChart)
        for column in picture.drawing.columns
        if column.value.count
    }
    assert len(steps) == 1
    assert all(drawn)


def test_before_the_first_record_nothing_has_begun() -> None:
    counts = [QuarterCount(f"2018-Q{n}", count) for n, count in enumerate((0, 0, 5, 0), 1)]
    chart = column_chart("x", counts, "bar")
    assert chart
    assert [column.begun for column in chart.columns] == [False, False, True, True]
    picture = columns_picture(chart, "", "")
    shown = [row[1].shown for row in picture.rows]
    assert shown == ["chưa bắt đầu", "chưa bắt đầu", "5", "0"]
    drawn = draw(shipped_renderer().environment, picture, "")
    assert drawn.wide.count("bắt đầu") == 2


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (13, 18, "13 trường hợp nêu gương trong quý IV/2018, ít hơn quý trước 5"),
        (2, 1, "2 trường hợp nêu gương trong quý IV/2018, nhiều hơn quý trước 1"),
        (2, 2, "2 trường hợp nêu gương trong quý IV/2018, bằng quý trước"),
        (0, None, "Không có trường hợp nêu gương nào trong quý IV/2018"),
    ],
)
def test_a_quarter_of_records_in_one_sentence(now, before, said) -> None:
    assert records_finding("nêu gương", "2018-Q4", now, before) == said


def test_the_charts_count_what_the_records_say() -> None:
    edition = shipped_edition()
    for picture, records in (
        (praise_picture(edition), edition.commendations),
        (fault_picture(edition), edition.criticisms),
    ):
        assert picture
        valid = [r for r in records if r.standing not in ("withdrawn", "revoked") and r.approved_on]
        for (_, count), column in zip(picture.rows, picture.drawing.columns, strict=True):
            quarter = column.value.quarter
            counted = sum(quarter_of(record.approved_on) == quarter for record in valid)
            assert (count.value, column.value.count) == (str(counted), counted)


def test_what_the_quarter_brought_is_counted_from_its_days() -> None:
    edition = shipped_edition()
    news = quarter_news(edition)
    assert news
    first = date(2018, 10, 1)
    fixed = [c for c in edition.corrections if c.kind == "corrected" and c.published_on >= first]
    assert news.corrected_count == len(fixed) == 2
    remedied = [r for r in edition.criticisms if r.remedied_on and r.remedied_on >= first]
    assert news.remedied_count == len(remedied)
    ended = [r for r in edition.criticisms if r.standing == "expired" and r.ended_on >= first]
    assert news.naming_ended_count == len(ended)
    back = [c for c in edition.corrections if c.kind in ("withdrawn", "revoked")]
    assert news.taken_back_count == sum(c.published_on >= first for c in back)


def test_a_remedy_overdue_is_shown_as_overdue_wherever_the_card_stands() -> None:
    edition = shipped_edition()
    overdue = {
        item.key
        for item in edition.figures.obligations
        if item.dataset == "criticisms" and item.state == "overdue"
    }
    assert overdue
    listed = next(conduct.criticism_pages(shipped_renderer()))
    assert listed.body.count("ck-timeline__step--overdue") == len(overdue)
    newest = next(record for record in edition.criticisms if record.named)
    (page,) = home.pages(shipped_renderer())
    assert ("ck-timeline__step--overdue" in page.body) == (newest.record_id in overdue)


def test_a_remedy_in_time_is_open_and_one_done_is_done() -> None:
    record = next(r for r in shipped_edition().criticisms if r.remedy_due_on and not r.remedied_on)
    day = date(2019, 3, 1)
    owed = Obligation("criticisms", record.record_id, record.unit_id, day, None, "open", 0)
    assert [step.state for step in stages(record, owed)][-1] == "open"
    done = record.model_copy(update={"remedied_on": day})
    assert [step.state for step in stages(done, owed)][-1] == "done"


def test_an_empty_edition_says_why_nothing_is_there() -> None:
    edition = replace(empty_edition(), figures=Figures(()))
    (page,) = home.pages(Renderer(edition, templates(TEMPLATES, COMPILED)))
    said = re.sub(r"<[^>]+>", " ", page.body)
    assert "Chưa có trường hợp nào được nêu gương tính đến ngày 31/12/2018" in said
    assert "Đài chưa có tuần phát nào" in said
    assert page.files == {}
