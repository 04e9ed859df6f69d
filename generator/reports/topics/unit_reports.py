"""The reports that units owe on the quarter."""

from collections import Counter

from generator.model.capitals import mid_sentence
from generator.model.datasets import name_of
from generator.model.duty_records import QuarterlyReport
from generator.model.figures import Obligation
from generator.model.text import vn_date, with_unit
from generator.pages.directive.report_rows import owed_by_key
from generator.reports.document import Appendix, Block, GridColumn, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.topics.topic import Numbers, Topic, see
from generator.reports.words import counted

NAME = "reports"
COLUMNS = (
    GridColumn("Đơn vị", 34),
    GridColumn("Số văn bản", 20),
    GridColumn("Ngày gửi", 16, "centre"),
    GridColumn("So với hạn", 30),
)


def _mine(about: QuarterOf) -> list[Obligation]:
    owed = owed_by_key(about.edition, name_of(QuarterlyReport))
    keys = (f"{unit.unit_id}/{about.quarter}" for unit in about.units)
    return [owed[key] for key in keys if key in owed]


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    reporting, mine = about.edition.city.reporting(about.quarter), _mine(about)
    due = [item for item in mine if item.state != "open"]
    if about.unit or reporting is None or not due:
        return ()
    states = Counter(item.state for item in due)
    parts = (
        (states["done_on_time"], "gửi đúng hạn"),
        (states["done_late"], "gửi muộn"),
        (states["overdue"], "chưa gửi"),
    )
    told = counted(len(due), f"đơn vị phải gửi báo cáo {about.words}", parts)
    missing = [item for item in due if item.state == "overdue"]
    names = ", ".join(mid_sentence(about.edition.unit(item.unit_id).name) for item in missing)
    rest = f" Chưa gửi: {names}." if names else ""
    return (Paragraph(f"Có {told}{see(numbers, NAME)}.{rest}"),)


def _table(about: QuarterOf, number: str) -> Appendix | None:
    mine = _mine(about)
    if about.unit or not mine:
        return None
    nos = {
        f"{report.unit_id}/{report.quarter}": report.document_no
        for report in about.edition.quarterly_reports
    }
    rows = tuple(
        (
            about.edition.unit(item.unit_id).name,
            nos.get(item.key, ""),
            vn_date(item.done_on) if item.done_on else "",
            _state(item),
        )
        for item in mine
    )
    return Appendix(number, f"Báo cáo {about.words} của các đơn vị", COLUMNS, rows)


def _state(item: Obligation) -> str:
    late = with_unit(item.late_days, "ngày làm việc")
    words = {
        "done_on_time": "đúng hạn",
        "done_late": f"muộn {late}",
        "overdue": f"chưa gửi, quá hạn {late}",
    }
    return words.get(item.state, "chưa đến hạn")


UNIT_REPORTS = Topic(NAME, "Chế độ báo cáo", "reports", _blocks, _table)
