"""A page's charts: drawn once, for the page and for the files beside it.

`bieu-do/<page>/<chart>` is a chart's address: `.svg` and `.csv` to download, and `/` a bare page
made to stand in a frame on another site. PNG is drawn in the reader's browser from what the page
shows: no picture needs to be made and stored for every chart, it works from a folder
and under a strict policy (a canvas loads nothing), and the letters are those of the site.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from textwrap import wrap
from typing import ClassVar

from jinja2 import Environment
from markupsafe import Markup

from generator.model.settings import City
from generator.model.site_paths import CHARTS
from generator.pages.charts.picture import Picture
from generator.pages.csp import with_policy
from generator.pages.links import absolute, relative
from generator.pages.view import View, rendered

SECTION = CHARTS.removesuffix("/")
HOME = "trang-chu/"
_GROW = (
    'addEventListener("message",e=>{for(const f of document.querySelectorAll("iframe"))'
    "if(f.contentWindow===e.source&&e.data?.ckHeight)f.height=e.data.ckHeight})"
)
"""What makes a frame on another page as tall as the chart in it says it is."""


@dataclass(frozen=True)
class Drawn:
    """A picture drawn for a wide and a narrow place; one drawing serves both when `narrow` is None.

    `address` is that of its files, without an ending; `file_name` what they are saved as.
    """

    picture: Picture
    wide: Markup
    narrow: Markup | None
    address: str

    @property
    def file_name(self) -> str:
        """A name that still says what it is in a folder of downloads."""
        return self.address.removeprefix(f"{SECTION}/").replace("/", "-")


@dataclass(frozen=True)
class ChartFrame(View):
    """A chart by itself, to stand in a frame on another site; `page_url` is its own page's.

    `rel` is the address of another page or file as seen from the frame.
    """

    template: ClassVar[str] = "charts/frame.html"
    city: City
    chart: Drawn
    rel: Callable[[str], str]
    page_url: str


@dataclass(frozen=True)
class ChartFile(View):
    """A chart as a picture to download, its words cut into lines."""

    template: ClassVar[str] = "charts/file.svg"
    city: City
    chart: Drawn
    findings: list[str]
    notes: list[str]


def draw(environment: Environment, picture: Picture, page_url: str) -> Drawn:
    """The picture as drawn for the page at `page_url`."""
    macros = environment.get_template(picture.template).module
    title, desc = picture.finding, picture.desc
    wide: Markup = macros.wide(picture.drawing, title, desc)  # type: ignore[attr-defined]
    narrow: Markup = macros.narrow(picture.drawing, title, desc)  # type: ignore[attr-defined]
    address = f"{SECTION}/{page_url or HOME}{picture.chart_id}"
    return Drawn(picture, wide, narrow if narrow.strip() else None, address)


def chart_files(
    environment: Environment, city: City, drawn: Drawn, page_url: str
) -> Mapping[str, bytes]:
    """A chart's own files: picture, numbers, and a bare page to stand in a frame."""
    url, picture = f"{drawn.address}/", drawn.picture
    alone = ChartFrame(city, drawn, partial(relative, url), page_url)
    file = ChartFile(city, drawn, wrapped(picture.finding, 72), wrapped(picture.note, 112))
    return {
        f"{drawn.address}.svg": rendered(environment, file).encode(),
        f"{drawn.address}.csv": picture.csv_bytes(),
        f"{url}index.html": with_policy(rendered(environment, alone)).encode(),
    }


def wrapped(text: str, longest: int) -> list[str]:
    """The text in lines of at most so many letters, for SVG has no lines of its own."""
    return wrap(text, longest, break_long_words=False, break_on_hyphens=False) or [""]


def embed_code(drawn: Drawn, site_url: str | None) -> str:
    """What another site pastes; a reader's browser puts in the address when the site has none."""
    address = absolute(site_url or "", f"{drawn.address}/")
    title = escape(drawn.picture.finding)
    return (
        f'<iframe src="{escape(address)}" title="{title}" width="100%" height="520"'
        f' loading="lazy"></iframe>\n<script>{_GROW}</script>'
    )
