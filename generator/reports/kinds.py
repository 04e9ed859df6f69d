"""The kinds of report: the division's own summary, a unit's, the chairman's, the Front's."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.ledger.changes import every_change
from generator.model.capitals import capitalize_first, mid_sentence
from generator.model.records import Unit
from generator.model.settings import City
from generator.model.text import slug, vn_date
from generator.pages.edition_news import change_groups, summary
from generator.pages.supervision.questions import questions
from generator.reports.document import Appendix, Block, Gap, Heading, Item, Paragraph, Report
from generator.reports.offices import letterhead, signature
from generator.reports.owed import next_blocks, overdue_blocks
from generator.reports.quarter import QuarterOf
from generator.reports.sections import by_document, documents, in_general, told
from generator.reports.topics.recommendations import RECOMMENDATIONS
from generator.reports.topics.registry import TOPICS, appendices, roman

BLANK = "…"
"""Whom a committee reports to that is its own compiler: only it knows."""
NO_DATA = "Chưa có số liệu nào của quý này."


@dataclass(frozen=True)
class Kind:
    """A kind of report: its name in the file's, its title, what it is for, and its sections."""

    name: str
    title: str
    purpose: str
    sections: Callable[[QuarterOf, dict[str, Appendix]], Iterator[Block]]
    has_appendices: bool = True


def _whole(about: QuarterOf, tables: dict[str, Appendix]) -> Iterator[Block]:
    numbers = _names(tables)
    yield Heading("I. KẾT QUẢ CHUNG")
    general = tuple(in_general(about, numbers))
    yield from general or (Paragraph(NO_DATA),)
    yield from by_document(about, numbers, 2)
    next_one = 2 + len(documents(about))
    yield Heading(f"{roman(next_one)}. TỒN TẠI, HẠN CHẾ")
    yield from overdue_blocks(about)
    yield Gap("nguyên nhân của tồn tại, hạn chế; trách nhiệm của tập thể, cá nhân")
    yield Heading(f"{roman(next_one + 1)}. NHIỆM VỤ THỜI GIAN TỚI")
    yield from next_blocks(about)
    yield Heading(f"{roman(next_one + 2)}. ĐỀ XUẤT, KIẾN NGHỊ")
    yield Gap("đề xuất, kiến nghị với cấp trên; nếu không có thì ghi “Không”")


def _short(about: QuarterOf, tables: dict[str, Appendix]) -> Iterator[Block]:
    yield Heading("I. KẾT QUẢ TRONG QUÝ")
    yield from tuple(told(about, {}, iter(TOPICS))) or (Paragraph(NO_DATA),)
    yield Heading("II. VIỆC CẦN CHỈ ĐẠO")
    yield from overdue_blocks(about)
    yield Gap("ý kiến đề xuất để Chủ tịch chỉ đạo")


def _front(about: QuarterOf, tables: dict[str, Appendix]) -> Iterator[Block]:
    numbers = _names(tables)
    yield Heading("I. KIẾN NGHỊ VÀ VIỆC TRẢ LỜI")
    replies = RECOMMENDATIONS.blocks(about, numbers)
    yield from replies or (Paragraph("Trong quý không có kiến nghị nào."),)
    yield Heading("II. VIỆC QUÁ HẠN")
    yield from overdue_blocks(about)
    yield Heading("III. KẾT QUẢ TRONG QUÝ")
    others = (topic for topic in TOPICS if topic is not RECOMMENDATIONS)
    yield from tuple(told(about, numbers, others)) or (Paragraph(NO_DATA),)
    yield Heading("IV. ĐIỀU CẦN HỎI LẠI")
    yield from _asked(about)
    yield Heading("V. THAY ĐỔI TRONG SỔ CÔNG KHAI")
    yield from _changed(about)


def _asked(about: QuarterOf) -> Iterator[Block]:
    """Figures of the quarter that look odd, as questions."""
    found = [item for item in questions(about.edition) if item.quarter == about.quarter]
    if not found:
        yield Paragraph("Không có số liệu nào lạ theo các phép thử của trang.")
    for item in found:
        yield Item(f"{about.edition.unit(item.unit_id).name}: {item.text}")


