"""The documents that order what is published, as settings: what each says and orders.

A duty that no document in force sets is owed by nobody: nothing of it is counted, shown or checked.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from pydantic import Field

from generator.model.duty_names import DutyName
from generator.model.duty_settings import Duties, Duty
from generator.model.report_indicators import ReportIndicator
from generator.model.setting_types import Address, Day, Settings, Text


class Clause(Settings):
    """A point of a document, with its meaning in plain words."""

    clause: Text = Field(title="số của điểm", examples=["3.10"])
    """The point as records cite it, e.g. "3.4"."""
    about: Text | None = Field(
        default=None, title="nội dung điểm, nói gọn", examples=["họp đúng giờ, đúng thành phần"]
    )
    """What it is about, in a few plain words."""


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
