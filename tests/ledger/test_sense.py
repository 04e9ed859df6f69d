"""Lines of the sample's ledger moved, doubled, dropped or reworded: which ones cannot be true."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.ledger.chain import Chain, LedgerLine, parse_chain
from generator.ledger.ledger import load_ledger
from generator.ledger.salts import salt_faults
from generator.ledger.sense import faults
from worlds.paths import DATA

LINES = parse_chain((DATA / "ledger.jsonl").read_bytes()).lines
Change = Callable[[tuple[LedgerLine, ...]], tuple[LedgerLine, ...]]


def place(event: str, record: str = "") -> int:
    """The place of the first such line, counted from 0."""
    found = (n for n, line in enumerate(LINES) if line.event == event)
    return next(n for n in found if record in (LINES[n].record or ""))


def changed(at: int, **values: object) -> Change:
    return lambda lines: (*lines[:at], replace(lines[at], **values), *lines[at + 1 :])


FIRST_CLOSING, SUPPLEMENT = place("closed"), place("supplemented")
CORRECTION = place("corrected")
REASON = place("published", f"corrections/{(LINES[CORRECTION].record or '').partition('/')[2]}/")
CHANGES: dict[str, tuple[Change, str]] = {
    "a day that runs back": (changed(FIRST_CLOSING + 1, on=date(2018, 6, 29)), "ledger-day"),
    "a line a day after its edition": (changed(0, on=date(2018, 6, 29)), "ledger-day"),
    "a line of another edition": (changed(3, edition="2018-Q3"), "ledger-edition"),
    "an edition of another quarter": (
        lambda lines: tuple(replace(line, edition=f"{line.edition[:-1]}4") for line in lines[:3]),
        "ledger-edition",
    ),
    "an edition after that of a later quarter": (
        lambda lines: tuple(
            replace(line, edition="2018-Q1") if line.edition == "2018-Q3" else line
            for line in lines
        ),
        "ledger-edition",
    ),
    "no closing": (lambda lines: lines[:-1], "ledger-edition"),
    "a closing too few": (
        lambda lines: (*lines[:FIRST_CLOSING], *lines[FIRST_CLOSING + 1 :]), "ledger-edition",
    ),
    "a closing too many": (lambda lines: (*lines, lines[-1]), "ledger-edition"),
    "an edition that goes on": (lambda lines: (*lines, lines[0], lines[-1]), "ledger-edition"),
    "a log of another name": (
        changed(FIRST_CLOSING, facts={**(LINES[FIRST_CLOSING].facts or {}), "origin": "khac"}),
        "ledger-edition",
    ),
    "published twice": (lambda lines: (lines[0], *lines), "ledger-event"),
    "corrected before it was published": (changed(0, event="expired"), "ledger-event"),
    "a supplement of what may not be supplemented": (
        changed(SUPPLEMENT, changed={"violation": ("a", "b")}), "ledger-change",
    ),
    "a supplement that says nothing": (changed(SUPPLEMENT, changed={}), "ledger-change"),
    "a correction that hides its change": (changed(CORRECTION, changed={}), "ledger-change"),
    "a publication that changes": (changed(0, changed={"reason": ("", "a")}), "ledger-change"),
    "a supplement that becomes a correction": (
        changed(SUPPLEMENT, event="corrected"), "ledger-unexcused",
    ),
    "a correction without a reason": (
        lambda lines: (*lines[:REASON], *lines[REASON + 1 :]), "ledger-unexcused",
    ),
    "withdrawn for no reason": (
        lambda lines: (
            *lines[:-1], replace(lines[SUPPLEMENT], **_last(lines), event="withdrawn", changed={}),
            lines[-1],
        ),
        "ledger-unexcused",
    ),
}  # fmt: skip


def _last(lines: tuple[LedgerLine, ...]) -> dict[str, object]:
    record = lines[SUPPLEMENT].record
    digest = [line.digest for line in lines if line.record == record][-1]
    return {"edition": lines[-1].edition, "on": lines[-1].on, "digest": digest}


def test_the_sample_s_lines_make_sense() -> None:
    assert list(faults(Chain(LINES))) == []


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_cannot_be_true_is_named(name: str) -> None:
    change, code = CHANGES[name]
    found = faults(Chain().with_lines(change(LINES)))
    assert code in {fault.code for fault in found}


@pytest.mark.parametrize("record", ["commendations/ng-2018-002", "criticisms/pb-2018-001"])
def test_every_salt_is_wanted_and_no_other(record: str) -> None:
    ledger, _ = load_ledger(DATA)
    assert ledger is not None
    opening = ledger.openings[record]
    for group in opening.salts:
        less = {**ledger.openings, record: opening.without({group})}
        assert [item.code for item in salt_faults(ledger.chain, less)] == ["openings-short"]


def test_a_salt_that_was_to_be_destroyed_is_no_longer_there() -> None:
    ledger, _ = load_ledger(DATA)
    assert ledger is not None
    opening = ledger.openings[LINES[place("expired")].record or ""]
    kept = replace(opening, salts={**opening.salts, "name": "0" * 32})
    found = salt_faults(ledger.chain, {**ledger.openings, opening.record: kept})
    assert [(item.record, item.code) for item in found] == [(opening.record, "openings-kept")]


@pytest.mark.parametrize("record", ["corrections", "corrections/x", "x", "/", "criticisms/"])
def test_a_key_without_its_parts_is_looked_at_like_any_other(record: str) -> None:
    chain = Chain().with_lines((replace(LINES[0], record=record), *LINES[1:]))
    assert list(faults(chain)) == []
    opening = replace(next(iter(load_ledger(DATA)[0].openings.values())), record=record)  # type: ignore[union-attr]
    assert all(item.record == record for item in salt_faults(chain, {record: opening}))