def _changed(about: QuarterOf) -> Iterator[Block]:
    """What the newest edition changed of what stood before."""
    every = every_change(about.edition.ledger.chain)
    if not every:
        yield Paragraph("Chưa đóng kỳ công bố nào.")
        return
    newest = every[-1]
    told = summary(change_groups(about.edition, newest))
    yield Paragraph(f"Kỳ công bố {newest.edition.edition}: {told.rstrip('.')}.")


def _names(tables: dict[str, Appendix]) -> Mapping[str, str]:
    return {name: table.name for name, table in tables.items()}


WHOLE = Kind("bao-cao", "BÁO CÁO", "", _whole)
CHAIRMAN = Kind("tom-tat", "BÁO CÁO TÓM TẮT", "", _short, has_appendices=False)
FRONT = Kind("giam-sat", "BÁO CÁO", ", phục vụ công tác giám sát", _front)
KINDS = {"whole": WHOLE, "chairman": CHAIRMAN, "front": FRONT}


def report(about: QuarterOf, kind: Kind) -> Report:
    """A report of a kind on a quarter, of all units or of one."""
    tables = appendices(about) if kind.has_appendices else {}
    author = about.unit or _compiler(about)
    head = letterhead(about.edition.city, author)
    blocks = (
        Paragraph(_opening(about, head.issuer)),
        *kind.sections(about, tables),
        Paragraph(f"Trên đây là báo cáo kết quả {about.words} của {head.issuer}./."),
    )
    addressee = _addressee(about, kind)
    return Report(
        file_name=_file_name(about, kind),
        letterhead=head,
        kind=kind.title,
        subject=f"{_subject(about)} {about.words}{kind.purpose}",
        addressee=addressee,
        blocks=blocks,
        signature=signature(head.issuer),
        recipients=("Như trên", "Lưu: VT"),
        appendices=tuple(tables.values()),
        year=about.edition.as_of.year,
        sample=about.edition.city.sample,
    )


def _compiler(about: QuarterOf) -> Unit | None:
    """The unit that sums up for the city: the one it names, or that closes its editions."""
    city = about.edition.city
    closing = city.publishing.edition_unit if city.publishing else None
    unit_id = city.city.report_unit or closing
    return about.edition.unit(unit_id) if unit_id else None


def _subject(about: QuarterOf) -> str:
    """What is reported on: how the documents in force were carried out."""
    named = " và ".join(item.cited for item in documents(about))
    return f"Kết quả thực hiện {named or 'kỷ luật, kỷ cương hành chính'}"


def _opening(about: QuarterOf, issuer: str) -> str:
    """On which document the report rests, and up to which day its figures are."""
    named = [
        f"{item.cited} ngày {vn_date(item.issued_on)} của {item.issuer} về"
        f" {mid_sentence(item.title)}"
        for item in documents(about)
    ]
    basis = f"Thực hiện {' và '.join(named)}, " if named else ""
    day = vn_date(about.edition.as_of)
    return (
        f"{basis}{issuer} báo cáo kết quả {about.words} như sau (số liệu đã công khai, tính đến hết"
        f" ngày {day}):"
    )


def _front_of(city: City) -> str:
    """The Front of the place; those who supervise elsewhere have no one name."""
    front = f"Ủy ban Mặt trận Tổ quốc Việt Nam {mid_sentence(city.city.name)}"
    return front if city.city.jurisdiction == "vn" else capitalize_first(city.law.supervisors.all)


def _addressee(about: QuarterOf, kind: Kind) -> str:
    if kind is FRONT:
        fronts = [unit for unit in about.edition.units if unit.kind == "supervisor"]
        return fronts[0].name if fronts else _front_of(about.edition.city)
    city, compiler = about.edition.city, _compiler(about)
    chairman = f"Chủ tịch {city.city.authority}"
    if about.unit and about.unit is not compiler:
        through = compiler.name if compiler else city.city.contact_office
        return f"{chairman} (qua {through})" if through else chairman
    return chairman if letterhead(city, compiler).above else BLANK


def _file_name(about: QuarterOf, kind: Kind) -> str:
    unit = f"-{about.unit.unit_id}" if about.unit else ""
    return f"{kind.name}-{slug(about.quarter)}{unit}"
