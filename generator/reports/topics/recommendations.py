"""What the Front and other bodies recommended, and how it was answered."""

from generator.model.datasets import name_of
from generator.model.recommendations import PublicRecommendation
from generator.model.records import Recommendation
from generator.model.text import vn_date, vn_number, with_unit
from generator.pages.directive.report_rows import owed_by_key
from generator.reports.document import Appendix, Block, GridColumn, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.topics.tasks import states_words
from generator.reports.topics.topic import Numbers, Topic, see

NAME = name_of(Recommendation)
COLUMNS = (
    GridColumn("Nơi kiến nghị, ngày gửi", 22),
    GridColumn("Nội dung", 38),
    GridColumn("Đơn vị trả lời", 20),
    GridColumn("Trả lời", 20),
)


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    sent, due = about.recommendations, about.due(NAME)
    told = []
    if sent:
        bodies = len({item.body for item in sent})
        told.append(
            f"Trong quý, {vn_number(bodies)} cơ quan, tổ chức gửi {vn_number(len(sent))} kiến nghị"
            f"{see(numbers, NAME)}."
        )
    if due:
        told.append(f"Có {states_words(due, 'kiến nghị đến hạn trả lời trong quý', 'trả lời')}.")
    return (Paragraph(" ".join(told)),) if told else ()


def _table(about: QuarterOf, number: str) -> Appendix | None:
    rows = tuple(_row(about, item) for item in about.recommendations)
    title = f"Kiến nghị gửi trong {about.words}"
    return Appendix(number, title, COLUMNS, rows) if rows else None


def _row(about: QuarterOf, item: PublicRecommendation) -> tuple[str, ...]:
    return (
        f"{item.body}, {vn_date(item.sent_on)}",
        f"{item.about}. {item.text}",
        about.edition.unit(item.unit_id).name,
        _reply(about, item),
    )


def _reply(about: QuarterOf, item: PublicRecommendation) -> str:
    if item.replied_on:
        outcome = about.edition.contract.label(Recommendation, "outcome", item.outcome)
        return f"ngày {vn_date(item.replied_on)}: {outcome.lower()}"
    owed = owed_by_key(about.edition, NAME).get(item.record_id)
    if owed and owed.state == "overdue":
        return f"chưa trả lời, quá hạn {with_unit(owed.late_days, 'ngày làm việc')}"
    return f"hạn {vn_date(item.due_on)}" if item.due_on else "chưa trả lời"


RECOMMENDATIONS = Topic(
    NAME, "Giám sát của {supervisors.short} và nhân dân", "supervision", _blocks, _table
)
