"""What a column is, declared once beside its type; every list of columns is derived from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from generator.model.record import Record

Vocabulary = Literal["", "clauses", "directives", "measures", "indicators"]
"""The lists of `city.yaml` that a column may have its values from."""


@dataclass(frozen=True)
class Column:
    """What is true of one column of a dataset; what is not said is the safe choice.

    Every text column is searched for names and private data, whatever it declares.
    """

    published: bool = False
    """Stands in the open data, and is committed to in the ledger when its dataset is logged."""
    aired: bool = False
    """May be read on air, so it is tried aloud when it is checked."""
    words_for_air: bool = False
    """Holds what is read on air in place of the record's words; without a station nobody fills it
    in."""
    identifies: bool = False
    """Says who a person is; gone once naming has ended. A unit's name is no secret."""
    retracted: bool = False
    """Emptied once the record was withdrawn or revoked."""
    filled_later: bool = False
    """May be filled in after publication without a correction."""
    while_open: str = ""
    """What stands in a column that is filled in later as long as it is open."""
    happened: bool = False
    """The day on which something happened, so it may not lie after today."""
    not_before: str = ""
    """The column whose day must come first."""
    needs_unit: str = ""
    """The column whose unit must exist on this day."""
    counted_from: bool = False
    """Working days are counted from this day, so the calendar must know its year."""
    clarity: bool = False
    """One of the five clarities of a task."""
    cites: bool = False
    """Says where a row is from, so it may give a link."""
    in_source: bool = False
    """Stands in the file that the site is built again from, though not in the open data: it shapes
    what is published, and is no secret."""
    coded_elsewhere: bool = False
    """A key that others give, e.g. a national database: the next one is not ours to number."""
    beside: str = ""
    """The column right after which the open data show it, at equal prominence."""
    vocabulary: Vocabulary = ""
    """The list of the settings that its values are from."""
    several_of: type[Record] | None = None
    """It holds the keys of several such records, between semicolons."""


OPEN = Column(published=True)
HIDDEN = Column()
UNLISTED = Column(in_source=True)
Test = Callable[[Column], object]


def columns_of(kind: type[BaseModel]) -> Mapping[str, Column]:
    """Return the declared columns of a record type by name, in the order of its fields."""
    return {
        name: declared
        for name, field in kind.model_fields.items()
        for declared in field.metadata
        if isinstance(declared, Column)
    }


def names_of(kind: type[BaseModel], test: Test) -> tuple[str, ...]:
    """Return the names of the columns of a record type that pass a test, in order."""
    return tuple(name for name, column in columns_of(kind).items() if test(column))


def undeclared(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a record type that do not say what they are."""
    return tuple(name for name in kind.model_fields if name not in columns_of(kind))
