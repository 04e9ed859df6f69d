"""The quarter's summary of all units: what belongs to which quarter, the page, the workbook."""

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache

from playwright.sync_api import Browser, expect
from python_calamine import CalamineWorkbook

from generator.app.pipeline import make_figures
from generator.app.sources import check_folder
from generator.datafolder.world import World
from generator.measure.reviews import review_units
from generator.model.figures import Figures
from generator.model.obligations import Obligation
from generator.model.reporting import ReportOf
from generator.model.reviews import UnitReview
from generator.model.settings import City
from generator.model.text import vn_number, vn_percent
from generator.pages.directive import reviews
from generator.pages.directive.review_summary import summaries
from generator.pages.directive.review_workbook import COLUMNS
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from worlds.editions import empty_edition
from worlds.paths import TEMPLATES
from worlds.public import public_of
from worlds.published import COMPILED
from worlds.shipped import shipped_edition, shipped_renderer
from worlds.small import SMALL

Q4 = "cong-van-643/quy/2018-q4/"
(LETTER,) = shipped_edition().city.directives


@cache
def small() -> dict[tuple[str, str | None], UnitReview]:
    return {(item.quarter, item.unit_id): item for item in make_figures(SMALL).unit_reviews}


def small_world() -> tuple[World, City]:
    sources = check_folder(SMALL).sources
    assert sources
    return sources.world, sources.city


def counts(item: UnitReview, kind: str) -> tuple[int, ...]:
    names = ("due", "on_time", "late", "missing", "carried")
    return tuple(getattr(item, f"{kind}_{name}_count") for name in names)


def test_every_quarter_has_every_unit_that_stood_in_it() -> None:
    units = [None, "phong-noi-vu", "p-hoa-sen", "p-hoa-mai"]
    assert list(small()) == [(f"2018-Q{n}", unit) for n in (1, 2, 3, 4) for unit in units]


def test_a_task_a_report_and_a_record_belong_to_their_quarter() -> None:
    office, ward = small()["2018-Q1", "phong-noi-vu"], small()["2018-Q2", "p-hoa-mai"]
    assert counts(office, "task") == (1, 1, 0, 0, 0)
    assert (office.report_expected_count, office.report_missing_count) == (1, 1)
    assert (ward.report_late_count, ward.report_late_days) == (1, 3)
    assert (ward.criticism_count, counts(ward, "remedy")) == (1, (1, 1, 0, 0, 0))
    assert small()["2018-Q3", "p-hoa-sen"].commendation_count == 1
    autumn = small()["2018-Q4", "p-hoa-mai"]
    assert (autumn.commendation_count, autumn.criticism_count) == (1, 1)
    assert counts(autumn, "remedy") == (1, 0, 0, 1, 0)


def test_drafts_and_records_taken_back_are_not_counted() -> None:
    assert small()["2018-Q4", "phong-noi-vu"].criticism_count == 0
    world, city = small_world()
    (corrected,) = world.corrections
    revoked = corrected.model_copy(update={"record_id": "ng-2018-001", "kind": "revoked"})
    world = replace(world, corrections=(revoked,))
    found = review_units(world, city, public_of(world, city), (), _a_report("2018-Q3"))
    mine = {item.unit_id: item.commendation_count for item in found}
    assert mine == {None: 0, "phong-noi-vu": 0, "p-hoa-sen": 0, "p-hoa-mai": 0}


def _a_report(quarter: str) -> list[Obligation]:
    key = f"phong-noi-vu/{quarter}"
    day = date(2018, 9, 14)
    of = ReportOf(quarter, "cong-van-643")
    return [Obligation("quarterly_reports", key, "phong-noi-vu", day, day, "done_on_time", 0, of)]


def _task(done_on: date | None) -> Obligation:
    state = "done_late" if done_on else "overdue"
    return Obligation("assignments", "t", "p-hoa-sen", date(2018, 3, 20), done_on, state, 9)


def test_what_was_due_before_is_carried_until_the_quarter_it_is_done_in() -> None:
    world, city = small_world()
    quarters = [o for n in (1, 2, 3, 4) for o in _a_report(f"2018-Q{n}")]
    for done_on, carried in ((date(2018, 8, 1), [0, 1, 0, 0]), (None, [0, 1, 1, 1])):
        found = review_units(world, city, public_of(world, city), (), [*quarters, _task(done_on)])
        mine = [item for item in found if item.unit_id == "p-hoa-sen"]
        assert [item.task_carried_count for item in mine] == carried
        assert [item.task_due_count for item in mine] == [1, 0, 0, 0]


def test_the_units_add_up_to_the_whole_but_for_what_no_unit_shows() -> None:
    by_quarter: dict[str, list[UnitReview]] = {}
    for item in shipped_edition().figures.unit_reviews:
        by_quarter.setdefault(item.quarter, []).append(item)
    for whole, *units in by_quarter.values():
        for name in UnitReview.__annotations__:
            total = getattr(whole, name)
            if name.startswith(("report_", "task_", "remedy_", "commendation", "criticism")):
                assert sum(getattr(unit, name) for unit in units) == total, name
        assert sum(unit.judged_count for unit in units) <= whole.judged_count


