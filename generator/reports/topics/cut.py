"""Time limits that were cut, beside what a document orders."""

from generator.model.figures import Cut, CutTotal
from generator.model.text import vn_number, vn_percent
from generator.pages.procedures.limits import limit_text
from generator.reports.document import Appendix, Block, GridColumn, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.topics.topic import Numbers, Topic, see

NAME = "cut"
COLUMNS = (
    GridColumn("Mã thủ tục", 13),
    GridColumn("Tên thủ tục", 39),
    GridColumn("Thời hạn làm mốc", 16, "right"),
    GridColumn("Thời hạn nay", 16, "right"),
    GridColumn("Rút ngắn", 16, "right"),
)


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    total, cut = about.edition.figures.cut_total, about.edition.city.cut
    if about.unit or cut is None or not total.comparable_count:
        return ()
    return (
        Paragraph(
            f"Đến nay, {vn_number(total.met_count)} trong {vn_number(total.comparable_count)} thủ"
            f" tục so sánh được ({vn_percent(total.met_share)}) đã rút ngắn thời hạn ít nhất"
            f" {vn_percent(cut.share)}{see(numbers, NAME)}.{_unsure(total)}"
        ),
    )


def _unsure(total: CutTotal) -> str:
    """How many of the limits that were compared were never checked against their document."""
    count = total.unconfirmed_count
    if not count:
        return ""
    if count == total.comparable_count:
        return " Thời hạn của các thủ tục này chưa được đối chiếu với văn bản gốc."
    told = f"thời hạn của {vn_number(count)} thủ tục chưa được đối chiếu với văn bản gốc"
    return f" Trong số đó, {told}."


def _table(about: QuarterOf, number: str) -> Appendix | None:
    cut = about.edition.city.cut
    found = [row for row in about.edition.figures.cuts if row.cut_share is not None]
    if about.unit or cut is None or not found:
        return None
    rows = tuple(_row(about, row) for row in found)
    note = f"Mốc so sánh: thời hạn ngày {cut.baseline_on:%d/%m/%Y}."
    return Appendix(number, "Rút ngắn thời hạn giải quyết", COLUMNS, rows, note=note)


def _row(about: QuarterOf, row: Cut) -> tuple[str, ...]:
    return (
        row.procedure_id,
        about.edition.procedure(row.procedure_id).short_name,
        limit_text(row.baseline_value, row.baseline_unit),
        limit_text(row.limit_value, row.limit_unit),
        vn_percent(row.cut_share),
    )


CUT = Topic(NAME, "Rút ngắn thời hạn giải quyết thủ tục", "cut", _blocks, _table)
