"""Pages of a hand-made edition, without the engine's frame around them."""

import re
from functools import cache

from generator.app.scripts import with_scripts
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages.environment import templates
from generator.pages.home import page as home
from generator.pages.procedures import list as procedures
from generator.pages.renderer import Renderer
from generator.pages.units import list as units
from worlds.editions import small_edition
from worlds.paths import TEMPLATES
from worlds.published import COMPILED


def pages_of(edition: Edition) -> dict[str, Page]:
    """Home, procedures and units of an edition, by address."""
    renderer = Renderer(edition, templates(TEMPLATES, COMPILED))
    sections = (home.pages, procedures.pages, units.pages)
    return {page.url: page for section in sections for page in section(renderer)}


@cache
def small() -> dict[str, Page]:
    """The pages of the small edition, made once."""
    return pages_of(with_scripts(small_edition()))


def text_of(page: Page) -> str:
    """What a reader reads: no tags, single blanks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.body)).replace("\u00a0", " ")
