"""Who sent the quarterly report late, or not at all: a picture of units and quarters."""

from collections.abc import Callable, Sequence

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.directives import Directive
from generator.model.obligations import Obligation
from generator.model.text import collation_key, vn_number, vn_quarter
from generator.pages.addresses import unit_url
from generator.pages.charts.counted import grid_picture
from generator.pages.charts.findings import count_word
from generator.pages.charts.grid import GridCell, GridRow, grid_chart
from generator.pages.charts.picture import Picture
from generator.pages.charts.quarters import WIDE_QUARTERS
from generator.pages.directive.report_rows import ReportRow, report_rows

MOST_DRAWN = 16
"""The units drawn; the picture's table has all."""


def report_picture(
    edition: Edition, directive: Directive, quarters: Sequence[str], rel: Callable[[str], str]
) -> Picture | None:
    """The units that were late or owe a report under a document in the newest of these quarters.

    Those most often late or missing come first.

    `quarters` lie oldest first and hold no report that is not due yet; None without any such unit.
    """
    newest = tuple(quarters[-WIDE_QUARTERS:])
    rows = [_row(row, rel) for row in report_rows(edition, directive, newest)]
    rows.sort(key=lambda row: collation_key(row.name))
    rows.sort(key=_faults, reverse=True)
    faulty = [row for row in rows if _faults(row)[0]]
    drawn = faulty[:MOST_DRAWN]
    chart = grid_chart("ai-gui-muon", newest, drawn, sample=edition.city.sample)
    if chart is None:
        return None
    duty = directive.duties.reports
    assert duty is not None
    finding = _finding(faulty, newest, len(rows), duty.called)
    return grid_picture(chart, finding, _note(len(drawn), len(faulty), len(rows)), newest, rows)


def _row(row: ReportRow, rel: Callable[[str], str]) -> GridRow:
    url = rel(unit_url(row.unit.unit_id))
    return GridRow(row.unit.name, url, tuple(map(_cell, row.reports)))


def _cell(report: Obligation | None) -> GridCell:
    if report is None or report.state == "open":
        return GridCell("none")
    if report.state == "overdue":
        return GridCell("missing")
    return GridCell("late", report.late_days) if report.late_days else GridCell("done")


def _faults(row: GridRow) -> tuple[int, int, int]:
    """How many reports are late or missing, how many missing, and the days of delay."""
    marks = [cell.mark for cell in row.cells]
    missing = marks.count("missing")
    return marks.count("late") + missing, missing, sum(cell.days for cell in row.cells)


def _finding(
    faulty: Sequence[GridRow], quarters: Sequence[str], unit_count: int, called: str
) -> str:
    """ "12 trong 47 đơn vị gửi muộn hoặc chưa gửi báo cáo; nhiều lần nhất là …, 3 trong 4 quý"."""
    when = vn_quarter(quarters[-1])
    if len(quarters) > 1:
        when = f"từ {vn_quarter(quarters[0])} đến {when}"
    said = (
        f"{vn_number(len(faulty))} trong {vn_number(unit_count)} đơn vị có lần gửi muộn hoặc chưa"
        f" gửi {called}, {when}"
    )
    most = _faults(faulty[0])[0]
    first = [row.name for row in faulty if _faults(row)[0] == most]
    if most < 2 or len(first) > 1:
        return said
    times = f"{count_word(most)} trong {count_word(len(quarters))} quý"
    return f"{said}; nhiều lần nhất là {mid_sentence(first[0])}, {times}"


def _note(drawn: int, faulty: int, unit_count: int) -> str:
    note = (
        "Chấm: gửi đúng hạn. Số ngày, kèm vạch đỏ dài theo số ấy: gửi muộn từng ấy ngày làm việc."
        " Gạch ngang: không phải gửi."
    )
    if drawn < faulty:
        note += f" Vẽ {vn_number(drawn)} đơn vị muộn hoặc thiếu nhiều lần nhất."
    if rest := unit_count - faulty:
        note += f" {vn_number(rest)} đơn vị khác gửi đủ và đúng hạn."
    return note
