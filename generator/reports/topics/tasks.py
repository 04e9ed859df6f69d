"""Tasks that were due in the quarter, and those that older quarters left undone."""

from collections import Counter
from collections.abc import Sequence

from generator.model.datasets import name_of
from generator.model.duty_records import Assignment
from generator.model.obligations import Obligation
from generator.model.text import vn_date, vn_number, with_unit
from generator.pages.duties.words import Duties
from generator.reports.document import Appendix, Block, GridColumn, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.topics.topic import Numbers, Topic, see
from generator.reports.words import counted

NAME = "tasks"
DATASET = name_of(Assignment)
COLUMNS = (
    GridColumn("Nhiệm vụ", 46),
    GridColumn("Đơn vị đầu mối", 22),
    GridColumn("Hạn", 12, "centre"),
    GridColumn("Kết quả", 20),
)


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    due, carried = about.due(DATASET), about.carried(DATASET)
    found = []
    if due:
        told = states_words(due, "nhiệm vụ đến hạn trong quý")
        found.append(f"Có {told}{see(numbers, NAME)}.")
    if carried:
        left = vn_number(len(carried))
        found.append(f"Cuối quý còn {left} nhiệm vụ đến hạn từ các quý trước mà chưa xong.")
    return (Paragraph(" ".join(found)),) if found else ()


def states_words(items: Sequence[Obligation], what: str, verb: str = "xong") -> str:
    """ "4 nhiệm vụ: 3 đã xong đúng hạn, 1 quá hạn chưa xong"; `verb` is what is done."""
    states = Counter(item.state for item in items)
    parts = (
        (states["done_on_time"], f"đã {verb} đúng hạn"),
        (states["done_late"], f"đã {verb} nhưng muộn"),
        (states["overdue"], f"quá hạn chưa {verb}"),
        (states["open"], "chưa đến hạn"),
    )
    return counted(len(items), what, parts)


def state_words(item: Obligation) -> str:
    """How one thing that is owed stands: "xong ngày 20/07/2018, muộn 3 ngày làm việc"."""
    late = with_unit(item.late_days, "ngày làm việc")
    if item.state == "overdue":
        return f"chưa xong, quá hạn {late}"
    if item.done_on is None:
        return "chưa đến hạn"
    day = vn_date(item.done_on)
    return f"xong ngày {day}, " + (f"muộn {late}" if item.late_days else "đúng hạn")


def _table(about: QuarterOf, number: str) -> Appendix | None:
    items = (*about.carried(DATASET), *about.due(DATASET))
    duties = Duties(about.edition)
    rows = tuple(
        (
            duties.duty(item).words,
            about.edition.unit(item.unit_id).name,
            vn_date(item.due_on) if item.due_on else "",
            state_words(item),
        )
        for item in items
    )
    title = f"Nhiệm vụ đến hạn trong {about.words} hoặc còn nợ từ trước"
    return Appendix(number, title, COLUMNS, rows) if rows else None


TASKS = Topic(NAME, "Thực hiện nhiệm vụ được giao", None, _blocks, _table)
