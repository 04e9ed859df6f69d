"""What changed between two editions, from the ledger alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.ledger.chain import Chain, Event, LedgerLine
from generator.ledger.facts import COUNTS
from generator.ledger.openings import is_told_of
from generator.ledger.setting_changes import SettingChange, setting_changes
from generator.model.figures import Figures
from generator.model.text import quarter_end


@dataclass(frozen=True)
class Moved:
    """A quarter whose counts are not those of the earlier edition; None where it had none.

    `new`: the quarter was not over then, so its dossiers have gone on. `restated`: it was over,
    and what was counted then has been counted anew.
    """

    quarter: str
    before: Mapping[str, int] | None
    after: Mapping[str, int]
    why: Literal["new", "restated"]


@dataclass(frozen=True)
class Changes:
    """From one edition (None: from nothing) to a later one, closed by line number `size`."""

    since: LedgerLine | None
    edition: LedgerLine
    size: int
    lines: tuple[LedgerLine, ...]
    moved: tuple[Moved, ...]
    settings: tuple[SettingChange, ...] = ()

    def records(self, event: Event) -> tuple[str, ...]:
        """The records, not what is told of them, that something happened to, each once."""
        found = [line.record for line in self.lines if line.event == event]
        return tuple(dict.fromkeys(r for r in found if r and not is_told_of(r)))

    @property
    def reason(self) -> str:
        """Why settings were changed; empty when none was."""
        return str((self.edition.facts or {}).get("reason", ""))

    @property
    def version(self) -> str:
        """The edition's version."""
        return str((self.edition.facts or {}).get("version", ""))


def changes(chain: Chain, since: LedgerLine | None, edition: LedgerLine) -> Changes:
    """What the lines after `since`, up to the one that closed `edition`, tell."""
    size = chain.sizes[edition.edition]
    lines = chain.lines[chain.sizes[since.edition] if since else 0 : size]
    moved = tuple(_moved(since, edition.facts or {}))
    settings = tuple(settings_since(since, edition.facts or {}))
    return Changes(since, edition, size, lines, moved, settings)


def settings_since(since: LedgerLine | None, facts: Mapping[str, Any]) -> Sequence[SettingChange]:
    """The settings that are others than those of an earlier edition; none when there is none."""
    if since is None:
        return ()
    return setting_changes((since.facts or {}).get("settings", {}), facts.get("settings", {}))


def every_change(chain: Chain) -> tuple[Changes, ...]:
    """Each edition against the one before it, oldest first."""
    earlier = (None, *chain.editions)
    return tuple(changes(chain, *pair) for pair in zip(earlier, chain.editions, strict=False))


def _moved(since: LedgerLine | None, facts: Mapping[str, Any]) -> Iterator[Moved]:
    known = ((since.facts or {}) if since else {}).get("quarters", {})
    for quarter, after in facts.get("quarters", {}).items():
        before = known.get(quarter)
        if before != after:
            was_over = since is not None and quarter_end(quarter) <= since.on and before
            yield Moved(quarter, before, after, "restated" if was_over else "new")


def next_version(chain: Chain, lines: Sequence[LedgerLine], facts: Mapping[str, Any]) -> str:
    """The version of an edition about to be closed, by the size of the change (semver.org).

    The first number rises when something published was corrected, withdrawn, revoked or restated,
    or a setting that shapes what is published was changed, the second when there is anything new,
    the third when nothing changed at all.
    """
    last = chain.editions[-1] if chain.editions else None
    if last is None:
        return "1.0.0"
    major, minor, patch = (int(part) for part in str((last.facts or {})["version"]).split("."))
    moved = tuple(_moved(last, facts))
    taken_back = {"corrected", "withdrawn", "revoked"}
    is_restated = any(m.why == "restated" for m in moved) or settings_since(last, facts)
    if any(line.event in taken_back for line in lines) or is_restated:
        return f"{major + 1}.0.0"
    if lines or moved:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def quarters_of(figures: Figures) -> dict[str, dict[str, int]]:
    """The counts of each quarter of the whole city, for the line that closes an edition."""
    found = {}
    for quarter in figures.quarters:
        row = figures.one(quarter=quarter)
        if row is not None:
            on_time = row.early_count + row.on_time_count
            counts = (row.received_count, row.ended_count, on_time, row.judged_count)
            found[quarter] = dict(zip(COUNTS, counts, strict=True))
    return found
