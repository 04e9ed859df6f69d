"""What the ledger is to hold once an edition is closed, of the city's own data or of a sample's."""

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

from generator.app.pipeline import public_edition
from generator.app.sources import Sources, sound_sources
from generator.history import Chance, closed, require_reason
from generator.ledger.changes import quarters_of
from generator.ledger.entries import entries_of, standings
from generator.ledger.ledger import Ledger
from generator.ledger.setting_changes import sealed_settings
from generator.model.settings import City
from generator.opendata.files import table_digests
from generator.sample.as_known import as_known, sample_quarters, seeded_key, seeded_salts
from generator.tlog.checkpoint import attested_with
from generator.tlog.keys import parse_verifier_key


def close_edition(
    data_dir: Path, edition_id: str, data_commit: str | None, chance: Chance, reason: str = ""
) -> Ledger:
    """The ledger of a data folder once an edition of its day is closed.

    `reason` says why settings that shape what is published are others than in the edition before.
    Raises Refused, and HistoryRefused when such a setting was changed for no reason.
    """
    sources, _ = sound_sources(data_dir)
    require_reason(sources.ledger.chain, sealed_settings(sources.city), reason)
    return _closed(sources, edition_id, data_commit, chance, reason)


def _closed(
    sources: Sources, edition_id: str, data_commit: str | None, chance: Chance, reason: str = ""
) -> Ledger:
    edition, world = public_edition(sources, edition_id), sources.world
    as_of = sources.city.as_of
    standing = standings(edition.records)
    facts = {
        "origin": sources.ledger.chain.origin or sources.city.log_origin,
        "data": data_commit,
        "settings": sealed_settings(sources.city),
        **({"reason": reason} if reason else {}),
        "quarters": quarters_of(edition.figures),
        "tables": table_digests(edition),
    }
    entries = entries_of(world.ledgered, world.corrections, standing, as_of)
    return closed(sources.ledger, entries, edition_id, as_of, facts, chance)


def make_sample_ledger(data_dir: Path, *, seed: int) -> Ledger:
    """The ledger of a sample folder, as if an edition had been closed after each of its quarters.

    The same seed gives the same salts. Raises Refused when the folder has errors.
    """
    sources, _ = sound_sources(data_dir)
    chance, ledger = seeded_salts(seed), Ledger()
    for quarter, day in sample_quarters(sources.world, sources.city.as_of):
        city = sources.city.model_copy(update={"as_of": day})
        then = replace(sources, city=city, world=as_known(sources.world, day), ledger=ledger)
        ledger = _closed(then, quarter, None, chance)
    return _attested(ledger, sources.city, seed)


def _attested(ledger: Ledger, city: City, seed: int) -> Ledger:
    """The ledger signed with the seed's keys, as far as the settings name them."""
    named = [city.ledger.key, *(witness.key for witness in city.ledger.witnesses)]
    noon = datetime.combine(city.as_of, time(12), UTC)
    for public in (parse_verifier_key(key) for key in named if key):
        key = seeded_key(seed, public.name, public.kind)
        if key.verifier == public:
            ledger = ledger.signed_by(
                [attested_with(key, ledger.chain.checkpoint, int(noon.timestamp()))]
            )
    return ledger
