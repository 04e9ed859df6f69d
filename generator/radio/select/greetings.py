"""What stands around the news: greeting, lead-in, the opening of each part, closing."""

from collections import Counter
from collections.abc import Sequence

from generator.ledger.chain import code_pairs
from generator.model.text import vn_weekday
from generator.radio.items.day import AirDay
from generator.radio.items.kind import ItemKind, PartKind, Story
from generator.radio.items.phrases import inside
from generator.radio.items.quarter import closed_quarter
from generator.radio.items.registry import ITEM_KINDS
from generator.radio.items.telling import Sentences, vary
from generator.speech.numbers import digits, integer
from generator.speech.time import quarter, weekday

GREETING = PartKind("greeting", "Mở đầu")
LEAD_IN = PartKind("lead_in", "Giới thiệu")
CLOSING = PartKind("closing", "Kết thúc")


def greeting(day: AirDay, *, brief: bool = False) -> Sentences:
    """Say who speaks, which column, which day; in a brief script only the column and the day."""
    radio, today = day.edition.city.radio, weekday(day.air_on, day.dialect)
    if brief:
        return day.reader.sentences(f"Kính chào quý vị! Chuyên mục {radio.column}, {today}.")
    return day.reader.sentences(
        f"Kính chào quý vị và các bạn! Mời quý vị và các bạn nghe chuyên mục {radio.column} "
        f"của {radio.station}, phát sóng {today}."
    )


def lead_in(
    stories: Sequence[Story], day: AirDay, *, quiet: bool, short: bool = False
) -> Sentences:
    """Say what the column holds; `quiet` when no record was published or followed up this week,
    `short` when that makes it shorter than usual."""
    counts = Counter(story.kind for story in stories)
    parts = [_filled(kind.counted, counts[kind], day) for kind in ITEM_KINDS if counts[kind]]
    calm: Sentences = ("Tuần qua, không có quyết định khen hay phê bình nào mới được công bố.",)
    if short:
        only = f", chỉ có {_listed(parts)}" if parts else ""
        return (*calm, f"Vì vậy, chuyên mục hôm nay ngắn hơn thường lệ{only}.")
    listed = (f"Chuyên mục hôm nay có {_listed(parts)}.",) if parts else ()
    return (*(calm if quiet else ()), *listed)


def _filled(pattern: str, count: int, day: AirDay) -> str:
    """Fill in the number of stories and the latest quarter, in words."""
    latest = closed_quarter(day.edition, day.air_on)
    period = quarter(latest.name, day.dialect, with_year=False) if latest else ""
    return pattern.format(count=integer(count, day.dialect), period=period)


def _listed(parts: list[str]) -> str:
    """List as one speaks: "a", "a và b", "a, b, và c"."""
    if len(parts) < 3:
        return " và ".join(parts)
    return f"{', '.join(parts[:-1])}, và {parts[-1]}"


def opening(kind: ItemKind, count: int, day: AirDay) -> Sentences:
    """Open a part of the column with a sentence; some parts open themselves."""
    options = (kind.opening_of_many if count > 1 else ()) or kind.opening
    if not options:
        return ()
    return (_filled(vary(options, day.air_on.isocalendar().week), count, day),)


def closing(day: AirDay, *, brief: bool = False) -> Sentences:
    """Say where to see every figure, the ledger's check code, and goodbye; in a brief script only
    a word of thanks.

    The code is that of the ledger on the day of airing: a recording of the broadcast pins what had
    been published till then.
    """
    if brief:
        return ("Cảm ơn quý vị đã lắng nghe.",)
    city, chain = day.edition.city.city, day.edition.ledger.chain.until(day.air_on)
    seen, code = "xem từng số liệu, từng văn bản", ""
    if chain.lines:
        seen += ", và kiểm tra xem có điều gì đã công bố bị sửa hay không,"
        said = _spoken_code(chain.head)
        code = f"Mã đối chiếu của sổ công khai: {said}. Xin nhắc lại: {said}. "
    return day.reader.sentences(
        f"Quý vị có thể {seen} trên trang {city.site_name} của {inside(city.name)}. "
        f"{code}Chuyên mục đến đây là hết. Xin kính chào "
        f"và hẹn gặp lại quý vị và các bạn vào {vn_weekday(day.air_on)} tuần sau."
    )


def _spoken_code(head: str) -> str:
    """Say the code in pairs of digits, said one by one: "bốn tám, hai bảy, một sáu, không chín"."""
    return ", ".join(digits(pair) for pair in code_pairs(head))
