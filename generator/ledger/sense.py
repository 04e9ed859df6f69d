"""Whether the ledger's lines make sense together: what no hash can say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.ledger.chain import CLOSED, Chain, Event, LedgerLine
from generator.ledger.openings import is_correction, subject_id
from generator.model.datasets import DATASETS, Descriptor
from generator.model.text import quarter_of

TAKEN_BACK: tuple[Event, ...] = ("withdrawn", "revoked")
"""Events that need a correction which tells of them, now or before."""
ENDS: tuple[Event, ...] = (*TAKEN_BACK, "expired")
"""Events that can come once."""
_EXCUSED: tuple[Event, ...] = ("corrected", *TAKEN_BACK)
"""Events that need a correction."""
_CHANGING: tuple[Event, ...] = ("supplemented", "corrected")
Reason = tuple[str, str]
"""The id of a record, and the kind of a correction of it."""


class Fault(NamedTuple):
    """The number of a line that cannot stand where it does, and why."""

    number: int
    code: str


def faults(chain: Chain) -> Iterator[Fault]:
    """Every line that cannot be true beside the others."""
    yield from _edition_faults(chain.lines)
    yield from _record_faults(chain.lines)
    yield from _unexcused(chain.lines)


def filled_later(record: str) -> Mapping[str, str]:
    """What stands in each column of a ledger's record that may be filled in without a correction.

    That is what a criticism or a recommendation still waits for.
    """
    dataset = DATASETS.get(record.partition("/")[0])
    return columns_filled_later(dataset) if dataset else {}


def columns_filled_later(dataset: Descriptor) -> Mapping[str, str]:
    """The same of a dataset."""
    columns = dataset.columns.items()
    return {name: column.while_open for name, column in columns if column.filled_later}


def _edition_faults(lines: Sequence[LedgerLine]) -> Iterator[Fault]:
    """Each edition's lines stand together, on one day, and end with the one that closes it.

    Editions follow their quarters, and none is closed before its quarter has begun.
    """
    closed: set[str] = set()
    quarter = ""
    before: LedgerLine | None = None
    origin = ""
    for number, line in enumerate(lines, 1):
        goes_on = before is not None and before.event != CLOSED
        if before is not None and (line.on < before.on or (goes_on and line.on != before.on)):
            yield Fault(number, "ledger-day")
        if before is not None and goes_on:
            is_other = line.edition != before.edition
        else:
            is_other = line.edition in closed or not (
                quarter <= line.quarter <= quarter_of(line.on)
            )
        if is_other:
            yield Fault(number, "ledger-edition")
        if line.event == CLOSED:
            closed.add(line.edition)
            quarter = line.quarter
            origin = origin or str((line.facts or {})["origin"])
            if (line.facts or {})["origin"] != origin:
                yield Fault(number, "ledger-edition")
        before = line
    if before is not None and before.event != CLOSED:
        yield Fault(len(lines), "ledger-edition")


def _record_faults(lines: Sequence[LedgerLine]) -> Iterator[Fault]:
    """A record is published once and ends once, and each of its lines says what it changed."""
    ended: set[tuple[str, Event]] = set()
    last: dict[str, LedgerLine] = {}
    for number, line in enumerate(lines, 1):
        if line.record is None:
            continue
        before, end = last.get(line.record), (line.record, line.event)
        if (before is None) != (line.event == "published") or end in ended:
            yield Fault(number, "ledger-event")
        if _is_changed(line, before) or not _may_change(line):
            yield Fault(number, "ledger-change")
        if line.event in ENDS:
            ended.add(end)
        last[line.record] = line


def _is_changed(line: LedgerLine, before: LedgerLine | None) -> bool:
    """True when the digest changed though no field did, or the other way round."""
    return before is not None and (before.digest == line.digest) == bool(line.changed)


def _may_change(line: LedgerLine) -> bool:
    if line.event == "supplemented":
        return bool(line.changed) and {*line.fields} <= filled_later(line.record or "").keys()
    return not line.changed or line.event in _CHANGING


def _unexcused(lines: Sequence[LedgerLine]) -> Iterator[Fault]:
    """A line that needs a correction has one: of its own edition, or of an earlier one when the
    record was taken back. What is told of a record is corrected with it."""
    corrections = _corrections(lines)
    for number, line in enumerate(lines, 1):
        if line.event in _EXCUSED:
            reasons = corrections.get((subject_id(line.record or ""), line.event), ())
            is_end = line.event in TAKEN_BACK
            if not any(line.edition == of or (is_end and at < number) for at, of in reasons):
                yield Fault(number, "ledger-unexcused")


def _corrections(lines: Sequence[LedgerLine]) -> Mapping[Reason, Sequence[tuple[int, str]]]:
    """The number and the edition of each line of a correction, by whose it is and its kind."""
    found: dict[Reason, list[tuple[int, str]]] = {}
    for number, line in enumerate(lines, 1):
        if line.record and is_correction(line.record):
            reason = subject_id(line.record), line.record.rpartition("/")[2]
            found.setdefault(reason, []).append((number, line.edition))
    return found
