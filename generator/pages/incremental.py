"""The sections of a site that is built again and again: made anew when what they read changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.edition.page import Page
from generator.model.content import Content
from generator.opendata.tables import Table
from generator.output.memo import Kept, watch
from generator.pages.renderer import Renderer

MAX_BYTES = 64_000_000
"""So much of pages is kept, which are thousands; what a large city has beyond is made anew."""
Pages = Callable[[Renderer], Iterable[Page]]
Files = Callable[[Renderer], Mapping[str, Content]]


class _Watching(Renderer):
    """A renderer that notes what is read of its edition.

    The open tables are made of nearly everything, and once for all sections: a section that asks
    for them is `of_everything`.
    """

    def __init__(self, whole: Renderer) -> None:
        edition, self.reads = watch(whole.edition)
        super().__init__(edition, whole.environment)
        self._whole = whole
        self.of_everything = False

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        self.of_everything = True
        return self._whole.tables

    @cached_property
    def table_files(self) -> Mapping[str, Content]:
        self.of_everything = True
        return self._whole.table_files


@dataclass
class KeptPages:
    """The pages of every section, for one build."""

    renderer: Renderer
    sections: Sequence[Pages]
    kept: Kept
    room: int = MAX_BYTES

    def __iter__(self) -> Iterator[Page]:
        """Each page, in the order of the sections."""
        for section in self.sections:
            yield from self._pages(section)

    def _pages(self, section: Pages) -> Iterator[Page]:
        place, whole = ("pages", section), self.renderer
        known = self.kept.found(place, (whole.edition,), whole.environment)
        pages: list[Page] = []
        if known:
            pages = known[0]
            self.room -= sum(map(_size, pages))
            yield from pages
            return
        watching = _Watching(whole)
        for page in section(watching):
            self.room -= _size(page)
            if self.room > 0:
                pages.append(page)
            yield page
        if self.room > 0 and not watching.of_everything:
            self.kept.keep(place, (watching.reads,), whole.environment, pages)


def kept_files(renderer: Renderer, section: Files, kept: Kept) -> Mapping[str, Content]:
    """The files of a section."""
    place, environment = ("files", section), renderer.environment
    known = kept.found(place, (renderer.edition,), environment)
    if known:
        files: Mapping[str, Content] = known[0]
        return files
    watching = _Watching(renderer)
    files = section(watching)
    if not watching.of_everything:
        kept.keep(place, (watching.reads,), environment, files)
    return files


def _size(page: Page) -> int:
    return len(page.body) + sum(map(len, page.files.values()))
