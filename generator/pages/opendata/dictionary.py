"""The data dictionary: every column that is kept, published or not, from the schemas themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from generator.edition.page import Page
from generator.model.contract import Dataset
from generator.model.datasets import DATASETS
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
    """A column in words; `labels` are its values, each with `value` and `label`.

    A column that is not `published` stands in the city's files alone.
    """

    name: str
    title: str
    description: str
    type: str
    labels: Sequence[Mapping[str, str]]
    published: bool = True


@dataclass(frozen=True)
class DictionaryTable:
    """A table, the names of its files, and its columns; one without files is not published."""

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
        DictionaryView(list(_tables(renderer))),
        f"{SECTION}/tu-dien/",
        "Từ điển dữ liệu",
        "Ý nghĩa của từng cột trong từng bộ dữ liệu, cả cột không công bố.",
    )


def _tables(renderer: Renderer) -> Iterator[DictionaryTable]:
    """Every open table with the columns that are kept back of it, then what is not published."""
    kept = {item.name: item for item in renderer.edition.contract.datasets}
    for table in renderer.tables:
        dataset = kept.pop(table.name, None)
        yield _described(table, _kept_back(dataset, table) if dataset else [])
    for dataset in kept.values():
        if dataset.fields and dataset.name not in DATASETS:  # those there would be tables above
            fields = [_field(field, published=False) for field in dataset.schema["fields"]]
            yield DictionaryTable(
                dataset.name, dataset.title, dataset.description.rstrip("."), [], fields
            )


def _described(table: Table, kept_back: Sequence[DictionaryField]) -> DictionaryTable:
    return DictionaryTable(
        name=table.name,
        title=table.title,
        description=table.description.rstrip("."),
        files=[form.file_name(table) for form in formats_of(table)],
        fields=[*map(_field, table.fields), *kept_back],
    )


def _kept_back(dataset: Dataset, table: Table) -> list[DictionaryField]:
    """The columns of a dataset that its open table does not have."""
    shown = {field["name"] for field in table.fields}
    fields = (field for field in dataset.schema["fields"] if field["name"] not in shown)
    return [_field(field, published=False) for field in fields]


def _field(field: Mapping[str, Any], *, published: bool = True) -> DictionaryField:
    return DictionaryField(
        name=field["name"],
        title=field["title"],
        description=field["description"],
        type=TYPES[field.get("type", "string")],
        labels=field.get("categories", []),
        published=published,
    )
