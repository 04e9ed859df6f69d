"""What is published when, said in advance, with what was late against it; as a calendar, too."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.datasets import name_of
from generator.model.duty_records import Broadcast
from generator.model.obligations import Obligation, ReportCount
from generator.model.planned import Planned
from generator.model.site_paths import SectionFolder
from generator.model.text import quarter_of, vn_date, vn_quarter
from generator.pages.directive.report_rows import due_quarters, report_totals
from generator.pages.directive.words import report_name, under
from generator.pages.duties.ics import calendar_bytes, whole_day
from generator.pages.duties.words import EDITIONS, PUBLISHING, Duties, Duty
from generator.pages.folds import Folded, folded
from generator.pages.renderer import Renderer
from generator.pages.view import View

SECTION = SectionFolder.SUPERVISION
URL = f"{SECTION}/lich-cong-bo/"
FILE = f"{SECTION}/lich-cong-bo.ics"
NAME = "Lịch công bố"


@dataclass(frozen=True)
class Coming:
    """Something planned: what it is in words, and whether it then comes again every week."""

    planned: Planned
    words: str
    is_weekly: bool


@dataclass(frozen=True)
class Reported:
    """The reports of all units under one document, which is named where there are several."""

    under: str
    count: ReportCount


@dataclass(frozen=True)
class Past:
    """What a quarter owed: its edition, the units' reports, and its broadcasts by state."""

    quarter: str
    edition: Obligation | None
    reports: tuple[Reported, ...]
    aired_count: int
    aired_late_count: int
    unaired_count: int

    @property
    def broadcast_count(self) -> int:
        """The broadcasts that were due."""
        return self.aired_count + self.aired_late_count + self.unaired_count


@dataclass(frozen=True)
class ScheduleView(View):
    """What comes, what was owed by quarter, and each thing of it that was late."""

    template: ClassVar[str] = "pages/schedule.html"
    coming: Sequence[Coming]
    past: Folded[Past]
    late: Folded[Duty]
    file: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The schedule."""
    edition = renderer.edition
    reports = edition.city.reports_called
    yield renderer.page(
        ScheduleView(
            coming(edition),
            folded(past(edition), lambda quarter: quarter.quarter),
            folded(late(edition), lambda duty: quarter_of(duty.obligation.due_on or edition.as_of)),
            FILE if edition.figures.planned else "",
        ),
        URL,
        NAME,
        f"Ngày đóng kỳ công bố, hạn {reports}, ngày phát chuyên mục: báo trước, và lần nào muộn.",
        frame=SECTION,
        search_text=f"Lịch công bố, kỳ công bố tiếp theo, {reports}, ngày phát chuyên mục",
    )


def files(renderer: Renderer) -> dict[str, bytes]:
    """The days to come as a calendar; nothing while none is set."""
    edition = renderer.edition
    if not edition.figures.planned:
        return {}
    told = [f"Số liệu đến hết ngày {vn_date(edition.as_of)}."]
    events = (
        whole_day(
            edition.city, f"{item.dataset}-{item.key}", item.due_on, words(edition, item), told
        )
        for item in edition.figures.planned
    )
    return {FILE: calendar_bytes(edition.city, f"{NAME}, {edition.city.city.name}", events)}


def words(edition: Edition, item: Planned) -> str:
    """What is planned: "Đóng kỳ công bố quý I/2019"."""
    if item.dataset == EDITIONS:
        return f"Đóng kỳ công bố {vn_quarter(item.key)}"
    if item.report:
        every = {one.key: one for one in edition.city.reporting(item.report.quarter)}
        return f"Hạn các đơn vị gửi báo cáo {report_name(every[item.key])}"
    return f"Phát chuyên mục {edition.radio.column}"


def coming(edition: Edition) -> tuple[Coming, ...]:
    """What is planned, by day; of the weekly broadcasts the next one stands for all."""
    found: list[Coming] = []
    for item in edition.figures.planned:
        is_weekly = item.dataset == name_of(Broadcast)
        if not (is_weekly and any(other.is_weekly for other in found)):
            found.append(Coming(item, words(edition, item), is_weekly))
    return tuple(found)


def past(edition: Edition) -> tuple[Past, ...]:
    """Every quarter in which something was owed by today, the newest first."""
    owed = [item for item in edition.figures.obligations if item.state != "open"]
    editions = {item.key: item for item in owed if item.dataset == EDITIONS}
    aired = Counter(
        (quarter_of(item.due_on), item.state)
        for item in owed
        if item.dataset == name_of(Broadcast) and item.due_on
    )
    reports = {quarter: _reported(edition, quarter) for quarter in due_quarters(edition)}
    quarters = {*editions, *(quarter for quarter, _ in aired), *reports}
    return tuple(
        Past(
            quarter,
            editions.get(quarter),
            reports.get(quarter, ()),
            aired[quarter, "done_on_time"],
            aired[quarter, "done_late"],
            aired[quarter, "overdue"],
        )
        for quarter in sorted(quarters, reverse=True)
    )


def _reported(edition: Edition, quarter: str) -> tuple[Reported, ...]:
    """A quarter's reports, under each document that orders any."""
    return tuple(
        Reported(under(ordered), count)
        for ordered in edition.city.reporting(quarter)
        for count in report_totals(edition, ordered.directive, (quarter,))
    )


def late(edition: Edition) -> tuple[Duty, ...]:
    """Each edition and broadcast that was late or is missing, the newest first."""
    duties = Duties(edition)
    found = [
        duties.duty(item)
        for item in edition.figures.obligations
        if item.dataset in PUBLISHING and item.late_days
    ]
    return tuple(sorted(found, key=lambda duty: str(duty.obligation.due_on), reverse=True))
