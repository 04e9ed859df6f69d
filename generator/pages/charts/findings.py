"""Headings of charts: what the figures say, in one Vietnamese sentence each."""

from collections.abc import Sequence

from generator.model.capitals import mid_sentence
from generator.model.figures import Figure
from generator.model.text import vn_number, vn_percent, vn_quarter, with_unit
from generator.pages.charts.dots import DotRow, clearly_below
from generator.pages.charts.scale import CLEAR_POINTS, points_between, shown

_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def count_word(count: int, *, first: bool = False) -> str:
    """A small count in words ("ba"), a larger one in figures; `first` opens a sentence."""
    if count >= len(_WORDS):
        return vn_number(count)
    return _WORDS[count].capitalize() if first else _WORDS[count]


def quarter_finding(now: Figure | None, before: Figure | None, quarter: str, least: int = 0) -> str:
    """ "92,4% hồ sơ đúng hạn trong quý IV/2018, thấp hơn quý trước 1,3 điểm phần trăm".

    Of fewer than `least` dossiers no share is told, but their number.
    """
    when = vn_quarter(quarter)
    if now is None:
        return f"Không có số liệu hồ sơ riêng của {when}"
    if now.on_time_share is None:
        return f"Không có hồ sơ nào để xét đúng hạn trong {when}"
    if now.judged_count < least:
        on_time = vn_number(now.early_count + now.on_time_count)
        return f"{on_time} trong {vn_number(now.judged_count)} hồ sơ đúng hạn trong {when}"
    said = f"{vn_percent(now.on_time_share)} hồ sơ đúng hạn trong {when}"
    if before is None or before.on_time_share is None or before.judged_count < least:
        return said
    return f"{said}, {change(now.on_time_share, before.on_time_share)}"


def change(now: float, before: float) -> str:
    """How a share compares with that of the quarter before, as both are printed."""
    points = points_between(now, before)
    if points == 0:
        return "bằng quý trước"
    direction = "cao hơn" if points > 0 else "thấp hơn"
    size = vn_number(abs(points), 0 if points == int(points) else 1)
    return f"{direction} quý trước {with_unit(size, 'điểm phần trăm')}"


def records_finding(noun: str, quarter: str, now: int, before: int | None) -> str:
    """ "13 trường hợp nêu gương trong quý IV/2018, ít hơn quý trước 5"."""
    who = f"{vn_number(now)} trường hợp {noun}" if now else f"Không có trường hợp {noun} nào"
    said = f"{who} trong {vn_quarter(quarter)}"
    if before is None:
        return said
    if now == before:
        return f"{said}, bằng quý trước"
    more = "nhiều hơn" if now > before else "ít hơn"
    return f"{said}, {more} quý trước {vn_number(abs(now - before))}"


def below_finding(rows: Sequence[DotRow], reference: float | None, noun: str) -> str:
    """ "Ba phường, xã giải quyết đúng hạn thấp hơn mức chung của nhóm từ 1 điểm …"."""
    if not rows or reference is None:
        return f"Chưa có hồ sơ để so sánh các {noun}"
    low = sum(clearly_below(row, reference, 0) for row in rows)
    who = f"{count_word(low, first=True)} {noun}" if low else f"Không {noun} nào"
    margin = f"từ {with_unit(CLEAR_POINTS, 'điểm phần trăm')} trở lên"
    return f"{who} giải quyết đúng hạn thấp hơn mức chung của nhóm {margin}"


def days_finding(total: int, overdue: int | None, longest: int | None) -> str:
    """ "17 trong 412 hồ sơ quá hạn", of ended dossiers.

    `overdue` were late by their own deadlines; None where none had one: then what is told is
    `longest`, the most working days that one took.
    """
    if total == 0:
        return "Chưa có hồ sơ nào kết thúc"
    if overdue is None:
        return (
            f"{vn_number(total)} hồ sơ đã xong, lâu nhất {with_unit(longest or 0, 'ngày làm việc')}"
        )
    if total == 1:
        return f"Hồ sơ duy nhất {'quá hạn' if overdue else 'không quá hạn'}"
    if overdue in (0, total):
        return f"Cả {vn_number(total)} hồ sơ {'quá hạn' if overdue else 'không quá hạn'}"
    return f"{vn_number(overdue)} trong {vn_number(total)} hồ sơ quá hạn"


def units_finding(overdue_unit_count: int, unit_count: int, noun: str) -> str:
    """ "Hồ sơ quá hạn ở 5 trong 20 phường, xã được nêu riêng"."""
    if unit_count == 0:
        return f"Chưa {noun} nào có hồ sơ"
    if overdue_unit_count == 0:
        where = "" if unit_count == 1 else f"{count_word(unit_count)} "
        return f"Không có hồ sơ quá hạn ở {where}{noun} được nêu riêng"
    if unit_count == 1:
        return f"Có hồ sơ quá hạn ở {noun} duy nhất được nêu riêng"
    if overdue_unit_count == unit_count:
        return f"Cả {count_word(unit_count)} {noun} được nêu riêng đều có hồ sơ quá hạn"
    where = f"{vn_number(overdue_unit_count)} trong {vn_number(unit_count)} {noun}"
    return f"Hồ sơ quá hạn ở {where} được nêu riêng"


def range_finding(rows: Sequence[DotRow], min_count: int) -> str | None:
    """ "Đúng hạn từ 84,9 % (xã Hoằng Quang) đến 98,6 % (phường Nam Ngạn)".

    `rows` are ranked. Only those with at least `min_count` dossiers are told of; None when fewer
    than two have as many, or all of them have the same share.
    """
    told = [row for row in rows if row.count >= min_count]
    if len(told) < 2 or shown(told[0].share) == shown(told[-1].share):
        return None
    best, least = (f"{vn_percent(r.share)} ({mid_sentence(r.name)})" for r in (told[0], told[-1]))
    return f"Đúng hạn từ {least} đến {best}"
