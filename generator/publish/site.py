"""The whole publication of an edition: every section's pages and every file."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.contract.edition import Edition
from generator.contract.publication import Page, Publication
from generator.publish import home, procedures, units
from generator.publish.environment import Renderer, templates

SECTIONS: tuple[Callable[[Renderer], Iterable[Page]], ...] = (
    home.pages,
    procedures.pages,
    units.pages,
)
"""Each section's pages, in the order of the site."""


def publish(edition: Edition, templates_dir: Path) -> Publication:
    """Every page and file of the edition; values only, nothing is written.

    `templates_dir` is `site_templates/`.
    """
    renderer = Renderer(edition, templates(templates_dir))
    pages = tuple(page for section in SECTIONS for page in section(renderer))
    files: dict[str, bytes] = {}
    return Publication(pages, files)
