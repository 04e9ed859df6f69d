"""What the search knows of a page, and of a heading inside one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_SHOWN = 200
"""So many letters of an entry's text are kept to be shown."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Entry(NamedTuple):
    """A page, or a heading inside a page: its address from the site's root, and what it says.

    `page` is the title of the page around a heading, `called` what is searched for as if it stood
    in the title. `named` is true of a page whose title is a name that people write by its initials.
    """

    url: str
    title: str
    text: str
    page: str = ""
    called: str = ""
    named: bool = False

    @property
    def is_heading(self) -> bool:
        """True of a heading inside a page."""
        return "#" in self.url

    @property
    def shown(self) -> str:
        """What a browser is told of it, as JSON: address, title, text, title of the page."""
        short = self.text
        if len(short) > MOST_SHOWN:
            short = short[:MOST_SHOWN].rpartition(" ")[0] + "…"
        told = [self.url, self.title, short]
        return _JSON.encode([*told, self.page] if self.page else told)


@dataclass(frozen=True)
class Ranks:
    """The order of entries that are found equally well: sections, their pages, other pages.

    `sections` are the addresses of sections in the order of the site, `places` those of every page
    under which others lie.
    """

    sections: Sequence[str]
    places: Mapping[str, str]

    def of(self, entry: Entry) -> tuple[int, int, int]:
        """The rank of an entry; entries of the same one stay in their order."""
        page = entry.url.partition("#")[0]
        places = (place for place, at in enumerate(self.sections) if _lies_in(page, at))
        section = next(places, len(self.sections))
        return int(entry.is_heading), int(page not in self.places), section


def _lies_in(page: str, section: str) -> bool:
    """True of a section's own page and of those below it; none lies below the home page."""
    return page.startswith(section) if section else not page
