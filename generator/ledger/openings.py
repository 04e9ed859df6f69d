"""Commitment openings of the ledger: the salts, and the salted hashes of single fields.

A record's digest commits to its public form field by field. The hash of a field is SHA-256 of its
salt, its name and its value, so whoever has salt and value can see that they are those of the
day of publication. Fields lie in groups with a salt of their own; when the name of a person, or
what a withdrawn record said, must be forgotten, the group's salt is destroyed. Then nobody can
find the value by trying, and the hash that remains still proves all the other fields.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Literal

from generator.model.anonymise import name_remover
from generator.model.columns import Column
from generator.model.datasets import LOGGED, Descriptor, dataset_of, name_of
from generator.model.public import Standing, is_of_person, person_of
from generator.model.record import Record
from generator.model.records import Correction

Group = Literal["rest", "said", "name"]
GROUPS: tuple[Group, ...] = ("rest", "said", "name")
NAME: Group = "name"
"""The group of what tells who the person is."""
RETRACTED: Group = "said"
"""The group of what is emptied when a record is taken back."""
_CORRECTIONS = f"{name_of(Correction)}/"
_TOLD_OF = tuple(f"{dataset.name}/" for dataset in LOGGED if not dataset.section)
FORGOTTEN: Mapping[Standing, frozenset[Group]] = {
    "in_force": frozenset(),
    "suspended": frozenset(),  # the body may let the naming go on, which no lost salt could prove
    "expired": frozenset({"name"}),
    "withdrawn": frozenset({"name", "said"}),
    "revoked": frozenset({"name", "said"}),
}
"""The groups that a record out of force no longer opens."""
UNSHOWN: Mapping[Standing, frozenset[Group]] = {**FORGOTTEN, "suspended": frozenset({"name"})}
"""The groups of which nothing is shown, for good or as long as a naming is suspended."""

UNREPEATED: frozenset[Group] = frozenset({RETRACTED})
"""The groups that the corrections of a record out of force no longer show: what had been said."""


@dataclass(frozen=True)
class PublicForm:
    """The public form of a record: its id with its dataset, its cells as text, and their groups.

    A person's name stands in `subject_name` alone: in all other cells a mark stands for it, so
    that they can be proved when the name is forgotten.
    """

    record: str
    cells: Mapping[str, str]
    groups: Mapping[str, Group]


def public_form(record: Record, name: str = "") -> PublicForm:
    """The public form of a logged record; `name` is the person's whom a correction may be about."""
    dataset, person = dataset_of(type(record)), person_of(record)
    columns = committed_columns(dataset)
    values = record.model_dump(include=set(columns))
    unnamed = name_remover(person or name)
    own = {"subject_name": person} if person else {}
    cells = {field: own.get(field) or unnamed(cell(value)) for field, value in values.items()}
    is_person = is_of_person(record)
    groups = {field: group_of(column, is_person) for field, column in columns.items()}
    if isinstance(record, Correction) and record.kind != "corrected":
        cells["said"] = ""  # a withdrawal does not repeat what it withdraws
    return PublicForm(key_of(record), cells, groups)


def committed_columns(dataset: Descriptor) -> Mapping[str, Column]:
    """The columns of a logged dataset that its ledger lines commit to: those that are published."""
    return {field: column for field, column in dataset.columns.items() if column.published}


def group_of(column: Column, is_person: bool) -> Group:
    """The group of fields in which a column is forgotten; `is_person` when the subject is one."""
    if is_person and column.identifies:
        return NAME
    return RETRACTED if column.retracted else "rest"


def record_key(dataset: Descriptor, cells: Mapping[str, str]) -> str:
    """A record's key columns behind the name of its dataset, as lines of the ledger call it."""
    return "/".join((dataset.name, *(cells.get(column, "") for column in dataset.key)))


def key_of(record: Record) -> str:
    """A logged record's key, as lines of the ledger call it."""
    dataset = dataset_of(type(record))
    return record_key(dataset, {name: cell(getattr(record, name)) for name in dataset.key})


def subject_id(record: str) -> str:
    """The id of the record that a key of the ledger is of; of a correction, the one corrected."""
    return record.partition("/")[2].partition("/")[0]


def is_correction(record: str) -> bool:
    """True of the key of a correction."""
    return record.startswith(_CORRECTIONS)


def is_told_of(record: str) -> bool:
    """True of the key of a correction or a contest: of what is told of another record."""
    return record.startswith(_TOLD_OF)


