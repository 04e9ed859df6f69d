"""The ledger: one line an event, each holding the hash of the line before it.

The file is JSON Lines in UTF-8. A line is one JSON object without blanks, keys in the order below,
ended by a line feed; its hash is SHA-256 (FIPS 180-4) of its bytes without the line feed. Whoever
knows the last line's hash knows that no earlier line was changed, taken out or put in.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal, get_args

from generator.ledger.facts import are_facts

FILE = "ledger.jsonl"
BEGINNING = "0" * 64
"""What the first line holds instead of the hash of a line before it."""
Event = Literal[
    "published", "supplemented", "corrected", "withdrawn", "revoked", "expired", "closed"
]
"""What happened to a record, or that an edition was closed. A record is supplemented when
something that was still open is filled in: a reply, a remedy."""
CLOSED: Event = "closed"
"""The event of the line that closes an edition."""
_KEYS = ("number", "edition", "on", "event", "record", "digest", "fields", "facts", "before")


class LedgerBroken(Exception):
    """The ledger is not what it must be: `row` is the line, `code` names the fault."""

    def __init__(self, row: int, code: str) -> None:
        """`code` is one of ledger-line, ledger-number, ledger-chain."""
        self.row, self.code = row, code
        super().__init__(f"{code}: {row}")


@dataclass(frozen=True)
class LedgerLine:
    """One event.

    `number` counts from 1; `on` is the day of the edition. A record's line has its id with its
    dataset (`criticisms/pb-2018-007`), the digest of its public form, and the `fields` that an
    event changed. The line that closes an edition has `facts`. `before` is the hash of the line
    before this one.
    """

    number: int
    edition: str
    on: date
    event: Event
    record: str | None = None
    digest: str | None = None
    fields: tuple[str, ...] = ()
    facts: Mapping[str, Any] | None = None
    before: str = BEGINNING

    @property
    def text(self) -> str:
        """The line as it stands in the file, without its end."""
        values = {name: getattr(self, name) for name in _KEYS}
        values |= {"on": self.on.isoformat(), "fields": list(self.fields)}
        kept = {name: value for name, value in values.items() if value not in (None, [])}
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))

    @property
    def hash(self) -> str:
        """SHA-256 of the line's bytes, in hexadecimal digits."""
        return line_hash(self.text)


def line_hash(text: str) -> str:
    """SHA-256 of a line without its end, in hexadecimal digits."""
    return sha256(text.encode("utf-8")).hexdigest()


def check_code(head: str) -> str:
    """Eight digits of a chain's head, to be read on air: "48271609".

    One in a hundred million other ledgers has the same: enough to pin one that stands already,
    too little to stand in for the head itself.
    """
    return f"{int(sha256(head.encode('ascii')).hexdigest(), 16) % 10**8:08d}"


def code_pairs(head: str) -> tuple[str, ...]:
    """The check code in pairs of digits: ("48", "27", "16", "09")."""
    code = check_code(head)
    return tuple(code[place : place + 2] for place in range(0, len(code), 2))


@dataclass(frozen=True)
class Chain:
    """Every line of the ledger, oldest first."""

    lines: tuple[LedgerLine, ...] = ()

    @property
    def head(self) -> str:
        """The hash of the last line."""
        return self.lines[-1].hash if self.lines else BEGINNING

    @property
    def content(self) -> bytes:
        """The file."""
        return "".join(f"{line.text}\n" for line in self.lines).encode("utf-8")

    @cached_property
    def editions(self) -> tuple[LedgerLine, ...]:
        """The lines that close an edition, oldest first."""
        return tuple(line for line in self.lines if line.event == "closed")

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

    def edition(self, edition_id: str) -> LedgerLine | None:
        """The line that closed an edition."""
        return next((line for line in self.editions if line.edition == edition_id), None)

    def with_lines(self, lines: Iterable[LedgerLine]) -> "Chain":
        """The ledger with lines added, each numbered and chained to the one before."""
        every = list(self.lines)
        for line in lines:
            before = every[-1].hash if every else BEGINNING
            every.append(replace(line, number=len(every) + 1, before=before))
        return Chain(tuple(every))

    def until(self, day: date) -> "Chain":
        """The ledger as it stood on a day."""
        return Chain(tuple(line for line in self.lines if line.on <= day))


def parse_chain(content: bytes) -> Chain:
    """The lines of a ledger's file. Raises LedgerBroken for the first line that does not fit."""
    lines: list[LedgerLine] = []
    before = BEGINNING
    for row, raw in enumerate(_rows(content), 1):
        line = _line(raw, row)
        if line.text.encode("utf-8") != raw:
            raise LedgerBroken(row, "ledger-line")
        if line.number != row:
            raise LedgerBroken(row, "ledger-number")
        if line.before != before:
            raise LedgerBroken(row, "ledger-chain")
        lines.append(line)
        before = line.hash
    return Chain(tuple(lines))


def _rows(content: bytes) -> Iterator[bytes]:
    rows = content.split(b"\n")
    if rows.pop():
        raise LedgerBroken(len(rows) + 1, "ledger-line")  # half a line: the end is missing
    yield from rows


def _line(raw: bytes, row: int) -> LedgerLine:
    try:
        values = json.loads(raw)
        line = LedgerLine(
            **values | {"on": date.fromisoformat(values["on"])},
        )
        line = replace(line, fields=tuple(line.fields))
        texts = (line.edition, line.before, line.record or "", line.digest or "", *line.fields)
        if not isinstance(line.number, int) or not all(isinstance(t, str) for t in texts):
            raise TypeError
        if line.event not in get_args(Event) or (line.event == CLOSED) == bool(line.record):
            raise ValueError
        if line.event == "closed" and not are_facts(line.facts):
            raise TypeError
        if line.event != "closed" and line.facts is not None:
            raise TypeError
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise LedgerBroken(row, "ledger-line") from None
    return line
