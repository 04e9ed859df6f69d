"""The tables of the open data against the edition that was closed with them."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.ledger.chain import Chain
from generator.ledger.closed_rows import closed_rows_digest
from generator.model.site_paths import OPEN_DATA
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.records import published_day
from generator.verify.site import Site


def check_tables(site: Site, chain: Chain) -> StepResult:
    """The tables of a site made on the day of the last edition are those of that edition.

    Of one made later, their rows of closed quarters are.
    """
    title = TITLES["tables"]
    last = chain.editions[-1] if chain.editions else None
    if last is None:
        return StepResult(title, "unknown", said("tables-unclosed"))
    facts = last.facts or {}
    if published_day(site) != last.on.isoformat():
        return _later(site, facts, last.edition)
    tables = facts.get("tables", {})
    right = said("tables-right", count=vn_number(len(tables)), edition=last.edition)
    looked = (f"{OPEN_DATA}{name}" for name in tables)
    return looked_at(title, right, _changed(site, tables, last.edition), looked)


def _later(site: Site, facts: Mapping[str, Any], edition: str) -> StepResult:
    """Rows of open quarters are in no ledger yet, so that nothing is said to be right."""
    title, closed = TITLES["tables"], facts.get("closed_tables", {})
    quarters = facts.get("closed_quarters", {})
    if found := tuple(_changed_rows(site, closed, quarters, edition)):
        return looked_at(title, "", found)
    counts = {"tables": vn_number(len(closed)), "quarters": vn_number(len(quarters))}
    known = said("tables-closed", **counts) if closed and quarters else ""
    later = said("tables-later", edition=edition)
    return StepResult(title, "unknown", f"{later} {known}".strip())


def _changed_rows(
    site: Site, closed: Mapping[str, str], quarters: Mapping[str, str], edition: str
) -> Iterator[Finding]:
    for name, digest in sorted(closed.items()):
        path = f"{OPEN_DATA}{name}"
        if closed_rows_digest(site.read(path), quarters) != digest:
            yield Finding(path, said("table-rows-changed", edition=edition))


def _changed(site: Site, tables: Mapping[str, str], edition: str) -> Iterator[Finding]:
    for name, digest in sorted(tables.items()):
        path = f"{OPEN_DATA}{name}"
        if site.hash(path) != digest:
            yield Finding(path, said("table-changed", edition=edition))
