"""A time limit and its cut in words."""

from typing import NamedTuple

from generator.model.duty_settings import CutDuty
from generator.model.figures import Cut, CutTotal
from generator.model.limit_units import LIMIT_UNITS
from generator.model.text import vn_number, vn_percent, with_unit


class LimitWords(NamedTuple):
    """A limit split for a large figure: `value` "3", `unit` "ngày làm việc"."""

    value: str
    unit: str

    @property
    def text(self) -> str:
        """The limit in one piece: "3 ngày làm việc"."""
        return with_unit(self.value, self.unit) if self.unit else self.value


def limit_words(value: int | None, unit: str | None) -> LimitWords:
    """ "3" "ngày làm việc"; "Trong ngày"; "Chưa rõ" when the limit is not known."""
    if unit == "same_day":
        return LimitWords(LIMIT_UNITS[unit].capitalize(), "")
    if value is None or unit is None:
        return LimitWords("Chưa rõ", "")
    return LimitWords(vn_number(value), LIMIT_UNITS[unit])


def limit_text(value: int | None, unit: str | None) -> str:
    """A limit inside a sentence or a cell: "3 ngày làm việc", "trong ngày", "chưa rõ"."""
    words = limit_words(value, unit)
    return words.text if words.unit else words.value.lower()


def days_words(days: int) -> LimitWords:
    """What dossiers took: "4" "ngày làm việc"; "Trong ngày" for none."""
    return limit_words(days, "working_day" if days else "same_day")


def limit_order(value: int | None, unit: str | None) -> float | None:
    """A place among limits of every unit, in days of the calendar: for sorting, never shown."""
    working_day = 1.4
    days = {
        "hour": 1 / 24,
        "working_hour": working_day / 8,
        "working_day": working_day,
        "day": 1.0,
        "month": 30.0,
    }
    if unit == "same_day":
        return 0.5
    return None if value is None or unit is None else round(value * days[unit], 2)


def limit_on_axis(value: int | None, unit: str | None) -> int | None:
    """The limit in working days, where it can be drawn among them; None where it cannot.

    A same-day dossier received late in the day is due on the next working day, so what took one
    working day is not yet late.
    """
    if unit == "same_day":
        return 1
    return value if unit == "working_day" else None


def cut_finding(cut: Cut | None, ordered: CutDuty | None) -> str:
    """What became of the limit: "rút ngắn 40%, đạt mức ít nhất 30%"; empty without a cut."""
    if ordered is None:
        return ""
    if cut is None or cut.cut_share is None:
        return f"chưa so sánh được: {_why_not(cut)}"
    wanted = vn_percent(ordered.share)
    if cut.cut_share == 0:
        return f"chưa rút ngắn, mức cần đạt là ít nhất {wanted}"
    if cut.cut_share < 0:
        return f"dài hơn trước {vn_percent(-cut.cut_share)}, mức cần đạt là rút ngắn {wanted}"
    reached = "đạt" if cut.met else "chưa đạt"
    return f"rút ngắn {vn_percent(cut.cut_share)}, {reached} mức ít nhất {wanted}"


def _why_not(cut: Cut | None) -> str:
    if cut is None or cut.limit_unit is None:
        return "chưa rõ thời hạn"
    if cut.baseline_unit == "same_day":
        return "vốn đã trả trong ngày"
    if cut.baseline_unit is None:
        return "chưa rõ thời hạn ban đầu"
    return "hai thời hạn khác đơn vị tính"


def cut_total_finding(total: CutTotal, ordered: CutDuty | None) -> str:
    """The city's cut in one sentence, with what rests on unconfirmed limits said in it.

    Where no cut is ordered, how many procedures there are.
    """
    if ordered is None:
        return f"{vn_number(total.procedure_count)} thủ tục hành chính"
    if total.comparable_count == 0:
        return f"Chưa thủ tục nào trong {vn_number(total.procedure_count)} thủ tục so sánh được"
    compared = f"{vn_number(total.met_count)} trong {vn_number(total.comparable_count)} thủ tục"
    said = f"{compared} so sánh được đã rút ngắn ít nhất {vn_percent(ordered.share)}"
    if total.unconfirmed_count == 0:
        return said
    if total.unconfirmed_count == total.comparable_count:
        return f"{said}; tất cả đều dựa trên thời hạn chưa xác nhận"
    resting = f"{vn_number(total.unconfirmed_count)} trong {vn_number(total.comparable_count)}"
    return f"{said}; {resting} thủ tục ấy dựa trên thời hạn chưa xác nhận"
