"""The whole city's figures of a closed quarter, as news in the first week after it."""

from generator.edition.edition import Edition
from generator.model.figures import Figure
from generator.model.radio_settings import Dialect
from generator.model.text import percent_value
from generator.radio.items.phrases import begin
from generator.radio.items.quarter import FigureNews, Quarter, figure_news
from generator.speech.numbers import integer, points, share
from generator.speech.time import quarter


def city_figures(edition: Edition, closed: Quarter) -> FigureNews | None:
    """Tell dossiers ended, the share on time beside the quarter before, and what is late."""
    row, before = closed.city, closed.city_before
    if row is None or row.on_time_share is None:
        return None
    dialect, place = edition.dialect, edition.city.place
    told = share(row.on_time_share, dialect)
    change = _change(row.on_time_share, before.on_time_share if before else None, dialect)
    ended = integer(row.ended_count, dialect)
    when = quarter(closed.name, dialect)
    on_time = (
        f"Trong {when}, các cơ quan của {place} giải quyết xong {ended} hồ sơ. "
        f"Tỷ lệ trước hạn và đúng hạn là {told}{change}."
    )
    return figure_news(
        closed,
        "city",
        f"số liệu {closed.name} toàn {place}",
        {
            "full": f"{on_time} {_late(row, dialect)}",
            "short": on_time,
            "sentence": f"{begin(when)}, tỷ lệ hồ sơ trước hạn và đúng hạn của toàn {place} là "
            f"{told}.",
        },
    )


def _change(now: float, before: float | None, dialect: Dialect) -> str:
    """Say, beside the quarter before, the difference of the two percentages people see."""
    if before is None:
        return ""
    difference = percent_value(now) - percent_value(before)
    if difference == 0:
        return ", bằng quý trước"
    return f", {'cao' if difference > 0 else 'thấp'} hơn quý trước {points(difference, dialect)}"


def _late(row: Figure, dialect: Dialect) -> str:
    """Tell late and still open dossiers, and how many of either lack the letter of apology."""
    late = []
    if row.overdue_count:
        late.append(f"{integer(row.overdue_count, dialect)} hồ sơ trả kết quả quá hạn")
    if row.open_overdue_count:
        count = integer(row.open_overdue_count, dialect)
        late.append(f"{count} hồ sơ đã quá hạn mà đến cuối quý chưa giải quyết xong")
    told = ", và ".join(late)
    if not told:
        return "Không có hồ sơ nào quá hạn."
    return f"Có {told}. {_apologies(row, dialect)} phiếu xin lỗi và hẹn lại."


def _apologies(row: Figure, dialect: Dialect) -> str:
    """Say how many of the late dossiers lack the letter, said of one as of one."""
    alone = row.overdue_count + row.open_overdue_count == 1
    if row.overdue_without_apology_count == 0:
        return "Hồ sơ này đã có" if alone else "Tất cả đều đã có"
    unsorry = integer(row.overdue_without_apology_count, dialect)
    return "Hồ sơ này không có" if alone else f"Trong số đó, {unsorry} hồ sơ không có"
