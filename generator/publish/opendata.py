"""The open data package: a CSV a table, `datapackage.json`, and the page that offers them."""

import csv
import io
import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from generator.contract.edition import Edition
from generator.contract.publication import Page
from generator.publish.environment import Renderer
from generator.publish.opentables import Table, open_tables
from generator.text import vn_number

SECTION = "du-lieu"
PROFILES = "https://datapackage.org/profiles/2.0"
SAMPLE_MARK = "(DỮ LIỆU MẪU, KHÔNG PHẢI SỐ LIỆU THẬT)"


def csv_bytes(table: Table) -> bytes:
    """The table as CSV: UTF-8, LF, the header in the first row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([field["name"] for field in table.fields])
    writer.writerows(table.rows)
    return text.getvalue().encode("utf-8")


def files(renderer: Renderer) -> dict[str, bytes]:
    """Every CSV and the package's descriptor, by path."""
    edition = renderer.edition
    contents = {table.name: csv_bytes(table) for table in open_tables(edition)}
    package = _descriptor(edition, contents)
    descriptor = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    return {
        f"{SECTION}/datapackage.json": descriptor.encode("utf-8"),
        **{f"{SECTION}/{name}.csv": content for name, content in contents.items()},
    }


def _descriptor(edition: Edition, contents: dict[str, bytes]) -> dict[str, Any]:
    contract = edition.contract
    sample = f" {SAMPLE_MARK}" if edition.city.sample else ""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": contract.name,
        "title": contract.title + sample,
        "description": contract.description,
        "version": edition.edition_id.lower(),
        "created": f"{edition.as_of.isoformat()}T00:00:00Z",
        "resources": [_resource(table, contents[table.name]) for table in open_tables(edition)],
    }


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [dict(field) for field in table.fields],
        },
    }


def size_words(content: bytes) -> str:
    """12,3 KB: a file's size as people read it, in thousands of bytes."""
    return f"{vn_number(max(len(content), 100) / 1000, 1)} KB"


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page that offers the files."""
    tables = open_tables(renderer.edition)
    offers = [
        {
            "name": table.name,
            "title": table.title,
            "description": table.description,
            "row_count": len(table.rows),
            "size": size_words(csv_bytes(table)),
        }
        for table in tables
    ]
    records = len(renderer.edition.contract.datasets) - 1
    yield renderer.page(
        "pages/opendata.html",
        f"{SECTION}/",
        "Dữ liệu mở",
        "Tải toàn bộ số liệu công khai dưới dạng mở để tự kiểm tra và sử dụng lại.",
        search_text=" ".join(table.title for table in tables),
        records=offers[:records],
        measures=offers[records:],
    )
