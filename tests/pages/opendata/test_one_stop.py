"""The official one-stop report: its columns, its sums, and the workbook as one opens it."""

import io
import re
from dataclasses import replace

from python_calamine import CalamineWorkbook

from generator.model.figures import Figures
from generator.model.sample import SAMPLE_HEADLINE
from generator.pages.environment import templates
from generator.pages.opendata import one_stop
from generator.pages.opendata.one_stop_report import CITY_ONLY, reports
from generator.pages.opendata.one_stop_workbook import COLUMNS
from generator.pages.renderer import Renderer
from worlds.editions import empty_edition
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.shipped import shipped_edition, shipped_renderer

FILES = one_stop.files(shipped_renderer())


def sheet(name: str, quarter: str = "2018-q4") -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(FILES[f"du-lieu/mot-cua/{quarter}.xlsx"]))
    return book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def test_a_workbook_for_every_quarter_always_the_same_bytes() -> None:
    quarters = shipped_edition().figures.quarters
    assert list(FILES) == [f"du-lieu/mot-cua/{quarter.lower()}.xlsx" for quarter in quarters]
    assert one_stop.files(shipped_renderer()) == FILES


def test_the_workbook_is_headed_like_the_form() -> None:
    rows = sheet("Theo lĩnh vực")
    assert rows[0][0].startswith("Biểu số II.06a/VPCP/KSTT")
    assert "01/2020/TT-VPCP" in rows[0][0]
    assert rows[3][2] == "(Từ ngày 01/10/2018 đến ngày 31/12/2018)"
    assert rows[4][0] == SAMPLE_HEADLINE
    assert [rows[6][at] for at in (0, 1, 2, 6, 10, 13)] == [
        "STT",
        "Lĩnh vực giải quyết",
        "Số lượng hồ sơ tiếp nhận",
        "Số lượng hồ sơ đã giải quyết",
        "Số lượng hồ sơ đang giải quyết",
        "Không có hạn",
    ]
    assert rows[7][2:6] == ["Tổng số", "Trong kỳ", "", "Từ kỳ trước"]
    assert rows[8][3:5] == ["Trực tuyến", "Trực tiếp, dịch vụ bưu chính"]
    assert rows[9] == [f"({number})" for number in range(1, 15)]


def test_lines_of_each_sheet_add_up_to_the_same_total() -> None:
    totals = []
    for name in ("Theo lĩnh vực", "Theo đơn vị"):
        lines = sheet(name)[10:]
        end = next(at for at, row in enumerate(lines) if row[0] == "TỔNG SỐ")
        assert [row[0] for row in lines[:end]] == [*range(1, end + 1)]
        sums = [sum(row[at] for row in lines[:end]) for at in range(2, 14)]
        assert sums == lines[end][2:]
        totals.append(sums)
    assert totals[0] == totals[1]
    figure = shipped_edition().figures.one(quarter="2018-Q4")
    assert totals[0][4:8] == [
        figure.ended_count,
        figure.early_count,
        figure.on_time_count,
        figure.overdue_count,
    ]


def test_sensitive_procedures_stand_in_a_line_of_their_own() -> None:
    names = [row[1] for row in sheet("Theo đơn vị")[10:]]
    assert names.count(CITY_ONLY) == 1


def test_the_page_shows_every_line_of_the_newest_quarter() -> None:
    (page,) = one_stop.pages(shipped_renderer())
    newest = reports(shipped_edition())[-1]
    for line in (*newest.by_field, *newest.by_unit):
        assert line.name in page.body
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page.body)
    assert len(rows) == len(newest.by_field) + len(newest.by_unit) + 2
    assert all(row.count("<td ") == len(COLUMNS) for row in rows)


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    edition = shipped_edition()
    name = '=HYPERLINK("http://example.org")'
    lines = tuple(
        replace(line, field=name) if line.field == "Hộ tịch" else line
        for line in edition.figures.one_stop
    )
    figures = Figures((), one_stop=lines, quarters=edition.figures.quarters)
    renderer = Renderer(replace(edition, figures=figures), templates(TEMPLATES, COMPILED))
    book = one_stop.files(renderer)["du-lieu/mot-cua/2018-q4.xlsx"]
    found = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python()
    assert name in [row[1] for row in found]


def test_without_dossiers_there_is_no_workbook_and_the_page_says_so() -> None:
    renderer = Renderer(empty_edition(), templates(TEMPLATES, COMPILED))
    assert one_stop.files(renderer) == {}
    (page,) = one_stop.pages(renderer)
    assert "Chưa có hồ sơ nào" in page.body
