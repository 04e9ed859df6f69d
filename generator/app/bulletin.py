"""The use cases of the radio commands: the script that is asked for, and what it is written as.

Values out: the commands print and write.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.app.approvals import ApprovalRefused
from generator.app.broadcasts import AiringRefused
from generator.app.pipeline import make_edition, make_public_edition
from generator.app.scripts import SHORT_MINUTES
from generator.app.sources import read_voice
from generator.app.unit_meant import unit_meant
from generator.audio import SUFFIXES, CannotSpeak, encode, speak
from generator.edition.bulletin_words import length_words, short_title, week_title
from generator.edition.edition import NoStation
from generator.edition.script import Script
from generator.model.capitals import mid_sentence
from generator.model.content import whole
from generator.model.radio_settings import Dialect
from generator.model.text import vn_number
from generator.output.progress import doing
from generator.pages.bulletins.files import week_files
from generator.pages.bulletins.script_html import render_html
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from generator.radio.approvals import with_approval
from generator.radio.bulletin import make_bulletin
from generator.radio.scripts.explain import render_explain
from generator.radio.scripts.forms import FORMS, make_script
from generator.radio.select.one_unit import UnknownUnit, has_news
from generator.radio.weeks import UnknownWeek
from generator.speech.lines import lines_as_ssml, lines_as_txt, read_lines
from generator.speech.unreadable import Unreadable

__all__ = [
    "AiringRefused",
    "ApprovalRefused",
    "CannotSpeak",
    "NoNews",
    "NoStation",
    "NotWritten",
    "UnknownUnit",
    "UnknownWeek",
]
FORM_NAMES = tuple(form.name for form in FORMS)
BINARY = frozenset(form.name for form in FORMS if form.binary)


class NoNews(Exception):
    """The week has nothing about the unit that was asked for; `str()` says so in Vietnamese."""


class NotWritten(Exception):
    """The city's own names have no certain reading; `str()` says which, in Vietnamese."""


REFUSALS = (UnknownWeek, UnknownUnit, NoStation, NoNews, NotWritten, CannotSpeak)
"""Why a script that is asked for may not be had."""


@dataclass(frozen=True)
class Voiced:
    """A script as sound: the file's bytes, and a sentence on its length beside the estimate."""

    content: bytes
    told: str


@dataclass(frozen=True)
class Aloud:
    """Lines in spoken words, and a Vietnamese sentence for each that cannot be read."""

    text: str
    refusals: tuple[str, ...]


def aloud(
    data_dir: Path, text: str, form: Literal["txt", "ssml"], dialect: Dialect | None
) -> Aloud:
    """Read the lines of a text as the city's announcers read them, or those of another dialect.

    Raises Refused when the city's settings or dictionary cannot be read.
    """
    speech, pauses = read_voice(data_dir)
    read = read_lines(text.splitlines(), replace(speech, dialect=dialect) if dialect else speech)
    told = lines_as_ssml(read, pauses.sentence) if form == "ssml" else lines_as_txt(read)
    return Aloud(told, tuple(line.refusal for line in read if line.refusal))


def ask(data_dir: Path, week: str, minutes: float | None, unit: str | None) -> Script:
    """Make the script of a week, of one unit alone when one is named.

    Raises Refused, UnknownWeek, UnknownUnit, NoNews and NotWritten.
    """
    edition = make_public_edition(data_dir)
    try:
        unit_id = unit_meant(edition, unit)
        bulletin = with_approval(make_bulletin(edition, week, minutes, unit_id), edition)
    except Unreadable as refusal:
        raise NotWritten(f"Không viết được kịch bản: {refusal}.") from None
    title = short_title(week) if bulletin.slot_seconds <= SHORT_MINUTES * 60 else week_title(week)
    if unit_id:
        name = mid_sentence(edition.unit(unit_id).name)
        if not has_news(bulletin):
            raise NoNews(f"Tuần {week} không có tin nào về {name} nên không có bản tin riêng.")
        title = f"{title}: tin về {name}"
    return make_script(bulletin, title, edition.radio)


def written(script: Script, form: str, templates_dir: Path) -> bytes:
    """Return the script in the form of that name; a page holds its own style and prompter."""
    if form in script.files:
        return whole(script.files[form])
    return render_html(templates(templates_dir), script)


def explained(script: Script, form: str) -> bytes:
    """Explain why each piece of news is read, carried or left out, as JSON or as text."""
    if form == "json":
        return whole(script.files["json"])
    return render_explain(script.bulletin).encode()


def voiced(script: Script, suffix: str) -> Voiced:
    """Record the script in the form of a file's suffix. Raises CannotSpeak."""
    if suffix not in SUFFIXES:
        raise CannotSpeak(f"Không ghi được tệp âm thanh “{suffix}”. Chỉ có: {', '.join(SUFFIXES)}.")
    doing("Đọc kịch bản thành tiếng")
    recording = speak(script.rows, script.dialect)
    estimate = script.bulletin.seconds
    off = vn_number(abs(recording.seconds - estimate) / estimate * 100, 1)
    told = (
        f"Bản nghe thử dài {length_words(recording.seconds)}, ước tính "
        f"{length_words(estimate)} (lệch {off}%)."
    )
    return Voiced(encode(recording.wav, suffix), told)


def every_script(data_dir: Path, templates_dir: Path) -> dict[str, bytes]:
    """Make every script and short edition in every form, as bytes by path.

    Raises Refused, and NoStation where nobody airs them.
    """
    edition = make_edition(data_dir)
    if edition.city.radio is None:
        raise NoStation
    renderer = Renderer(edition, templates(templates_dir))
    return {
        file.path: whole(file.content)
        for week in renderer.edition.scripts
        for file in week_files(renderer, week, alone=True)
    }
