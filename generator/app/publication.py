"""A finished publication of a data folder: checked, measured, with its scripts, rendered."""

from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from generator.app.broadcasts import with_scripts
from generator.app.pipeline import public_edition, sound_sources
from generator.edition.edition import Edition
from generator.edition.page import Publication
from generator.history import saved_changes
from generator.model.problems import Problem
from generator.model.settings import City
from generator.output.memo import FRESH, Fresh, Very
from generator.pages.sections import publish as publish_site

LOADED = frozenset({"city", "contract", "abbreviations", "book"})
"""What of an edition is the same only while the files it comes from are."""


@dataclass(frozen=True)
class Published:
    """A finished publication and what the faces say about it."""

    publication: Publication
    edition: Edition
    problems: tuple[Problem, ...]
    record_count: int

    @property
    def city_name(self) -> str:
        """The city's name, e.g. "Thành phố Thanh Hóa"."""
        return self.edition.city.city.name

    @property
    def site_name(self) -> str:
        """The site's own name."""
        return self.edition.city.city.site_name

    @property
    def site_url(self) -> str | None:
        """Public address of the site, if it has one."""
        return self.edition.city.site_url

    @property
    def as_of(self) -> date:
        """The day of the figures."""
        return self.edition.as_of

    @property
    def edition_id(self) -> str:
        """The quarter of the edition."""
        return self.edition.edition_id

    @property
    def commit(self) -> str | None:
        """The commit the data stand at, None when that cannot be said."""
        return self.edition.commit

    @property
    def row_count(self) -> int:
        """Rows of the city's records that were checked, dossiers included."""
        return self.edition.figures.dossier_count + self.record_count

    @property
    def sample(self) -> bool:
        """True when the records are invented."""
        return self.edition.city.sample

    @property
    def ledger_head(self) -> str:
        """The hash of the ledger's last line; empty before the first edition is closed."""
        ledger = self.edition.book.ledger
        return ledger.head if ledger.lines else ""


def publish(
    data_dir: Path,
    templates_dir: Path,
    site_url: str | None = None,
    kept: Fresh = FRESH,
) -> Published:
    """Checks, measures and renders a data folder; writes nothing. Raises Refused.

    `site_url` is the site's public address where it is not the one in the settings. What was
    `kept` of the last time is used again as far as it holds.
    """
    edition, warnings, record_count = _counted(data_dir, kept)
    if edition.commit:
        edition = replace(edition, saved=saved_changes(data_dir, edition.contract))
    if site_url:
        edition = replace(edition, city=_at(site_url, edition.city, kept))
    edition = _settled(with_scripts(_settled(edition, kept), kept), kept)
    publication = publish_site(edition, templates_dir, kept)
    return Published(publication, edition, warnings, record_count)


def _counted(data_dir: Path, kept: Fresh) -> tuple[Edition, tuple[Problem, ...], int]:
    """The edition, the warnings, and how many records there were, drafts too; these are let go."""
    sources, warnings = sound_sources(data_dir, kept)
    return public_edition(sources, kept=kept), warnings, sources.world.record_count


def _at(site_url: str, city: City, kept: Fresh) -> City:
    """The settings of a city whose site has another address."""
    return kept.again(
        "city",
        lambda: (site_url, Very(city)),
        lambda: city.model_copy(update={"site_url": site_url}),
    )


def _settled(edition: Edition, kept: Fresh) -> Edition:
    """The edition in which all that is the same as last time is the very same object."""
    if not kept.keeps:
        return edition
    values = {item.name: getattr(edition, item.name) for item in fields(edition)}
    same = {
        name: value if name in LOADED else kept.same(("edition", name), value)
        for name, value in values.items()
    }
    return replace(edition, **same)
