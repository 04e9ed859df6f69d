"""The visits of the inspection teams."""

from generator.model.datasets import name_of
from generator.model.duty_records import Inspection
from generator.model.text import vn_date, vn_number
from generator.reports.document import Appendix, Block, GridColumn, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.topics.topic import Numbers, Topic, see

NAME = name_of(Inspection)
COLUMNS = (
    GridColumn("Đoàn", 8, "centre"),
    GridColumn("Đơn vị", 19),
    GridColumn("Nội dung", 25),
    GridColumn("Kế hoạch", 12, "centre"),
    GridColumn("Kiểm tra", 12, "centre"),
    GridColumn("Kết luận", 24),
)


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    visits = about.inspections
    if not visits:
        return ()
    held = sum(1 for visit in visits if visit.held_on)
    concluded = sum(1 for visit in visits if visit.conclusion_on)
    where = " tại đơn vị" if about.unit else ""
    done = f"đã tiến hành {vn_number(held)} cuộc" if held else "chưa tiến hành cuộc nào"
    ended = f", đã có kết luận của {vn_number(concluded)} cuộc" if concluded else ""
    return (
        Paragraph(
            f"Theo kế hoạch, trong quý có {vn_number(len(visits))} cuộc kiểm tra công vụ{where};"
            f" {done}{ended}{see(numbers, NAME)}."
        ),
    )


def _table(about: QuarterOf, number: str) -> Appendix | None:
    rows = tuple(_row(about, visit) for visit in about.inspections)
    title = f"Kiểm tra công vụ theo kế hoạch {about.words}"
    return Appendix(number, title, COLUMNS, rows) if rows else None


def _row(about: QuarterOf, visit: Inspection) -> tuple[str, ...]:
    concluded = ""
    if visit.conclusion_on:
        concluded = (
            f"{visit.conclusion} ({visit.conclusion_no}, ngày {vn_date(visit.conclusion_on)})"
        )
    return (
        str(visit.team),
        about.edition.unit(visit.unit_id).name,
        visit.purpose,
        vn_date(visit.planned_on),
        vn_date(visit.held_on) if visit.held_on else "chưa",
        concluded or "chưa có",
    )


INSPECTIONS = Topic(NAME, "Kiểm tra công vụ", "inspection_teams", _blocks, _table, True)
