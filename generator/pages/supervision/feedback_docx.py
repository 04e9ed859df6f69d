"""The form to fill in by hand: its questions, once for the page and for the Word document."""

import io
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt

from generator.formats.docx import docx_parts
from generator.formats.zip import zip_bytes
from generator.model.laws import Cited
from generator.model.sample import SAMPLE_HEADLINE
from generator.model.text import vn_date
from generator.pages.here import Known

TITLE = "PHIẾU PHẢN ÁNH, GÓP Ý"


@dataclass(frozen=True)
class AskedInForm:
    """One thing asked: how many lines to write on, or what to tick."""

    words: str
    line_count: int = 1
    ticks: tuple[str, ...] = ()


FORM = (
    AskedInForm(
        "1. Phản ánh về (đánh dấu vào ô phù hợp)",
        0,
        (
            "Thông tin trên trang công khai không đúng",
            "Hồ sơ thủ tục bị chậm, bị đòi thêm giấy tờ",
            "Thái độ, giờ giấc làm việc của cán bộ, công chức",
            "Việc khác",
        ),
    ),
    AskedInForm("2. Trang, mã hồ sơ công khai hoặc đơn vị (ví dụ: pb-2018-007)"),
    AskedInForm("3. Sự việc: xảy ra ở đâu, lúc nào, ai liên quan", 6),
    AskedInForm("4. Giấy tờ kèm theo (nếu có)", 2),
    AskedInForm("5. Điều đề nghị giải quyết", 3),
    AskedInForm("6. Họ tên, địa chỉ, điện thoại để trả lời (không bắt buộc, không công bố)", 2),
)
PROMISE = (
    "Họ tên và cách liên hệ chỉ dùng để trả lời, không bao giờ được công bố. Khiếu nại, tố cáo có"
    " thủ tục riêng theo {law:complaints}; phiếu này không thay cho đơn."
)


def form_bytes(known: Known, code: Any) -> bytes:
    """The form as DOCX on one sheet of A4; `code` is the square, None without one.

    The same edition gives the same bytes.
    """

    document = Document()
    _set_page(document, known)
    _write_head(document, known, code)
    for question in FORM:
        _write_question(document, question)
    _line(
        document,
        PROMISE.format(law=Cited(known.city.law, known.city.as_of, "vi")),
        size=9,
        italic=True,
    )
    _line(document, f"Ngày ..... tháng ..... năm ........          Ký tên: {'.' * 40}", size=11)
    _line(
        document, f"Nơi nhận ghi: số ........, ngày nhận {'.' * 20}, người nhận {'.' * 30}", size=9
    )
    return _packed(document)


def _set_page(document: Any, known: Known) -> None:

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    style.paragraph_format.space_after = Pt(5)
    core = document.core_properties
    core.title, core.author = TITLE, known.city.city.authority
    core.last_modified_by, core.comments = core.author, ""
    core.created = core.modified = datetime.combine(known.city.as_of, time.min)


def _write_head(document: Any, known: Known, code: Any) -> None:

    city = known.city
    if city.sample:
        _line(document, SAMPLE_HEADLINE, size=10, bold=True, centred=True)
    _line(document, TITLE, size=15, bold=True, centred=True)
    _line(document, f"Kính gửi: {city.office}", size=12, centred=True)
    if code is not None:
        picture = io.BytesIO()
        code.save(picture, kind="png", scale=6, border=2)
        picture.seek(0)
        paragraph = document.add_paragraph()
        paragraph.alignment = 1
        paragraph.add_run().add_picture(picture, width=Mm(26))
    for words in ways_to_send(known):
        _line(document, words, size=10, centred=True)


def ways_to_send(known: Known) -> tuple[str, ...]:
    """Where the filled form goes, a line each."""
    who = known.city.city
    found = (
        f"Nộp hoặc gửi qua bưu điện: {who.address}" if who.address else None,
        f"Thư điện tử: {who.email}" if who.email else None,
        f"Điện thoại: {who.phone}" if who.phone else None,
        f"Mẫu phiếu của kỳ công bố {known.edition_id}, {vn_date(known.city.as_of)}",
    )
    return tuple(words for words in found if words)


def _write_question(document: Any, question: AskedInForm) -> None:
    _line(document, question.words, size=11, bold=True)
    for tick in question.ticks:
        _line(document, f"☐  {tick}", size=11)
    for _ in range(question.line_count):
        _dots(document)


def _dots(document: Any) -> None:
    """A line to write on, across the sheet."""

    paragraph = document.add_paragraph("\t")
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _line(
    document: Any,
    words: str,
    *,
    size: int,
    bold: bool = False,
    italic: bool = False,
    centred: bool = False,
) -> None:

    paragraph = document.add_paragraph()
    if centred:
        paragraph.alignment = 1
    run = paragraph.add_run(words)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _packed(document: Any) -> bytes:
    """The document with no clock in its archive."""
    return zip_bytes(dict(sorted(docx_parts(document).items())))
