"""A script as text for the announcer. It has no digit in it: it is read as it is."""

from generator.edition.bulletin import Bulletin, BulletinItem
from generator.edition.bulletin_words import warning_of
from generator.edition.script import Script, ScriptForm
from generator.model.radio_settings import Dialect, Jingle
from generator.speech.numbers import integer

_CUES: Dialect = "north"
"""Cues are for the technician; nobody reads them aloud."""


def _cue(jingle: Jingle | None) -> tuple[str, ...]:
    """Write the cue of a piece of music, with its seconds in words; none when there is none."""
    if jingle is None:
        return ()
    return (f"[{jingle.name.upper()}, {integer(round(jingle.seconds), _CUES)} giây]",)


def _blocks(item: BulletinItem) -> tuple[str, ...]:
    slowly = " (đọc chậm)" if item.pace < 1 else ""
    lines = "\n".join((f"{item.voice.name}{slowly}", *item.sentences))
    return (*_cue(item.jingle_before), lines, *_cue(item.jingle_after))


def render_txt(bulletin: Bulletin) -> str:
    """Write the script as plain text, NFC, one sentence a line.

    A sample or a draft begins and ends with the warning that it is not to be aired.
    """
    warning = tuple(filter(None, (warning_of(bulletin),)))
    blocks = [block for item in bulletin.items for block in _blocks(item)]
    parts = (*warning, *blocks, *warning)
    return "\n\n".join(parts) + "\n"


def _render(script: Script) -> bytes:
    return render_txt(script.bulletin).encode()


TXT = ScriptForm("txt", "txt", "Văn bản cho phát thanh viên", "text/plain", _render)
