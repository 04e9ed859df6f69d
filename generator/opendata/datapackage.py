"""`datapackage.json`: what the files of the open data are, for other people's tools."""

import json
from collections.abc import Mapping
from typing import Any

from generator.model.content import Content, digest
from generator.model.sample import SAMPLE_HEADLINE
from generator.opendata.credits import credits_of, descriptor_credits
from generator.opendata.files import TABLE_FORMATS, formats_of
from generator.opendata.format import Package, PackageFormat, TableFormat
from generator.opendata.since_closing import since_closing
from generator.opendata.tables import Table

NAME = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"
SAMPLE_MARK = f"({SAMPLE_HEADLINE})"


def _render(package: Package) -> dict[str, Content]:
    text = json.dumps(descriptor(package), ensure_ascii=False, indent=2) + "\n"
    return {NAME: text.encode("utf-8")}


def descriptor(package: Package) -> dict[str, Any]:
    """The package after the standard Data Package 2.0; a resource is a table in one format."""
    edition, contract = package.edition, package.edition.contract
    sample = f" {SAMPLE_MARK}" if edition.city.sample else ""
    since = since_closing(edition, package.table_files)
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": contract.name,
        "title": contract.title + sample,
        "description": contract.description,
        "version": edition.edition_id.lower(),
        **descriptor_credits(credits_of(edition.city)),
        "created": f"{edition.as_of.isoformat()}T00:00:00Z",
        **(since.told if since else {}),
        "resources": [
            _resource(table, form, package.table_files)
            for table in package.tables
            for form in formats_of(table)
        ],
    }


def _resource(table: Table, form: TableFormat, files: Mapping[str, Content]) -> dict[str, Any]:
    """A table in its first format has its schema; in every other it is the same rows once more,
    as a mere file: few tools of the standard read those formats."""
    first = TABLE_FORMATS[0]
    name, is_first = form.file_name(table), form is first
    same = f"Cùng nội dung với {first.file_name(table)}, {form.description}"
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.name if is_first else f"{table.name}-{form.extension}",
        "title": table.title if is_first else f"{table.title} ({form.title})",
        "description": table.description if is_first else same,
        "type": "table" if is_first else "file",
        "path": name,
        "format": form.extension,
        "bytes": len(files[name]),
        "hash": f"sha256:{digest(files[name])}",
        "mediatype": form.media_type,
        **(_schema(table) if is_first else {}),
    }


def _schema(table: Table) -> dict[str, Any]:
    return {
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [dict(field) for field in table.fields],
        },
    }


DATAPACKAGE = PackageFormat(NAME, _render, offer="Cả gói theo chuẩn Data Package")
