"""What a document orders, as settings: a duty that none in force sets is owed by nobody."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from generator.model.report_indicators import ReportIndicator
from generator.model.setting_types import Day, Settings, Text
from generator.model.text import quarter_end, vn_quarter


class Duty(Settings):
    """Something that a document orders."""

    clause: Text | None = Field(default=None, title="điểm đặt ra việc này", examples=["4.2"])
    """The point that sets it."""


class CutDuty(Duty):
    """Time limits are to be shortened."""

    share: float = Field(ge=0, le=1, title="tỷ lệ thời hạn phải cắt giảm", examples=[0.3])
    """The least share by which a limit is to be shortened."""
    baseline_on: Day = Field(title="ngày lấy thời hạn làm mốc so sánh", examples=["2018-03-06"])
    """The day whose limits are the baseline of the cut."""


class UnitsDuty(Duty):
    """Something that units of some kinds do, or that is said of them."""

    unit_kinds: tuple[Text, ...] = Field(
        default=("division", "public_service", "ward", "commune"),
        min_length=1,
        title="loại đơn vị",
        examples=[["division", "ward"]],
    )
    """The kinds of units, as in `units.kind`."""


class ReportDuty(UnitsDuty):
    """Units report on a quarter."""

    day: int = Field(ge=1, le=28, title="ngày trong tháng phải nộp báo cáo", examples=[15])
    """Day of the month by which the report is due."""
    month: Literal["last", "next"] = Field(
        default="last", title="tháng phải nộp: tháng cuối quý hay tháng sau quý"
    )
    """The quarter's last month, or the month after the quarter."""
    quarters: tuple[Annotated[int, Field(ge=1, le=4)], ...] = Field(
        default=(1, 2, 3, 4), min_length=1, title="các quý phải báo cáo", examples=[[2, 4]]
    )
    """The quarters at whose end a report is due; 2 and 4 are reports every half year."""
    indicators: tuple[ReportIndicator, ...] = Field(
        default=(), title="các chỉ tiêu mà báo cáo phải ghi"
    )
    """What a report tells, in the order in which it is asked."""

    @property
    def is_of(self) -> Literal["quarter", "half", "year", "other"]:
        """What time a report tells of, as its quarters say."""
        return _TIMES.get(tuple(sorted(self.quarters)), "other")

    @property
    def called(self) -> str:
        """What its reports are called inside a sentence: "báo cáo quý", "báo cáo 6 tháng"."""
        return _CALLED[self.is_of]

    def period(self, quarter: str) -> str:
        """The time that a quarter's report tells of: "quý IV/2018", "6 tháng cuối năm 2018"."""
        year, last = quarter[:4], int(quarter[-1])
        match self.is_of:
            case "half":
                return f"6 tháng {'đầu' if last == _MIDDLE else 'cuối'} năm {year}"
            case "year":
                return f"năm {year}"
        return vn_quarter(quarter)

    def day_of(self, quarter: str) -> date | None:
        """The day that is set for the report of `2018-Q4`; None where none is owed."""
        if int(quarter[-1]) not in self.quarters:
            return None
        end = quarter_end(quarter)
        month = end if self.month == "last" else end + timedelta(days=1)
        return month.replace(day=self.day)


_MIDDLE = 2
_TIMES: Mapping[tuple[int, ...], Literal["quarter", "half", "year"]] = {
    (1, 2, 3, 4): "quarter",
    (_MIDDLE, 4): "half",
    (4,): "year",
}
_CALLED = {
    "quarter": "báo cáo quý",
    "half": "báo cáo 6 tháng",
    "year": "báo cáo năm",
    "other": "báo cáo định kỳ",
}


def called(duties: Iterable[ReportDuty]) -> str:
    """What the reports of several documents are called together."""
    names = {duty.called for duty in duties}
    return names.pop() if len(names) == 1 else _CALLED["other"]


class InspectionDuty(Duty):
    """Teams inspect how units keep discipline."""

    count: int = Field(ge=1, le=20, title="số đoàn kiểm tra", examples=[2])
    """How many teams there are."""


class Duties(Settings):
    """What a document orders; what it does not name it does not order."""

    cut: CutDuty | None = Field(default=None, title="rút ngắn thời hạn giải quyết")
    """Time limits are shortened."""
    reports: ReportDuty | None = Field(default=None, title="báo cáo định kỳ")
    """Units report on every quarter."""
    inspection_teams: InspectionDuty | None = Field(default=None, title="kiểm tra công vụ")
    """Teams inspect the units."""
    reviews: UnitsDuty | None = Field(default=None, title="tổng hợp để bình xét thi đua")
    """What units did counts in their reviews."""
    clarities: Duty | None = Field(default=None, title="phân công theo 5 rõ")
    """Tasks say who, what, who answers, how, and with what result."""
    focal_unit: Duty | None = Field(default=None, title="mỗi việc một đầu mối")
    """Each task and each procedure has one unit that answers for it."""
    column: Duty | None = Field(default=None, title="chuyên mục nêu gương, phê bình")
    """The station praises and criticises by name."""
    supervision: Duty | None = Field(default=None, title="giám sát của Mặt trận và nhân dân")
    """The Front and the public supervise."""
