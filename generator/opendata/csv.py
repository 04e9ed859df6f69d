"""A table as CSV: UTF-8, LF, the header in the first row."""

import csv
from collections.abc import Iterator

from generator.model.content import Content, content_of, whole
from generator.opendata.format import TableFormat
from generator.opendata.tables import Table


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        """Return the text, as the writer of CSV returns what its file does."""
        return text


def _rows(table: Table) -> Iterator[str]:
    writer = csv.writer(_Echo(), lineterminator="\n")
    yield writer.writerow([field["name"] for field in table.fields])
    yield from map(writer.writerow, table.rows)


def csv_content(table: Table) -> Content:
    """The table as CSV, compressed in memory when it is long."""
    return content_of(_rows(table))


def csv_bytes(table: Table) -> bytes:
    """The table as CSV at once."""
    return whole(csv_content(table))


CSV = TableFormat("csv", "CSV", "dạng CSV", "text/csv", csv_content)
