"""What a data folder is to hold once an edition is closed, of the city's own or of a sample's."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

from generator.app.pipeline import public_edition
from generator.app.sources import Sources, sound_sources
from generator.history import Chance, closed, require_reason
from generator.ledger.changes import quarters_of
from generator.ledger.entries import entries_of
from generator.ledger.ledger import Ledger
from generator.ledger.setting_changes import sealed_settings
from generator.measure.closing import close_quarters
from generator.model.closed_quarters import ClosedQuarter, closed_quarter_files
from generator.model.settings import City
from generator.opendata.files import closed_table_digests, table_digests
from generator.output.progress import doing
from generator.sample.as_known import as_known, sample_key, sample_quarters, seeded_salts
from generator.tlog.checkpoint import attested_with
from generator.tlog.keys import parse_verifier_key


@dataclass(frozen=True)
class Closing:
    """The ledger with an edition's lines, and the counts of every quarter that is closed by it."""

    ledger: Ledger
    quarters: tuple[ClosedQuarter, ...] = ()

    @property
    def files(self) -> dict[str, bytes]:
        """What the faces write, by name: the ledger comes last, for it names all the others."""
        return closed_quarter_files(self.quarters) | self.ledger.files


def close_edition(
    data_dir: Path, edition_id: str, data_commit: str | None, chance: Chance, reason: str = ""
) -> Closing:
    """What a data folder holds once an edition of its day is closed.

    `reason` says why settings that shape what is published are others than in the edition before.
    Raises Refused, and HistoryRefused when such a setting was changed for no reason.
    """
    sources, _ = sound_sources(data_dir, trust_seals=True)
    require_reason(sources.ledger.chain, sealed_settings(sources.city), reason)
    return _closed(sources, edition_id, data_commit, chance, reason)


def _closed(
    sources: Sources, edition_id: str, data_commit: str | None, chance: Chance, reason: str = ""
) -> Closing:
    quarters = close_quarters(sources.world, sources.city, chance)
    world, as_of = replace(sources.world, closed_quarters=quarters), sources.city.as_of
    edition = public_edition(replace(sources, world=world), edition_id)
    facts = {
        "origin": sources.ledger.chain.origin or sources.city.log_origin,
        "data": data_commit,
        "settings": sealed_settings(sources.city),
        **({"reason": reason} if reason else {}),
        "quarters": quarters_of(edition.figures),
        "closed_quarters": {quarter.quarter: quarter.digest for quarter in quarters},
        "closed_tables": closed_table_digests(edition, [item.quarter for item in quarters]),
        "tables": table_digests(edition),
    }
    doing("Ghi sổ công khai")
    entries = entries_of(world, edition.records, as_of)
    ledger = closed(sources.ledger, entries, edition_id, as_of, facts, chance)
    return Closing(ledger, quarters)


def make_sample_closing(data_dir: Path, *, seed: int) -> Closing:
    """What a sample folder holds, as if an edition had been closed after each of its quarters.

    The same seed gives the same salts. Raises Refused when the folder has errors.
    """
    sources, _ = sound_sources(data_dir)
    chance, closing = seeded_salts(seed), Closing(Ledger())
    for quarter, day in sample_quarters(sources.world, sources.city.as_of):
        city = sources.city.model_copy(update={"as_of": day})
        world = replace(as_known(sources.world, day), closed_quarters=closing.quarters)
        then = replace(sources, city=city, world=world, ledger=closing.ledger)
        closing = _closed(then, quarter, None, chance)
    return replace(closing, ledger=_attested(closing.ledger, sources.city))


def _attested(ledger: Ledger, city: City) -> Ledger:
    """The ledger signed with the sample keys, as far as the settings name them."""
    named = [city.ledger.key, *(witness.key for witness in city.ledger.witnesses)]
    noon = datetime.combine(city.as_of, time(12), UTC)
    for public in (parse_verifier_key(key) for key in named if key):
        key = sample_key(public.name, public.kind)
        if key.verifier == public:
            ledger = ledger.signed_by(
                [attested_with(key, ledger.chain.checkpoint, int(noon.timestamp()))]
            )
    return ledger
