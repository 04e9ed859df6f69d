"""A script as text and as JSON. The text has no digit in it: it is read, or spoken, as it is."""

import json
from typing import Any

from generator.contract.bulletin import Bulletin, BulletinItem

WARNING = "BẢN THỬ, KHÔNG PHÁT SÓNG"
_JINGLES = {"greeting": "[NHẠC HIỆU CHUYÊN MỤC, tám giây]", "closing": "[NHẠC HIỆU, năm giây]"}


def _block(item: BulletinItem) -> str:
    return "\n".join((item.voice, *item.sentences))


def render_txt(bulletin: Bulletin) -> str:
    """The script as plain text, NFC, one sentence a line.

    A sample begins and ends with the warning that it is not to be aired.
    """
    warning = (WARNING,) if bulletin.sample else ()
    blocks = [_block(item) for item in bulletin.items]
    parts = (*warning, _JINGLES["greeting"], *blocks, _JINGLES["closing"], *warning)
    return "\n\n".join(parts) + "\n"


def render_json(bulletin: Bulletin) -> str:
    """The script as JSON: the keys of `Bulletin`, seconds, the warning first and last."""
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
        "items": [
            {
                "kind": item.kind,
                "voice": item.voice,
                "sentences": list(item.sentences),
                "record_ids": list(item.record_ids),
                "seconds": item.seconds,
            }
            for item in bulletin.items
        ],
        "left_out": list(bulletin.left_out),
        "notes": list(bulletin.notes),
        "last_line": warning,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
