"""Pages of one edition: a view in its template, with what all templates may ask for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.content import Compressed, Content, text_of
from generator.model.record import Record
from generator.model.records import Unit
from generator.model.text import slug
from generator.opendata.files import table_files
from generator.opendata.tables import Table, open_tables
from generator.output.memo import NO_MEMO, IdentityKey, Memo
from generator.pages.addresses import unit_url
from generator.pages.charts.picture import Picture
from generator.pages.links import relative
from generator.pages.mail import Letter, letter_of
from generator.pages.pictures import Drawn, chart_files, draw, embed_code
from generator.pages.schema_org import Thing
from generator.pages.view import View


def drawn_in(view: View) -> Iterator[Drawn]:
    """The charts that a view holds, by themselves or several together."""
    for value in view.values().values():
        some = value if isinstance(value, tuple) else (value,)
        yield from (item for item in some if isinstance(item, Drawn))


@dataclass(frozen=True, slots=True)
class Here:
    """What a part of a page needs of the page it stands on.

    Parts that are given it are imported without context: once, and not anew for every page.
    """

    edition: Edition
    mail: Letter | None
    url: str

    def rel(self, to_url: str) -> str:
        """Address of another page or file as seen from here."""
        return relative(self.url, to_url)

    def label(self, record: Record, column: str) -> str:
        """The Vietnamese name of what stands in an enumerated column of a record."""
        return self.edition.contract.label(type(record), column, getattr(record, column))

    def unit(self, unit_id: str) -> Unit:
        """The unit of that id. Raises KeyError when there is none."""
        return self.edition.unit(unit_id)

    def unit_url(self, unit_id: str) -> str:
        """Address of a unit's page."""
        return unit_url(unit_id)

    def letter(self, title: str) -> str | None:
        """A letter about this page, ready to be sent; None when the city names no address."""
        return self.mail.link(title, self.url) if self.mail else None

    def gloss(self, word: str) -> Markup:
        """A word with the way to what it means, in the table of words of the method page."""
        address = f"{self.rel('phuong-phap/')}#tu-{slug(word)}"
        return Markup('<a class="ck-gloss" href="{}">{}</a>').format(address, word)

    def law(self, matter: str) -> str:
        """How the law about a matter is cited on the day of the figures. Raises KeyError."""
        return self.edition.city.law.cited(matter, self.edition.as_of)

    def embed_code(self, drawn: Drawn) -> str:
        """What another site pastes to show a chart of this page."""
        return embed_code(drawn, self.edition.city.site_url)

    def shared(self, title: str) -> Mapping[str, Any]:
        """What every template sees beside its view and the functions of the environment."""
        return {
            "title": title,
            "url": self.url,
            "here": self,
            "edition": self.edition,
            "city": self.edition.city,
            "rel": self.rel,
            "label": self.label,
            "unit": self.unit,
            "gloss": self.gloss,
            "law": self.law,
            "embed_code": self.embed_code,
        }


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of one edition: each from a view, in the template of the view's type.

    `environment` comes from `environment.templates`.
    """

    edition: Edition
    environment: Environment
    memo: Memo = NO_MEMO

    @cached_property
    def mail(self) -> Letter | None:
        """The letter that a reader may send."""
        return letter_of(self.edition)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the open data, made once."""
        return open_tables(self.edition, self.memo)

    @cached_property
    def table_files(self) -> Mapping[str, Content]:
        """The files of those tables by name, made once."""
        return table_files(self.tables, self.memo)

    def draw(self, picture: Picture | None, url: str) -> Drawn | None:
        """A chart as drawn for the page at `url`; None for none."""
        if picture is None:
            return None
        return self.memo.reuse(
            ("chart", url, picture.chart_id),
            lambda: (self.environment, picture),
            lambda: draw(self.environment, picture, url),
        )

    def _body(self, view: View, url: str, title: str) -> str | Compressed:
        """The body of a page; one that lists thousands of records is not one text."""
        template, here = (
            self.environment.get_template(view.template),
            Here(self.edition, self.mail, url),
        )
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
        city = self.edition.city
        return self.memo.reuse(
            ("files of a chart", drawn.address),
            lambda: (self.environment, IdentityKey(city), drawn),
            lambda: chart_files(self.environment, city, drawn, page_url),
        )
