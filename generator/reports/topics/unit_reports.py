"""The reports that units owe on the quarter."""

from collections import Counter
from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.obligations import Obligation
from generator.model.reporting import Reporting, ReportOf
from generator.model.text import vn_date, with_unit
from generator.pages.directive.report_rows import reports_under
from generator.pages.directive.words import under
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
DOCUMENT = GridColumn("Theo văn bản", 20)
"""The column behind the first where several documents order reports on the quarter."""


def _mine(about: QuarterOf, ordered: Reporting) -> list[Obligation]:
    """The reports under one document, in the order of the units."""
    owed = reports_under(about.edition, ordered.directive)
    keys = ((unit.unit_id, about.quarter) for unit in about.units)
    return [owed[key] for key in keys if key in owed]


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    if about.unit:
        return ()
    every = about.edition.city.reporting(about.quarter)
    mine = (ordered for ordered in every if about.is_under(ordered.directive))
    return tuple(block for ordered in mine for block in _block(about, ordered, numbers))


def _block(about: QuarterOf, ordered: Reporting, numbers: Numbers) -> Iterator[Block]:
    """How many sent what one document orders, and who did not."""
    due = [item for item in _mine(about, ordered) if item.state != "open"]
    if not due:
        return
    states = Counter(item.state for item in due)
    parts = (
        (states["done_on_time"], "gửi đúng hạn"),
        (states["done_late"], "gửi muộn"),
        (states["overdue"], "chưa gửi"),
    )
    what = f"đơn vị phải gửi báo cáo {ordered.period}{under(ordered)}"
    told = counted(len(due), what, parts)
    missing = [item for item in due if item.state == "overdue"]
    names = ", ".join(mid_sentence(about.edition.unit(item.unit_id).name) for item in missing)
    rest = f" Chưa gửi: {names}." if names else ""
    yield Paragraph(f"Có {told}{see(numbers, NAME)}.{rest}")


def _table(about: QuarterOf, number: str) -> Appendix | None:
    every = about.edition.city.reporting(about.quarter)
    mine = [(ordered, item) for ordered in every for item in _mine(about, ordered)]
    if about.unit or not mine:
        return None
    nos, is_several = _numbers(about.edition), len(every) > 1
    rows = tuple(
        (
            about.edition.unit(item.unit_id).name,
            *((ordered.directive.name,) if is_several else ()),
            nos.get((item.unit_id, item.report), ""),
            vn_date(item.done_on) if item.done_on else "",
            _state(item),
        )
        for ordered, item in mine
    )
    columns = (COLUMNS[0], DOCUMENT, *COLUMNS[1:]) if is_several else COLUMNS
    period = every[0].period if not is_several else about.words
    return Appendix(number, f"Báo cáo {period} của các đơn vị", columns, rows)


def _numbers(edition: Edition) -> dict[tuple[str, ReportOf | None], str]:
    """The number of each report, by its unit and what it is of."""
    return {
        (row.unit_id, ReportOf(row.quarter, directive.id)): row.document_no
        for row in edition.quarterly_reports
        if (directive := edition.city.cited(row))
    }


def _state(item: Obligation) -> str:
    late = with_unit(item.late_days, "ngày làm việc")
    words = {
        "done_on_time": "đúng hạn",
        "done_late": f"muộn {late}",
        "overdue": f"chưa gửi, quá hạn {late}",
    }
    return words.get(item.state, "chưa đến hạn")


UNIT_REPORTS = Topic(NAME, "Chế độ báo cáo", "reports", _blocks, _table, True)
