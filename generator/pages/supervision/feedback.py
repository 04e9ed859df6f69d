"""How to report a fault or a grievance: a letter, a call, a form to fill in by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

import segno
from markupsafe import Markup

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.model.site_paths import SectionFolder
from generator.pages.links import absolute
from generator.pages.mail import BLANK
from generator.pages.renderer import Renderer
from generator.pages.section import Section
from generator.pages.supervision.feedback_docx import FORM, AskedInForm, form_bytes
from generator.pages.view import View

PLACE = f"{SectionFolder.SUPERVISION}/phan-anh"
FORM_URL = f"{PLACE}/phieu/"
DOCUMENT = f"{PLACE}/phieu-phan-anh.docx"


@dataclass(frozen=True)
class FeedbackView(View):
    """The guide; `mail` a letter to be sent, in which `blank` is where its subject goes."""

    template: ClassVar[str] = "pages/feedback.html"
    mail: str | None
    blank: str
    form_url: str
    document: str


@dataclass(frozen=True)
class FeedbackFormView(View):
    """The form; `qr` leads to the guide where `is_page`, else to a letter."""

    template: ClassVar[str] = "pages/feedback_form.html"
    form: Sequence[AskedInForm]
    qr: Markup | None
    is_page: bool
    document: str


def pages(renderer: Renderer) -> Iterator[Page]:
    """The guide, and the form as a page of A4."""
    edition, mail = renderer.edition, renderer.known.mail
    yield renderer.page(
        FeedbackView(mail.link() if mail else None, BLANK, FORM_URL, DOCUMENT),
        f"{PLACE}/",
        "Phản ánh, góp ý",
        f"Gửi thư, gọi điện, nộp phiếu cho {edition.city.place} khi thấy sai hoặc gặp phiền hà.",
        search_text="khiếu nại, tố cáo, đường dây nóng, số điện thoại, thư điện tử",
    )
    is_page = edition.city.site_url is not None
    yield renderer.page(
        FeedbackFormView(FORM, _drawn(edition), is_page, DOCUMENT),
        FORM_URL,
        "Phiếu phản ánh",
        "Phiếu phản ánh khổ A4 để in, điền tay và nộp hoặc gửi qua bưu điện.",
    )


def files(renderer: Renderer) -> dict[str, bytes]:
    """The form as a Word document, by path."""
    known, target = renderer.known, qr_target(renderer.edition)

    def made() -> bytes:
        return form_bytes(known, target and segno.make(target, error="m"))

    return {DOCUMENT: renderer.memo.reuse(("file", DOCUMENT), lambda: (known, target), made)}


def qr_target(edition: Edition) -> str | None:
    """What the square leads to: this section where the site has an address, else a letter."""
    city = edition.city
    if city.site_url:
        return absolute(city.site_url, f"{PLACE}/")
    return f"mailto:{city.city.email}" if city.city.email else None


def _drawn(edition: Edition) -> Markup | None:
    target = qr_target(edition)
    if target is None:
        return None
    code = segno.make(target, error="m")
    drawing = code.svg_inline(border=2, omitsize=True, light="#fff", svgclass="ck-qr")
    return Markup(drawing)  # noqa: S704  # drawn by the library from squares alone


SECTION = Section(f"{PLACE}/", "Phản ánh", (pages,), (files,), is_service=True)
