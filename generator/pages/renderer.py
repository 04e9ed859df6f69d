"""Pages of one edition: a view in its template, with what all templates may ask for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from jinja2 import Environment

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.content import Compressed, Content, text_of
from generator.model.record import Record
from generator.model.records import Unit
from generator.opendata.files import table_files
from generator.opendata.one_cut import cut_files
from generator.opendata.tables import Table, open_tables
from generator.output.memo import NO_MEMO, Memo
from generator.pages.charts.picture import Picture
from generator.pages.here import Here, Known, known_of
from generator.pages.pictures import Drawn, chart_files, draw
from generator.pages.schema_org import Thing
from generator.pages.view import View, rendered


def drawn_in(view: View) -> Iterator[Drawn]:
    """The charts that a view holds, by themselves or several together."""
    for value in view.values().values():
        some = value if isinstance(value, tuple) else (value,)
        yield from (item for item in some if isinstance(item, Drawn))


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of one edition: each from a view, in the template of the view's type.

    `environment` comes from `environment.templates`.
    """

    edition: Edition
    environment: Environment
    memo: Memo = NO_MEMO

    @cached_property
    def known(self) -> Known:
        """What every page knows of the edition: the same as in the last build while it is alike."""
        return self.memo.same("what every page knows", known_of(self.edition))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the open data, made once."""
        return open_tables(self.edition, self.memo)

    @cached_property
    def cut_files(self) -> tuple[tuple[Table, Content], ...]:
        """The tables of figures that are divided in one way, with their files, made once."""
        return cut_files(self.edition, self.tables, self.memo)

    @cached_property
    def table_files(self) -> Mapping[str, Content]:
        """The files of those tables by name, made once."""
        return table_files(self.tables, self.memo)

    def of_records(self, kinds: Iterable[type[Record]]) -> "Renderer":
        """The same renderer of an edition of no records but units and those of some types."""
        return replace(self, edition=self.edition.of_records((Unit, *kinds)))

    @cached_property
    def read(self) -> tuple[object, ...]:
        """All that its pages are made of: they are the same while this is."""
        return self.environment, self.known, self.edition

    def draw(self, picture: Picture | None, url: str) -> Drawn | None:
        """A chart as drawn for the page at `url`; None for none."""
        if picture is None:
            return None
        return self.memo.reuse(
            ("chart", url, picture.chart_id),
            lambda: (self.environment, picture),
            lambda: draw(self.environment, picture, url),
        )

    def file(self, view: View, path: str) -> bytes:
        """The file at `path`, whose template needs nothing beside its view."""
        return self.memo.reuse(
            ("file", path),
            lambda: (self.environment, view),
            lambda: rendered(self.environment, view).encode(),
        )

    def _body(self, view: View, url: str, title: str) -> str | Compressed:
        """The body of a page, or that of the last build while all it shows is alike."""
        return self.memo.reuse(
            ("body", url),
            lambda: (self.environment, self.known, view, title),
            lambda: self._rendered(view, Here(self.known, url), title),
        )

    def _rendered(self, view: View, here: Here, title: str) -> str | Compressed:
        """A view in its template; a page that lists thousands of records is not one text."""
        template = self.environment.get_template(view.template)
        if view.is_macro:
            return str(template.module.page(here, title, **view.values()))  # type: ignore[attr-defined]
        return text_of(template.generate(dict(here.shared(title)) | view.values()))

    def page(
        self,
        view: View,
        url: str,
        title: str,
        description: str,
        *,
        frame: str | None = None,
        search_text: str = "",
        figure: str = "",
        things: Iterable[Thing] = (),
    ) -> Page:
        """A page whose body is one view, with the files of the charts that are drawn in it.

        `things` are what it says to machines.
        """
        body = self._body(view, url, title)
        files: dict[str, bytes] = {}
        for drawn in drawn_in(view):
            files |= self._files(drawn, url)
        return Page(url, title, description, body, frame, search_text, files, figure, tuple(things))

    def _files(self, drawn: Drawn, page_url: str) -> Mapping[str, bytes]:
        """A chart's own files, which show the city's name and day beside the chart."""
        city = self.known.city
        return self.memo.reuse(
            ("files of a chart", drawn.address),
            lambda: (self.environment, city, drawn),
            lambda: chart_files(self.environment, city, drawn, page_url),
        )
