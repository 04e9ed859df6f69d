"""What pages say to machines: schema.org as JSON-LD, its context inline so that nothing is fetched.

Addresses are absolute when the city has one; without it they are relative to the page, which
JSON-LD resolves against where the page was fetched.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.edition.edition import Edition
from generator.model.records import Procedure, Unit
from generator.opendata.credits import Credits, credits_of
from generator.opendata.files import formats_of
from generator.opendata.tables import Table
from generator.pages.links import absolute, relative
from generator.pages.trail import Places, trail

CONTEXT = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("url", "item", "contentUrl", "license")},
}
Thing = Mapping[str, Any]
_JSON = json.JSONEncoder(ensure_ascii=False)


def json_ld(things: Iterable[Thing]) -> str:
    """The things as one block, safe inside a script element; empty for none."""
    graph = list(things)
    if not graph:
        return ""
    text = _JSON.encode({"@context": CONTEXT, "@graph": graph})
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def address(site_url: str | None, url: str, from_url: str) -> str:
    """Address of a page or file: absolute where the city has one, else seen from a page."""
    return absolute(site_url, url) if site_url else relative(from_url, url)


def breadcrumbs(site_url: str | None, url: str, title: str, places: Places) -> Iterator[Thing]:
    """The way to a page, and the page. Home itself has none."""
    if not url:
        return
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": name,
                "item": address(site_url, to, url),
            }
            for place, (to, name) in enumerate([*trail(url, places), (url, title)], 1)
        ],
    }


def section_of(url: str) -> str:
    """Address of the section a page lies in; home's is empty."""
    return url[: url.find("/") + 1]


def authority(edition: Edition) -> Thing:
    """The body that publishes."""
    return {"@type": "GovernmentOrganization", "name": edition.city.city.authority}


def website(edition: Edition) -> Thing:
    """The site itself, for the home page."""
    city = edition.city
    return {
        "@type": "WebSite",
        "name": city.city.site_name,
        "url": address(city.site_url, "", ""),
        "inLanguage": "vi",
        "dateModified": edition.as_of.isoformat(),
        "publisher": authority(edition),
    }


def government_service(edition: Edition, procedure: Procedure, url: str) -> Thing:
    """A procedure."""
    return {
        "@type": "GovernmentService",
        "name": procedure.name,
        "alternateName": procedure.short_name,
        "identifier": procedure.procedure_id,
        "serviceType": procedure.field,
        "url": address(edition.city.site_url, url, url),
        "provider": authority(edition),
        "areaServed": {"@type": "AdministrativeArea", "name": edition.city.city.name},
    }


def office(edition: Edition, unit: Unit, url: str) -> Thing:
    """A division, ward or commune."""
    dates = {"foundingDate": unit.valid_from, "dissolutionDate": unit.valid_to}
    return {
        "@type": "GovernmentOrganization",
        "name": unit.name,
        "url": address(edition.city.site_url, url, url),
        "parentOrganization": authority(edition),
        **({"identifier": unit.gso_code} if unit.gso_code else {}),
        **{name: day.isoformat() for name, day in dates.items() if day},
    }


def catalog(edition: Edition, tables: Iterable[Table], url: str, mark: str) -> Thing:
    """The open data: a catalogue of every table; `mark` says of a sample that it is one."""
    return {
        "@type": "DataCatalog",
        "name": edition.contract.title + mark,
        "description": edition.contract.description,
        "url": address(edition.city.site_url, url, url),
        **_terms(credits_of(edition.city)),
        "publisher": authority(edition),
        "dataset": [_dataset(edition, table, url, mark) for table in tables],
    }


def _terms(credits: Credits) -> Thing:
    """On what terms data may be used, how their source is named, and how they are found."""
    return {
        "license": credits.licence.url,
        "creditText": credits.attribution,
        "keywords": list(credits.keywords),
    }


def _dataset(edition: Edition, table: Table, url: str, mark: str) -> Thing:
    return {
        "@type": "Dataset",
        "name": table.title + mark,
        "description": f"{table.description}. {edition.city.city.name}, "
        f"số liệu đến hết ngày {edition.as_of.isoformat()}.",
        "url": address(edition.city.site_url, f"{url}tu-dien/", url) + f"#{table.name}",
        "version": edition.edition_id,
        "dateModified": edition.as_of.isoformat(),
        "isAccessibleForFree": True,
        "inLanguage": "vi",
        **_terms(credits_of(edition.city)),
        "creator": authority(edition),
        "publisher": authority(edition),
        "spatialCoverage": {"@type": "Place", "name": edition.city.city.name},
        "variableMeasured": [str(field["title"]) for field in table.fields],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": form.media_type,
                "contentUrl": address(edition.city.site_url, url + form.file_name(table), url),
            }
            for form in formats_of(table)
        ],
    }
