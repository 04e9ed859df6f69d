"""The whole publication of an edition: every section's pages and every file."""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.contract.edition import Edition
from generator.contract.publication import Page, Publication
from generator.publish import (
    bulletins,
    conduct,
    corrections,
    dictionary,
    directive,
    finder,
    home,
    method,
    one_stop,
    opendata,
    procedures,
    supervision,
    units,
)
from generator.publish.environment import Renderer, templates

SECTIONS: tuple[Callable[[Renderer], Iterable[Page]], ...] = (
    home.pages,
    procedures.pages,
    units.pages,
    conduct.pages,
    corrections.pages,
    directive.pages,
    bulletins.pages,
    supervision.pages,
    opendata.pages,
    dictionary.pages,
    one_stop.pages,
    method.pages,
)
"""Each section's pages, in the order of the site."""
FILES: tuple[Callable[[Renderer], dict[str, bytes]], ...] = (
    bulletins.files,
    finder.files,
    opendata.files,
    one_stop.files,
    method.files,
)
"""Each section's files."""


def publish(edition: Edition, templates_dir: Path) -> Publication:
    """Every page and file of the edition; values only, nothing is written.

    `templates_dir` is `site_templates/`.
    """
    renderer = Renderer(edition, templates(templates_dir))
    pages = tuple(page for section in SECTIONS for page in section(renderer))
    files = {path: content for section in FILES for path, content in section(renderer).items()}
    return Publication(pages, files)
