"""The ledger: one line an event, the leaves of a Merkle tree (RFC 6962) in their order.

The file is JSON Lines in UTF-8. A line is one JSON object without blanks, keys in the order below,
ended by a line feed; its bytes without the line feed are an entry of the log. Whoever knows the
root hash of the first so many lines can be proved that none of them was changed since.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config

from generator.ledger.facts import are_facts
from generator.ledger.openings import subject_id
from generator.ledger.spoken_code import SpokenCode
from generator.tlog.checkpoint import Checkpoint
from generator.tlog.merkle import Tree, leaf_hash

FILE = "ledger.jsonl"
Event = Literal[
    "published", "supplemented", "corrected", "withdrawn", "revoked", "expired", "closed"
]
"""What happened to a record, or that an edition was closed. A record is supplemented when
something that was still open is filled in: a reply, a remedy."""
EVENTS = frozenset(get_args(Event))
CLOSED: Event = "closed"
"""The event of the line that closes an edition."""
EDITION = re.compile(r"[1-9]\d{3}-Q[1-4](?:\.[2-9])?")
"""The name of an edition: its quarter, and which closing of that quarter from the second on."""
Change = tuple[str, str]
"""The committed hash of a field before and after an event, in hexadecimal digits."""


class LedgerBroken(Exception):
    """The ledger is not what it must be: `row` is the line, `code` names the fault."""

    def __init__(self, row: int, code: str) -> None:
        """`code` is ledger-line."""
        self.row, self.code = row, code
        super().__init__(f"{code}: {row}")


@with_config(ConfigDict(strict=True, extra="forbid"))
@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One event: the form of a line of the file, its keys in their order.

    `on` is the day of the edition. A record's line has its id with its dataset
    (`criticisms/pb-2018-007`), the digest of its public form, and of each field that the event
    `changed` the committed hash before and after; "" stands for a column that there was none of.
    The line that closes an edition has `facts`. What a line does not have is None, never empty.
    """

    edition: Annotated[str, Field(pattern=f"^{EDITION.pattern}$")]
    on: date
    event: Event
    record: Annotated[str, Field(min_length=1)] | None = None
    digest: Annotated[str, Field(min_length=1)] | None = None
    changed: Annotated[dict[str, Change], Field(min_length=1)] | None = None
    facts: dict[str, Any] | None = None

    @property
    def text(self) -> str:
        """The line as it stands in the file, without its end."""
        return self.entry.decode("utf-8")

    @property
    def quarter(self) -> str:
        """The quarter that its edition is of."""
        return self.edition.partition(".")[0]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the event changed."""
        return tuple(self.changed or ())

    @property
    def entry(self) -> bytes:
        """The line as the log holds it; what is none is refused where it is read."""
        return _LINE.dump_json(self, exclude_none=True, warnings=False)


_LINE, _LINES = TypeAdapter(LedgerLine), TypeAdapter(tuple[LedgerLine, ...])


@dataclass(frozen=True)
class Chain:
    """Every line of the ledger, oldest first; `before` is the ledger that it goes on from.

    `written` are the lines as they stand in a file that was read.
    """

    lines: tuple[LedgerLine, ...] = ()
    before: "Chain | None" = field(default=None, repr=False, compare=False)
    written: tuple[bytes, ...] = field(default=(), repr=False, compare=False)

    @property
    def added(self) -> tuple[LedgerLine, ...]:
        """The lines after those of the ledger that it goes on from."""
        return self.lines[len(self.before.lines) :] if self.before else self.lines

    @cached_property
    def entries(self) -> tuple[bytes, ...]:
        """The lines as the log holds them."""
        if self.written:
            return self.written
        known = self.before.entries if self.before else ()
        return (*known, *(line.entry for line in self.added))

    @cached_property
    def tree(self) -> Tree:
        """The Merkle tree over all lines."""
        known = self.before.tree if self.before else None
        return Tree(map(leaf_hash, self.entries[known.size if known else 0 :]), known)

    @property
    def head(self) -> str:
        """The root hash over all lines, in base64."""
        return b64encode(self.tree.root()).decode()

    @property
    def origin(self) -> str:
        """The log's own name, which the first edition gave it; empty before."""
        return str((self.editions[0].facts or {})["origin"]) if self.editions else ""

    @property
    def checkpoint(self) -> Checkpoint:
        """The log as it stands."""
        return self.checkpoint_at(len(self.lines))

    def checkpoint_at(self, size: int) -> Checkpoint:
        """The log as it stood with so many lines."""
        return Checkpoint(self.origin, size, self.tree.root(size))

    @property
    def content(self) -> bytes:
        """The file."""
        return b"\n".join((*self.entries, b""))

    @cached_property
    def editions(self) -> tuple[LedgerLine, ...]:
        """The lines that close an edition, oldest first."""
        return tuple(self.lines[size - 1] for size in self.sizes.values())

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many lines there were when each edition was closed, by its name, oldest first."""
        numbered = enumerate(self.lines, 1)
        return {line.edition: number for number, line in numbered if line.event == CLOSED}

    @cached_property
    def codes(self) -> dict[str, SpokenCode]:
        """The code for the ear of the log's checkpoint at each edition, by the edition's name."""
        sizes = self.sizes.items()
        return {edition: SpokenCode(self.checkpoint_at(size).text) for edition, size in sizes}

    @property
    def code(self) -> SpokenCode | None:
        """The code for the ear of the last edition."""
        return self.codes[self.editions[-1].edition] if self.editions else None

    @cached_property
    def numbers(self) -> Mapping[str, Sequence[int]]:
        """The numbers of each record's lines, counted from 1, oldest first."""
        found = dict(self.before.numbers) if self.before else {}
        for number, line in enumerate(self.added, len(self.lines) - len(self.added) + 1):
            if line.record:
                found[line.record] = (*found.get(line.record, ()), number)
        return found

    def lines_of(self, record: str) -> Sequence[LedgerLine]:
        """The lines of a record, oldest first."""
        return tuple(self.lines[number - 1] for number in self.numbers.get(record, ()))

    @cached_property
    def first_editions(self) -> Mapping[str, str]:
        """The edition in which each record was first published, by its id; its corrections' too."""
        found = dict(self.before.first_editions) if self.before else {}
        for line in self.added:
            if line.record:
                found.setdefault(subject_id(line.record), line.edition)
        return found

    @cached_property
    def closings(self) -> Mapping[str, date]:
        """The day of each quarter's first edition."""
        days: dict[str, date] = {}
        for line in self.editions:
            days.setdefault(line.quarter, line.on)
        return days

    @property
    def closed_quarters(self) -> Mapping[str, str]:
        """The digest of each closed quarter's counts, as the last edition has left them."""
        facts = (self.editions[-1].facts if self.editions else None) or {}
        return dict(facts.get("closed_quarters", {}))

    @property
    def seals(self) -> Mapping[str, str]:
        """The seal on the records first published in each edition, as the last has left them."""
        facts = (self.editions[-1].facts if self.editions else None) or {}
        return dict(facts.get("records", {}))

    def edition(self, edition_id: str) -> LedgerLine | None:
        """The line that closed an edition."""
        return next((line for line in self.editions if line.edition == edition_id), None)

    def with_lines(self, lines: Iterable[LedgerLine]) -> "Chain":
        """The ledger with lines added."""
        return Chain((*self.lines, *lines), before=self)

    def until(self, day: date) -> "Chain":
        """The ledger as it stood on a day."""
        return Chain(tuple(line for line in self.lines if line.on <= day))


