"""Lay a script out in rows with its running time: warning, jingle, speech, pause."""

from collections.abc import Iterator
from dataclasses import replace

from generator.edition.bulletin import Bulletin, BulletinItem
from generator.edition.bulletin_words import warning_of
from generator.edition.script import ScriptRow
from generator.model.radio_settings import Dialect, Jingle, Radio
from generator.speech.numbers import integer


def lay_out(bulletin: Bulletin, radio: Radio) -> tuple[ScriptRow, ...]:
    """Return the rows of a script in the order in which they are aired.

    The seconds of all rows add up to those of the bulletin.
    """
    rows: list[ScriptRow] = []
    clock = 0.0
    for row in _rows(bulletin, radio):
        rows.append(replace(row, starts_at=clock))
        clock = rows[-1].ends_at
    return tuple(rows)


def _rows(bulletin: Bulletin, radio: Radio) -> Iterator[ScriptRow]:
    rate = min((item.voice.syllables_per_minute for item in bulletin.items), default=0)
    lines, stop = tuple(filter(None, (warning_of(bulletin),))), radio.pauses.sentence
    warning = ScriptRow("warning", lines, syllables_per_minute=rate, stop_seconds=stop)
    if lines:
        yield warning
    for item in bulletin.items:
        yield from _item(item, radio)
    if lines:
        yield warning


def _item(item: BulletinItem, radio: Radio) -> Iterator[ScriptRow]:
    """Lay out the words of an item and the pause after it, and the music around it."""
    music = [jingle for jingle in (item.jingle_before, item.jingle_after) if jingle]
    spoken = item.seconds - radio.pauses.item - sum(jingle.seconds for jingle in music)
    if item.jingle_before:
        yield _cue(item.jingle_before, radio.dialect)
    yield ScriptRow(
        "speech",
        item.sentences,
        seconds=round(spoken, 1),
        voice=item.voice.name,
        syllables_per_minute=item.syllables_per_minute,
        pace=item.pace,
        stop_seconds=radio.pauses.sentence,
        title=item.title,
    )
    if rest := radio.pauses.item:
        yield ScriptRow("pause", (f"Nghỉ, {_seconds(rest, radio.dialect)}",), seconds=rest)
    if item.jingle_after:
        yield _cue(item.jingle_after, radio.dialect)


def _cue(jingle: Jingle, dialect: Dialect) -> ScriptRow:
    length = _seconds(jingle.seconds, dialect)
    return ScriptRow("jingle", (f"{jingle.name}, {length}",), seconds=jingle.seconds)


def _seconds(seconds: float, dialect: Dialect) -> str:
    """Say seconds in words, as a cue says them: "tám giây", "nửa giây" for less than one."""
    return f"{integer(round(seconds), dialect)} giây" if seconds >= 1 else "nửa giây"
