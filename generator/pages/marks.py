"""Marks in pages: which row of the open data an element is of, and which cell a text is.

Whoever verifies a page holds each marked text against that cell, in the form in which people read
it: `verify/` and the browser's script know the same forms.
"""

from markupsafe import Markup, escape

from generator.ledger.openings import cell as cell_of
from generator.ledger.openings import record_key
from generator.model.apologies import APOLOGY_COUNTS, ApologyLine
from generator.model.datasets import dataset_of
from generator.model.figures import FIGURES, Figure
from generator.model.page_marks import CELL, ROW
from generator.model.record import Record


def row_of(item: Record | Figure | ApologyLine) -> Markup:
    """The attribute of an element that shows a record of the ledger, a row of the figures, or a
    line of the register of apologies."""
    return Markup(f' {ROW}="{escape(_key(item))}"')  # noqa: S704  # all that is put in is escaped


def _key(item: Record | Figure | ApologyLine) -> str:
    if isinstance(item, Figure):
        return "/".join((FIGURES, *(part or "" for part in item.key)))
    if isinstance(item, ApologyLine):
        return "/".join((APOLOGY_COUNTS, *item.key))
    dataset = dataset_of(type(item))
    return record_key(dataset, {name: cell_of(getattr(item, name)) for name in dataset.key})


def cell(text: str, column: str) -> Markup:
    """A text that is a cell of the row around it, marked; as it stands when no column is named."""
    if not text or not column:
        return escape(text)
    marked = f'<span {CELL}="{escape(column)}">{escape(text)}</span>'
    return Markup(marked)  # noqa: S704  # all that is put in is escaped
