"""The wrong rows of an export as a workbook with their cells marked, for who mends them.

It has the columns that are read and no others, so none of a person; nor has it the codes of the
dossiers: rows are found by their numbers in the export.
"""

from collections.abc import Mapping, Sequence

from generator.app.dossiers.faults import Fault
from generator.app.dossiers.import_dossiers import DossierImport
from generator.entry.cells import Cell
from generator.workbooks.grid import Grid
from generator.workbooks.mark import Mark, marked_copy, plain_book

SHEET, ROW, OF_SHEET, WHY = "Phải sửa", "Dòng", "Trang", "Sửa thế nào"
FIRST, WIDTH = 3, 22
"""So many columns stand before those of the export; all are so many letters wide."""
Spot = tuple[int, int]


def marked_rows(found: DossierImport) -> bytes:
    """The workbook of the rows that are listed as wrong."""
    by_row: dict[Spot, list[Fault]] = {}
    for fault in found.faults.found:
        by_row.setdefault((fault.sheet, fault.row), []).append(fault)
    spots = sorted(by_row)
    labels = _labels(found)
    cells = _cells(found, labels, spots)
    rows: list[list[Cell]] = [[OF_SHEET, ROW, WHY, *labels]]
    titles = {field.name: field.title for field in found.desk.dataset.fields}
    for sheet, row in spots:
        told = (f"{titles[fault.column]}: {fault.why}" for fault in by_row[sheet, row])
        name = found.export.sheets[sheet]
        rows.append([name, float(row), " ".join(told), *cells.get((sheet, row), ())])
    marks = [
        Mark(SHEET, number, _place(found, labels, fault), fault.why)
        for number, spot in enumerate(spots, 1)
        for fault in by_row[spot]
    ]
    grid = Grid(SHEET, rows)
    return marked_copy(plain_book([grid], WIDTH), [grid], marks)


def _labels(found: DossierImport) -> list[str]:
    """The columns of the export that are read for anything but the code of a dossier."""
    keys = found.desk.dataset.primary_key
    names = (
        label
        for column in found.plan.columns
        if column.name not in keys
        for label in column.read_from
    )
    coded = {
        label for column in found.plan.columns if column.name in keys for label in column.read_from
    }
    return [label for label in dict.fromkeys(names) if label not in coded]


def _cells(
    found: DossierImport, labels: Sequence[str], spots: Sequence[Spot]
) -> Mapping[Spot, Sequence[str]]:
    """What stands in some rows of the export."""
    if not labels:
        return {}
    wanted = found.plan.wanted
    cells = ", ".join(f"k{wanted.index(label)}" for label in labels)
    rows = found.connection.execute(
        f"""SELECT sheet, row, {cells} FROM ({found.typed.query})
        WHERE (sheet, row) IN (SELECT (unnest(?::SMALLINT[]), unnest(?::INTEGER[])))""",  # noqa: S608
        [[sheet for sheet, _ in spots], [row for _, row in spots]],
    ).fetchall()
    return {(sheet, row): read for sheet, row, *read in rows}


def _place(found: DossierImport, labels: Sequence[str], fault: Fault) -> int:
    """The cell at which a fault is told: the first that its column is read from, or the number."""
    column = found.plan.column(fault.column)
    read = column.read_from if column else ()
    return next((labels.index(label) + FIRST for label in read if label in labels), 1)
