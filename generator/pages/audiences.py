"""Whom the site is for, and where each begins: three first tasks for each audience."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.ledger.words import LEDGER_URL, edition_url
from generator.model.capitals import capitalize_first, mid_sentence
from generator.model.site_paths import OPEN_DATA, SectionFolder
from generator.pages.bulletins.files import SECTION as BULLETINS
from generator.pages.bulletins.files import bulletin_url
from generator.pages.bulletins.list import newest_bulletin
from generator.pages.conduct.corrections import ADDRESS as CORRECTIONS
from generator.pages.guide import SECTION as GUIDE
from generator.pages.method import ADDRESS as METHOD
from generator.pages.renderer import Renderer
from generator.pages.section import Section
from generator.pages.supervision.feedback import SECTION as FEEDBACK
from generator.pages.supervision.page import SECTION as SUPERVISION
from generator.pages.units.page import SECTION as UNITS
from generator.pages.verification import URL as VERIFICATION
from generator.pages.view import View

ADDRESS = f"{SectionFolder.AUDIENCES}/"
NAME = "Dành cho ai"


@dataclass(frozen=True)
class Task:
    """Something that people come for: in words, and the address where it is done."""

    words: str
    url: str


@dataclass(frozen=True)
class Audience:
    """Some who use the site, and what they come for first."""

    key: str
    name: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class AudiencesView(View):
    """Every audience."""

    template: ClassVar[str] = "pages/audiences.html"
    audiences: Sequence[Audience]


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page of all audiences."""
    found = audiences(renderer.edition)
    yield renderer.page(
        AudiencesView(found),
        ADDRESS,
        NAME,
        "Mỗi người bắt đầu từ đâu: " + ", ".join(mid_sentence(one.name) for one in found) + ".",
        search_text=", ".join(audience.name for audience in found),
    )


def audiences(edition: Edition) -> tuple[Audience, ...]:
    """Every audience with its tasks: those who read, then those who work with what is here."""
    return (*_readers(edition), *_workers(edition))


def _readers(edition: Edition) -> tuple[Audience, ...]:
    unit = edition.local_units or "đơn vị"
    return (
        Audience(
            "nguoi-dan",
            "Người dân",
            (
                Task("Bao giờ tôi nhận được kết quả hồ sơ?", "#bao-gio"),
                Task(
                    f"{unit[:1].upper()}{unit[1:]} của tôi giải quyết có đúng hạn không?",
                    f"{UNITS}/",
                ),
                Task("Hồ sơ chậm, bị gây phiền hà thì báo ai?", FEEDBACK.address),
            ),
        ),
        Audience(
            "mat-tran",
            capitalize_first(edition.city.law.supervisors.all),
            (
                Task("Việc gì đang quá hạn, của đơn vị nào?", f"{SUPERVISION}/#qua-han"),
                Task("Kỳ này có gì thay đổi so với kỳ trước?", newest_edition_url(edition)),
                Task("Trang có bị sửa sau khi công bố không?", VERIFICATION),
            ),
        ),
        Audience(
            "nha-bao",
            "Nhà báo, nhà nghiên cứu",
            (
                Task("Tải số liệu dạng CSV, mỗi tệp một cách chia", f"{OPEN_DATA}#theo-cach-chia"),
                Task(f"Lấy một biểu đồ của {unit} để nhúng vào bài", f"{UNITS}/"),
                Task("Con số được tính ra sao, không chứng minh được điều gì?", METHOD),
            ),
        ),
    )


def _workers(edition: Edition) -> tuple[Audience, ...]:
    at_the_station = (
        Audience(
            "dai-truyen-thanh",
            "Đài truyền thanh",
            (
                Task("Kịch bản mới nhất của chuyên mục", newest_bulletin_url(edition)),
                Task("Điều gì đã phát mà nay phải cải chính?", f"{SUPERVISION}/#cai-chinh"),
                Task("Mọi bản tin, và cách tự nhận bản tin mới", f"{BULLETINS}/"),
            ),
        ),
    )
    return (
        *(at_the_station if edition.city.radio else ()),
        Audience(
            "don-vi",
            f"Cán bộ, đơn vị của {edition.city.place}",
            (
                Task("Đơn vị tôi còn việc gì phải làm, hạn ngày nào?", f"{UNITS}/"),
                Task("Bị nêu sai thì được đính chính như thế nào?", CORRECTIONS),
                Task("Nhập liệu, kiểm tra và công bố một kỳ", GUIDE.address),
            ),
        ),
        Audience(
            "ky-su",
            "Kỹ sư",
            (
                Task("Từng cột dữ liệu nghĩa là gì?", f"{OPEN_DATA}tu-dien/"),
                Task("Tự tính lại từng con số bằng một lệnh", f"{METHOD}#tu-tinh-lai-tung-con-so"),
                Task("Sổ công khai chứng minh được điều gì?", LEDGER_URL),
            ),
        ),
    )


def newest_edition_url(edition: Edition) -> str:
    """Address of what changed in the newest edition; the ledger's while none is closed."""
    closed = edition.ledger.chain.editions
    return edition_url(closed[-1].edition) if closed else LEDGER_URL


def newest_bulletin_url(edition: Edition) -> str:
    """Address of the newest bulletin; that of all bulletins while there is none."""
    newest = newest_bulletin(edition)
    return bulletin_url(newest.bulletin_id) if newest else f"{BULLETINS}/"


SECTION = Section(ADDRESS, NAME, (pages,), is_service=True)
