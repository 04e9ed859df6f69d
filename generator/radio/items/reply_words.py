"""Say what the criticised answered, and that it is they who say so."""

import re
from datetime import date

from generator.edition.edition import Edition
from generator.model.clauses import clause
from generator.model.public import PublicCriticism
from generator.radio.items.phrases import begin, speaker
from generator.radio.items.point_words import points_said

_ADMITS = re.compile(r"(?:xin |cam kết|hứa|tiếp thu|thừa nhận|đồng ý)")
_TAKES = re.compile(r"nhận (?:khuyết điểm|trách nhiệm|lỗi|sai|thiếu sót)")
_BECAUSE = re.compile(r"(?:do|vì|bởi) ", re.IGNORECASE)


def reply_words(
    record: PublicCriticism, edition: Edition, air_on: date, *, brief: bool = False
) -> tuple[str, ...]:
    """Word the reply as it stands on the day of airing, at the length its author gave it.

    In brief what was answered point by point is said without the points.
    """
    who = speaker(record, edition)
    if by_point := points_said(record.points, who, _in_one, air_on, brief=brief):
        return by_point
    if not record.reply or (record.replied_on or air_on) > air_on:
        return (f"Đến nay, chuyên mục chưa nhận được ý kiến giải trình của {who}.",)
    reply = record.reply.strip()
    parts = _parts(reply)
    whole = _said(who, reply)
    if len(parts) == 1:
        return (f"{whole}.",)
    rest = " ".join(f"{_went_on(who, part)}." for part in parts[1:])
    return (f"{_in_one(who, reply)}.", f"{whole}. {rest}")


def _parts(reply: str) -> list[str]:
    return [clause(part) for part in reply.split(";") if part.strip()]


def _in_one(who: str, reply: str) -> str:
    """Say all parts of a reply in one sentence."""
    return ", ".join((_said(who, reply), *map(_joined, _parts(reply)[1:])))


def _joined(part: str) -> str:
    """Join what has the same speaker as its subject with "và"."""
    return f"và {part}" if re.match(r"(?:đã|nhận|xin|cam kết|hứa|sẽ) ", part) else part


def _said(who: str, reply: str) -> str:
    """Say the first part of a reply as its speaker's: what he admits, did, or puts forward."""
    first = reply.split(";")[0].strip()
    said = _own(clause(first), who)
    if _TAKES.match(said) or _ADMITS.match(said):
        return f"{begin(who)} {said}"
    if _BECAUSE.match(first):
        return f"{begin(who)} giải trình rằng việc này là do {said}"
    if said.startswith("đã "):
        return f"{begin(who)} cho biết {said}"
    return f"{begin(who)} giải trình rằng {said}"


def _went_on(who: str, part: str) -> str:
    said = _own(part, who)
    takes = _TAKES.match(said) or _ADMITS.match(said)
    return f"{begin(who)} {said}" if takes else f"{begin(who)} cho biết {said}"


def _own(said: str, who: str) -> str:
    """Leave out the speaker where the reply begins with him: "phòng đã …" of the division."""
    names = {who, "đơn vị", "phòng", "phường", "xã"}
    for name in names:
        if re.match(rf"{name} (?:đã|nhận|xin|cam kết|sẽ)\b", said):
            return said[len(name) + 1 :]
    return said
