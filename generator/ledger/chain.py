"""The ledger: one line an event, the leaves of a Merkle tree (RFC 6962) in their order.

The file is JSON Lines in UTF-8. A line is one JSON object without blanks, keys in the order below,
ended by a line feed; its bytes without the line feed are an entry of the log. Whoever knows the
root hash of the first so many lines can be proved that none of them was changed since.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, Literal, get_args

from generator.ledger.facts import are_facts
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
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_KEYS = ("edition", "on", "event", "record", "digest", "changed", "facts")


Change = tuple[str, str]
"""The committed hash of a field before and after an event, in hexadecimal digits."""


class LedgerBroken(Exception):
    """The ledger is not what it must be: `row` is the line, `code` names the fault."""

    def __init__(self, row: int, code: str) -> None:
        """`code` is ledger-line."""
        self.row, self.code = row, code
        super().__init__(f"{code}: {row}")


@dataclass(frozen=True)
class LedgerLine:
    """One event.

    `number` is the line's place, counted from 1, and not part of its text; `on` is the day of the
    edition. A record's line has its id with its dataset (`criticisms/pb-2018-007`), the digest of
    its public form, and of each field that the event `changed` the committed hash before and after;
    "" stands for a column that there was none of. The line that closes an edition has `facts`.
    """

    number: int
    edition: str
    on: date
    event: Event
    record: str | None = None
    digest: str | None = None
    changed: Mapping[str, Change] = field(default_factory=dict)
    facts: Mapping[str, Any] | None = None

    @cached_property
    def text(self) -> str:
        """The line as it stands in the file, without its end."""
        values = {name: getattr(self, name) for name in _KEYS}
        values["on"] = self.on.isoformat()
        kept = {name: value for name, value in values.items() if value not in (None, {})}
        return _ENCODER.encode(kept)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the event changed."""
        return tuple(self.changed)

    @property
    def entry(self) -> bytes:
        """The line as the log holds it."""
        return self.text.encode("utf-8")


@dataclass(frozen=True)
class Chain:
    """Every line of the ledger, oldest first."""

    lines: tuple[LedgerLine, ...] = ()

    @cached_property
    def tree(self) -> Tree:
        """The Merkle tree over all lines."""
        return Tree(leaf_hash(line.entry) for line in self.lines)

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
        return "".join(f"{line.text}\n" for line in self.lines).encode("utf-8")

    @cached_property
    def editions(self) -> tuple[LedgerLine, ...]:
        """The lines that close an edition, oldest first."""
        return tuple(line for line in self.lines if line.event == "closed")

    @cached_property
    def codes(self) -> dict[str, SpokenCode]:
        """The code for the ear of the log's checkpoint at each edition, by the edition's name."""
        return {
            line.edition: SpokenCode(self.checkpoint_at(line.number).text) for line in self.editions
        }

    @property
    def code(self) -> SpokenCode | None:
        """The code for the ear of the last edition."""
        return self.codes[self.editions[-1].edition] if self.editions else None

    @cached_property
    def by_record(self) -> Mapping[str, tuple[LedgerLine, ...]]:
        """The lines of each record, oldest first."""
        found: dict[str, list[LedgerLine]] = {}
        for line in self.lines:
            if line.record:
                found.setdefault(line.record, []).append(line)
        return {record: tuple(lines) for record, lines in found.items()}

    @cached_property
    def closings(self) -> Mapping[str, date]:
        """The day of each quarter's first edition."""
        days: dict[str, date] = {}
        for line in self.editions:
            days.setdefault(line.edition.partition(".")[0], line.on)
        return days

    @property
    def closed_quarters(self) -> Mapping[str, str]:
        """The digest of each closed quarter's counts, as the last edition has left them."""
        facts = (self.editions[-1].facts if self.editions else None) or {}
        return dict(facts.get("closed_quarters", {}))

    def edition(self, edition_id: str) -> LedgerLine | None:
        """The line that closed an edition."""
        return next((line for line in self.editions if line.edition == edition_id), None)

    def with_lines(self, lines: Iterable[LedgerLine]) -> "Chain":
        """The ledger with lines added, each with its number."""
        added = enumerate(lines, len(self.lines) + 1)
        return Chain((*self.lines, *(replace(line, number=number) for number, line in added)))

    def until(self, day: date) -> "Chain":
        """The ledger as it stood on a day."""
        return Chain(tuple(line for line in self.lines if line.on <= day))


def parse_chain(content: bytes) -> Chain:
    """The lines of a ledger's file. Raises LedgerBroken for the first line that does not fit."""
    return Chain(tuple(_line(raw, row) for row, raw in enumerate(_rows(content), 1)))


def _rows(content: bytes) -> Iterator[bytes]:
    rows = content.split(b"\n")
    if rows.pop():
        raise LedgerBroken(len(rows) + 1, "ledger-line")  # half a line: the end is missing
    yield from rows


def _line(raw: bytes, row: int) -> LedgerLine:
    try:
        values = json.loads(raw)
        values["on"] = date.fromisoformat(values["on"])
        pairs = values.get("changed", {}).items()
        line = LedgerLine(row, **values | {"changed": {name: _pair(*two) for name, two in pairs}})
        is_sound = _is_sound(line) and line.entry == raw
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        is_sound = False
    if not is_sound:
        raise LedgerBroken(row, "ledger-line")
    return line


def _is_sound(line: LedgerLine) -> bool:
    """True of values of their types, and of facts in the line that closes an edition alone."""
    pairs = line.changed.values()
    texts = (line.edition, line.record or "", line.digest or "", *chain.from_iterable(pairs))
    if not all(isinstance(text, str) for text in texts) or line.event not in EVENTS:
        return False
    if line.event == CLOSED:
        return not (line.record or line.digest or pairs) and are_facts(line.facts)
    return bool(line.record and line.digest) and line.facts is None


def _pair(before: str, after: str) -> Change:
    return before, after
