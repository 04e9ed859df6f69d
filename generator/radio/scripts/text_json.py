"""A script as text and as JSON. The text has no digit in it: it is read, or spoken, as it is."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from generator.edition.bulletin import Bulletin, BulletinItem, Decision
from generator.formats.json import json_texts
from generator.model.content import Content, content_of
from generator.model.settings import Dialect, Jingle
from generator.speech.numbers import integer

WARNING = "BẢN THỬ, KHÔNG PHÁT SÓNG"
_DECISION = tuple(field.name for field in fields(Decision))
CUES: Dialect = "north"
"""Cues are for the technician; nobody reads them aloud."""


def _cue(jingle: Jingle | None) -> tuple[str, ...]:
    """The cue of a piece of music, with its seconds in words; none when there is none."""
    if jingle is None:
        return ()
    return (f"[{jingle.name.upper()}, {integer(round(jingle.seconds), CUES)} giây]",)


def _blocks(item: BulletinItem) -> tuple[str, ...]:
    lines = "\n".join((item.voice.name, *item.sentences))
    return (*_cue(item.jingle_before), lines, *_cue(item.jingle_after))


def render_txt(bulletin: Bulletin) -> str:
    """The script as plain text, NFC, one sentence a line.

    A sample begins and ends with the warning that it is not to be aired.
    """
    warning = (WARNING,) if bulletin.sample else ()
    blocks = [block for item in bulletin.items for block in _blocks(item)]
    parts = (*warning, *blocks, *warning)
    return "\n\n".join(parts) + "\n"


def render_json(bulletin: Bulletin, earlier: Sequence[Bulletin] = ()) -> Content:
    """The script as JSON in UTF-8: the keys of `Bulletin`, seconds, the warning first and last.

    Of `earlier` scripts it says which may not be aired any more as they were pulled, since when
    and why: the newest script tells the station of all of them.
    """
    warning = WARNING if bulletin.sample else None
    whole: dict[str, Any] = {
        "first_line": warning,
        "bulletin_id": bulletin.bulletin_id,
        "air_on": bulletin.air_on.isoformat(),
        "station": bulletin.station,
        "column": bulletin.column,
        "sample": bulletin.sample,
        "seconds": round(bulletin.seconds, 1),
        "slot_seconds": bulletin.slot_seconds,
        "commit": bulletin.commit,
        "void_since": _iso(bulletin.void_since),
        "void_reason": bulletin.void_reason or None,
        "items": [_item(item) for item in bulletin.items],
        "carried_over": map(_decision, bulletin.carried_over),
        "left_out": map(_decision, bulletin.left_out),
        "decisions": map(_decision, bulletin.decisions),
        "notes": list(bulletin.notes),
        "void_scripts": [_void(item) for item in earlier if item.void_since],
        "last_line": warning,
    }
    return content_of(json_texts(whole))


def _item(item: BulletinItem) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "voice": item.voice.name,
        "voice_id": item.voice.voice_id,
        "syllables_per_minute": item.voice.syllables_per_minute,
        "sentences": list(item.sentences),
        "record_ids": list(item.record_ids),
        "keys": list(item.keys),
        "seconds": item.seconds,
        "jingle_before": _jingle(item.jingle_before),
        "jingle_after": _jingle(item.jingle_after),
    }


def _void(bulletin: Bulletin) -> dict[str, Any]:
    return {
        "bulletin_id": bulletin.bulletin_id,
        "void_since": _iso(bulletin.void_since),
        "void_reason": bulletin.void_reason,
    }


def _jingle(jingle: Jingle | None) -> dict[str, Any] | None:
    return jingle.model_dump() if jingle else None


def _decision(item: Decision) -> dict[str, Any]:
    whole = {name: getattr(item, name) for name in _DECISION} | {
        "record_ids": list(item.record_ids)
    }
    return {name: value for name, value in whole.items() if value not in (None, 0, False)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
