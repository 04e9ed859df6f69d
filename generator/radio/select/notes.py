"""Say what the editor should know before she takes a script."""

from collections import Counter
from datetime import date

from generator.edition.bulletin import Bulletin, Decision
from generator.model.radio_settings import Radio, RadioLimits
from generator.model.text import vn_date
from generator.radio.items.day import Memory
from generator.radio.items.registry import ITEM_KINDS, KIND_OF
from generator.radio.select.fit import Fitted
from generator.radio.select.running_order import SHORT_SHARE


def notes(
    script: Bulletin, fitted: Fitted, memory: Memory, radio: Radio, as_of: date
) -> tuple[str, ...]:
    """Say what the editor should know before she takes the script, in Vietnamese."""
    return (
        *_preparing(script, as_of),
        *_length(script, fitted, radio.limits),
        *(f"{_named(item)}: {item.reason}" for item in script.decisions if _notable(item)),
        *_unreported(script, memory),
    )


def _named(item: Decision) -> str:
    return item.title[:1].upper() + item.title[1:]


def _notable(item: Decision) -> bool:
    """True of an unknown reading, a record taken back, a correction again: they change the text."""
    unreadable = "không chắc cách đọc" in item.reason
    return unreadable or item.repeats > 0 or (item.outcome == "left_out" and bool(item.record_ids))


def _preparing(script: Bulletin, as_of: date) -> list[str]:
    if script.air_on <= as_of:
        return []
    return [
        f"Kịch bản chuẩn bị theo số liệu đến hết ngày {vn_date(as_of)}. Trước giờ phát, hãy lấy "
        "lại bản mới nhất."
    ]


def _length(script: Bulletin, fitted: Fitted, limits: RadioLimits) -> list[str]:
    """Say why a script is not within five per cent of its slot."""
    share = script.seconds / script.slot_seconds
    off = f"{abs(round(script.slot_seconds - script.seconds))} giây"
    if share < SHORT_SHARE:
        waiting = any(obstacle in ("slot", "balance") for _, obstacle in fitted.refused)
        why = "tin còn lại không vừa thời gian trống" if waiting else "không còn tin mới nào để đọc"
        why = "; ".join((why, *_spread(script, limits)))
        return [f"Bản tin ngắn hơn khung phát {off}: {why}."]
    if script.seconds > script.slot_seconds:
        return [
            f"Bản tin dài hơn khung phát {off}: tin cải chính phải phát, không rút ngắn thêm được."
        ]
    return []


def _spread(script: Bulletin, limits: RadioLimits) -> list[str]:
    """Name the kinds of which there is more, that are told so many a week."""
    told = Counter(item.kind for item in script.decided("chosen"))
    return [
        kind.spread.format(most=most)
        for kind in ITEM_KINDS
        if kind.spread and kind.most and told[kind.name] >= (most := kind.most(limits))
    ]


def _unreported(script: Bulletin, memory: Memory) -> list[str]:
    """Warn of a correction that names a broadcast that the station has not reported."""
    return [
        f"Đài chưa báo đã phát nội dung {record_id}. Hãy kiểm tra ngày phát nêu trong tin "
        "cải chính."
        for item in script.decided("chosen")
        if KIND_OF[item.kind].corrects
        for record_id in item.record_ids
        if record_id in memory.unreported
    ]
