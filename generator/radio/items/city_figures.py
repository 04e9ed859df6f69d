"""The whole city's figures of a quarter in words: what ended, how much in time, what was late."""

from generator.model.figures import Figure
from generator.model.radio_settings import Dialect
from generator.model.text import percent_value
from generator.radio.items.day import AirDay
from generator.radio.items.parts import part_of
from generator.radio.items.phrases import begin
from generator.radio.items.quarter import FigureNews, Quarter, figure_news, period_words
from generator.speech.numbers import integer, points, share
from generator.speech.time import quarter


def city_figures(day: AirDay, closed: Quarter) -> FigureNews | None:
    """Tell dossiers ended, the share on time beside the quarter before, and what is late."""
    row, before = closed.city, closed.city_before
    if row is None or row.on_time_share is None:
        return None
    dialect, place = day.dialect, day.edition.city.place
    told = share(row.on_time_share, dialect)
    change = _change(row, before, closed.before, dialect)
    when = period_words(closed, day.air_on, dialect)
    on_time = (
        f"Trong {when}, các cơ quan của {place} giải quyết xong "
        f"{integer(row.ended_count, dialect)} hồ sơ. "
        f"Tỷ lệ trả trước hạn và đúng hạn đạt {told}{change}."
    )
    return figure_news(
        closed,
        "city",
        f"số liệu {closed.name} toàn {place}",
        {
            "full": f"{on_time} {_late(row, dialect)}",
            "sentence": f"{begin(when)}, {place} trả trước hạn và đúng hạn {told} số hồ sơ"
            f"{_late_in_brief(row, dialect)}.",
        },
    )


def _change(now: Figure, before: Figure | None, name: str | None, dialect: Dialect) -> str:
    """Say, beside the quarter before, the difference of the two percentages people see."""
    if before is None or before.on_time_share is None or name is None:
        return ""
    difference = percent_value(now.on_time_share or 0) - percent_value(before.on_time_share)
    when = quarter(name, dialect, with_year=False)
    if difference == 0:
        return f", bằng {when}"
    return f", {'cao' if difference > 0 else 'thấp'} hơn {when} {points(difference, dialect)}"


def _late(row: Figure, dialect: Dialect) -> str:
    """Tell late and still open dossiers, and what part of them lacks the letter of apology."""
    late = []
    if row.overdue_count:
        late.append(f"{integer(row.overdue_count, dialect)} hồ sơ trả kết quả quá hạn")
    if row.open_overdue_count:
        count = integer(row.open_overdue_count, dialect)
        late.append(f"{count} hồ sơ đã quá hạn mà đến cuối quý chưa giải quyết xong")
    told = ", và ".join(late)
    if not told:
        return "Không có hồ sơ nào quá hạn."
    return f"Đáng chú ý, có {told}. {_apologies(row)} phiếu xin lỗi và hẹn lại."


def _late_in_brief(row: Figure, dialect: Dialect) -> str:
    late = row.overdue_count
    return f", còn {integer(late, dialect)} hồ sơ trả quá hạn" if late else ""


def _apologies(row: Figure) -> str:
    """Say what part of the late dossiers lacks the letter, said of one as of one."""
    late = row.overdue_count + row.open_overdue_count
    if row.overdue_without_apology_count == 0:
        return "Hồ sơ này đã có" if late == 1 else "Tất cả đều đã có"
    if late == 1:
        return "Hồ sơ này không có"
    if 2 * row.overdue_without_apology_count < late:
        with_one = late - row.overdue_without_apology_count
        return f"Mới có {part_of(with_one, late)} số đó kèm"
    return f"{begin(part_of(row.overdue_without_apology_count, late))} số đó không có"
