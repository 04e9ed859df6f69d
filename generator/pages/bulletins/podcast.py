"""The bulletins as a podcast: RSS 2.0 with the elements that apps for podcasts ask for.

Addresses are absolute, since an app knows a feed by nothing else. What is heard is a machine's
voice, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import ClassVar

from jinja2 import Environment

from generator.edition.bulletin_words import air_day_words, length_words, marked, warning_of
from generator.edition.edition import Edition
from generator.edition.script import Script
from generator.pages.bulletins.files import SECTION, WHOLE, bulletin_url
from generator.pages.feed_ids import feed_id, titled
from generator.pages.links import absolute
from generator.pages.view import View, rendered

FEED_FILE, COVER_FILE = "podcast.xml", "bia.png"
PLACE = f"{SECTION}/nghe/"
"""Where the podcast lies on a city's site, beside its scripts."""
BY_MACHINE = "Giọng máy đọc từ kịch bản, không phải bản thu của phát thanh viên."


@dataclass(frozen=True)
class Sound:
    """A script as it is heard: the name of its file, its bytes and its length in seconds."""

    script: Script
    file: str
    size: int
    seconds: float


@dataclass(frozen=True)
class Episode:
    """One bulletin of the podcast; `page` and `transcript` are empty where no site is known."""

    guid: str
    title: str
    published: str
    summary: str
    url: str
    size: int
    seconds: int
    page: str
    transcript: str


@dataclass(frozen=True)
class Podcast(View):
    """The whole feed."""

    template: ClassVar[str] = "feeds/podcast.xml"
    title: str
    description: str
    author: str
    email: str
    site: str
    address: str
    cover: str
    updated: str
    episodes: Sequence[Episode]


def render_podcast(
    environment: Environment, edition: Edition, sounds: Sequence[Sound], address: str
) -> bytes:
    """Write the feed of the sounds, the newest first, which lie in the folder at an address."""
    city, radio = edition.city.city, edition.radio
    site = edition.city.site_url
    feed = Podcast(
        title=titled(radio.column, edition.city.sample),
        description=f"Chuyên mục hằng tuần của {radio.station}. {BY_MACHINE}",
        author=radio.station,
        email=city.email or "",
        site=absolute(site, f"{SECTION}/") if site else address,
        address=f"{address}{FEED_FILE}",
        cover=f"{address}{COVER_FILE}",
        updated=_moment(edition.city.moment(edition.as_of)),
        episodes=[_episode(edition, sound, address) for sound in sounds],
    )
    return rendered(environment, feed).encode()


def _episode(edition: Edition, sound: Sound, address: str) -> Episode:
    bulletin, site = sound.script.bulletin, edition.city.site_url
    aired = bulletin.airs_at or edition.city.moment(bulletin.air_on)
    warning, length = warning_of(bulletin), length_words(sound.seconds)
    told = f"Phát sóng {air_day_words(bulletin.air_on)}, dài {length}. {BY_MACHINE}"
    url = bulletin_url(bulletin.bulletin_id)
    return Episode(
        guid=feed_id(edition.city.city.name, f"nghe/{bulletin.bulletin_id}"),
        title=marked(sound.script.title, bulletin),
        published=_moment(aired),
        summary=f"{warning}. {told}" if warning else told,
        url=f"{address}{sound.file}",
        size=sound.size,
        seconds=round(sound.seconds),
        page=absolute(site, url) if site else "",
        transcript=absolute(site, f"{url}{WHOLE}.txt") if site else "",
    )


def _moment(at: datetime) -> str:
    """A moment as RSS writes it: "Sat, 06 Oct 2018 06:00:00 +0700"."""
    return format_datetime(at)
