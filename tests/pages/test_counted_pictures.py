"""What the pictures of records, reports and overdue duties tell is what was counted."""

from collections import Counter
from dataclasses import replace
from functools import partial

import pytest

from generator.edition.edition import Edition
from generator.model.obligations import Obligation
from generator.model.text import with_unit
from generator.pages.charts.grid import Grid
from generator.pages.charts.tallies import TallyChart
from generator.pages.conduct.clause_picture import clause_finding, clause_picture
from generator.pages.conduct.list import commendation_pages, criticism_pages, standing_of
from generator.pages.directive import board
from generator.pages.directive.report_grid import report_picture
from generator.pages.directive.report_rows import due_quarters
from generator.pages.supervision import page as supervision
from generator.pages.supervision.ages import AGES, age_picture
from worlds.editions import empty_edition
from worlds.shipped import shipped_edition, shipped_renderer

EDITION = shipped_edition()


@pytest.mark.parametrize("name", ["commendations", "criticisms"])
def test_records_are_counted_by_clause(name: str) -> None:
    standing = standing_of(getattr(EDITION, name))
    picture = clause_picture(EDITION, standing, "bị phê bình", "fault")
    assert picture and isinstance(picture.drawing, TallyChart)
    counted = Counter(record.clause for record in standing)
    told = {row[0].url.split("=")[1]: int(row[1].value) for row in picture.rows if row[0].url}
    assert told == counted
    drawn = [tally.row.count for tally in picture.drawing.tallies]
    assert drawn == sorted(counted.values(), reverse=True)[: len(drawn)]
    (first, most), *_ = counted.most_common(1)
    assert f"điểm {first} (" in picture.finding
    assert f"{most} trong {len(standing)} trường hợp" in picture.finding


def test_several_clauses_with_as_many_are_all_named() -> None:
    counts = [("1.1: x", 3), ("3.2: y", 3), ("4", 1)]
    assert clause_finding("bị phê bình", counts) == (
        "Bị phê bình nhiều nhất: điểm 1.1 và 3.2, mỗi điểm 3 trường hợp"
    )
    assert "không điểm nào nhiều hơn" in clause_finding("x", counts[:2])
    assert clause_finding("x", [("4", 2), ("1.1", 1)]).endswith("điểm 4, 2 trong 3 trường hợp")


def test_every_cell_of_the_grid_is_the_reports_obligation() -> None:
    quarters = due_quarters(EDITION)
    (letter,) = EDITION.city.directives
    picture = report_picture(EDITION, letter, quarters, lambda url: url)
    assert picture and isinstance(picture.drawing, Grid)
    owed = {item.key: item for item in EDITION.figures.obligations if "/" in item.key}
    totals = {row.quarter: row for row in EDITION.figures.report_counts if row.unit_id is None}
    for place, quarter in enumerate(quarters, 1):
        values = [row[place].value for row in picture.rows]
        assert values.count("missing") == totals[quarter].missing_count
        late = [value for value in values if value.isdigit() and value != "0"]
        assert len(late) == totals[quarter].late_count
        assert values.count("0") == totals[quarter].on_time_count
        for row in picture.rows:
            unit_id = str(row[0].url).split("/")[1]
            item = owed.get(f"{unit_id}/{quarter}")
            if row[place].value.isdigit():
                assert item and item.late_days == int(row[place].value)
    for placed in picture.drawing.rows:
        assert any(cell.mark in ("late", "missing") for cell in placed.row.cells)


def test_what_is_overdue_is_counted_once_by_age() -> None:
    overdue = [item for item in EDITION.figures.obligations if item.state == "overdue"]
    picture = age_picture(EDITION, overdue)
    assert picture
    assert sum(int(row[1].value) for row in picture.rows) == len(overdue)
    assert (
        f"lâu nhất {with_unit(max(item.late_days for item in overdue), 'ngày làm việc')}"
        in picture.finding
    )


@pytest.mark.parametrize("place", range(len(AGES)))
def test_an_age_begins_on_its_least_day(place: int) -> None:
    for days, row in ((AGES[place][0], place), (AGES[place][0] - 1, place - 1)):
        item = Obligation("assignments", "x", "u", None, None, "overdue", days)
        picture = age_picture(EDITION, [item])
        if row < 0:
            assert picture is None
            continue
        assert picture
        counts = [int(cells[1].value) for cells in picture.rows][::-1]
        assert counts == [int(n == row) for n in range(len(AGES))]


@pytest.mark.parametrize("edition", [EDITION, empty_edition()], ids=["shipped", "empty"])
def test_each_stands_on_the_page_where_it_is_asked(edition: Edition) -> None:
    renderer = replace(shipped_renderer(), edition=edition)
    for make, chart in (
        (commendation_pages, "theo-diem"),
        (criticism_pages, "theo-diem"),
        (partial(board.pages, directive=EDITION.city.directives[0]), "ai-gui-muon"),
        (supervision.pages, "qua-han-bao-lau"),
    ):
        page = next(iter(make(renderer)))
        is_there = edition is EDITION
        assert (f'id="{chart}"' in str(page.body)) == is_there, chart
        names = {f"bieu-do/{page.url}{chart}{end}" for end in (".svg", ".csv", "/index.html")}
        assert (names <= set(page.files)) == is_there, chart
