"""Every template of the site's pages, and the type of view that each is given."""

import pkgutil
from importlib import import_module

from jinja2 import nodes

from generator import pages
from generator.pages.environment import templates
from generator.pages.view import View
from worlds.paths import TEMPLATES
from worlds.published import COMPILED

FOLDERS = ("pages", "charts", "bulletins", "feeds")
NAMES = sorted(
    path.relative_to(TEMPLATES).as_posix()
    for folder in FOLDERS
    for path in (TEMPLATES / folder).iterdir()
    if path.suffix != ".css"
)
ENVIRONMENT = templates(TEMPLATES, COMPILED)


def parsed(name: str) -> nodes.Template:
    """The tree of a template."""
    assert ENVIRONMENT.loader
    return ENVIRONMENT.parse(ENVIRONMENT.loader.get_source(ENVIRONMENT, name)[0])


def view_types() -> list[type[View]]:
    """Every type of view that there is."""
    for module in pkgutil.walk_packages(pages.__path__, "generator.pages."):
        import_module(module.name)
    return View.__subclasses__()


VIEWS = {view.template: view for view in view_types()}
PARTS = [name for name in NAMES if name not in VIEWS]
