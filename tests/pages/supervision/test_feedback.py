"""Ways back: a letter already begun, numbers to call, a form; what every page says of itself."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from generator.app.sources import check_folder
from generator.edition.edition import Edition
from generator.pages.environment import templates
from generator.pages.mail import letter_of
from generator.pages.renderer import Renderer
from generator.pages.supervision import feedback
from generator.pages.supervision.feedback_docx import FORM
from worlds.editions import empty_edition
from worlds.paths import DATA, TEMPLATES
from worlds.published import COMPILED
from worlds.shipped import shipped_edition, shipped_renderer

SITE = "https://congkhai.example"


def with_city(edition: Edition, **changes: object) -> Edition:
    """The edition of a city with other settings; `email` and the like are its identity's."""
    own = {key: value for key, value in changes.items() if key in ("email", "phone", "address")}
    rest = {key: value for key, value in changes.items() if key not in own}
    identity = edition.city.city.model_copy(update=own)
    return replace(edition, city=edition.city.model_copy(update={"city": identity, **rest}))


def bodies(edition: Edition) -> dict[str, str]:
    renderer = Renderer(edition, templates(TEMPLATES, COMPILED))
    return {page.url: page.body for page in feedback.pages(renderer)}


@cache
def shipped() -> dict[str, str]:
    return {page.url: page.body for page in feedback.pages(shipped_renderer())}


def letter(link: str | None) -> tuple[str, str]:
    assert link
    fields = parse_qs(urlsplit(link).query)
    return fields["subject"][0], fields["body"][0]


def test_a_letter_names_page_record_and_edition() -> None:
    edition = with_city(shipped_edition(), site_url=SITE)
    written = letter_of(edition.city, edition.edition_id)
    assert written
    subject, body = letter(written.link("Phê bình: Xã Một", "phe-binh/pb-2018-001/"))
    assert subject == "[Dữ liệu mẫu] Phản ánh: Phê bình: Xã Một"
    assert f"Phê bình: Xã Một ({SITE}/phe-binh/pb-2018-001/)" in body
    assert "2018-Q4, số liệu đến hết ngày 31/12/2018" in body
    assert "\r\n" in body and "\n\n" not in body


def test_a_city_without_an_address_is_not_written_to() -> None:
    edition = with_city(empty_edition(), email=None, phone=None, hotlines=())
    assert letter_of(edition.city, edition.edition_id) is None
    body = bodies(edition)["giam-sat/phan-anh/"]
    assert "chưa khai địa chỉ thư điện tử" in body and "chưa khai số điện thoại" in body
    assert "mailto:" not in body
    assert feedback.qr_target(edition) is None
    assert "ck-qr" not in bodies(edition)["giam-sat/phan-anh/phieu/"]


def test_the_numbers_to_call_are_those_of_the_settings() -> None:
    body = shipped()["giam-sat/phan-anh/"]
    assert shipped_edition().city.hotlines
    for line in shipped_edition().city.hotlines:
        assert (
            f'<a href="tel:{line.phone.replace(" ", "")}"><strong>{line.phone}</strong></a>' in body
        )
        assert line.name in body


def test_nothing_in_the_sample_s_settings_can_reach_anybody() -> None:
    city = shipped_edition().city
    assert city.sample
    assert city.city.email and city.city.email.endswith(".example")
    for number in (city.city.phone, *(line.phone for line in city.hotlines)):
        assert number and number.startswith("0000")


def test_the_square_leads_to_the_section_or_begins_a_letter() -> None:
    there = feedback.qr_target(with_city(shipped_edition(), site_url=f"{SITE}/"))
    assert there == f"{SITE}/giam-sat/phan-anh/"
    letter_to = feedback.qr_target(with_city(shipped_edition(), site_url=None))
    assert letter_to == "mailto:phan-anh@congkhai.example"


def test_the_form_asks_the_same_on_the_page_and_in_word() -> None:
    page = shipped()["giam-sat/phan-anh/phieu/"]
    files = feedback.files(shipped_renderer())
    assert files == feedback.files(shipped_renderer())
    (content,) = files.values()
    words = [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
    for question in FORM:
        assert question.words in page and question.words in words
    assert "DỮ LIỆU MẪU, KHÔNG PHẢI SỐ LIỆU THẬT" in words
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert sum(name.endswith(".png") for name in names) == 1


@pytest.mark.parametrize(
    "url",
    [
        "phe-binh/pb-2018-001/",
        "neu-guong/ng-2018-001/",
        "don-vi/p-dong-ve/",
        "thu-tuc/1-001193/",
        "phat-thanh/2018-w40/",
    ],
)
def test_every_record_page_leads_back_with_its_own_address(built_site: Path, url: str) -> None:
    html = (built_site / url / "index.html").read_text("utf-8")
    assert (
        html.count(f'href="../../giam-sat/phan-anh/?ve={url}"') == 2
    )  # the page's own, the footer's
    _, body = letter(re.findall(r'href="(mailto:[^"]+)"', html)[0].replace("&amp;", "&"))
    assert f"/{url})" in body


def test_every_page_says_of_itself_when_from_what_and_whom_to_tell(built_site: Path) -> None:
    for path in built_site.rglob("index.html"):
        if "bieu-do" in path.parts:
            continue
        footer = path.read_text("utf-8").partition('<footer class="ck-footer">')[2]
        for words in (
            "<strong>2018-Q4</strong>",
            "31/12/2018",
            "Thấy sai?",
            "Cách tính từng con số",
        ):
            assert words in footer, path


def test_an_ended_name_is_in_no_letter(built_site: Path) -> None:
    sources = check_folder(DATA).sources
    assert sources
    names = {record.record_id: record.subject_name for record in sources.world.criticisms}
    ended = [
        r
        for r in shipped_edition().criticisms
        if not r.named
        and r.subject_kind == "person"
        and not any(item.cleared_name for item in r.corrections)  # whoever wished it so
    ]
    assert ended
    for record in ended:
        html = (built_site / "phe-binh" / record.record_id / "index.html").read_text("utf-8")
        assert names[record.record_id] not in unquote(html)


def open_page(browser: Browser, address: str) -> Page:
    page = browser.new_page()
    page.goto(address)
    return page


def test_the_guide_writes_the_page_meant_into_letter_and_form(
    site_address: str, browser: Browser
) -> None:
    page = open_page(browser, f"{site_address}/phe-binh/pb-2018-023/")
    page.get_by_role("link", name="Gọi điện, điền phiếu").click()
    expect(page.get_by_text("Quý vị đang phản ánh về trang phe-binh/pb-2018-023/")).to_be_visible()
    link = page.get_by_role("link", name=re.compile("^Soạn thư gửi")).get_attribute("href")
    assert "Tôi phản ánh về: phe-binh/pb-2018-023/\r\n" in letter(link)[1]
    page.get_by_role("link", name="Mở phiếu để in").click()
    expect(page.locator(".ck-sheet").get_by_text("phe-binh/pb-2018-023/")).to_be_visible()
    page.goto(f"{site_address}/giam-sat/phan-anh/?ve=<img src=x>")
    expect(page.get_by_text("Quý vị đang phản ánh")).to_be_hidden()
    page.close()


def test_the_form_is_one_sheet_of_paper(site_address: str, browser: Browser) -> None:
    page = open_page(browser, f"{site_address}/giam-sat/phan-anh/phieu/")
    content = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    page.close()
