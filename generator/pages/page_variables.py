"""What hand-written pages and the engine's worded settings may name: a city's settings, in words.

A page writes `{{ place }}` where the kind of place is meant; docs/own-pages.md lists them all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from generator.model.directives import Directive
from generator.model.settings import City
from generator.pages.contact import contact_words, privacy_contact, security_contact
from generator.pages.directive.points import points


@dataclass(frozen=True)
class PageVariables:
    """The variables by name: plain values only, for a page must not be able to do anything."""

    name: str
    """The place's name, e.g. "Phường Hoa Sen"."""
    place: str
    """What kind of place it is, in small letters: "thành phố", "phường", "tỉnh"."""
    site_name: str
    """The site's own name."""
    authority: str
    """The body that answers for the publication."""
    contact_office: str
    """The office to write to; empty when the settings name none."""
    station: str
    """The station that airs the column; empty where there is none."""
    local_units: str
    """What its wards and communes are called together, "phường, xã"; empty without any."""
    column: str
    """The column's name; empty where there is no station."""
    as_of: date
    """The day of the figures."""
    policy: Mapping[str, Any]
    """The numbers that the city has decided, each by its name in city.yaml."""
    directives: Sequence[Mapping[str, Any]]
    """The documents that there are: each part by its name in city.yaml, its `name`, how it is
    `cited`, and its `points` with the pages that carry them out; none of a city without one."""
    cut: Mapping[str, Any] | None
    """The cut of time limits that is ordered, and which document orders it; None without one."""
    laws: Sequence[Mapping[str, Any]]
    """The legal grounds in force on the day of the figures: `about`, `citation`, `valid_from`,
    `confirmed`, `source`."""
    law: Mapping[str, str]
    """How the law about each matter is cited on the day of the figures; `_` in names for `-`."""
    jurisdiction: str
    """Whose law is cited: "vn", or "other" where none is."""
    supervisors: Mapping[str, str]
    """What those who supervise are called, by the parts of `supervisors` in laws.yaml."""
    contact: str
    """Whom to write to about the site, and how, as far as it is known."""
    privacy_contact: str
    """The same about personal data."""
    security_contact: str
    """The same about weaknesses of the site."""
    is_reachable: bool
    """True where a number, an address or an e-mail of whoever is told of them is known."""
    licence: Mapping[str, str]
    """The terms on which the data may be used: `id`, `title`, `url`."""
    attribution: str
    """How the source of the data is to be named."""
    site_url: str
    """The site's own address; empty where it has none."""
    directive: Mapping[str, Any] | None = None
    """The document of whose section the page is; None on every other page."""


def page_variables(city: City, local_units: str = "") -> dict[str, Any]:
    """The variables of a city's pages, by name; `local_units` as an edition says it."""
    variables = PageVariables(
        name=city.city.name,
        place=city.place,
        site_name=city.city.site_name,
        authority=city.city.authority,
        contact_office=city.city.contact_office or "",
        station=city.radio.station if city.radio else "",
        local_units=local_units,
        column=city.radio.column if city.radio else "",
        as_of=city.as_of,
        policy=city.policy.model_dump(),
        directives=[directive_variables(city, item) for item in city.issued],
        cut=_cut(city),
        laws=[ground.model_dump() | {"citation": ground.vi} for ground in city.law.on(city.as_of)],
        contact=contact_words(city),
        privacy_contact=privacy_contact(city),
        security_contact=security_contact(city),
        is_reachable=security_contact(city) != city.office,
        licence=city.statements.licence.model_dump(),
        attribution=city.attribution,
        site_url=city.site_url or "",
        law={
            name.replace("-", "_"): matter.cited(city.as_of)
            for name, matter in city.law.matters.items()
        },
        jurisdiction=city.city.jurisdiction,
        supervisors=city.law.supervisors._asdict(),
    )
    return asdict(variables)


def directive_variables(city: City, directive: Directive) -> dict[str, Any]:
    """What a page may name of a document."""
    return directive.model_dump() | {
        "name": directive.name,
        "cited": directive.cited,
        "points": points(city, directive),
    }


def _cut(city: City) -> dict[str, Any] | None:
    directive = city.that_sets("cut")
    if directive is None or city.cut is None:
        return None
    return city.cut.model_dump() | {"directive": directive.cited}