def test_dossiers_are_those_of_the_figure_rows() -> None:
    figures = shipped_edition().figures
    for item in figures.unit_reviews:
        figure = figures.one(unit=item.unit_id, quarter=item.quarter)
        share = figure and (figure.on_time_share, figure.strict_on_time_share)
        assert (item.on_time_share, item.strict_on_time_share) == (share or (None, None))
        assert item.judged_count == (figure.judged_count if figure else 0)


NOTHING = '<abbr title="không có">·</abbr>'
"""How a cell shows that there is none of what it counts."""


def rows_of(body: str) -> dict[str, dict[str, str]]:
    """The cells of the page's table by unit and label, as read."""
    table: dict[str, dict[str, str]] = {}
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", body, re.DOTALL):
        head = re.search(r'<th scope="row">(.*?)</th>', row, re.DOTALL)
        cells = re.findall(r'data-label="([^"]+)"[^>]*>(.*?)</td>', row, re.DOTALL)
        if head:
            table[re.sub("<[^>]+>", "", head[1])] = {a: b.replace("\u00a0", " ") for a, b in cells}
    return table


def test_the_page_shows_every_row_as_it_was_measured() -> None:
    page = next(page for page in reviews.pages(shipped_renderer(), LETTER) if page.url == Q4)
    assert page.frame == "cong-van-643/quy"
    shown = rows_of(page.body)
    summary = summaries(shipped_edition(), LETTER)[-1]
    assert len(shown) == 1 + sum(len(lines) for lines in summary.kinds.values())
    for line in (line for lines in summary.kinds.values() for line in lines):
        cells, item = shown[line.unit.name], line.review
        assert cells["Báo cáo quý"] == line.report.replace("\u00a0", " ")
        carried = cells["Khắc phục nợ quý trước"].replace(NOTHING, "0")
        assert carried == vn_number(item.remedy_carried_count)
        assert cells.get("Hồ sơ") == (
            None if item.judged_count else "không có, hoặc quá ít hồ sơ để xét"
        )
        assert cells.get("Hồ sơ đúng hạn", "không có hồ sơ") == vn_percent(item.on_time_share)


def test_units_stand_in_the_order_of_a_dictionary_not_of_their_figures() -> None:
    for lines in summaries(shipped_edition(), LETTER)[-1].kinds.values():
        shares = [line.review.on_time_share or 0 for line in lines]
        assert len(lines) == 1 or shares != sorted(shares, reverse=True)


def test_nobody_can_make_a_ranking_of_the_page(site_address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}/{Q4}")
    expect(page.locator(".ck-review tbody th").first).to_have_text("Toàn thành phố")
    expect(page.locator(".ck-review button, .ck-filter")).to_have_count(0)
    page.close()


def test_it_prints_on_landscape_paper(site_address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site_address}/{Q4}")
    sizes = re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", page.pdf(prefer_css_page_size=True))
    assert sizes
    assert all(float(width) > float(height) for width, height in sizes)
    page.close()


def test_the_workbook_says_the_same_as_the_page() -> None:
    files = reviews.files(shipped_renderer(), LETTER)
    assert files == reviews.files(shipped_renderer(), LETTER)
    assert list(files) == [f"cong-van-643/quy/2018-q{n}.xlsx" for n in (1, 2, 3, 4)]
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["cong-van-643/quy/2018-q4.xlsx"]))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert rows[4][0] == "DỮ LIỆU MẪU, KHÔNG PHẢI SỐ LIỆU THẬT"
    summary = summaries(shipped_edition(), LETTER)[-1]
    written = {row[1]: row for row in rows[8:] if isinstance(row[0], float)}
    for line in (line for lines in summary.kinds.values() for line in lines):
        cells = dict(zip(COLUMNS, written[line.unit.name][2:], strict=False))
        assert cells["report"] == line.report
        assert cells["criticism_count"] == line.review.criticism_count
        expected = "" if not line.review.judged_count else line.review.judged_count
        assert cells["judged_count"] == expected


def test_a_city_without_a_quarter_says_why_there_is_nothing() -> None:
    edition = replace(empty_edition(), figures=Figures(()))
    renderer = Renderer(edition, templates(TEMPLATES, COMPILED))
    (page,) = reviews.pages(renderer, LETTER)
    assert "chưa có hồ sơ và chưa có báo cáo quý nào đến hạn" in page.body
    assert reviews.files(renderer, LETTER) == {}


def test_each_kind_begins_with_the_figure_that_its_units_are_set_beside() -> None:
    figures, told = shipped_edition().figures, 0
    bodies = {page.url: str(page.body) for page in reviews.pages(shipped_renderer(), LETTER)}
    for summary in summaries(shipped_edition(), LETTER):
        for heading, rows in summary.alike.items():
            for row in rows:
                group = row.figure.group_id
                assert row.figure == figures.one(group=group, quarter=summary.quarter)
                assert heading in ("Phường", "Xã") and group == "local-20"
                told += 1
        shown = bodies[reviews.url_of(LETTER, summary.quarter)].count('class="ck-review__alike"')
        assert shown == sum(map(len, summary.alike.values()))
    assert told == 4 * 2, "of wards and of communes; divisions are not compared"
