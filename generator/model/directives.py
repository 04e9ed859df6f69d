"""The documents that order what is published, as settings: what each says and orders.

A duty that no document in force sets is owed by nobody: nothing of it is counted, shown or checked.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from generator.model.duty_names import DutyName
from generator.model.report_indicators import ReportIndicator
from generator.model.setting_types import Address, Day, Settings, Text
from generator.model.text import quarter_end


class Clause(Settings):
    """A point of a document, with its meaning in plain words."""

    clause: Text = Field(title="số của điểm", examples=["3.10"])
    """The point as records cite it, e.g. "3.4"."""
    about: Text | None = Field(
        default=None, title="nội dung điểm, nói gọn", examples=["họp đúng giờ, đúng thành phần"]
    )
    """What it is about, in a few plain words."""


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

    def day_of(self, quarter: str) -> date | None:
        """The day that is set for the report of `2018-Q4`; None where none is owed."""
        if int(quarter[-1]) not in self.quarters:
            return None
        end = quarter_end(quarter)
        month = end if self.month == "last" else end + timedelta(days=1)
        return month.replace(day=self.day)


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


class Directive(Settings):
    """A document that orders what is published."""

    id: Address = Field(title="mã văn bản, dùng trong các tệp số liệu", examples=["chi-thi-15"])
    """What records name it by where several are in force."""
    kind: Text = Field(title="loại văn bản", examples=["Chỉ thị"])
    """What it is: an official letter, a directive, a decision."""
    document_no: Text = Field(title="số, ký hiệu văn bản", examples=["15/CT-UBND"])
    """Number and symbol, e.g. "15/CT-UBND"."""
    issued_on: Day = Field(title="ngày ký văn bản", examples=["2018-03-06"])
    """The day it was signed."""
    issuer: Text = Field(title="cơ quan ban hành", examples=["Ủy ban nhân dân phường Hoa Sen"])
    """Who issued it."""
    title: Text = Field(title="trích yếu", examples=["Tăng cường kỷ cương, kỷ luật hành chính"])
    """What it is about."""
    valid_from: Day | None = Field(
        default=None, title="ngày bắt đầu có hiệu lực", examples=["2018-03-06"]
    )
    """First day in force; the day it was signed where none is set."""
    valid_to: Day | None = Field(
        default=None, title="ngày cuối còn hiệu lực", examples=["2020-12-31"]
    )
    """Last day in force; none while it is, or until another succeeds it."""
    succeeds: Address | None = Field(
        default=None, title="mã văn bản được thay thế", examples=["chi-thi-7"]
    )
    """The document that it takes the place of, which ends on the day before."""
    address: Address | None = Field(
        default=None, title="địa chỉ mục của văn bản trên trang", examples=["chi-thi-15"]
    )
    """Address of its section; the same as `id` where none is set."""
    label: Text | None = Field(
        default=None, title="tên mục của văn bản trên thanh điều hướng", examples=["Chỉ thị 15"]
    )
    """Its name in the navigation; made of its kind and number where none is set."""
    clauses: tuple[Clause, ...] = Field(default=(), title="các điểm của văn bản")
    """Its points; when given, a record may rest on no other."""
    duties: Duties = Field(default=Duties(), title="các việc văn bản đặt ra")
    """What it orders."""

    @property
    def begins_on(self) -> date:
        """First day in force."""
        return self.valid_from or self.issued_on

    @property
    def section(self) -> str:
        """Address of its section, without a slash: "chi-thi-15"."""
        return self.address or self.id

    @property
    def url(self) -> str:
        """Address of its board."""
        return f"{self.section}/"

    @property
    def reviews_url(self) -> str:
        """Address of the list of quarters by which units are reviewed."""
        return f"{self.url}quy/"

    @property
    def told_url(self) -> str:
        """Address of the list of quarters of which units told what it asks."""
        return f"{self.url}bao-cao/"

    @property
    def name(self) -> str:
        """What people call it: "Chỉ thị 15"."""
        return self.label or f"{self.kind} {self.document_no.partition('/')[0]}"

    @property
    def cited(self) -> str:
        """Its kind with its whole number: "Chỉ thị 15/CT-UBND"."""
        return f"{self.kind} {self.document_no}"

    @property
    def clause_numbers(self) -> tuple[str, ...]:
        """Its points, in its order."""
        return tuple(item.clause for item in self.clauses)

    @property
    def indicators(self) -> tuple[ReportIndicator, ...]:
        """What reports under it tell, in the order in which it is asked."""
        return self.duties.reports.indicators if self.duties.reports else ()

    def about(self, clause: str) -> str:
        """What a point is about; empty when nothing says so."""
        return next((item.about or "" for item in self.clauses if item.clause == clause), "")

    def clause_of(self, duty: DutyName) -> str | None:
        """The point that sets a duty; None where none is named."""
        found = self.duty(duty)
        return found.clause if found else None

    def duty(self, name: DutyName) -> Duty | None:
        """The duty of that name, if it sets one."""
        found: Duty | None = getattr(self.duties, name)
        return found


class ReportOf(NamedTuple):
    """What a report is of: the quarter, and the id of the document that orders it."""

    quarter: str
    directive: str


class Reporting(NamedTuple):
    """Under which document units report on a quarter, and by which day it says.

    `is_one_of_several` is true where other documents order reports on the quarter, too.
    """

    quarter: str
    directive: Directive
    duty: ReportDuty
    day: date
    is_one_of_several: bool

    @property
    def report(self) -> ReportOf:
        """What the reports are of."""
        return ReportOf(self.quarter, self.directive.id)

    @property
    def key(self) -> str:
        """What tells the reports from others: the quarter, and the document if there are others."""
        return "/".join(self.report) if self.is_one_of_several else self.quarter


class Asked(NamedTuple):
    """An indicator that units report on for a quarter, and under what they do."""

    under: Reporting
    indicator: ReportIndicator

    @property
    def directive(self) -> Directive:
        """The document that asks for it."""
        return self.under.directive


def last_day(directive: Directive, every: Iterable[Directive]) -> date:
    """The last day in force: its own, or the day before the first that succeeds it begins."""
    ends = [
        other.begins_on - timedelta(days=1) for other in every if other.succeeds == directive.id
    ]
    return min([directive.valid_to or date.max, *ends])


def in_force(directives: Iterable[Directive], day: date) -> tuple[Directive, ...]:
    """The documents in force on a day, in the order of the settings."""
    every = tuple(directives)
    return tuple(item for item in every if item.begins_on <= day <= last_day(item, every))


def that_sets(directives: Iterable[Directive], duty: DutyName, day: date) -> Directive | None:
    """The document in force on a day that sets a duty; of several the one that began last."""
    found = [item for item in in_force(directives, day) if item.duty(duty)]
    return max(found, key=lambda item: item.begins_on, default=None)


def reporting(directives: Iterable[Directive], quarter: str) -> tuple[Reporting, ...]:
    """Under which documents units report on `2018-Q4`, in the order of the settings.

    Of each, what counts is whether it is in force on the day that it sets.
    """
    found = tuple(_ordered(tuple(directives), quarter))
    return tuple(Reporting(quarter, *some, len(found) > 1) for some in found)


def _ordered(
    every: tuple[Directive, ...], quarter: str
) -> Iterator[tuple[Directive, ReportDuty, date]]:
    for item in every:
        duty = item.duties.reports
        day = duty.day_of(quarter) if duty else None
        if duty and day and item in in_force(every, day):
            yield item, duty, day


def asked_for(directives: Iterable[Directive], quarter: str) -> tuple[Asked, ...]:
    """What units report on for `2018-Q4`, in the order in which it is asked."""
    return tuple(
        Asked(under, item)
        for under in reporting(directives, quarter)
        for item in under.duty.indicators
    )
