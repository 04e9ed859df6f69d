"""A finished publication of a data folder: checked, measured, with its scripts, rendered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.app.pipeline import public_edition
from generator.app.scripts import with_scripts
from generator.app.sources import sound_sources
from generator.check.jumps import STALE
from generator.edition.edition import Edition
from generator.edition.page import Publication
from generator.history import HistoryRefused, data_standing, saved_changes
from generator.ledger.witnesses import attested
from generator.model.engines import USUAL, Engine
from generator.model.problem import Problem
from generator.output.memo import NO_MEMO, Memo
from generator.output.progress import doing
from generator.pages.sections import publish as publish_site


@dataclass(frozen=True)
class Published:
    """A finished publication and what the faces say about it.

    `untold` says why the data's history is not told, where it is not; `dossiers_until` is the last
    day of any dossier, where that is long ago.
    """

    publication: Publication
    edition: Edition
    problems: tuple[Problem, ...]
    record_count: int
    untold: str = ""
    dossiers_until: date | None = None

    @property
    def city_name(self) -> str:
        """The city's name, e.g. "Phường Hoa Sen"."""
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
        chain = self.edition.ledger.chain
        return chain.head if chain.lines else ""

    @property
    def unattested(self) -> str:
        """What the ledger's checkpoint still lacks of what the settings ask for, in a sentence."""
        ledger = self.edition.ledger
        if not ledger.chain.lines:
            return ""
        return attested(ledger.checkpoint, self.edition.city.ledger).lacking


def publish(
    data_dir: Path,
    templates_dir: Path,
    site_url: str | None = None,
    memo: Memo = NO_MEMO,
    day: date | None = None,
    engine: Engine = USUAL,
) -> Published:
    """Checks, measures and renders a data folder; writes nothing. Raises Refused.

    `site_url` is the site's public address where it is not the one in the settings, `day` another
    day than theirs. `engine` draws the site's frame, whatever they say.
    """
    edition, warnings, record_count = _counted(data_dir, memo, day)
    edition, untold = _with_history(edition, data_dir)
    given = {"site_url": site_url or edition.city.site_url, "engine": engine}
    city = edition.city.model_copy(update=given)
    edition = replace(edition, city=memo.same("city as it is built", city))
    published = published_of(edition, templates_dir, memo, _dossiers_until(warnings))
    return replace(published, problems=warnings, record_count=record_count, untold=untold)


def published_of(
    edition: Edition,
    templates_dir: Path,
    memo: Memo = NO_MEMO,
    dossiers_until: date | None = None,
) -> Published:
    """The publication of an edition that has no scripts yet."""
    edition = with_scripts(edition, memo)
    doing("Soạn nội dung các trang")
    publication = publish_site(edition, templates_dir, memo)
    return Published(publication, edition, (), 0, dossiers_until=dossiers_until)


def _dossiers_until(problems: Iterable[Problem]) -> date | None:
    """The last day of any dossier, when the check found it to be long ago; else None."""
    stale = next((problem for problem in problems if problem.code == STALE), None)
    return date.fromisoformat(stale.values["value"]) if stale else None


def _with_history(edition: Edition, data_dir: Path) -> tuple[Edition, str]:
    """The edition with what git knows of its records, or why that is nothing."""
    if not edition.commit:
        return edition, data_standing(data_dir).why
    try:
        return replace(edition, saved=saved_changes(data_dir, edition.contract)), ""
    except HistoryRefused as refused:
        return edition, str(refused)


def _counted(
    data_dir: Path, memo: Memo, day: date | None
) -> tuple[Edition, tuple[Problem, ...], int]:
    """The edition, the warnings, and how many records there were, drafts too; these are let go."""
    sources, warnings = sound_sources(data_dir, memo, day)
    return public_edition(sources, memo=memo), warnings, sources.world.record_count