def unshown_groups(record: str, standing: str) -> frozenset[Group]:
    """The groups of a ledger's record that are empty in public, as its subject stands."""
    groups = next((some for name, some in FORGOTTEN.items() if name == standing), frozenset())
    return groups | UNREPEATED if groups and is_correction(record) else groups


def cell(value: object) -> str:
    """A cell: ISO dates, dot decimals, true and false, empty for none."""
    if isinstance(value, str):
        return value  # as most are
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


@dataclass(frozen=True)
class Opening:
    """Of one record the salts of its groups that are still open, and the hash of every field."""

    record: str
    salts: Mapping[Group, str]
    leaves: Mapping[str, str]

    @property
    def digest(self) -> str:
        """The digest of the record, which stands in the ledger."""
        return root_of(self.leaves)

    @cached_property
    def text(self) -> str:
        """The opening as a line of JSON, made once: a closing seals it, and then writes it."""
        whole = {"record": self.record, "salts": self.salts, "leaves": self.leaves}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    def without(self, groups: Iterable[Group]) -> "Opening":
        """The opening once the salts of some groups are destroyed."""
        gone = set(groups)
        return replace(self, salts={g: salt for g, salt in self.salts.items() if g not in gone})

    def changed(self, form: PublicForm) -> tuple[str, ...]:
        """The fields whose value is not the one committed to; the forgotten ones are passed.

        A column that the contract did not have on the day of the commitment was empty then.
        """
        return tuple(
            field
            for field, value in form.cells.items()
            if form.groups[field] in self.salts and not self.commits_to(form, field, value)
        )

    def recommitted(self, form: PublicForm, fields: Iterable[str]) -> "Opening":
        """The opening once some open fields of the form have changed, under the same salts."""
        changed = {f: leaf_hash(self.salts[form.groups[f]], f, form.cells[f]) for f in fields}
        return replace(self, leaves={**self.leaves, **changed})

    def commits_to(self, form: PublicForm, field: str, value: str) -> bool:
        """True when that value was committed to in a field that is still open."""
        salt = self.salts.get(form.groups[field], "")
        known = self.leaves.get(field) or leaf_hash(salt, field, "")
        return known == leaf_hash(salt, field, value)


def leaf_hash(salt: str, field: str, value: str) -> str:
    """SHA-256 of salt, field and value, one on a line, in hexadecimal digits."""
    return sha256(f"{salt}\n{field}\n{value}".encode()).hexdigest()


def changes_between(
    before: Opening | None, after: Opening, fields: Iterable[str]
) -> dict[str, tuple[str, str]] | None:
    """The committed hashes of some fields, before ("" for none) and after; None of none."""
    known = before.leaves if before else {}
    return {field: (known.get(field, ""), after.leaves[field]) for field in fields} or None


def root_of(leaves: Mapping[str, str]) -> str:
    """SHA-256 of the fields by name, one `field hash` on a line, in hexadecimal digits."""
    listed = "".join(f"{field} {leaves[field]}\n" for field in sorted(leaves))
    return sha256(listed.encode()).hexdigest()


def commitment(form: PublicForm, salts: Mapping[Group, str]) -> Opening:
    """The opening of a form under salts of its groups, each 32 hexadecimal digits of chance."""
    leaves = {f: leaf_hash(salts[form.groups[f]], f, value) for f, value in form.cells.items()}
    used = {form.groups[field] for field in form.cells}
    return Opening(form.record, {g: salt for g, salt in salts.items() if g in used}, leaves)


def parse_openings(content: bytes) -> Mapping[str, Opening]:
    """The openings of a file, by their records. Raises ValueError and TypeError for what is none,
    and for a record that has two."""
    found: dict[str, Opening] = {}
    for text in content.decode("utf-8").splitlines():
        values = json.loads(text)
        if not isinstance(values, dict) or set(values) != {"record", "salts", "leaves"}:
            raise ValueError(text)
        opening = Opening(**values)
        parts = (opening.salts, opening.leaves)
        if not all(
            isinstance(p, dict) and all(isinstance(v, str) for v in p.values()) for p in parts
        ):
            raise ValueError(text)
        if opening.record in found:
            raise ValueError(opening.record)
        found[str(opening.record)] = opening
    return found


def render_openings(openings: Iterable[Opening]) -> bytes:
    """The file of openings, by record."""
    ordered = sorted(openings, key=lambda opening: opening.record)
    return "".join(f"{opening.text}\n" for opening in ordered).encode("utf-8")
