"""The whole publication of an edition: every section's pages and every file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.edition.edition import Edition
from generator.edition.page import Page, Publication
from generator.model.content import Content
from generator.output.memo import NO_MEMO, Memo
from generator.pages import editions, method
from generator.pages.bulletins import list as bulletins
from generator.pages.conduct import corrections
from generator.pages.conduct import feeds as record_feeds
from generator.pages.conduct import list as conduct
from generator.pages.directive import board as directive
from generator.pages.directive import reviews
from generator.pages.duties import ics as duty_calendar
from generator.pages.environment import templates
from generator.pages.home import finder
from generator.pages.home import page as home
from generator.pages.opendata import dictionary, one_stop
from generator.pages.opendata import page as opendata
from generator.pages.procedures import list as procedures
from generator.pages.renderer import Renderer
from generator.pages.supervision import feedback
from generator.pages.supervision import page as supervision
from generator.pages.supervision import recommendations as threads
from generator.pages.units import list as units

SECTIONS: tuple[Callable[[Renderer], Iterable[Page]], ...] = (
    home.pages,
    procedures.pages,
    units.pages,
    conduct.pages,
    corrections.pages,
    directive.pages,
    reviews.pages,
    bulletins.pages,
    supervision.pages,
    threads.pages,
    feedback.pages,
    editions.pages,
    opendata.pages,
    dictionary.pages,
    one_stop.pages,
    method.pages,
)
"""Each section's pages, in the order of the site."""
FILES: tuple[Callable[[Renderer], Mapping[str, Content]], ...] = (
    bulletins.files,
    feedback.files,
    duty_calendar.files,
    editions.files,
    finder.files,
    opendata.files,
    one_stop.files,
    reviews.files,
    record_feeds.files,
)
"""Each section's files."""


@dataclass(frozen=True)
class SitePages:
    """The pages of every section, made as they are asked for."""

    renderer: Renderer

    def __iter__(self) -> Iterator[Page]:
        """Each page, in the order of the sections."""
        for section in SECTIONS:
            yield from section(self.renderer)


def publish(edition: Edition, templates_dir: Path, memo: Memo = NO_MEMO) -> Publication:
    """Every page and file of the edition; values only, nothing is written.

    `templates_dir` is `site_templates/`.
    """
    renderer = Renderer(edition, templates(templates_dir, memo), memo)
    files = {path: content for section in FILES for path, content in section(renderer).items()}
    return Publication(SitePages(renderer), files)
