"""A site's publication once more, from what the site itself holds; nothing in it is trusted."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.app.pipeline import edition_of
from generator.app.publication import Published, published_of
from generator.app.site_source import SiteSource
from generator.app.sources import Sources
from generator.datafolder.world import World
from generator.edition.edition import Edition
from generator.ledger.chain import LedgerBroken, parse_chain
from generator.ledger.ledger import Ledger
from generator.ledger.openings import parse_openings
from generator.measure import with_records
from generator.measure.method import COUNTS, PUBLISHED_COUNTS
from generator.measure.remake import recounted
from generator.model.contract_parts import ContractFault, contract_of
from generator.model.counts import CountTable
from generator.model.datasets import DATASETS
from generator.model.site_paths import LEDGER, OPEN_DATA, OPENINGS, SOURCE, table_path
from generator.verify import Site
from generator.verify.ledger import shown_signatures
from generator.verify.records import csv_rows

MOST_BYTES = 256 << 20
"""A file that is larger is not read."""
OTHER_COUNTS = tuple(name for name in COUNTS if name not in PUBLISHED_COUNTS)
"""The counts that no published figure is made of."""


class SourceUnread(Exception):
    """A site's source is no such file, or there is none; `str()` is nothing to be told."""


def read_source(site: Site) -> SiteSource:
    """The source that a site holds. Raises SourceUnread."""
    if site.size(SOURCE) > MOST_BYTES:
        raise SourceUnread
    try:
        return SiteSource.model_validate_json(site.read(SOURCE))
    except (ValueError, RecursionError) as error:
        raise SourceUnread from error


def restored(site: Site, source: SiteSource) -> Sources:
    """The sources that a site's file and ledger give, as the data folder gave them.

    Raises SourceUnread when one of them cannot be read, or is not what it must be.
    """
    try:
        return _restored(site, source)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise SourceUnread from error
    except (LedgerBroken, ContractFault, RecursionError) as error:
        raise SourceUnread from error


def _restored(site: Site, source: SiteSource) -> Sources:
    ledger = Ledger(
        parse_chain(site.read(LEDGER)), parse_openings(site.read(OPENINGS)), shown_signatures(site)
    )
    records: Mapping[str, Any] = {
        name: tuple(DATASETS[name].record.model_validate(row) for row in rows.named())
        for name, rows in source.records.items()
    }
    extra = {name: tuple(rows.named()) for name, rows in source.own_tables.items()}
    world, contract = World(**records, extra=extra), contract_of(source.contract)
    return Sources(site.root, source.settings, contract, source.abbreviations, world, ledger)


def restored_edition(site: Site, source: SiteSource) -> Edition:
    """The edition without its scripts: counted figures from the counts, all others anew.

    Raises SourceUnread, and anything at all for a file that was tampered with.
    """
    sources = restored(site, source)
    counts = {name: site.read(f"{OPEN_DATA}{name}.parquet") for name in PUBLISHED_COUNTS}
    counted = recounted(counts, source.settings.policy.percentile_min_count, source.quarters)
    tables = (*counted.count_tables, *(_other_counts(site, name) for name in OTHER_COUNTS))
    counted = replace(counted, count_tables=tables, late_changes=source.late_changes)
    closings = sources.ledger.chain.closings
    figures = with_records(counted, sources.world, sources.city, closings)
    return replace(edition_of(sources, figures, source.commit), saved=source.saved)


def _other_counts(site: Site, name: str) -> CountTable:
    """Counts of which nothing is made: text, but for what is counted."""
    columns = COUNTS[name]
    rows = (
        tuple(_cell(column, row[column]) for column in columns)
        for row in csv_rows(site, table_path(name))
    )
    return CountTable(name, columns, tuple(rows))


def _cell(column: str, text: str) -> str | int | None:
    return int(text) if text and column.endswith("_count") else text or None


def republished(site: Site, source: SiteSource, templates_dir: Path) -> Published:
    """The publication of a site's own source. Raises anything at all, too."""
    edition = restored_edition(site, source)
    return published_of(edition, templates_dir, dossiers_until=source.dossiers_until)
