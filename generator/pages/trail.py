"""The way to a page: home and every page above it, as breadcrumbs show it."""

from collections.abc import Mapping
from html import escape

from generator.pages.links import relative

HOME = "Trang chủ"
Places = Mapping[str, str]
"""Names by address of home and of every page under which others lie."""


def trail(url: str, places: Places) -> list[tuple[str, str]]:
    """Address and name of each page above that at `url`, home first; home has none above it."""
    ends = [place for place, letter in enumerate(url[:-1], 1) if letter == "/"]
    above = ["", *(url[:end] for end in ends)] if url else []
    return [(address, places[address]) for address in above if address in places]


def trail_html(url: str, places: Places) -> str:
    """The same as a list of links, seen from the page; empty on the home page."""
    steps = "".join(
        f'<li><a href="{relative(url, address)}">{escape(name)}</a></li>'
        for address, name in trail(url, places)
    )
    nav = '<nav class="ck-breadcrumb" aria-label="Đường dẫn"><ol>{}</ol></nav>'
    return nav.format(steps) if steps else ""
