"""How a script greets and says goodbye: who speaks and when, where to look, who made it."""

from datetime import time

from generator.model.capitals import mid_sentence
from generator.model.text import vn_weekday
from generator.radio.items.breath import Sentences
from generator.radio.items.day import WEEK, AirDay
from generator.radio.items.phrases import begin, on_day
from generator.radio.items.telling import read, vary
from generator.radio.select.check_code import has_code
from generator.radio.select.wishes import wish
from generator.radio.weeks import next_air_day
from generator.speech.time import clock_time
from generator.speech.time import day as spoken_day

_DAY_PARTS = ((11, "sáng"), (13, "trưa"), (18, "chiều"), (22, "tối"), (24, "đêm"))
"""Until which hour a part of the day lasts, and what it is called."""


def greeting(day: AirDay, *, brief: bool) -> Sentences:
    """Say when it is, which column and whose; in a brief script only the column and the day."""
    radio = day.edition.radio
    on = f"{vn_weekday(day.air_on)}, {spoken_day(day.air_on, day.dialect, with_year=False)}"
    if brief:
        return read(f"Kính chào quý vị! Đây là chuyên mục {radio.column}, {on}.", day.reader)
    at = f"{_at(radio.air_time, day)} {on}" if radio.air_time else on
    return read(
        f"Kính chào quý vị và các bạn! {begin(at)}, mời quý vị và các bạn nghe chuyên mục "
        f"{radio.column} của {radio.station}.",
        day.reader,
    )


def _at(at: time, day: AirDay) -> str:
    """Say an hour as people do: 06:00 is "sáu giờ sáng", 19:30 "bảy giờ ba mươi phút tối"."""
    part = _day_part(at)
    hour = at.hour - 12 if at.hour > 12 else at.hour
    return f"{clock_time(at.replace(hour=hour), day.dialect)} {part}"


def _day_part(at: time) -> str:
    return next(name for until, name in _DAY_PARTS if at.hour < until)


def last_word(day: AirDay, *, coded: bool) -> Sentences:
    """Say one thing a week: where every figure stands, or where the code does.

    Where the code was just read (`coded`), what it is for.
    """
    city = day.edition.city.city
    site = f"trang {city.site_name} của {mid_sentence(city.name)}"
    look = f"Từng số liệu, từng văn bản vừa nêu đều có trên {site}."
    code = (
        "Ai ghi lại các từ vừa đọc, về sau có thể tự kiểm tra "
        "rằng không điều gì đã công bố bị sửa lén."
    )
    if coded:
        return read(code, day.reader)
    unchanged = (
        "Mã đối chiếu của sổ công khai vẫn là sáu từ đã đọc trên sóng. "
        f"Quý vị xem lại sáu từ ấy trên {site}."
    )
    in_turn = (look, unchanged if has_code(day) else "")
    return read(vary(in_turn, day.air_on.isocalendar().week), day.reader)


def closing(day: AirDay, *, brief: bool) -> Sentences:
    """Say who made the column, a feast's wish, and goodbye; in a brief script wish and thanks."""
    if brief:
        return read(f"{wish(day)} Cảm ơn quý vị đã lắng nghe.".strip(), day.reader)
    farewell = ("Chuyên mục đến đây là hết.", wish(day), _goodbye(day))
    return read(" ".join(filter(None, (*_credits(day), *farewell))), day.reader)


def _credits(day: AirDay) -> tuple[str, ...]:
    made = day.edition.radio.credits
    parts = [
        *([f"do {made.edited_by} biên tập"] if made and made.edited_by else []),
        *([f"{made.read_by} thể hiện"] if made and made.read_by else []),
    ]
    return (f"Chuyên mục {', '.join(parts)}.",) if parts else ()


def _goodbye(day: AirDay) -> str:
    at, following = day.edition.radio.air_time, next_air_day(day.edition, day.air_on)
    when = f"{_day_part(at) if at else ''} {vn_weekday(following)}".strip()
    if following - day.air_on == WEEK:
        return f"Kính chào quý vị và các bạn, hẹn gặp lại vào {when} tuần sau."
    later = on_day(following, day.air_on, day.dialect)
    return f"Kính chào quý vị và các bạn, hẹn gặp lại vào {when}, {later}."
