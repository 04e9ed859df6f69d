"""A chart with all its words and numbers: what a page shows, and what is downloaded of it."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.text import judged_percent, vn_number, vn_quarter
from generator.pages.charts.bars import Bar, BarChart
from generator.pages.charts.columns import ColumnChart
from generator.pages.charts.dots import DotPlot, DotRow
from generator.pages.charts.grid import Grid
from generator.pages.charts.lines import LineChart, QuarterValue
from generator.pages.charts.panels import BarPanels
from generator.pages.charts.quarters import WIDE_QUARTERS
from generator.pages.charts.tallies import TallyChart


class TableCell(NamedTuple):
    """One cell of a chart's table: as read, as data (ISO, dot decimals), and where it leads."""

    shown: str
    value: str
    url: str | None = None


class TableColumn(NamedTuple):
    """A column of a chart's table: its heading, its name in the file, and what it holds."""

    title: str
    name: str
    is_number: bool = True


@dataclass(frozen=True)
class Picture:
    """A chart: `finding` is its heading, `note` says how to read it, `desc` what is drawn.

    `template` holds the macros that draw it; `rows` are its numbers as a table. Where they are by
    quarter they are those of every quarter, oldest first, and a page shows them `newest_first`.
    """

    drawing: BarChart | BarPanels | ColumnChart | DotPlot | Grid | LineChart | TallyChart
    template: str
    finding: str
    note: str
    desc: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    newest_first: bool = False

    @property
    def shown_rows(self) -> tuple[tuple[TableCell, ...], ...]:
        """The rows that a page shows at once."""
        return self.rows[: -WIDE_QUARTERS - 1 : -1] if self.newest_first else self.rows

    @property
    def folded_rows(self) -> tuple[tuple[TableCell, ...], ...]:
        """The older rows, newest first, that a page keeps behind a fold."""
        return self.rows[-WIDE_QUARTERS - 1 :: -1] if self.newest_first else ()

    @property
    def chart_id(self) -> str:
        """The chart's id on its page."""
        return self.drawing.chart_id

    def csv_bytes(self) -> bytes:
        """The table as CSV, like the files of the open data."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([column.name for column in self.columns])
        writer.writerows([[cell.value for cell in row] for row in self.rows])
        return text.getvalue().encode("utf-8")


ON_TIME = TableColumn("Đúng hạn", "on_time_share")
JUDGED = TableColumn("Số hồ sơ", "judged_count")


def _share(share: float | None) -> TableCell:
    return TableCell(judged_percent(share), "" if share is None else str(share))


def _share_of(value: QuarterValue) -> TableCell:
    """A quarter's share, or why it has none."""
    if value.share is None and value.count is None:
        return TableCell("không có số liệu riêng", "")
    return TableCell("ít hồ sơ", "") if value.share is None and value.count else _share(value.share)


def _count(count: int | None) -> TableCell:
    return TableCell("–", "") if count is None else TableCell(vn_number(count), str(count))


def bars_picture(
    chart: BarChart | BarPanels, finding: str, note: str, *, judged: bool = True
) -> Picture:
    """The distribution of working days, or several below each other.

    Of dossiers that are not `judged` none had a deadline: they are neither late nor in time.
    """
    parts = (
        [("", chart)]
        if isinstance(chart, BarChart)
        else [(panel.title, panel.chart) for panel in chart.panels]
    )
    rows = tuple(
        (
            *((TableCell(title, title),) if title else ()),
            TableCell(bar.days, bar.days if bar.last is not None else f"{bar.first}+"),
            _count(bar.count),
            _late(bar, bool(plot.lines)) if judged else TableCell("không có hạn để xét", "0"),
        )
        for title, plot in parts
        for bar in plot.bars
    )
    desc = "Cột là số hồ sơ theo số ngày làm việc; phần gạch chéo là những hồ sơ quá hạn."
    columns = (
        *((TableColumn("Thời hạn khi nhận", "limit", is_number=False),) if chart.panels else ()),
        TableColumn("Số ngày làm việc", "working_days", is_number=False),
        TableColumn("Số hồ sơ", "ended_count"),
        TableColumn("So với thời hạn", "overdue_count", is_number=False),
    )
    return Picture(chart, "charts/bars.html", finding, note, desc, columns, rows)


def _late(bar: Bar, has_limit: bool) -> TableCell:
    if not bar.overdue:
        return TableCell("trong hạn" if has_limit else "không quá hạn", "0")
    return TableCell(f"{vn_number(bar.overdue_count)} quá hạn", str(bar.overdue_count))


def dots_picture(
    plot: DotPlot,
    rows: Iterable[DotRow],
    finding: str,
    note: str,
    desc: str,
    few: Iterable[DotRow] = (),
    unlike: Iterable[DotRow] = (),
) -> Picture:
    """The ranked plot of units; `rows` are the lines drawn, in their order.

    `few` have too few dossiers for a share: the page tells their counts only, the file both.
    `unlike` are units of another kind or size, which are told but not drawn.
    """
    faint = ""
    if plot.few_below:
        faint = f" Nét nhạt: dưới {plot.few_below} hồ sơ, tỷ lệ dễ lên xuống mạnh."
    cells = tuple(
        (TableCell(row.name, row.name, row.url), _share(row.share), _count(row.count))
        for row in (*rows, *unlike)
    ) + tuple(
        (
            TableCell(row.name, row.name, row.url),
            TableCell("ít hồ sơ", str(row.share)),
            _count(row.count),
        )
        for row in few
    )
    columns = (TableColumn("Đơn vị", "unit", is_number=False), ON_TIME, JUDGED)
    return Picture(plot, "charts/dots.html", finding, note + faint, desc, columns, cells)


def lines_picture(chart: LineChart, finding: str, note: str, desc: str) -> Picture:
    """The line by quarter."""
    beside = (
        (TableColumn(chart.beside_name.capitalize(), "group_on_time_share"),)
        if chart.beside_name
        else ()
    )
    rows = tuple(
        (
            TableCell(value.quarter_words, value.quarter),
            _share_of(value),
            _count(value.count),
            *(_share(value.beside) for _ in beside),
        )
        for value in chart.values
    )
    columns = (TableColumn("Quý", "quarter", is_number=False), ON_TIME, JUDGED, *beside)
    return Picture(chart, "charts/lines.html", finding, note, desc, columns, rows, True)


RECORDS = TableColumn("Số trường hợp", "record_count")


def columns_picture(
    chart: ColumnChart, finding: str, note: str, counted: TableColumn = RECORDS
) -> Picture:
    """Counts by quarter."""
    first = next(item.quarter for item in chart.counts if item.count)
    rows = tuple(
        (
            TableCell(vn_quarter(item.quarter), item.quarter),
            _count(item.count)
            if item.quarter >= first or item.count is None
            else TableCell("chưa bắt đầu", "0"),
        )
        for item in chart.counts
    )
    columns = (TableColumn("Quý", "quarter", is_number=False), counted)
    desc = "Mỗi quý một cột, cao theo số đếm được."
    return Picture(chart, "charts/columns.html", finding, note, desc, columns, rows, True)
