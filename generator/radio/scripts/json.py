"""A script as JSON: all that is known of it, the decisions and the void copies too."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from generator.edition.bulletin import Bulletin, BulletinItem, Decision
from generator.edition.bulletin_words import grounds_words, warning_of
from generator.edition.script import Script, ScriptForm
from generator.formats.json import json_texts
from generator.model.content import Content, content_of
from generator.model.radio_settings import Jingle

_DECISION = tuple(field.name for field in fields(Decision))


def render_json(bulletin: Bulletin, earlier: Sequence[Bulletin] = ()) -> Content:
    """Write the script as UTF-8 JSON: the keys of `Bulletin`, grounds, seconds, warning twice.

    Of `earlier` scripts it says which may not be aired any more as they were pulled, since when
    and why: the newest script tells the station of all of them.
    """
    warning = warning_of(bulletin) or None
    whole: dict[str, Any] = {
        "first_line": warning,
        "bulletin_id": bulletin.bulletin_id,
        "air_on": bulletin.air_on.isoformat(),
        "station": bulletin.station,
        "column": bulletin.column,
        "sample": bulletin.sample,
        "grounds": grounds_words(bulletin),
        "seconds": round(bulletin.seconds, 1),
        "slot_seconds": bulletin.slot_seconds,
        "commit": bulletin.commit,
        "approval": _approval(bulletin),
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
        "syllables_per_minute": item.syllables_per_minute,
        "sentences": list(item.sentences),
        "record_ids": list(item.record_ids),
        "keys": list(item.keys),
        "seconds": item.seconds,
        "jingle_before": _jingle(item.jingle_before),
        "jingle_after": _jingle(item.jingle_after),
    }


def _approval(bulletin: Bulletin) -> dict[str, Any] | None:
    """The code of its words, and who approved the week, and when; None where nobody is asked."""
    if (told := bulletin.approval) is None:
        return None
    said = {"code": told.code, "approved_by": told.by or None, "approved_on": _iso(told.on)}
    return {"is_draft": bulletin.is_draft, **said}


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


def _render(script: Script) -> Content:
    return render_json(script.bulletin, script.earlier)


JSON = ScriptForm("json", "json", "JSON", "application/json", _render, by_machine=True)
