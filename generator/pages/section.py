"""What a section of the site says of itself; `sections.py` lists them in the order of the site."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.edition.page import Page
from generator.model.content import Content
from generator.model.record import Record
from generator.model.settings import City
from generator.pages.renderer import Renderer

MakePages = Callable[[Renderer], Iterable[Page]]
MakeFiles = Callable[[Renderer], Mapping[str, Content]]


def _always(_: City) -> bool:
    return True


@dataclass(frozen=True)
class Section:
    """One section: where it lies, what it is called, and what makes its pages and files.

    `address` ends with a slash; the home page's is empty. Breadcrumbs, pictures for sharing and
    feeds call it by its `name`. With `has_feed` there is an Atom feed at its address. One that
    `is_service` tells nothing of the records: it stands beside the menu, not in it; one that
    `is_statement` stands at the foot of every page. `shelves` are the names, by address, of
    pages of the section under which other pages of it lie. `is_in` says whether a city has the
    section: one without a station has none of bulletins. Where it is not, its hand-written
    pages are left out, too.
    """

    address: str
    name: str
    pages: tuple[MakePages, ...]
    files: tuple[MakeFiles, ...] = ()
    has_feed: bool = False
    is_service: bool = False
    is_statement: bool = False
    shelves: Mapping[str, str] = field(default_factory=dict)
    is_in: Callable[[City], bool] = _always


@dataclass(frozen=True)
class OfFewRecords:
    """Makes pages that show records of a few types: of others it is given none.

    They are kept while only others change. `name` tells them from those of another maker.
    """

    name: str
    make: MakePages
    records: tuple[type[Record], ...]

    def __call__(self, renderer: Renderer) -> Iterable[Page]:
        """The pages of an edition, in their order."""
        few = renderer.of_records(self.records)
        return few.memo.reuse_each(("pages", self.name), lambda: few.read, lambda: self.make(few))
