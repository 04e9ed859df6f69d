"""A podcast of the scripts that were to be aired, spoken by a machine; nothing here writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.app.bulletin import NoNews
from generator.app.pipeline import make_edition
from generator.audio import CannotSpeak, encode, speak
from generator.edition.approval import words_code
from generator.edition.edition import Edition, NoStation
from generator.edition.script import Script
from generator.model.content import whole
from generator.model.text import slug, vn_number
from generator.output.progress import each
from generator.pages.bulletins.podcast import COVER_FILE, FEED_FILE, PLACE, Sound, render_podcast
from generator.pages.environment import templates

MADE = re.compile(r"(?:19|20)\d\d-w\d\d-[0-9a-f]{12}\.mp3")
"""The name of a file that a podcast's folder may hold: another text has another name."""
COVER = "cards/podcast.png"
"""The picture that apps show, among the templates."""
_SUFFIX = ".mp3"
_NOWHERE = (
    "Chưa biết người nghe sẽ lấy tệp ở địa chỉ nào. Hãy khai địa chỉ của trang ở mục site_url của "
    "city.yaml, hoặc ghi --address, ví dụ https://congkhai.example/phat-thanh/nghe/."
)
_NO_SCRIPT = "Chưa có bản tin nào đã duyệt và đã đến ngày phát để đọc thành tiếng."


class NoAddress(Exception):
    """Nobody says where the podcast will lie; `str()` asks for it in Vietnamese."""

    def __init__(self) -> None:
        super().__init__(_NOWHERE)


REFUSALS = (NoStation, NoAddress, NoNews, CannotSpeak)
"""Why a podcast may not be had."""


@dataclass(frozen=True)
class Spoken:
    """The files of a podcast by name, and where they belong."""

    files: dict[str, bytes]
    address: str

    @property
    def told(self) -> str:
        """What was made, in a sentence."""
        count = vn_number(sum(name.endswith(_SUFFIX) for name in self.files))
        return f"{count} bản tin và nguồn tin {FEED_FILE}, để đặt ở {self.address}."


def podcast(data_dir: Path, templates_dir: Path, weeks: int, address: str | None) -> Spoken:
    """Speak the newest scripts that may be aired and whose day has come, and write their feed.

    Raises Refused and what `REFUSALS` names.
    """
    edition = make_edition(data_dir)
    if edition.city.radio is None:
        raise NoStation
    place = _address(edition, address)
    scripts = [*_ready(edition)][-weeks:][::-1]
    if not scripts:
        raise NoNews(_NO_SCRIPT)
    spoken = [_sound(script) for script in each("Đọc thành tiếng", scripts, len(scripts))]
    feed = render_podcast(templates(templates_dir), edition, [sound for sound, _ in spoken], place)
    made = {FEED_FILE: feed, COVER_FILE: (templates_dir / COVER).read_bytes()}
    return Spoken(made | {sound.file: mp3 for sound, mp3 in spoken}, place)


def _address(edition: Edition, address: str | None) -> str:
    site = edition.city.site_url
    if address is None and site is None:
        raise NoAddress
    found = address or f"{str(site).rstrip('/')}/{PLACE}"
    return f"{found.rstrip('/')}/"


def _ready(edition: Edition) -> Iterator[Script]:
    """The scripts that nobody has to approve any more, up to today's."""
    for script in edition.scripts.values():
        if not script.bulletin.is_draft and script.bulletin.air_on <= edition.as_of:
            yield script


def _sound(script: Script) -> tuple[Sound, bytes]:
    """Speak a script; its file is named after its words, so that no app keeps an old one."""
    recording = speak(script.rows, script.dialect)
    mp3 = encode(recording.wav, _SUFFIX)
    code = words_code(whole(script.files["txt"]).decode()).replace("-", "")
    file = f"{slug(script.bulletin.bulletin_id)}-{code}{_SUFFIX}"
    return Sound(script, file, len(mp3), recording.whole_seconds), mp3
