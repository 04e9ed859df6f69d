"""An official report as a value: letterhead, sections, gaps, tables, signature."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is "I. …", level 2 is "1. …"."""

    text: str
    level: Literal[1, 2] = 1


@dataclass(frozen=True)
class Paragraph:
    """Sentences that the data tell."""

    text: str


@dataclass(frozen=True)
class Item:
    """A line of a list, written with a dash before it."""

    text: str


@dataclass(frozen=True)
class Gap:
    """What the office is to write itself, in words that say what belongs here."""

    text: str


Block = Heading | Paragraph | Item | Gap


@dataclass(frozen=True)
class GridColumn:
    """A column of a table: its heading, its share of the width, and where its cells stand."""

    heading: str
    width: float
    align: Literal["left", "centre", "right"] = "left"


@dataclass(frozen=True)
class Appendix:
    """A table behind the report. `number` is "I"; rows have a cell for each column.

    `strong` are the places of rows that sum others up.
    """

    number: str
    title: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: frozenset[int] = frozenset()
    note: str = ""

    @property
    def name(self) -> str:
        """What the report calls it: "Phụ lục I"."""
        return f"Phụ lục {self.number}"


@dataclass(frozen=True)
class Letterhead:
    """Who writes, and where. `above` is the body that the issuer is part of, empty of none.

    `symbol` follows the number, which the office gives: "BC-PNV".
    """

    above: str
    issuer: str
    symbol: str
    place: str


@dataclass(frozen=True)
class Signature:
    """Who signs: the lines above the name, in capital letters as they are printed."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """A whole report. `file_name` has no ending; `year` is that of the day it is written."""

    file_name: str
    letterhead: Letterhead
    kind: str
    subject: str
    addressee: str
    blocks: tuple[Block, ...]
    signature: Signature
    recipients: tuple[str, ...]
    appendices: Sequence[Appendix]
    year: int
    sample: bool

    @property
    def gap_count(self) -> int:
        """How many places the office is to fill in itself."""
        return sum(isinstance(block, Gap) for block in self.blocks)
