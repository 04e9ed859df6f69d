"""Pictures of what is counted: a bar a row, and a grid of units and quarters."""

from collections.abc import Iterable, Sequence

from generator.model.text import vn_number, vn_quarter, with_unit
from generator.pages.charts.grid import Grid, GridRow
from generator.pages.charts.picture import Picture, TableCell, TableColumn
from generator.pages.charts.quarters import WIDE_QUARTERS
from generator.pages.charts.tallies import TallyChart, TallyRow

MARKS = {"done": "đúng hạn", "missing": "chưa gửi", "none": "không phải gửi"}
"""What a cell of the grid says in the table; a late one says by how many days."""


def tally_picture(
    chart: TallyChart,
    rows: Iterable[TallyRow],
    finding: str,
    note: str,
    columns: tuple[TableColumn, TableColumn],
) -> Picture:
    """The bars; `rows` are all rows, drawn or not, `columns` those of their names and counts."""
    cells = tuple(
        (TableCell(row.name, row.name, row.url), TableCell(vn_number(row.count), str(row.count)))
        for row in rows
    )
    desc = "Mỗi dòng một thanh ngang, dài theo số đếm được."
    return Picture(chart, "charts/tallies.html", finding, note, desc, columns, cells)


def grid_picture(
    grid: Grid, finding: str, note: str, quarters: Sequence[str], rows: Iterable[GridRow]
) -> Picture:
    """The grid; `rows` are all rows, those not drawn among them, with a cell for each quarter."""
    newest = quarters[-WIDE_QUARTERS:]
    columns = (
        TableColumn("Đơn vị", "unit", is_number=False),
        *(TableColumn(vn_quarter(quarter), quarter, is_number=False) for quarter in newest),
    )
    cells = tuple(
        (
            TableCell(row.name, row.name, row.url),
            *(
                TableCell(_words(cell.mark, cell.days), _value(cell.mark, cell.days))
                for cell in row.cells[-WIDE_QUARTERS:]
            ),
        )
        for row in rows
    )
    desc = "Mỗi dòng một đơn vị, mỗi cột một quý; ô ghi gửi đúng hạn, muộn mấy ngày hay chưa gửi."
    return Picture(grid, "charts/grid.html", finding, note, desc, columns, cells)


def _words(mark: str, days: int) -> str:
    return MARKS.get(mark, f"muộn {with_unit(days, 'ngày')}")


def _value(mark: str, days: int) -> str:
    """Days late as a number; nothing where nothing was owed."""
    return {"done": "0", "none": "", "missing": "missing"}.get(mark, str(days))
