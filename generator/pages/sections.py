"""The whole publication of an edition: every section's pages and every file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.edition.edition import Edition
from generator.edition.page import Page, Publication
from generator.model.settings import City
from generator.output.memo import NO_MEMO, Memo
from generator.pages import audiences, guide, method, statements
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

BEFORE: tuple[Section, ...] = (
    home.SECTION,
    procedures.SECTION,
    units.SECTION,
    conduct.COMMENDATIONS,
    conduct.CRITICISMS,
)
AFTER: tuple[Section, ...] = (
    bulletins.SECTION,
    supervision.SECTION,
    opendata.SECTION,
    conduct.CORRECTIONS,
    method.SECTION,
    audiences.SECTION,
    feedback.SECTION,
    guide.SECTION,
    *statements.SECTIONS,
)
"""The sections that a site may have, in its order; between them lie those of its documents."""


@dataclass(frozen=True)
class SiteSections:
    """The sections that a city's site has."""

    city: City

    @cached_property
    def there(self) -> tuple[Section, ...]:
        """Each of them, in the order of the site."""
        every = (*BEFORE, *directive.sections(self.city), *AFTER)
        return tuple(section for section in every if section.is_in(self.city))

    @cached_property
    def left_out(self) -> tuple[str, ...]:
        """The addresses of those that the city does not have."""
        return tuple(
            section.address for section in (*BEFORE, *AFTER) if not section.is_in(self.city)
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names by address, but for the home page."""
        return {section.address: section.name for section in self.there if section.address}

    @cached_property
    def services(self) -> Mapping[str, str]:
        """Those that stand beside the menu."""
        return {section.address: section.name for section in self.there if section.is_service}

    @cached_property
    def statements(self) -> Mapping[str, str]:
        """Those that stand at the foot of every page."""
        return {section.address: section.name for section in self.there if section.is_statement}

    @cached_property
    def menu(self) -> Mapping[str, str]:
        """Those that stand in the menu, home first."""
        return {"": HOME} | {
            s.address: s.name
            for s in self.there
            if s.address and not (s.is_service or s.is_statement)
        }

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Names by address of every page under which others lie."""
        shelves = {place: name for one in self.there for place, name in one.shelves.items()}
        return {"": HOME, **self.names, **shelves}

    @cached_property
    def feeds(self) -> Mapping[str, str]:
        """Those that have a feed at their address."""
        return {section.address: section.name for section in self.there if section.has_feed}


@dataclass(frozen=True)
class SitePages:
    """The pages of every section, made as they are asked for."""

    renderer: Renderer

    def __iter__(self) -> Iterator[Page]:
        """Each page, in the order of the sections."""
        for section in SiteSections(self.renderer.edition.city).there:
            for make in section.pages:
                yield from make(self.renderer)


def publish(edition: Edition, templates_dir: Path, memo: Memo = NO_MEMO) -> Publication:
    """Every page and file of the edition; values only, nothing is written.

    `templates_dir` is `site_templates/`.
    """
    renderer = Renderer(edition, templates(templates_dir, memo), memo)
    files = {
        path: content
        for section in SiteSections(edition.city).there
        for make in section.files
        for path, content in make(renderer).items()
    }
    return Publication(SitePages(renderer), files)
