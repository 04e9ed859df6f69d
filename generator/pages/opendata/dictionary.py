"""The data dictionary: every column of every open table, from the schemas themselves."""

from collections.abc import Iterator
from typing import Any

from generator.edition.page import Page
from generator.opendata.files import formats_of
from generator.opendata.tables import Table
from generator.pages.opendata.page import SECTION
from generator.pages.renderer import Renderer

TYPES = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "đúng hoặc sai (true, false)",
    "date": "ngày (năm-tháng-ngày)",
}
"""A column's type in words."""


def pages(renderer: Renderer) -> Iterator[Page]:
    """The dictionary page."""
    yield renderer.page(
        "pages/dictionary.html",
        f"{SECTION}/tu-dien/",
        "Từ điển dữ liệu",
        "Ý nghĩa của từng cột trong từng bộ dữ liệu.",
        tables=[_entry(table) for table in renderer.tables],
    )


def _entry(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description.rstrip("."),
        "files": [form.file_name(table) for form in formats_of(table)],
        "fields": [
            {
                "name": field["name"],
                "title": field["title"],
                "description": field["description"],
                "type": TYPES[field["type"]],
                "labels": field.get("categories", []),
            }
            for field in table.fields
        ],
    }
