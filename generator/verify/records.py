"""The records of the open data against their digests in the ledger."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.ledger.chain import Chain
from generator.ledger.ledger import gives_digests
from generator.ledger.openings import (
    NAME,
    Group,
    Opening,
    committed_columns,
    group_of,
    leaf_hash,
    parse_openings,
    record_key,
    subject_id,
    unshown_groups,
)
from generator.model.columns import HIDDEN
from generator.model.datasets import DATASETS, LOGGED
from generator.model.site_paths import OPENINGS, table_path
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.site import Site

PublishedRow = Mapping[str, str]
"""The cells of a row of the open data, by column."""


def check_records(site: Site, chain: Chain) -> StepResult:
    """Every record of the ledger is there once, and each of its cells is the one committed to."""
    title = TITLES["records"]
    try:
        openings = parse_openings(site.read(OPENINGS))
    except (ValueError, TypeError, RecursionError):
        return looked_at(title, "", [Finding(OPENINGS, said("openings-unread"))])
    rows = list(_rows(site))
    by_record = dict(rows)
    standing = {
        row.get("record_id", ""): row["standing"] for row in by_record.values() if "standing" in row
    }
    found = [*_uncommitted(openings, chain), *_doubled(rows)]
    for record, opening in openings.items():
        found += _faults_of(opening, by_record.get(record), _forgotten(record, standing))
    new = len(by_record.keys() - openings.keys())
    right = said("records-right", count=vn_number(len(openings)))
    later = said("records-later", count=vn_number(new)) if new else ""
    looked = (OPENINGS, *(table_path(dataset.name) for dataset in LOGGED))
    return looked_at(title, f"{right} {later}".strip(), found, looked)


def _rows(site: Site) -> Iterator[tuple[str, PublishedRow]]:
    for dataset in LOGGED:
        for row in csv_rows(site, table_path(dataset.name)):
            yield record_key(dataset, row), row


def csv_rows(site: Site, path: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the site; none when it is no CSV."""
    text = site.read(path).decode("utf-8", "replace")
    try:
        return [dict(row) for row in csv.DictReader(io.StringIO(text, newline=""), restval="")]
    except csv.Error:
        return []


def _doubled(rows: Sequence[tuple[str, PublishedRow]]) -> Iterator[Finding]:
    """Records that stand in their table more than once."""
    counted = Counter(record for record, _ in rows)
    yield from (Finding(record, said("record-twice")) for record, n in counted.items() if n > 1)


def _uncommitted(openings: Mapping[str, Opening], chain: Chain) -> Iterator[Finding]:
    for record, numbers in chain.numbers.items():
        opening = openings.get(record)
        if opening is None:
            yield Finding(record, said("opening-missing"))
        elif not gives_digests(opening, chain.lines_of(record)):
            yield Finding(record, said("opening-other", line=numbers[-1]))
    for record in openings.keys() - chain.numbers.keys():
        yield Finding(record, said("opening-alone"))


def _forgotten(record: str, standing: Mapping[str, str]) -> frozenset[Group]:
    """The groups that need no longer be shown, as the record says that it stands."""
    return unshown_groups(record, standing.get(subject_id(record), "in_force"))


def _faults_of(
    opening: Opening, row: PublishedRow | None, forgotten: frozenset[Group]
) -> Iterator[Finding]:
    """Each cell of a record that is not the one committed to, or that nothing proves to be it."""
    record = opening.record
    if row is None:
        yield Finding(record, said("record-missing"))
        return
    dataset = DATASETS.get(record.partition("/")[0])
    columns = committed_columns(dataset) if dataset else {}
    is_person = row.get("subject_kind") == "person"
    for field in sorted({*columns, *opening.leaves}):
        group = group_of(columns.get(field, HIDDEN), is_person)
        if field not in row:
            yield Finding(record, said("column-missing", field=field))
        elif row[field] == "" and group in {NAME, *forgotten}:
            continue  # a name never stands in the open data, nor what was taken back
        elif group not in opening.salts:
            yield Finding(record, said("salt-missing", field=field))
        elif not _is_committed(opening, field, opening.salts[group], row[field]):
            yield Finding(record, said("record-changed", field=field))


def _is_committed(opening: Opening, field: str, salt: str, value: str) -> bool:
    """True of the value committed to; of a column that the record did not have yet, of none."""
    leaf = opening.leaves.get(field, leaf_hash(salt, field, ""))
    return leaf == leaf_hash(salt, field, value)
