"""The records of the open data against their digests in the ledger."""

import csv
import io
import json
from collections.abc import Iterator, Mapping

from generator.ledger.chain import Chain
from generator.ledger.openings import (
    RETRACTED,
    SHOWN_GROUPS,
    Opening,
    leaf_hash,
    parse_openings,
    record_key,
)
from generator.model.columns import HIDDEN
from generator.model.datasets import DATASETS, LOGGED
from generator.model.site_paths import DESCRIPTOR, OPENINGS, table_path
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.site import Site

PublishedRow = Mapping[str, str]
"""The cells of a row of the open data, by column."""


def check_records(site: Site, chain: Chain) -> StepResult:
    """Every record of the ledger is there, and each of its cells is the one that was published."""
    title = TITLES["records"]
    try:
        openings = parse_openings(site.read(OPENINGS))
    except (ValueError, TypeError, RecursionError):
        return looked_at(title, "", [Finding(OPENINGS, said("openings-unread"))])
    rows = dict(_rows(site))
    found = [*_uncommitted(openings, chain), *_changed(openings, rows)]
    new = len(rows.keys() - openings.keys())
    right = said("records-right", count=vn_number(len(openings)))
    later = said("records-later", count=vn_number(new)) if new else ""
    return looked_at(title, f"{right} {later}".strip(), found)


def _rows(site: Site) -> Iterator[tuple[str, PublishedRow]]:
    for dataset in LOGGED:
        for row in csv_rows(site, table_path(dataset.name)):
            yield record_key(dataset, row), row


def csv_rows(site: Site, path: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the site; none when it is no CSV."""
    text = site.read(path).decode("utf-8", "replace")
    try:
        return [dict(row) for row in csv.DictReader(io.StringIO(text, newline=""))]
    except csv.Error:
        return []


def _uncommitted(openings: Mapping[str, Opening], chain: Chain) -> Iterator[Finding]:
    for record, lines in chain.by_record.items():
        opening = openings.get(record)
        if opening is None:
            yield Finding(record, said("opening-missing"))
        elif opening.digest != lines[-1].digest:
            yield Finding(record, said("opening-other", line=lines[-1].number))
    for record in openings.keys() - chain.by_record.keys():
        yield Finding(record, said("opening-alone"))


def _changed(
    openings: Mapping[str, Opening], rows: Mapping[str, PublishedRow]
) -> Iterator[Finding]:
    for record, opening in openings.items():
        row = rows.get(record)
        if row is None:
            yield Finding(record, said("record-missing"))
            continue
        for field, committed in opening.leaves.items():
            salts = [opening.salts.get(group) for group in SHOWN_GROUPS]
            tried = [leaf_hash(salt, field, row[field]) for salt in salts if salt and field in row]
            if tried and committed not in tried and not _is_hidden(opening, field, row):
                yield Finding(record, said("record-changed", field=field))


def _is_hidden(opening: Opening, field: str, row: PublishedRow) -> bool:
    """True for a cell that the open data may leave empty: a name, or what was taken back.

    Of a recommendation nothing is ever taken out of sight.
    """
    column = DATASETS[opening.record.partition("/")[0]].columns.get(field, HIDDEN)
    is_name = column.identifies and row.get("subject_kind") == "person"
    return is_name or (row[field] == "" and column.retracted and RETRACTED not in opening.salts)


def published_day(site: Site) -> str:
    """The day of the site's data, as its data package says it; empty when it does not."""
    try:
        return str(json.loads(site.read(DESCRIPTOR))["created"])[:10]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
