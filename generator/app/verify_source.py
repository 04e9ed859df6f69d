"""The source that a site holds against its ledger: settings, records, the names of people."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.app.pipeline import every_public_record
from generator.app.restored import SourceUnread, read_source, restored
from generator.app.site_source import SiteSource
from generator.app.sources import Sources
from generator.ledger.chain import LedgerLine
from generator.ledger.entries import Entry, entries_of
from generator.ledger.openings import FORGOTTEN, NAME, UNSHOWN, unshown_groups
from generator.ledger.setting_changes import SettingChange, sealed_settings, setting_changes
from generator.model.datasets import DATASETS
from generator.model.since_closing import told_since_closing
from generator.model.site_paths import DESCRIPTOR, SOURCE
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.verify import Finding, Site, StepResult
from generator.verify.finding import looked_at


def check_source(site: Site) -> StepResult:
    """Settings, records and names of the source are those that the ledger was closed with."""
    title = TITLES["source"]
    if SOURCE not in site.paths:
        return looked_at(title, "", [Finding(SOURCE, said("source-missing"))])
    try:
        source = read_source(site)
        sources = restored(site, source)
    except SourceUnread:
        return looked_at(title, "", [Finding(SOURCE, said("source-unread"))])
    editions = sources.ledger.chain.editions
    if not editions:
        return StepResult(title, "unknown", said("tables-unclosed"))
    entries = _entries(sources)
    changes = setting_changes(_facts(editions[-1]), sealed_settings(source.settings))
    said_so = told_since_closing(site.read(DESCRIPTOR)).settings
    silent = [Finding(SOURCE, _told(change)) for change in changes if change.place not in said_so]
    found = [*_day(source, editions[-1]), *_records(sources, entries), *silent]
    if changes and not found:
        told = "; ".join(map(_told, changes))
        return StepResult(title, "unknown", said("source-settings", changes=told))
    return looked_at(title, said("source-right", count=vn_number(len(entries))), found)


def _facts(closing: LedgerLine) -> Mapping[str, Any]:
    settings: Mapping[str, Any] = (closing.facts or {}).get("settings", {})
    return settings


def _told(change: SettingChange) -> str:
    return said("source-setting", title=change.title, before=change.before, after=change.after)


def _day(source: SiteSource, closing: LedgerLine) -> Iterator[Finding]:
    """The day does not run back, and no quarter that was closed is left out."""
    if source.settings.as_of < closing.on:
        yield Finding(SOURCE, said("source-day", edition=closing.edition))
    if not set((closing.facts or {}).get("quarters", {})) <= set(source.quarters):
        yield Finding(SOURCE, said("source-quarters", edition=closing.edition))


def _entries(sources: Sources) -> Mapping[str, Entry]:
    return entries_of(sources.world, every_public_record(sources), sources.city.as_of)


def _records(sources: Sources, entries: Mapping[str, Entry]) -> Iterator[Finding]:
    """Cells that are not those committed to, persons' names among them, and what nobody can try."""
    for record, entry in entries.items():
        if opening := sources.ledger.openings.get(record):
            for field in opening.changed(entry.form):
                if not _is_forgotten(entry, field):
                    yield Finding(record, said("source-record", field=field, source=SOURCE))
            needed = set(entry.form.groups.values()) - FORGOTTEN[entry.standing]
            for group in sorted(needed - set(opening.salts)):
                yield Finding(record, said("source-salt", group=group))


def _is_forgotten(entry: Entry, field: str) -> bool:
    """True of the empty cell of what says who a person is, once nobody may be named any more, and
    of what a correction repeats no more."""
    record, group = entry.form.record, entry.form.groups[field]
    dataset = DATASETS[record.partition("/")[0]]
    is_over = NAME in UNSHOWN[entry.standing] and dataset.columns[field].identifies
    unshown = is_over or group in unshown_groups(record, entry.standing) - FORGOTTEN[entry.standing]
    return unshown and entry.form.cells[field] == ""
