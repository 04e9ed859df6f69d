"""Which salts an opening must hold, and which it must not: absence is no proof of anything."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from generator.ledger.chain import Chain
from generator.ledger.openings import (
    FORGOTTEN,
    Group,
    Opening,
    group_of,
    is_told_of,
    leaf_hash,
    subject_id,
)
from generator.model.columns import HIDDEN
from generator.model.datasets import DATASETS
from generator.model.public import Standing


class SaltFault(NamedTuple):
    """A record whose opening lacks a salt that nothing allows to destroy, or holds one too many."""

    record: str
    code: str


def salt_faults(chain: Chain, openings: Mapping[str, Opening]) -> Iterator[SaltFault]:
    """Every opening that does not hold the salts that its record's lines allow, and no other."""
    for record, opening in openings.items():
        forgotten = forgotten_by(chain, record)
        used = used_groups(opening)
        if used - forgotten - opening.salts.keys():
            yield SaltFault(record, "openings-short")
        if opening.salts.keys() - (used - forgotten):
            yield SaltFault(record, "openings-kept")


def forgotten_by(chain: Chain, record: str) -> frozenset[Group]:
    """The groups that a record's lines let be forgotten; of what is told of another record they are
    those of that record."""
    name, subject = record.partition("/")[0], subject_id(record)
    found: frozenset[Group] = frozenset()
    datasets = DATASETS if is_told_of(record) else (name,)
    events = {line.event for d in datasets for line in chain.lines_of(f"{d}/{subject}")}
    for standing in get_args(Standing):
        found |= FORGOTTEN[standing] if standing in events else frozenset()
    return found


def used_groups(opening: Opening) -> frozenset[Group]:
    """The groups that the fields of an opening lie in."""
    dataset = DATASETS.get(opening.record.partition("/")[0])
    columns = dataset.columns if dataset else {}
    is_person = _is_person(opening)
    return frozenset({group_of(columns.get(field, HIDDEN), is_person) for field in opening.leaves})


def _is_person(opening: Opening) -> bool:
    """True when the record was committed to as one about a person."""
    salt, field = opening.salts.get("rest", ""), "subject_kind"
    return opening.leaves.get(field) == leaf_hash(salt, field, "person")
