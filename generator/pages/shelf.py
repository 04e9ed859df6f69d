"""The hand-written pages that lie below another one, listed there by what their front matter says.

A page that says `shelf: true` lists those in its folder: under each `group`, by `order`, with title
and description. A page that says `needs: station` is left out where the city has none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_LAST = 1000
"""The order of a page that says none."""


@dataclass(frozen=True)
class Shelved:
    """One page of a list, and its place there."""

    url: str
    title: str
    description: str
    group: str
    order: int


def shelved(url: str, title: str, meta: Mapping[str, Any]) -> Shelved:
    """A page as its front matter tells of it."""
    told = meta.get("description", ""), meta.get("group", ""), meta.get("order", _LAST)
    return Shelved(url, meta.get("title") or title, *told)


def shelf(above: str, pages: Iterable[Shelved]) -> list[tuple[str, list[Shelved]]]:
    """The groups of pages that lie right below an address; a group stands where its first does."""
    below = [page for page in pages if _folder(page.url) == above and page.url != above]
    first: dict[str, int] = {}
    for page in sorted(below, key=lambda page: page.order):
        first.setdefault(page.group, page.order)
    ordered = sorted(below, key=lambda page: (first[page.group], page.group, page.order, page.url))
    return [(name, list(some)) for name, some in groupby(ordered, lambda page: page.group)]


def lacks(meta: Mapping[str, Any], variables: Mapping[str, Any]) -> bool:
    """True of a page whose front matter says that it needs what the city does not have."""
    return "needs" in meta and not variables.get(str(meta["needs"]))


def _folder(url: str) -> str:
    return url.rstrip("/").rpartition("/")[0] + "/"
