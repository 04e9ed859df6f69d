"""Lines by quarter: one scale on every page, no share of few dossiers."""

import re
from dataclasses import replace

import pytest

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.figures import Figure
from generator.pages.charts.findings import quarter_finding
from generator.pages.charts.lines import QuarterValue
from generator.pages.home import page as home
from generator.pages.lookups import few_picture, quarter_chart, quarter_values, share_axis
from generator.pages.procedures import list as procedures
from generator.pages.units import list as units
from worlds.edition_figures import a_figure
from worlds.five_years import five_years
from worlds.shipped import shipped_edition, shipped_renderer

FIGURE = re.compile(r'<figure class="ck-chart" id="(?:theo-quy|dung-han)".*?</figure>', re.DOTALL)
TICK = re.compile(r'<text class="ck-svg__tick" x="-8"[^>]*>(\d+)</text>')


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    sections = (home.pages, procedures.pages, units.pages)
    return [page for section in sections for page in section(shipped_renderer())]


def test_every_line_of_every_page_has_the_same_axis(pages: list[Page]) -> None:
    axis = share_axis(shipped_edition())
    ends = [str(round(axis.low * 100)), str(round(axis.high * 100))]
    drawn = 0
    for page in pages:
        for figure in FIGURE.findall(str(page.body)):
            ticks = TICK.findall(figure)
            drawn += bool(ticks)
            assert ticks == ends * (len(ticks) // 2), page.url
    assert drawn > 30


@pytest.mark.parametrize("edition", [shipped_edition, five_years])
def test_the_axis_holds_every_share_that_is_drawn(edition) -> None:
    made: Edition = edition()
    axis, least = share_axis(made), made.city.policy.percentile_min_count
    for cut in ("unit", "procedure"):
        for row in made.figures.by(cut, "quarter"):
            if row.judged_count >= least:
                assert axis.low <= row.on_time_share <= axis.high, row.key


def rows(*counts: int | None) -> dict[str | None, Figure]:
    made = {f"2018-Q{n}": c for n, c in enumerate(counts, 1) if c is not None}
    return {
        quarter: replace(
            a_figure(on_time_share=1.0 if count else None),
            early_count=0, on_time_count=count, overdue_count=0, open_overdue_count=0,
            quarter=quarter,
        )
        for quarter, count in made.items()
    }  # fmt: skip


def test_few_dossiers_have_a_number_and_no_share() -> None:
    quarters = [f"2018-Q{n}" for n in range(1, 5)]
    assert quarter_values(quarters, rows(29, 30, None, 0), least=30) == (
        QuarterValue("2018-Q1", None, 29),
        QuarterValue("2018-Q2", 1.0, 30),
        QuarterValue("2018-Q3", None, None),
        QuarterValue("2018-Q4", None, 0),
    )


def test_without_a_quarter_of_enough_dossiers_their_numbers_are_drawn() -> None:
    edition = shipped_edition()
    few, enough = rows(None, 12, 29, 7), rows(None, 12, 30, 7)
    assert quarter_chart(edition, "x", few) is None
    assert quarter_chart(edition, "x", enough) is not None
    assert few_picture(edition, "x", enough, "") is None
    picture = few_picture(edition, "x", few, "")
    assert picture
    assert [row[1].shown for row in picture.rows] == ["–", "12", "29", "7"]
    assert "%" not in str(picture.rows)


def test_a_heading_tells_the_number_of_few_dossiers() -> None:
    now, before = rows(40)["2018-Q1"], rows(29)["2018-Q1"]
    assert quarter_finding(before, now, "2018-Q4", 30) == (
        "29 trong 29 hồ sơ đúng hạn trong quý IV/2018"
    )
    assert quarter_finding(now, before, "2018-Q4", 30) == "100% hồ sơ đúng hạn trong quý IV/2018"
