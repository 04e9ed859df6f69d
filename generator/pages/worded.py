"""What a city's settings make of the pages that people wrote: which there are, and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.model.settings import City
from generator.pages.page_variables import page_variables
from generator.pages.sections import SiteSections
from generator.pages.shell.bundle import is_source
from generator.pages.written import page_with_variables, with_variables


@dataclass(frozen=True)
class WordedPages:
    """The hand-written pages of a city, and the engine's settings that it words."""

    city: City

    @cached_property
    def sections(self) -> SiteSections:
        """The sections that the city has."""
        return SiteSections(self.city)

    @cached_property
    def variables(self) -> Mapping[str, Any]:
        """What its pages may name."""
        return page_variables(self.city)

    def settings(self, menu: Any, description: str, name: str, source: str) -> tuple[Any, str]:
        """The menu and the description of the site; without a menu, one of all sections.

        `source` is the text of the file of that name. Raises PageUnreadable.
        """
        sections = [{words: f"{at}index.md"} for at, words in self.sections.menu.items()]
        told = with_variables([menu or sections, description], name, self.variables, source)
        return told[0], told[1]

    def leaves_out(self, path: str) -> bool:
        """True of a page of a section that the city does not have, and of what is bundled."""
        return is_source(path) or path.startswith(self.sections.left_out)

    def page(self, meta: Any, source: str, file: str) -> tuple[Any, str]:
        """A page's front matter and its Markdown, with the settings put in.

        Raises PageUnreadable.
        """
        told = with_variables(meta, file, self.variables, source)
        return told, page_with_variables(source, file, self.variables)
