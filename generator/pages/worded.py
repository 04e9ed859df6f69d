"""What a city's settings make of the pages that people wrote: which there are, and their words."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.model.directives import Directive
from generator.model.settings import City
from generator.pages.page_variables import directive_variables, page_variables
from generator.pages.sections import SiteSections
from generator.pages.shelf import lacks
from generator.pages.shell.bundle import is_source
from generator.pages.written import PageUnreadable, page_with_variables, with_variables

_NO_LOGO = (
    "Mục look.logo của city.yaml nêu tệp “{}”, nhưng thư mục content của dự án không có tệp ấy. "
    "Hãy đặt tệp vào đó, hoặc sửa lại tên."
)
_ADDRESS_TAKEN = (
    "Mục của {} nằm ở địa chỉ “{}”, nhưng thư mục content của dự án đã có trang {} ở địa chỉ ấy. "
    "Hãy đổi tên trang, hoặc ghi địa chỉ khác ở mục address của văn bản trong city.yaml."
)
DIRECTIVE = "__directive__/"
"""The folder of content/ with the pages of a document's section, laid anew for each document."""
ONLY_SOME: Mapping[str, Callable[[Directive], bool]] = {
    f"{DIRECTIVE}quy/": lambda item: item.duties.reviews is not None,
    f"{DIRECTIVE}bao-cao/": lambda item: bool(item.indicators),
}
"""Those of them that not every document has, and which has them."""


@dataclass(frozen=True)
class WordedPages:
    """The hand-written pages of a city, and the engine's settings that it words."""

    city: City
    local_units: str
    """What its wards and communes are called together."""

    @cached_property
    def sections(self) -> SiteSections:
        """The sections that the city has."""
        return SiteSections(self.city)

    @cached_property
    def variables(self) -> Mapping[str, Any]:
        """What its pages may name."""
        return page_variables(self.city, self.local_units)

    def settings(self, menu: Any, description: str, name: str, source: str) -> tuple[Any, str]:
        """The menu and the description of the site; without a menu, one of all sections.

        `source` is the text of the file of that name. Raises PageUnreadable.
        """
        sections = [{words: f"{at}index.md"} for at, words in self.sections.menu.items()]
        told = with_variables([menu or sections, description], name, self.variables, source)
        return told[0], told[1]

    def leaves_out(self, path: str) -> bool:
        """True of a page of a section that the city does not have, of one that is laid for each
        document, and of what is bundled."""
        left_out = (DIRECTIVE, *self.sections.left_out)
        return is_source(path) or path.startswith(left_out)

    def lacks(self, meta: Mapping[str, Any]) -> bool:
        """True of a page about what the city does not have, by its front matter."""
        return lacks(meta, self.variables)

    def copies(self, paths: Collection[str]) -> dict[str, str]:
        """The pages that are laid for each document: the page that each is a copy of, by path.

        Raises PageUnreadable when a page of content/ lies where a document's section would.
        """
        laid = [path for path in paths if path.startswith(DIRECTIVE)]
        copies = {
            path.replace(DIRECTIVE, item.url, 1): path
            for item in self.city.issued
            for path in laid
            if all(has(item) for folder, has in ONLY_SOME.items() if path.startswith(folder))
        }
        for item in self.city.issued:
            lying_there = {f"{item.section}.md", *copies} & set(paths)
            for path in sorted(path for path in lying_there if path.startswith(item.section)):
                raise PageUnreadable(_ADDRESS_TAKEN.format(item.cited, item.section, path))
        return copies

    def require_logo(self, paths: Collection[str]) -> None:
        """The emblem that the settings name is a file of content/. Raises PageUnreadable."""
        look = self.city.look
        if look and look.logo and look.logo not in paths:
            raise PageUnreadable(_NO_LOGO.format(look.logo))

    def page(self, meta: Any, source: str, file: str) -> tuple[Any, str]:
        """A page's front matter and its Markdown, with the settings put in.

        Raises PageUnreadable.
        """
        variables = {**self.variables, "directive": self._directive(file)}
        told = with_variables(meta, file, variables, source)
        return told, page_with_variables(source, file, variables)

    def _directive(self, file: str) -> dict[str, Any] | None:
        """What a page may name of the document of whose section it is."""
        mine = (item for item in self.city.issued if file.startswith(item.url))
        found = next(mine, None)
        return directive_variables(self.city, found) if found else None
