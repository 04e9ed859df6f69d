"""What stands around the news: greeting, lead-in, the opening of each part, closing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.capitals import mid_sentence
from generator.model.radio_settings import Dialect
from generator.model.text import vn_weekday
from generator.radio.items.day import AirDay
from generator.radio.items.kind import ItemKind, PartKind
from generator.radio.items.quarter import closed_quarter
from generator.radio.items.telling import Sentences, vary
from generator.radio.select.check_code import check_code
from generator.speech.numbers import integer
from generator.speech.time import quarter, weekday

GREETING = PartKind("greeting", "Mở đầu")
LEAD_IN = PartKind("lead_in", "Giới thiệu")
CLOSING = PartKind("closing", "Kết thúc")


@dataclass(frozen=True)
class Announcements:
    """What an announcer says around the news of a day: all that the news is laid out with.

    `period` is the latest quarter that had ended, in words. In a `brief` script there is a short
    greeting and farewell and nothing between. `code` is empty then, and before the first edition.
    """

    air_on: date
    dialect: Dialect
    period: str
    brief: bool
    greeting: Sentences
    code: Sentences
    closing: Sentences


def announcements(day: AirDay, *, brief: bool) -> Announcements:
    """Word what is said around the news of a day."""
    latest = closed_quarter(day.edition, day.air_on)
    period = quarter(latest.name, day.dialect, with_year=False) if latest else ""
    code = () if brief else check_code(day)
    closing = _closing(day, brief=brief, coded=bool(code))
    said = _greeting(day, brief=brief), code, closing
    return Announcements(day.air_on, day.dialect, period, brief, *said)


def _greeting(day: AirDay, *, brief: bool) -> Sentences:
    """Say who speaks, which column, which day; in a brief script only the column and the day."""
    radio, today = day.edition.radio, weekday(day.air_on, day.dialect)
    if brief:
        return day.reader.sentences(f"Kính chào quý vị! Chuyên mục {radio.column}, {today}.")
    return day.reader.sentences(
        f"Kính chào quý vị và các bạn! Mời quý vị và các bạn nghe chuyên mục {radio.column} "
        f"của {radio.station}, phát sóng {today}."
    )


def lead_in(
    counts: Mapping[ItemKind, int], around: Announcements, *, quiet: bool, short: bool = False
) -> Sentences:
    """Say what the column holds: so many stories of each kind, in the order of the script.

    `quiet` when no record was published or followed up this week, `short` when that makes it
    shorter than usual.
    """
    if around.brief:
        return ()
    parts = [_filled(kind.counted, count, around) for kind, count in counts.items()]
    calm: Sentences = ("Tuần qua, không có quyết định khen hay phê bình nào mới được công bố.",)
    if short:
        only = f", chỉ có {_listed(parts)}" if parts else ""
        return (*calm, f"Vì vậy, chuyên mục hôm nay ngắn hơn thường lệ{only}.")
    listed = (f"Chuyên mục hôm nay có {_listed(parts)}.",) if parts else ()
    return (*(calm if quiet else ()), *listed)


def _filled(pattern: str, count: int, around: Announcements) -> str:
    """Fill in the number of stories and the latest quarter, in words."""
    return pattern.format(count=integer(count, around.dialect), period=around.period)


def _listed(parts: list[str]) -> str:
    """List as one speaks: "a", "a và b", "a, b, và c"."""
    if len(parts) < 3:
        return " và ".join(parts)
    return f"{', '.join(parts[:-1])}, và {parts[-1]}"


def opening(kind: ItemKind, count: int, around: Announcements) -> Sentences:
    """Open a part of the column with a sentence; some parts open themselves."""
    options = (kind.opening_of_many if count > 1 else ()) or kind.opening
    if not options or around.brief:
        return ()
    return (_filled(vary(options, around.air_on.isocalendar().week), count, around),)


def _closing(day: AirDay, *, brief: bool, coded: bool) -> Sentences:
    """Say where to see every figure, what a code just read is for, and goodbye; in a brief script
    only a word of thanks.
    """
    if brief:
        return ("Cảm ơn quý vị đã lắng nghe.",)
    city, seen = day.edition.city.city, "xem từng số liệu, từng văn bản"
    if coded:
        seen += ", và dùng mã vừa đọc để kiểm tra xem điều đã công bố có bị sửa hay không,"
    return day.reader.sentences(
        f"Quý vị có thể {seen} trên trang {city.site_name} của {mid_sentence(city.name)}. "
        "Chuyên mục đến đây là hết. Xin kính chào "
        f"và hẹn gặp lại quý vị và các bạn vào {vn_weekday(day.air_on)} tuần sau."
    )
