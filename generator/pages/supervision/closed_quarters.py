"""Closed quarters whose dossiers are counted otherwise now than is published of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.model.counts import LateChange
from generator.model.text import vn_number


@dataclass(frozen=True)
class LateQuarter:
    """A quarter, and in words by how many dossiers it differs."""

    quarter: str
    words: str


@dataclass(frozen=True)
class ClosedQuarters:
    """How many quarters are closed, those that differ now, newest first, and the smallest count."""

    count: int
    late: Sequence[LateQuarter]
    least: str


def closed_quarters(edition: Edition) -> ClosedQuarters:
    """Of the whole city only; fewer dossiers than a group are told as that."""
    least = edition.city.policy.smallest_count
    late = [
        LateQuarter(item.quarter, _words(item, least))
        for item in reversed(edition.figures.late_changes)
    ]
    count = sum(
        quarter in edition.ledger.chain.closed_quarters for quarter in edition.figures.quarters
    )
    return ClosedQuarters(count, late, vn_number(least))


def _words(change: LateChange, least: int) -> str:
    if change.gone_count == change.changed_count:
        return f"thiếu {_told(change.gone_count, least)}"
    gone = f", trong đó thiếu {_told(change.gone_count, least)}" if change.gone_count else ""
    return f"lệch {_told(change.changed_count, least)}{gone}"


def _told(count: int, least: int) -> str:
    return f"dưới {vn_number(least)} hồ sơ" if count < least else f"{vn_number(count)} hồ sơ"
