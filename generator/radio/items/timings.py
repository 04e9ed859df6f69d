"""The latest closed quarter: the whole city's figures, then one angle a week, from figure rows.

Each story is told once. The city's figures are news in the first week after the quarter; every
later week has one other angle (`tell_angles.py`) and some of the procedures and units whose turn
it is (`tell_turns.py`), until all have been told; then there is nothing new and nothing is said.
"""

from generator.edition.edition import Edition
from generator.model.figures import Figure
from generator.model.settings import Dialect
from generator.model.text import percent_value
from generator.radio.items.phrases import begin
from generator.radio.items.quarter import Quarter, figure_story
from generator.radio.items.story import Story
from generator.speech.numbers import integer, points, share
from generator.speech.time import quarter


def city_story(edition: Edition, closed: Quarter) -> Story | None:
    """Dossiers ended, the share on time beside the quarter before, and what is late."""
    row, before = closed.city, closed.city_before
    if row is None or row.on_time_share is None:
        return None
    dialect = edition.dialect
    told = share(row.on_time_share, dialect)
    change = _change(row.on_time_share, before.on_time_share if before else None, dialect)
    ended = integer(row.ended_count, dialect)
    when = quarter(closed.name, dialect)
    on_time = (
        f"Trong {when}, các cơ quan của thành phố giải quyết xong {ended} hồ sơ. "
        f"Tỷ lệ trước hạn và đúng hạn là {told}{change}."
    )
    return figure_story(
        edition,
        closed,
        "city",
        f"số liệu {closed.name} toàn thành phố",
        {
            "full": f"{on_time} {_late(row, dialect)}",
            "short": on_time,
            "sentence": f"{begin(when)}, tỷ lệ hồ sơ trước hạn và đúng hạn của toàn thành phố là "
            f"{told}.",
        },
    )


def _change(now: float, before: float | None, dialect: Dialect) -> str:
    """Beside the quarter before: the difference of the two percentages people see."""
    if before is None:
        return ""
    difference = percent_value(now) - percent_value(before)
    if difference == 0:
        return ", bằng quý trước"
    return f", {'cao' if difference > 0 else 'thấp'} hơn quý trước {points(difference, dialect)}"


def _late(row: Figure, dialect: Dialect) -> str:
    """Late and still open dossiers, and how many of either lack the letter of apology."""
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
    """How many of the late dossiers lack the letter, said of one as of one."""
    alone = row.overdue_count + row.open_overdue_count == 1
    if row.overdue_without_apology_count == 0:
        return "Hồ sơ này đã có" if alone else "Tất cả đều đã có"
    unsorry = integer(row.overdue_without_apology_count, dialect)
    return "Hồ sơ này không có" if alone else f"Trong số đó, {unsorry} hồ sơ không có"
