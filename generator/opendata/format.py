"""What the forms of the open data say of themselves: those of a table, those of the whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.content import Content
from generator.opendata.tables import Table


def every_table(table: Table) -> bool:
    """True of any table."""
    del table
    return True


@dataclass(frozen=True)
class TableFormat:
    """A form in which a table may be downloaded.

    `title` names it on a link and `description` in a sentence, both in Vietnamese. `render` makes
    the file of a table that it `suits`.
    """

    extension: str
    title: str
    description: str
    media_type: str
    render: Callable[[Table], Content]
    suits: Callable[[Table], bool] = every_table

    def file_name(self, table: Table) -> str:
        """The name of a table's file: `figures.csv`."""
        return f"{table.name}.{self.extension}"


@dataclass(frozen=True)
class Package:
    """The whole of the open data: its edition, its tables, and their files by name.

    `cuts` are the tables of figures that are divided in one way, each with its file.
    """

    edition: Edition
    tables: tuple[Table, ...]
    table_files: Mapping[str, Content]
    cuts: Sequence[tuple[Table, Content]]


@dataclass(frozen=True)
class PackageFormat:
    """Files made of all tables together; `render` gives them by name.

    `offer` are the Vietnamese words that lead to the file `name` on the page of the open data;
    empty where the page's own text leads there.
    """

    name: str
    render: Callable[[Package], Mapping[str, Content]]
    offer: str = ""
