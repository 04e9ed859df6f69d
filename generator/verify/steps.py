"""Every step of a verification, in the order it is told."""

from collections.abc import Callable, Iterable, Iterator

from generator.ledger.chain import Chain
from generator.verify.files import check_files
from generator.verify.finding import StepResult
from generator.verify.ledger import check_chain, check_since, read_chain
from generator.verify.made_files import check_made_files
from generator.verify.pages import check_pages
from generator.verify.records import check_records
from generator.verify.site import Site
from generator.verify.tables import check_tables


def verify(
    site: Site, old_ledger: bytes | None = None, also: Iterable[Callable[[Site], StepResult]] = ()
) -> Iterator[StepResult]:
    """The files, the chain, the older copy of the ledger if there is one, records, tables and
    pages, and what else is to be looked at. Never raises for what lies in the site."""
    yield check_files(site)
    chain = read_chain(site)
    yield check_chain(site, chain)
    if old_ledger is not None:
        yield check_since(site, old_ledger)
    if isinstance(chain, Chain) and chain.lines:
        yield check_records(site, chain)
        yield check_tables(site, chain)
    yield check_pages(site)
    yield check_made_files(site)
    for look in also:
        yield look(site)
