"""The tables of the open data against the edition that was closed last."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.ledger.chain import Chain
from generator.ledger.closed_rows import closed_rows_digest
from generator.model.since_closing import told_since_closing
from generator.model.site_paths import DESCRIPTOR, OPEN_DATA
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.site import Site


def check_tables(site: Site, chain: Chain) -> StepResult:
    """Every table is that of the last edition, but for those that the site says are other ones
    now; of these the rows of closed quarters are."""
    title = TITLES["tables"]
    last = chain.editions[-1] if chain.editions else None
    if last is None:
        return StepResult(title, "unknown", said("tables-unclosed"))
    facts: Mapping[str, Any] = last.facts or {}
    changed = _changed(site, facts)
    told = told_since_closing(site.read(DESCRIPTOR)).tables.intersection(changed)
    moved = [name for name in _closed(facts) if not _rows_stay(site, name, facts)]
    silent = [name for name in changed if name not in {*told, *moved}]
    rows_changed = said("table-rows-changed", edition=last.edition)
    changed_in_silence = said("table-changed", edition=last.edition)
    faults = dict.fromkeys(moved, rows_changed) | dict.fromkeys(silent, changed_in_silence)
    found = [Finding(OPEN_DATA + name, fault) for name, fault in sorted(faults.items())]
    same = frozenset(OPEN_DATA + name for name in facts.get("tables", {}) if name not in changed)
    if told and not found:
        sentence = _later(sorted(told), facts, len(same), last.edition)
        return StepResult(title, "unknown", sentence, looked=same)
    right = said("tables-right", count=vn_number(len(same)), edition=last.edition)
    return looked_at(title, right, found, same)


def _changed(site: Site, facts: Mapping[str, Any]) -> Sequence[str]:
    tables: Mapping[str, str] = facts.get("tables", {})
    return [name for name, digest in tables.items() if site.hash(OPEN_DATA + name) != digest]


def _closed(facts: Mapping[str, Any]) -> Mapping[str, str]:
    tables: Mapping[str, str] = facts.get("closed_tables", {})
    return tables


def _rows_stay(site: Site, name: str, facts: Mapping[str, Any]) -> bool:
    content, quarters = site.read(OPEN_DATA + name), facts.get("closed_quarters", {})
    return closed_rows_digest(content, quarters) == _closed(facts)[name]


def _later(told: Sequence[str], facts: Mapping[str, Any], same_count: int, edition: str) -> str:
    """What was changed openly is in no edition yet, so that it is not said to be right."""
    closed, quarters = _closed(facts), facts.get("closed_quarters", {})
    counts = {"tables": vn_number(len(closed)), "quarters": vn_number(len(quarters))}
    sentences = (
        said("tables-later", count=vn_number(len(told)), tables=", ".join(told), edition=edition),
        said("tables-closed", **counts) if closed and quarters else "",
        said("tables-same", count=vn_number(same_count)) if same_count else "",
    )
    return " ".join(filter(None, sentences))
