"""The tables of the open data against the edition that was closed with them."""

from collections.abc import Iterator, Mapping

from generator.ledger.chain import Chain
from generator.model.site_paths import OPEN_DATA
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.records import published_day
from generator.verify.site import Site


def check_tables(site: Site, chain: Chain) -> StepResult:
    """The tables of a site made on the day of the last edition are those of that edition."""
    title = TITLES["tables"]
    last = chain.editions[-1] if chain.editions else None
    if last is None:
        return StepResult(title, "unknown", said("tables-unclosed"))
    if published_day(site) != last.on.isoformat():
        return StepResult(title, "unknown", said("tables-later", edition=last.edition))
    tables = (last.facts or {}).get("tables", {})
    right = said("tables-right", count=vn_number(len(tables)), edition=last.edition)
    looked = (f"{OPEN_DATA}{name}" for name in tables)
    return looked_at(title, right, _changed(site, tables, last.edition), looked)


def _changed(site: Site, tables: Mapping[str, str], edition: str) -> Iterator[Finding]:
    for name, digest in sorted(tables.items()):
        path = f"{OPEN_DATA}{name}"
        if site.hash(path) != digest:
            yield Finding(path, said("table-changed", edition=edition))
