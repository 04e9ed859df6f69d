"""The data dictionary: every column of every open table, from the schemas themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.page import Page
from generator.opendata.files import formats_of
from generator.opendata.tables import Table
from generator.pages.opendata.page import SECTION
from generator.pages.renderer import Renderer
from generator.pages.view import View

TYPES = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "đúng hoặc sai (true, false)",
    "date": "ngày (năm-tháng-ngày)",
}
"""A column's type in words."""


@dataclass(frozen=True)
class DictionaryField:
    """A column in words; `labels` are its values, each with `value` and `label`."""

    name: str
    title: str
    description: str
    type: str
    labels: Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class DictionaryTable:
    """A table, the names of its files, and its columns."""

    name: str
    title: str
    description: str
    files: Sequence[str]
    fields: Sequence[DictionaryField]


@dataclass(frozen=True)
class DictionaryView(View):
    """Every table."""

    template: ClassVar[str] = "pages/dictionary.html"
    tables: Sequence[DictionaryTable]


def pages(renderer: Renderer) -> Iterator[Page]:
    """The dictionary page."""
    yield renderer.page(
        DictionaryView([_described(table) for table in renderer.tables]),
        f"{SECTION}/tu-dien/",
        "Từ điển dữ liệu",
        "Ý nghĩa của từng cột trong từng bộ dữ liệu.",
    )


def _described(table: Table) -> DictionaryTable:
    return DictionaryTable(
        name=table.name,
        title=table.title,
        description=table.description.rstrip("."),
        files=[form.file_name(table) for form in formats_of(table)],
        fields=[
            DictionaryField(
                name=field["name"],
                title=field["title"],
                description=field["description"],
                type=TYPES[field["type"]],
                labels=field.get("categories", []),
            )
            for field in table.fields
        ],
    )
