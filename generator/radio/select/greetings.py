"""What stands around the news: greeting, lead-in, the opening of each part, closing."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from generator.edition.bulletin import ItemKind
from generator.edition.edition import Edition
from generator.ledger.chain import code_pairs
from generator.model.text import vn_weekday
from generator.radio.items.phrases import inside
from generator.radio.items.quarter import closed_quarter
from generator.radio.items.story import Sentences, Story, vary
from generator.speech.numbers import digits, integer
from generator.speech.reader.read import sentences
from generator.speech.time import quarter, weekday

_COUNTED: dict[ItemKind, str] = {
    "correction": "tin cải chính",
    "praise": "gương tốt",
    "criticism": "trường hợp phê bình",
    "follow_up": "thông tin thêm về việc đã phê bình",
}
_DUE = "việc sắp đến hạn"
_ONE: dict[ItemKind, tuple[str, ...]] = {
    "praise": (
        "Thưa quý vị, sau đây là gương tốt của tuần này.",
        "Mời quý vị nghe một gương tốt vừa được công bố.",
        "Thưa quý vị, tuần này có một gương tốt.",
    ),
    "criticism": (
        "Tiếp theo là một trường hợp phê bình.",
        "Tuần này có một trường hợp bị phê bình.",
    ),
    "timing": (
        "Mời quý vị nghe kết quả giải quyết thủ tục hành chính {period}.",
        "Thưa quý vị, sau đây là kết quả giải quyết thủ tục hành chính {period}.",
    ),
    "deadline": ("Sau đây là một việc sắp đến hạn.",),
}
_MANY: dict[ItemKind, tuple[str, ...]] = {
    "praise": (
        "Thưa quý vị, sau đây là những gương tốt của tuần này.",
        "Mời quý vị nghe {count} gương tốt vừa được công bố.",
        "Thưa quý vị, tuần này có {count} gương tốt.",
    ),
    "criticism": (
        "Tiếp theo là {count} trường hợp phê bình.",
        "Tuần này có {count} trường hợp bị phê bình.",
    ),
    "deadline": ("Sau đây là {count} việc sắp đến hạn.",),
}


def greeting(edition: Edition, air_on: date, *, brief: bool = False) -> Sentences:
    """Who speaks, which column, which day; in a brief script only the column and the day."""
    radio = edition.city.radio
    if brief:
        return sentences(
            f"Kính chào quý vị! Chuyên mục {radio.column}, {weekday(air_on, edition.dialect)}.",
            edition.speech,
        )
    return sentences(
        f"Kính chào quý vị và các bạn! Mời quý vị và các bạn nghe chuyên mục {radio.column} "
        f"của {radio.station}, phát sóng {weekday(air_on, edition.dialect)}.",
        edition.speech,
    )


def lead_in(
    stories: Sequence[Story], edition: Edition, air_on: date, *, quiet: bool, short: bool = False
) -> Sentences:
    """What the column holds; `quiet` when no record was published or followed up this week,
    `short` when that makes it shorter than usual."""
    counts = Counter(story.kind for story in stories)
    say = edition.dialect
    parts = [
        f"{integer(counts[kind], say)} {name}" for kind, name in _COUNTED.items() if counts[kind]
    ]
    latest = closed_quarter(edition, air_on)
    if counts["timing"] and latest:
        period = quarter(latest.name, say, with_year=False)
        parts.append(f"kết quả giải quyết thủ tục hành chính {period}")
    if counts["deadline"]:
        parts.append(f"{integer(counts['deadline'], say)} {_DUE}")
    calm: Sentences = ("Tuần qua, không có quyết định khen hay phê bình nào mới được công bố.",)
    if short:
        only = f", chỉ có {_listed(parts)}" if parts else ""
        return (*calm, f"Vì vậy, chuyên mục hôm nay ngắn hơn thường lệ{only}.")
    listed = (f"Chuyên mục hôm nay có {_listed(parts)}.",) if parts else ()
    return (*(calm if quiet else ()), *listed)


def _listed(parts: list[str]) -> str:
    """ "a", "a và b", "a, b, và c"."""
    if len(parts) < 3:
        return " và ".join(parts)
    return f"{', '.join(parts[:-1])}, và {parts[-1]}"


def opening(kind: ItemKind, count: int, turn: int, edition: Edition, air_on: date) -> Sentences:
    """The sentence that opens a part of the column; some parts open themselves."""
    options = (_MANY if count > 1 and kind in _MANY else _ONE).get(kind)
    if options is None:
        return ()
    latest = closed_quarter(edition, air_on)
    period = quarter(latest.name, edition.dialect, with_year=False) if latest else ""
    return (vary(options, turn).format(count=integer(count, edition.dialect), period=period),)


def closing(edition: Edition, air_on: date, *, brief: bool = False) -> Sentences:
    """Where to see every figure, the ledger's check code, and goodbye; in a brief script only a
    word of thanks.

    The code is that of the ledger on the day of airing: a recording of the broadcast pins what had
    been published till then.
    """
    if brief:
        return ("Cảm ơn quý vị đã lắng nghe.",)
    ledger = edition.book.ledger.until(air_on)
    seen, code = "xem từng số liệu, từng văn bản", ""
    if ledger.lines:
        seen += ", và kiểm tra xem có điều gì đã công bố bị sửa hay không,"
        said = _spoken_code(ledger.head)
        code = f"Mã đối chiếu của sổ công khai: {said}. Xin nhắc lại: {said}. "
    return sentences(
        f"Quý vị có thể {seen} trên trang {edition.city.city.site_name} "
        f"của {inside(edition.city.city.name)}. {code}Chuyên mục đến đây là hết. Xin kính chào "
        f"và hẹn gặp lại quý vị và các bạn vào {vn_weekday(air_on)} tuần sau.",
        edition.speech,
    )


def _spoken_code(head: str) -> str:
    """The code in pairs of digits, said one by one: "bốn tám, hai bảy, một sáu, không chín"."""
    return ", ".join(digits(pair) for pair in code_pairs(head))
