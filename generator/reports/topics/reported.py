"""What units reported, point by point: sums over units, what differs, and what one unit told."""

from collections.abc import Iterator, Sequence

from generator.model.capitals import mid_sentence
from generator.model.directives import Clause, Directive
from generator.model.text import vn_number
from generator.pages.directive.reported import Line, lines_of
from generator.reports.document import Appendix, Block, Gap, GridColumn, Paragraph
from generator.reports.quarter import QuarterOf
from generator.reports.topics.topic import Numbers, Topic, see
from generator.reports.words import items

NUMBERS, WORDS = "reported", "reported_words"
COLUMNS = (
    GridColumn("Điểm", 8, "centre"),
    GridColumn("Chỉ tiêu", 36),
    GridColumn("Các đơn vị báo cáo", 16, "right"),
    GridColumn("Số liệu đã công bố của các đơn vị ấy", 22),
    GridColumn("Đơn vị đã ghi", 10, "centre"),
    GridColumn("Cần hỏi lại", 8, "centre"),
)
SAID = (
    GridColumn("Đơn vị", 24),
    GridColumn("Chỉ tiêu", 24),
    GridColumn("Nội dung", 52),
)
NOTE = (
    "Chỉ cộng con số của đơn vị đã ghi. Báo cáo có thể chỉ tính đến ngày gửi, còn số liệu đã công"
    " bố tính đến hết quý."
)


def told_of_point(about: QuarterOf, directive: Directive, clause: Clause) -> Iterator[Block]:
    """What was reported of a point; a gap for each indicator of which nobody told anything."""
    mine = [
        line
        for line in _lines(about)
        if line.row.directive == directive.id and line.row.clause == clause.clause
    ]
    told = [line for line in mine if line.row.reported_count]
    if about.unit:
        yield from items(map(_of_unit, told))
    elif told:
        yield from _of_all(told)
    yield from (
        Gap(mid_sentence(line.indicator.title)) for line in mine if not line.row.reported_count
    )


def _lines(about: QuarterOf) -> list[Line]:
    """The lines of the quarter that are due: of all units together, or of the one."""
    unit_id = about.unit.unit_id if about.unit else None
    rows = (
        row
        for row in about.edition.figures.reported
        if (row.quarter, row.unit_id) == (about.quarter, unit_id)
        and row.expected_count
        and about.is_under_id(row.directive)
    )
    return list(lines_of(about.edition, rows))


def _of_unit(line: Line) -> str:
    """ "Số hồ sơ quá hạn: 9 hồ sơ (số liệu đã công bố: 11 hồ sơ quá hạn theo dữ liệu một cửa)"."""
    said = line.entry.text if line.entry and line.entry.text else line.told
    own = f" (số liệu đã công bố: {line.own})" if line.own else ""
    return f"{line.indicator.title}: {mid_sentence(said)}{own}"


def _of_all(told: Sequence[Line]) -> Iterator[Block]:
    """How many units told, once where it is the same of every indicator, and their sums."""
    who = [_who(line) for line in told]
    is_same = len(set(who)) == 1
    yield Paragraph(f"Theo báo cáo của {who[0] if is_same else 'các đơn vị'}:")
    yield from items(_sum(line) + ("" if is_same else f" ({_who(line)})") for line in told)


def _who(line: Line) -> str:
    row = line.row
    return f"{vn_number(row.reported_count)} trong {vn_number(row.expected_count)} đơn vị"


def _sum(line: Line) -> str:
    """ "Số hồ sơ quá hạn: 358 hồ sơ, so với 419 hồ sơ quá hạn theo dữ liệu một cửa"."""
    own = f", so với {line.own}" if line.own else ""
    return f"{line.indicator.title}: {line.told or 'bằng lời'}{own}"


def _differing(about: QuarterOf) -> list[Line]:
    rows = (
        row
        for row in about.edition.figures.reported
        if row.quarter == about.quarter
        and row.unit_id
        and row.differs
        and about.is_about(row.unit_id)
        and about.is_under_id(row.directive)
    )
    return list(lines_of(about.edition, rows))


def _blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    """How much was reported, and each number that is to be asked about."""
    differing = _differing(about)
    found = [Paragraph(_count_words(about, len(differing)) + see(numbers, NUMBERS) + ".")]
    if about.unit or not _lines(about):
        found = []
    return (*found, *items(_asked(about, line) for line in differing))


def _count_words(about: QuarterOf, differing: int) -> str:
    told = max((line.row.reported_count for line in _lines(about)), default=0)
    expected = max((line.row.expected_count for line in _lines(about)), default=0)
    said = f"Có {vn_number(told)} trong {vn_number(expected)} đơn vị ghi nội dung theo từng điểm"
    return f"{said}; {vn_number(differing)} con số cần hỏi lại" if differing else said


def _asked(about: QuarterOf, line: Line) -> str:
    name = f"{line.unit.name}, " if line.unit and not about.unit else ""
    said = line.entry.explanation if line.entry else None
    why = f" Đơn vị giải thích: {mid_sentence(said)}" if said else " Đơn vị chưa giải thích"
    title = mid_sentence(line.indicator.title) if name else line.indicator.title
    return f"{name}{title}: {mid_sentence(line.question)}{why}"


def _table(about: QuarterOf, number: str) -> Appendix | None:
    lines = _lines(about)
    if about.unit or not any(line.row.reported_count for line in lines):
        return None
    title = f"Nội dung các đơn vị báo cáo, {about.words}"
    return Appendix(number, title, COLUMNS, tuple(map(_row, lines)), note=NOTE)


def _row(line: Line) -> tuple[str, ...]:
    row = line.row
    return (
        row.clause,
        line.indicator.title,
        line.told or ("bằng lời" if line.indicator.kind == "text" else ""),
        line.own,
        f"{vn_number(row.reported_count)} trong {vn_number(row.expected_count)}",
        vn_number(row.differing_count) if row.differing_count else "",
    )


def _said(about: QuarterOf) -> list[tuple[str, str, str]]:
    """What units told in words, in the order of their names: unit, indicator, text."""
    asked = {
        item.indicator.id: item.indicator
        for item in about.edition.city.asked_for(about.quarter)
        if about.is_under(item.directive)
    }
    told = {
        (entry.unit_id, entry.indicator): entry.text
        for entry in about.edition.report_entries
        if entry.quarter == about.quarter and entry.text
    }
    return [
        (unit.name, asked[name].title, text)
        for unit in about.units
        for name in asked
        if (text := told.get((unit.unit_id, name)))
    ]


def _said_blocks(about: QuarterOf, numbers: Numbers) -> tuple[Block, ...]:
    count = len({name for name, _, _ in _said(about)})
    if about.unit or not count:
        return ()
    told = f"Có {vn_number(count)} đơn vị báo cáo thêm bằng lời"
    return (Paragraph(f"{told}{see(numbers, WORDS)}."),)


def _said_table(about: QuarterOf, number: str) -> Appendix | None:
    rows = _said(about)
    title = f"Điều các đơn vị báo cáo bằng lời, {about.words}"
    return Appendix(number, title, SAID, tuple(rows)) if rows and not about.unit else None


REPORTED = Topic(NUMBERS, "Nội dung các đơn vị báo cáo", "reports", _blocks, _table, True)
REPORTED_WORDS = Topic(
    WORDS, "Điều các đơn vị báo cáo bằng lời", "reports", _said_blocks, _said_table, True
)
