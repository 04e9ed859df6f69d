"""The whole publication of an edition: every section's pages and every file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.edition.edition import Edition
from generator.edition.page import Page, Publication
from generator.output.memo import NO_MEMO, Memo
from generator.pages import audiences, guide, method
from generator.pages.bulletins import section as bulletins
from generator.pages.conduct import section as conduct
from generator.pages.directive import section as directive
from generator.pages.environment import templates
from generator.pages.home import section as home
from generator.pages.opendata import section as opendata
from generator.pages.procedures import section as procedures
from generator.pages.renderer import Renderer
from generator.pages.section import Section
from generator.pages.supervision import feedback
from generator.pages.supervision import section as supervision
from generator.pages.trail import HOME
from generator.pages.units import section as units

SECTIONS: tuple[Section, ...] = (
    home.SECTION,
    procedures.SECTION,
    units.SECTION,
    conduct.COMMENDATIONS,
    conduct.CRITICISMS,
    conduct.CORRECTIONS,
    directive.SECTION,
    bulletins.SECTION,
    supervision.SECTION,
    opendata.SECTION,
    method.SECTION,
    audiences.SECTION,
    feedback.SECTION,
    guide.SECTION,
)
"""Every section, in the order of the site."""
SECTION_NAMES = {section.address: section.name for section in SECTIONS if section.address}
"""Names of the sections by address, but for the home page."""
SERVICES = {section.address: section.name for section in SECTIONS if section.is_service}
"""Those that stand beside the menu."""
PLACES = {
    "": HOME,
    **SECTION_NAMES,
    **{address: name for section in SECTIONS for address, name in section.shelves.items()},
}
"""Names by address of every page under which others lie."""
FEEDS = {section.address: section.name for section in SECTIONS if section.has_feed}
"""Those that have a feed at their address."""


@dataclass(frozen=True)
class SitePages:
    """The pages of every section, made as they are asked for."""

    renderer: Renderer

    def __iter__(self) -> Iterator[Page]:
        """Each page, in the order of the sections."""
        for section in SECTIONS:
            for make in section.pages:
                yield from make(self.renderer)


def publish(edition: Edition, templates_dir: Path, memo: Memo = NO_MEMO) -> Publication:
    """Every page and file of the edition; values only, nothing is written.

    `templates_dir` is `site_templates/`.
    """
    renderer = Renderer(edition, templates(templates_dir, memo), memo)
    files = {
        path: content
        for section in SECTIONS
        for make in section.files
        for path, content in make(renderer).items()
    }
    return Publication(SitePages(renderer), files)
