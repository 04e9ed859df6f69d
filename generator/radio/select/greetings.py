"""What stands between greeting and closing: the lead-in, and the opening of each part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.radio_settings import Dialect
from generator.radio.items.breath import Sentences, breathe
from generator.radio.items.day import AirDay
from generator.radio.items.kind import ItemKind, PartKind
from generator.radio.items.quarter import closed_quarter, period_words
from generator.radio.items.telling import vary
from generator.radio.select.check_code import check_code
from generator.radio.select.hello import closing, greeting, last_word
from generator.speech.numbers import integer

GREETING = PartKind("greeting", "Mở đầu")
LEAD_IN = PartKind("lead_in", "Giới thiệu")
CLOSING = PartKind("closing", "Kết thúc")
_CALM = (
    "Tuần qua, không có quyết định khen hay phê bình mới nào được công bố.",
    "Tuần này, không có thêm quyết định khen hay phê bình nào được công bố.",
)
_LEADS = (
    "Chuyên mục hôm nay có {parts}.",
    "Trong chuyên mục hôm nay, mời quý vị nghe {parts}.",
    "Nội dung chuyên mục hôm nay gồm {parts}.",
)


@dataclass(frozen=True)
class Announcements:
    """What an announcer says around the news of a day: all that the news is laid out with.

    `period` is the latest quarter that had ended, in words. In a `brief` script there is a short
    greeting and farewell and nothing between. `code` is empty then, and before the first edition.
    `word` is said of the news before the farewell; a week without news has none.
    """

    air_on: date
    dialect: Dialect
    period: str
    brief: bool
    greeting: Sentences
    code: Sentences
    word: Sentences
    closing: Sentences


def announcements(day: AirDay, *, brief: bool) -> Announcements:
    """Word what is said around the news of a day."""
    latest = closed_quarter(day.edition, day.air_on)
    period = period_words(latest, day.air_on, day.dialect) if latest else ""
    code = () if brief else check_code(day)
    word = () if brief else last_word(day, coded=bool(code))
    said = greeting(day, brief=brief), code, word, closing(day, brief=brief)
    return Announcements(day.air_on, day.dialect, period, brief, *said)


def lead_in(counts: Mapping[ItemKind, int], around: Announcements, *, quiet: bool) -> Sentences:
    """Say what the column holds: so many stories of each kind, in the order of the script.

    `quiet` when no record was published or followed up this week: a brief script says so, too.
    """
    calm = (vary(_CALM, _week(around)),) if quiet else ()
    if around.brief:
        return calm
    parts = [_filled(kind.counted, n, around) for kind, n in counts.items() if kind.counted]
    if parts:
        listed = vary(_LEADS, _week(around)).format(parts=_listed(parts))
        return breathe((*calm, listed))
    return (*calm, "Chuyên mục hôm nay nhắc quý vị mấy việc cần biết.") if counts else calm


def _week(around: Announcements) -> int:
    return around.air_on.isocalendar().week


def _filled(pattern: str, count: int, around: Announcements) -> str:
    """Fill in the number of stories and the latest quarter, in words."""
    return pattern.format(count=integer(count, around.dialect), period=around.period)


def _listed(parts: list[str]) -> str:
    """List as one speaks: "a", "a và b", "a, b và c"."""
    return f"{', '.join(parts[:-1])} và {parts[-1]}" if parts[1:] else parts[0]


def opening(kind: ItemKind, count: int, around: Announcements, *, is_first: bool) -> Sentences:
    """Open a part of the column by its place: the first knows of none before it."""
    if kind.opening is None or around.brief:
        return ()
    options = kind.opening.options(count, is_first=is_first)
    return (_filled(vary(options, _week(around)), count, around),) if options else ()
