"""What is other in an edition's tables and settings than when its last edition was closed."""

from collections.abc import Iterable, Mapping

from generator.edition.edition import Edition
from generator.ledger.setting_changes import sealed_settings, setting_changes
from generator.model.content import Content, digest
from generator.model.since_closing import SinceClosing


def since_closing(edition: Edition, table_files: Mapping[str, Content]) -> SinceClosing | None:
    """The tables and the settings that the last closing sealed otherwise; None before any."""
    if not (editions := edition.ledger.chain.editions):
        return None
    facts = editions[-1].facts or {}
    changes = setting_changes(facts.get("settings", {}), sealed_settings(edition.city))
    return SinceClosing(
        frozenset(_other(facts.get("tables", {}), table_files)),
        frozenset(change.place for change in changes),
    )


def _other(sealed: Mapping[str, str], files: Mapping[str, Content]) -> Iterable[str]:
    for name, sum_of in sealed.items():
        if name not in files or digest(files[name]) != sum_of:
            yield name
