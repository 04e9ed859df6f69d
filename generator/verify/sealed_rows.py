"""The rows of the open data that pages may show, and what a page must say of a cell of one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.ledger.openings import NAME, Opening, leaf_hash, parse_openings, subject_id
from generator.model.datasets import DATASETS, LOGGED, WITH_PAGES, Descriptor, name_of
from generator.model.figures import FIGURES
from generator.model.made_files import SUSPENDED
from generator.model.page_marks import ROW_KEYS, plain, says, shown, told
from generator.model.records import Procedure, Unit
from generator.model.site_paths import DESCRIPTOR, OPENINGS, PAGE_FILE, table_path
from generator.model.text import nfc
from generator.model.unit_groups import UNIT_GROUPS
from generator.verify.records import PublishedRow, csv_rows
from generator.verify.site import Site

SUBJECT = "subject_name"
"""The column that says whom a record is about."""
Labels = Mapping[tuple[str, str], Mapping[str, str]]
"""The words of each enumerated column, by table and column."""


@dataclass(frozen=True)
class SealedRows:
    """Rows by table and key, the words of columns, the names of units and procedures, the group of
    each unit, and openings by record.

    `names` are the persons whose names were proved so far, by the id of their record.
    """

    rows: Mapping[str, PublishedRow]
    labels: Labels
    units: Mapping[str, str]
    procedures: Mapping[str, str]
    groups: Mapping[str, str]
    openings: Mapping[str, Opening]
    names: dict[str, str] = field(default_factory=dict)

    @cached_property
    def corrections(self) -> Mapping[str, list[PublishedRow]]:
        """The rows about each record, by its id, of datasets whose records have no pages."""
        found: dict[str, list[PublishedRow]] = {}
        for dataset in LOGGED:
            for row in () if dataset.section else self.of(dataset):
                found.setdefault(subject_id(row), []).append(self.rows[row])
        return found

    def fault(self, row: str, column: str, text: str) -> str:
        """The code of what is wrong with a text that is marked as a cell; empty when it is it."""
        cells = self.rows.get(row)
        if cells is None or column not in cells:
            return "mark-unknown"
        name = self.names.get(subject_id(row), "")
        forms = self.forms(row, column, cells[column])
        is_right = any(says(text, form, name) for form in forms if form)
        return "" if is_right or self.proves_name(row, column, text) else "mark-other"

    def forms(self, row: str, column: str, value: str) -> tuple[str, ...]:
        """What a page may say of a cell."""
        if column == "unit_id":
            return (self.units.get(value, value),)
        try:
            return shown(column, value, self.labels.get((row.partition("/")[0], column), {}))
        except ValueError:  # no number where one should be: no page can show it
            return ()

    def proves_name(self, row: str, column: str, text: str) -> bool:
        """True of what the ledger commits to and the open data leave out: a person's name.

        A record that no edition was closed with yet has no line to prove it by: then it is to be
        the name on the record's own page.
        """
        if self.rows.get(row, {}).get(column):
            return False
        if (opening := self.openings.get(row)) is None:
            return self._may_name(row, column, text)
        if not (salt := opening.salts.get(NAME, "")):
            return False
        return opening.leaves.get(column) == leaf_hash(salt, column, nfc(plain(text)))

    def _may_name(self, row: str, column: str, text: str) -> bool:
        """True of a person's name or post, as far as the record's own page has said it."""
        dataset = DATASETS.get(row.partition("/")[0])
        described = dataset.columns.get(column) if dataset else None
        known = self.names.get(subject_id(row)) if column == SUBJECT else None
        return described is not None and described.identifies and known in (None, text)

    def required(self, row: str) -> frozenset[str]:
        """The columns that the page of a record has to show; of one taken back its key alone."""
        cells, dataset = self.rows[row], DATASETS[row.partition("/")[0]]
        if cells.get("standing") in ("withdrawn", "revoked"):
            return frozenset(dataset.key)
        opening = self.openings.get(row)
        is_named = opening is not None and NAME in opening.salts
        is_named = is_named and cells.get("standing") != SUSPENDED
        return frozenset(
            name
            for name, column in dataset.columns.items()
            if name in cells
            and name not in dataset.unshown
            and (cells[name] or (column.identifies and is_named))
        )

    def row_of_record(self, record: str) -> PublishedRow | None:
        """The row of the record of an id that has a page of its own; None when there is none."""
        keys = (f"{dataset.name}/{record}" for dataset in WITH_PAGES)
        return next((self.rows[key] for key in keys if key in self.rows), None)

    def of(self, dataset: Descriptor) -> list[str]:
        """The rows of a dataset."""
        return [row for row in self.rows if row.startswith(f"{dataset.name}/")]

    def own_row(self, path: str) -> str:
        """The record whose own page lies at a path; empty when it is no record's."""
        for dataset in WITH_PAGES:
            record = path.removeprefix(f"{dataset.section}/").removesuffix(f"/{PAGE_FILE}")
            if path == f"{dataset.section}/{record}/{PAGE_FILE}":
                return f"{dataset.name}/{record}"
        return ""


def sealed_rows(site: Site) -> SealedRows:
    """The rows of a site, no name proved yet; what cannot be read is not there, and then nothing
    is found in it."""
    return replace(site.once(_sealed_rows), names={})


def _sealed_rows(site: Site) -> SealedRows:
    rows = {
        "/".join((table, *(row.get(column, "") for column in key))): row
        for table, key in ROW_KEYS.items()
        for row in _rows(site, table)
    }
    units = {row.get("unit_id", ""): row.get("name", "") for row in _table(site, Unit)}
    procedures = {
        row.get("procedure_id", ""): row.get("short_name", "") for row in _table(site, Procedure)
    }
    lines = csv_rows(site, table_path(UNIT_GROUPS))
    groups = {row.get("unit_id", ""): row.get("group_id", "") for row in lines}
    return SealedRows(rows, _labels(site), units, procedures, groups, _openings(site))


def _rows(site: Site, table: str) -> list[PublishedRow]:
    rows = csv_rows(site, table_path(table))
    try:
        return [told(row) for row in rows] if table == FIGURES else [*rows]
    except ValueError:  # the figures are no numbers, which `check_figures` says
        return []


def _table(site: Site, kind: type[Unit] | type[Procedure]) -> list[dict[str, str]]:
    return csv_rows(site, table_path(name_of(kind)))


def _openings(site: Site) -> Mapping[str, Opening]:
    try:
        return parse_openings(site.read(OPENINGS))
    except (ValueError, TypeError, RecursionError):
        return {}  # `check_records` says so


def _labels(site: Site) -> Labels:
    """The words of enumerated columns, as the data package gives them."""
    try:
        return {
            (resource["name"], described["name"]): {
                str(item["value"]): str(item["label"]) for item in described["categories"]
            }
            for resource in _resources(json.loads(site.read(DESCRIPTOR)))
            for described in resource["schema"]["fields"]
            if "categories" in described
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _resources(package: Any) -> list[Any]:
    return [item for item in package["resources"] if "fields" in item.get("schema", {})]
