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


class Fault(NamedTuple):
    """The number of a line that cannot stand where it does, and why."""

    number: int
    code: str


def faults(chain: Chain) -> Iterator[Fault]:
    """Every line that cannot be true beside the others."""
    yield from _edition_faults(chain.lines)
    corrections = _corrections(chain)
    for lines in chain.by_record.values():
        yield from _record_faults(lines)
        for line in lines:
            if line.event in _EXCUSED and not _is_excused(line, corrections):
                yield Fault(line.number, "ledger-unexcused")


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
    for line in lines:
        goes_on = before is not None and before.event != CLOSED
        if before is not None and (line.on < before.on or (goes_on and line.on != before.on)):
            yield Fault(line.number, "ledger-day")
        if before is not None and goes_on:
            is_other = line.edition != before.edition
        else:
            is_other = line.edition in closed or not (
                quarter <= line.quarter <= quarter_of(line.on)
            )
        if is_other:
            yield Fault(line.number, "ledger-edition")
        if line.event == CLOSED:
            closed.add(line.edition)
            quarter = line.quarter
            origin = origin or str((line.facts or {})["origin"])
            if (line.facts or {})["origin"] != origin:
                yield Fault(line.number, "ledger-edition")
        before = line
    if before is not None and before.event != CLOSED:
        yield Fault(before.number, "ledger-edition")


def _record_faults(lines: Sequence[LedgerLine]) -> Iterator[Fault]:
    """A record is published once and ends once, and each of its lines says what it changed."""
    ended: set[str] = set()
    before: LedgerLine | None = None
    for line in lines:
        is_first = before is None
        if is_first != (line.event == "published") or line.event in ended:
            yield Fault(line.number, "ledger-event")
        if _is_changed(line, before) or not _may_change(line):
            yield Fault(line.number, "ledger-change")
        ended |= {line.event} & set(ENDS)
        before = line


def _is_changed(line: LedgerLine, before: LedgerLine | None) -> bool:
    """True when the digest changed though no field did, or the other way round."""
    return before is not None and (before.digest == line.digest) == bool(line.changed)


def _may_change(line: LedgerLine) -> bool:
    if line.event == "supplemented":
        return bool(line.changed) and line.changed.keys() <= filled_later(line.record or "").keys()
    return not line.changed or line.event in _CHANGING


def _corrections(chain: Chain) -> Mapping[tuple[str, str], Sequence[LedgerLine]]:
    """The lines of the corrections of each record, by its id and their kind."""
    found: dict[tuple[str, str], list[LedgerLine]] = {}
    for record, lines in chain.by_record.items():
        if is_correction(record):
            kind = record.rpartition("/")[2]
            found.setdefault((subject_id(record), kind), []).extend(lines)
    return found


def _is_excused(
    line: LedgerLine, corrections: Mapping[tuple[str, str], Sequence[LedgerLine]]
) -> bool:
    """True of a line that has its correction: of its own edition, or of an earlier one when the
    record was taken back. What is told of a record is corrected with it."""
    record_id = subject_id(line.record or "")
    return any(
        reason.edition == line.edition or (line.event in TAKEN_BACK and reason.number < line.number)
        for reason in corrections.get((record_id, line.event), ())
    )
