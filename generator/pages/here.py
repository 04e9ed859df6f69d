"""What a template may ask for beside its view: of the edition only what is named here.

A page is kept from one build to the next while this and its view are the same, so nothing else of
an edition may be reached from a template.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from generator.edition.edition import Edition
from generator.model.contract import Contract
from generator.model.record import Record
from generator.model.records import Unit
from generator.model.settings import City
from generator.model.text import slug
from generator.pages.addresses import unit_url
from generator.pages.directive.words import task_title
from generator.pages.links import relative
from generator.pages.mail import Letter, letter_of
from generator.pages.pictures import Drawn, embed_code


@dataclass(frozen=True)
class Known:
    """What every page knows of its edition; `local_units` are its wards and communes together."""

    city: City
    contract: Contract
    edition_id: str
    local_units: str
    units: tuple[Unit, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Unit]:
        """The units by their ids."""
        return {unit.unit_id: unit for unit in self.units}

    @cached_property
    def mail(self) -> Letter | None:
        """The letter that a reader may send."""
        return letter_of(self.city, self.edition_id)


def known_of(edition: Edition) -> Known:
    """What every page knows of an edition."""
    return Known(
        edition.city, edition.contract, edition.edition_id, edition.local_units, edition.units
    )


@dataclass(frozen=True, slots=True)
class Here:
    """What a part of a page needs of the page it stands on.

    Parts that are given it are imported without context: once, and not anew for every page.
    """

    known: Known
    url: str

    @property
    def city(self) -> City:
        """The city's settings."""
        return self.known.city

    def rel(self, to_url: str) -> str:
        """Address of another page or file as seen from here."""
        return relative(self.url, to_url)

    def label(self, record: Record, column: str) -> str:
        """The Vietnamese name of what stands in an enumerated column of a record."""
        return self.known.contract.label(type(record), column, getattr(record, column))

    def task_title(self, column: str) -> str:
        """What a column of tasks is called."""
        return task_title(self.known.contract, column)

    def unit(self, unit_id: str) -> Unit:
        """The unit of that id. Raises KeyError when there is none."""
        return self.known.by_id[unit_id]

    def unit_url(self, unit_id: str) -> str:
        """Address of a unit's page."""
        return unit_url(unit_id)

    def letter(self, title: str) -> str | None:
        """A letter about this page, ready to be sent; None when the city names no address."""
        mail = self.known.mail
        return mail.link(title, self.url) if mail else None

    def gloss(self, word: str) -> Markup:
        """A word with the way to what it means, in the table of words of the method page."""
        address = f"{self.rel('phuong-phap/')}#tu-{slug(word)}"
        return Markup('<a class="ck-gloss" href="{}">{}</a>').format(address, word)

    def law(self, matter: str) -> str:
        """How the law about a matter is cited on the day of the figures. Raises KeyError."""
        return self.city.law.cited(matter, self.city.as_of)

    def embed_code(self, drawn: Drawn) -> str:
        """What another site pastes to show a chart of this page."""
        return embed_code(drawn, self.city.site_url)

    def shared(self, title: str) -> Mapping[str, Any]:
        """What every template sees beside its view and the functions of the environment."""
        return {
            "title": title,
            "url": self.url,
            "here": self,
            "city": self.city,
            "as_of": self.city.as_of,
            "edition_id": self.known.edition_id,
            "local_units": self.known.local_units,
            "rel": self.rel,
            "label": self.label,
            "task_title": self.task_title,
            "unit": self.unit,
            "gloss": self.gloss,
            "law": self.law,
            "embed_code": self.embed_code,
        }
