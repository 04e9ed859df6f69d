"""Whose the open data are, on what terms, and how they are found: said once for every format."""

from dataclasses import dataclass
from typing import Any

from generator.model.settings import City
from generator.model.statement_settings import Licence


@dataclass(frozen=True)
class Credits:
    """Who publishes, under which licence, to be named how; `homepage` only where it is known."""

    publisher: str
    email: str | None
    homepage: str | None
    licence: Licence
    attribution: str
    keywords: tuple[str, ...]
    sources: tuple[str, ...]


def credits_of(city: City) -> Credits:
    """What a city's settings say of its data."""
    records = f"Hồ sơ, văn bản gốc của {city.city.authority}"
    orders = (f"{item.cited} của {item.issuer}" for item in city.issued)
    return Credits(
        publisher=city.city.authority,
        email=city.city.email,
        homepage=city.site_url,
        licence=city.statements.licence,
        attribution=city.attribution,
        keywords=city.statements.keywords,
        sources=(records, *orders),
    )


def descriptor_credits(credits: Credits) -> dict[str, Any]:
    """The credits as Data Package 2.0 writes them; what is not known is left out."""
    licence, home = credits.licence, credits.homepage
    email = {"email": credits.email} if credits.email else {}
    path = {"path": home} if home else {}
    return {
        **({"homepage": home} if home else {}),
        "keywords": list(credits.keywords),
        "licenses": [{"name": licence.id, "title": licence.title, "path": licence.url}],
        "contributors": [
            {"title": credits.publisher, "roles": ["publisher", "rightsHolder"], **path, **email}
        ],
        "sources": [{"title": source} for source in credits.sources],
    }
