"""The rundown for the editor: what is told and how fully, what is carried, what is left out."""

from generator.edition.bulletin import Bulletin, Decision, Outcome
from generator.model.text import vn_date, vn_number
from generator.radio.select.reasons import FORMS

_HEADS: dict[Outcome, str] = {
    "chosen": "ĐỌC",
    "carried": "CHUYỂN SANG TUẦN SAU",
    "left_out": "KHÔNG ĐỌC",
}


def render_explain(bulletin: Bulletin) -> str:
    """Write the decisions of one week as text, and what the editor should know."""
    head = (
        f"Bản tin {bulletin.bulletin_id}, phát ngày {vn_date(bulletin.air_on)}: dài "
        f"{vn_number(bulletin.seconds)} giây trong khung {vn_number(bulletin.slot_seconds)} giây."
    )
    void = _void(bulletin)
    parts = [_part(bulletin, outcome) for outcome in _HEADS]
    notes = ["LƯU Ý", *(f"  {note}" for note in bulletin.notes)] if bulletin.notes else []
    blocks = (head, *void, *(part for part in parts if part), "\n".join(notes))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _void(bulletin: Bulletin) -> list[str]:
    if bulletin.void_since is None:
        return []
    day = vn_date(bulletin.void_since)
    return [f"Bản lấy về trước ngày {day} không được phát nữa. {bulletin.void_reason}"]


def _part(bulletin: Bulletin, outcome: Outcome) -> str:
    decided = bulletin.decided(outcome)
    lines = [f"{_HEADS[outcome]} ({len(decided)})", *(_line(item) for item in decided)]
    return "\n".join(lines) if decided else ""


def _line(item: Decision) -> str:
    title = item.title[:1].upper() + item.title[1:]
    if item.form is None:
        return f"  {title}, là tin từ tuần {item.since}. {item.reason}"
    return f"  {title}: {FORMS[item.form]}, {vn_number(item.seconds, 1)} giây. {item.reason}"
