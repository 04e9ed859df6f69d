"""What people come for, done on a phone from the home page, with every touch counted."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.chromium import needs_chromium
from browser.phone import SCREEN
from generator.model.figures import CUT_BY

pytestmark = needs_chromium


class Walk:
    """A reader's way from the home page; typing and scrolling are no touches."""

    def __init__(self, page: Page) -> None:
        """The reader has the home page before her."""
        self.page, self.touches = page, 0

    def touch(self, part: Locator) -> None:
        """Touches a part that is there to be seen."""
        expect(part).to_be_visible()
        part.tap()
        self.touches += 1

    def choose(self, field: Locator, words: str) -> None:
        """Chooses from a list of the telephone's own."""
        expect(field).to_be_visible()
        field.select_option(label=words)
        self.touches += 1

    def arrived(self, part: Locator) -> None:
        """Looks for what the way was for: it is in sight, at most a screen's height down."""
        expect(part).to_be_visible()
        top = part.evaluate("part => part.getBoundingClientRect().top")
        assert top < 2 * SCREEN["height"]


@pytest.fixture
def walk(browser: Browser, site_address: str) -> Iterator[Walk]:
    context = browser.new_context(
        viewport=SCREEN, has_touch=True, is_mobile=True, reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )  # fmt: skip
    page = context.new_page()
    page.goto(site_address)
    yield Walk(page)
    context.close()


def test_a_citizen_learns_the_due_day_and_how_punctual_her_ward_is(walk: Walk) -> None:
    page = walk.page
    field = page.get_by_role("combobox", name="Thủ tục")
    walk.touch(field)
    field.press_sequentially("khai sinh")
    name = page.get_by_text("Đăng ký khai sinh", exact=True)
    walk.touch(page.get_by_role("option").filter(has=name))
    walk.choose(page.get_by_label("Nơi nộp"), "Phường Đông Thọ")
    walk.touch(page.get_by_role("button", name="Xem ngày có kết quả"))
    answer = page.locator("[data-ck-answer]")
    walk.arrived(answer.get_by_text("Chậm nhất theo quy định"))
    expect(answer.get_by_role("link", name="Phường Đông Thọ")).to_be_visible()
    expect(answer.get_by_text("đúng hạn").first).to_be_visible()
    assert walk.touches <= 4


FRONT: dict[str, Callable[[Page], tuple[Locator, ...]]] = {
    "late": lambda page: (
        page.get_by_role("link", name="việc quá hạn và kiến nghị"),
        page.locator(".ck-doors").get_by_role("link", name="Đang quá hạn"),
        page.get_by_role("heading", name="việc của các đơn vị đang quá hạn"),
    ),
    "changed": lambda page: (
        page.get_by_role("link", name="có gì thay đổi so với kỳ trước").first,
        page.get_by_role("heading", level=1, name="có gì thay đổi"),
    ),
    "verify": lambda page: (
        page.get_by_role("link", name="kiểm chứng ngay trên máy của bạn"),
        page.get_by_text("Chọn thư mục"),
    ),
}
"""What an officer of the Front touches, and what she then looks at."""


@pytest.mark.parametrize("wanted", FRONT)
def test_an_officer_of_the_front_arrives(walk: Walk, wanted: str) -> None:
    *way, aim = FRONT[wanted](walk.page)
    for part in way:
        walk.touch(part)
    walk.arrived(aim)
    assert walk.touches <= 2


@pytest.mark.parametrize("width", [960, 1280])
def test_the_same_on_a_desk(browser: Browser, site_address: str, width: int) -> None:
    """Every page's menu leads to supervision, and its first list to each of the three."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    for door, heading in (
        ("Đang quá hạn", "việc của các đơn vị đang quá hạn"),
        ("Có gì thay đổi", "có gì thay đổi"),
        ("Kiểm chứng", "Kiểm chứng"),
    ):
        page.goto(f"{site_address}thu-tuc/1-001193/")
        page.locator(".ck-nav").get_by_role("link", name="Giám sát").click()
        page.locator(".ck-doors").get_by_role("link", name=door).click()
        expect(page.get_by_role("heading", name=heading).first).to_be_in_viewport()
    page.close()


def test_a_journalist_has_figures_of_one_cut(walk: Walk) -> None:
    page = walk.page
    walk.touch(page.get_by_role("link", name="số liệu mở để tải về"))
    with page.expect_download() as download:
        walk.touch(page.get_by_role("link", name="Theo đơn vị và quý"))
    text = Path(download.value.path()).read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [name for name in rows[0] if name in CUT_BY] == ["unit_id", "quarter"]
    assert all(row["unit_name"] and row["quarter"] for row in rows)
    assert walk.touches <= 2


def test_a_journalist_copies_the_code_of_a_chart(walk: Walk) -> None:
    page = walk.page
    walk.touch(page.get_by_text("Nhúng", exact=True).first)
    walk.touch(page.get_by_role("button", name="Chép đoạn mã").filter(visible=True))
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    assert code == page.locator("[data-ck-embed]").first.text_content()
    assert code.startswith(f'<iframe src="{page.url}bieu-do/')
    assert walk.touches <= 2
