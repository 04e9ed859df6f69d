"""How old is what is overdue: obligations counted by working days past their day."""

from collections.abc import Iterable

from generator.edition.edition import Edition
from generator.model.obligations import Obligation
from generator.model.text import vn_number, with_unit
from generator.pages.charts.counted import tally_picture
from generator.pages.charts.picture import Picture, TableColumn
from generator.pages.charts.tallies import TallyRow, tally_chart

AGES = (
    (1, "Đến một tuần"),
    (6, "Quá một tuần, đến một tháng"),
    (23, "Quá một tháng, đến một quý"),
    (66, "Quá một quý, đến nửa năm"),
    (131, "Quá nửa năm"),
)
"""The least working days of each age and its name: five in a week, 22 in a month, 65 in a quarter,
130 in half a year."""
LONG = 66
"""The working days from which the heading tells that something is old: more than a quarter."""
DUTIES = TableColumn("Số việc", "obligation_count")


def age_picture(edition: Edition, overdue: Iterable[Obligation]) -> Picture | None:
    """What is overdue by age, the oldest first; None without any."""
    days = [item.late_days for item in overdue]
    rows = []
    for place, (least, name) in enumerate(AGES):
        below = AGES[place + 1][0] if place + 1 < len(AGES) else None
        count = sum(least <= day < (below or day + 1) for day in days)
        rows.append(TallyRow(f"{name} ({_span(least, below)})", None, count))
    chart = tally_chart("qua-han-bao-lau", rows[::-1], "fault", sample=edition.city.sample)
    if chart is None:
        return None
    note = (
        "Số việc đang quá hạn theo số ngày làm việc đã quá: việc được giao, báo cáo, kiểm tra, trả"
        " lời, khắc phục và việc công bố. Không kể hồ sơ của người dân."
    )
    named = TableColumn("Đã quá hạn", "working_days_late", is_number=False)
    return tally_picture(chart, rows[::-1], _finding(days), note, (named, DUTIES))


def _span(least: int, below: int | None) -> str:
    """ "66–130 ngày"."""
    if below is None:
        return f"từ {with_unit(least, 'ngày')}"
    return with_unit(f"{vn_number(least)}–{vn_number(below - 1)}", "ngày")


def _finding(days: list[int]) -> str:
    total, old = vn_number(len(days)), sum(day >= LONG for day in days)
    oldest = f"lâu nhất {with_unit(max(days), 'ngày làm việc')}"
    if not old:
        return f"{total} việc đang quá hạn, chưa việc nào quá một quý; {oldest}"
    if old == len(days):
        return f"Cả {total} việc đang quá hạn đều đã quá hơn một quý; {oldest}"
    return f"{vn_number(old)} trong {total} việc đang quá hạn đã quá hơn một quý; {oldest}"
