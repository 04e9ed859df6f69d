"""The open data package: a CSV a table, `datapackage.json`, and the page that offers them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.formats.xlsx import SAMPLE
from generator.model.content import Content, digest
from generator.model.text import vn_number
from generator.opendata.recompute import BUNDLE, COMMAND
from generator.opendata.tables import Table
from generator.pages.renderer import Renderer
from generator.pages.schema_org import catalog

SECTION = "du-lieu"
PROFILES = "https://datapackage.org/profiles/2.0"
SAMPLE_MARK = f"({SAMPLE})"


def files(renderer: Renderer) -> dict[str, Content]:
    """Every table, the package's descriptor, and the SQL that makes figures of counts, by path."""
    contents = dict(renderer.table_files)
    package = _descriptor(renderer.edition, renderer.tables, contents)
    descriptor = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    contents |= {"datapackage.json": descriptor.encode("utf-8")}
    return {f"{SECTION}/{name}": content for name, content in contents.items()}


def _descriptor(
    edition: Edition, tables: Iterable[Table], contents: Mapping[str, Content]
) -> dict[str, Any]:
    contract = edition.contract
    sample = f" {SAMPLE_MARK}" if edition.city.sample else ""
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": contract.name,
        "title": contract.title + sample,
        "description": contract.description,
        "version": edition.edition_id.lower(),
        "created": f"{edition.as_of.isoformat()}T00:00:00Z",
        "resources": [
            resource(table, contents)
            for table in tables
            for resource in (
                (_csv_resource, _parquet_resource) if table.in_parquet else (_csv_resource,)
            )
        ],
    }


def _csv_resource(table: Table, contents: Mapping[str, Content]) -> dict[str, Any]:
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "type": "table",
        **_file(f"{table.name}.csv", contents),
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [dict(field) for field in table.fields],
        },
    }


def _parquet_resource(table: Table, contents: Mapping[str, Content]) -> dict[str, Any]:
    """The same rows once more, as a mere file: few tools of the standard read Parquet."""
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": f"{table.name}-parquet",
        "title": f"{table.title} (Parquet)",
        "description": f"Cùng nội dung với {table.name}.csv, dạng Parquet nén zstd",
        "type": "file",
        **_file(f"{table.name}.parquet", contents),
        "mediatype": "application/vnd.apache.parquet",
    }


def _file(name: str, contents: Mapping[str, Content]) -> dict[str, Any]:
    content = contents[name]
    return {
        "path": name,
        "format": name.rpartition(".")[2],
        "bytes": len(content),
        "hash": f"sha256:{digest(content)}",
    }


def size_words(content: Content) -> str:
    """12,3 KB: a file's size as people read it, in thousands of bytes."""
    return f"{vn_number(max(len(content), 100) / 1000, 1)} KB"


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page that offers the files."""
    contents = renderer.table_files
    offers = [
        {
            "name": table.name,
            "title": table.title,
            "description": table.description,
            "row_count": len(table.rows),
            "size": size_words(contents[f"{table.name}.csv"]),
            "parquet_size": table.in_parquet and size_words(contents[f"{table.name}.parquet"]),
        }
        for table in renderer.tables
    ]
    records = len(renderer.edition.contract.datasets) - 1
    counts = sum(table.in_parquet for table in renderer.tables)
    yield renderer.page(
        "pages/opendata.html",
        f"{SECTION}/",
        "Dữ liệu mở",
        "Tải toàn bộ số liệu công khai dưới dạng mở để tự kiểm tra và sử dụng lại.",
        search_text=" ".join(table.title for table in renderer.tables),
        things=[
            catalog(
                renderer.edition,
                renderer.tables,
                f"{SECTION}/",
                f" {SAMPLE_MARK}" if renderer.edition.city.sample else "",
            )
        ],
        records=offers[:records],
        measures=offers[records:-counts],
        counts=offers[-counts:],
        command=COMMAND,
        bundle=BUNDLE,
    )