def parse_chain(content: bytes) -> Chain:
    """The lines of a ledger's file. Raises LedgerBroken for the first that is none, else for the
    first that is written otherwise than the ledger writes it."""
    *rows, end = content.split(b"\n")
    if end:
        raise LedgerBroken(len(rows) + 1, "ledger-line")  # half a line: the end is missing
    lines = tuple(_line(raw, row) for row, raw in enumerate(rows, 1))
    # Each row is one object, so all are as written when they are one behind the other.
    if _LINES.dump_json(lines, exclude_none=True, warnings=False) != b"[%s]" % b",".join(rows):
        pairs = enumerate(zip(rows, lines, strict=True), 1)
        first = next(row for row, (raw, line) in pairs if raw != line.entry)
        raise LedgerBroken(first, "ledger-line")
    return Chain(lines, written=tuple(rows))


def _line(raw: bytes, row: int) -> LedgerLine:
    try:
        line = _LINE.validate_json(raw)
    except ValidationError:
        raise LedgerBroken(row, "ledger-line") from None
    if not _is_sound(line):
        raise LedgerBroken(row, "ledger-line")
    return line


def _is_sound(line: LedgerLine) -> bool:
    """True of a record's line with its digest, and of facts in the line that closes an edition."""
    if line.event == CLOSED:
        return not (line.record or line.digest or line.changed) and are_facts(line.facts)
    return bool(line.record and line.digest) and line.facts is None
