"""The edition of the shipped data, made once for every test that reads it."""

from functools import cache

from generator.app.pipeline import make_edition
from generator.edition.edition import Edition
from generator.model.content import whole
from generator.pages.environment import templates
from generator.pages.opendata.page import files
from generator.pages.renderer import Renderer
from worlds.paths import DATA, TEMPLATES
from worlds.published import COMPILED


@cache
def shipped_edition() -> Edition:
    """The edition."""
    return make_edition(DATA)


@cache
def shipped_renderer() -> Renderer:
    """What its pages and files are made with."""
    return Renderer(shipped_edition(), templates(TEMPLATES, COMPILED))


@cache
def shipped_files() -> dict[str, bytes]:
    """Its open data, by path."""
    return {path: whole(content) for path, content in files(shipped_renderer()).items()}
