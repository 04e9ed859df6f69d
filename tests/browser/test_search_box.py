"""The search by hand: keys, a phone, a screen reader, what is marked, what is said, what fails."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.chromium import needs_chromium
from browser.searching import FIELD, ITEM, SAID, load_search

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

pytestmark = needs_chromium


@pytest.fixture
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    """The first page, on a wide screen; nothing goes wrong on it unseen."""
    context = browser.new_context(viewport=WIDE)
    found = context.new_page()
    said: list[str] = []
    found.on("pageerror", lambda error: said.append(str(error)))
    found.goto(site_address)
    yield found
    context.close()
    assert said == []


def typed(page: Page, words: str) -> None:
    """Types into the open search and waits for its answer."""
    load_search(page)
    page.locator(FIELD).fill(words)
    expect(page.locator(SAID)).to_contain_text("ìm thấy")


def test_arrows_choose_enter_opens_and_escape_closes(page: Page, site_address: str) -> None:
    field, options = page.get_by_role("combobox", name="Tìm, không cần gõ dấu"), page.locator(ITEM)
    typed(page, "khai sinh")
    expect(field).to_have_attribute("aria-expanded", "true")
    count = options.count()
    for key, chosen in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", count - 1),
        ("ArrowDown", 0),
        ("ArrowUp", count - 1),
        ("Home", 0),
    ):
        page.keyboard.press(key)
        expect(field).to_be_focused()
        expect(options.nth(chosen)).to_have_attribute("aria-selected", "true")
        assert field.get_attribute("aria-activedescendant") == options.nth(chosen).get_attribute(
            "id"
        )
        expect(page.locator("[aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(options.first).to_be_hidden()
    field.fill("khai sinh ")
    expect(options.first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_address}thu-tuc/1-001193/")


def test_the_letter_of_a_key_may_be_typed_where_one_types(page: Page) -> None:
    load_search(page)
    page.keyboard.type("sf/")
    expect(page.locator(FIELD)).to_have_value("sf/")


def test_ten_are_shown_and_the_others_when_they_are_asked_for(page: Page) -> None:
    typed(page, "phường")
    expect(page.locator(ITEM)).to_have_count(10)
    page.get_by_role("button", name="Xem thêm").click()
    expect(page.locator(ITEM).nth(11)).to_be_visible()
    expect(page.locator(FIELD)).to_be_focused()
    urls = page.locator(ITEM).evaluate_all("links => links.map(link => link.href)")
    assert len(urls) == len({*urls})


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("ke hoach", {"kế", "hoạch"}),
        ("phê bình", {"phê", "bình"}),
        ("y", {"y", "ý", "i", "í", "ì", "ỉ", "ị"}),
        ("b", {"b"}),
        ("1.001193", {"1.001193"}),
        ("khai si", {"khai", "sinh", "sinh,", "sĩ", "sỉ", "si", "sinh."}),
    ],
)
def test_whole_words_are_marked_in_text_and_nothing_within_them(
    page: Page, words: str, marked: set[str]
) -> None:
    typed(page, words)
    page.locator(ITEM).first.wait_for()
    marks = page.locator(f"{ITEM} mark")
    assert marks.count() > 0
    assert {text.lower() for text in marks.all_inner_texts()} <= marked
    assert page.locator("mark mark").count() == 0
    shown = " ".join(page.locator(ITEM).all_text_contents())
    assert "<" not in shown and "mark>" not in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("thur tucj", "Đã đọc “thur tucj” là “thủ tục”."),
        ("d9o6ng", "Đã đọc “d9o6ng” là “đông”."),
        ("khai sinh qwertz", "Không trang nào có chữ “qwertz”."),
        ("khai sinh kết hôn lưu động Lê Văn B", "Không trang nào có đủ các chữ đã gõ"),
        ("thọngg thộ", "Không"),
        ("khai sinh lưu động", "Tìm thấy 1 kết quả."),
    ],
)
def test_it_is_said_how_an_answer_came_about(page: Page, words: str, said: str) -> None:
    typed(page, words)
    expect(page.get_by_role("status")).to_contain_text(said)


def test_an_empty_answer_shows_ways_on(page: Page, site_address: str) -> None:
    typed(page, "qwertz")
    expect(page.locator(SAID)).to_contain_text("Không tìm thấy trang nào")
    for name in ("Thủ tục", "Đơn vị", "Phê bình", "Phản ánh"):
        expect(page.locator(".ck-search__ways").get_by_role("link", name=name)).to_be_visible()
    page.locator(FIELD).fill("sihn")
    page.get_by_role("button", name="Tìm “sinh”").click()
    expect(page.locator(FIELD)).to_have_value("sinh")
    expect(page.locator(ITEM).first).to_be_visible()
    page.locator(FIELD).fill("qwertz")
    page.locator(".ck-search__ways").get_by_role("link", name="Đơn vị").click()
    expect(page).to_have_url(f"{site_address}don-vi/")


def test_a_citizen_types_without_accents_on_a_phone_and_arrives(
    browser: Browser, site_address: str
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(f"{site_address}phe-binh/pb-2018-007/")
    pill = page.get_by_role("button", name="Tìm, không cần gõ dấu")
    pill.tap()
    page.keyboard.type("thu tuc khai sinh")
    option = page.locator(ITEM, has_text="Đăng ký khai sinh").first
    option.wait_for()
    box = page.locator(".ck-search").bounding_box()
    assert box and (box["width"], box["height"]) == (PHONE["width"], PHONE["height"])
    page.get_by_role("button", name="Đóng").tap()
    expect(option).to_be_hidden()
    expect(pill).to_be_focused()
    pill.tap()
    page.keyboard.press("End")
    page.keyboard.type(" ")
    option.tap()
    page.wait_for_url("**/thu-tuc/1-001193/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")
    context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_search(
    browser: Browser, site_address: str, size: dict[str, int], scheme: str
) -> None:
    page = browser.new_page(viewport=size, color_scheme=scheme)
    page.goto(f"{site_address}?q=khai+sinh")
    page.locator(ITEM).first.wait_for()
    page.keyboard.press("ArrowDown")
    assert violations(page, runOnly=RULES) == []
    page.locator(FIELD).fill("qwertz")
    page.locator(".ck-search__ways a").first.wait_for()
    assert violations(page, runOnly=RULES) == []
    small = page.locator(".ck-search :is(a,button):visible").evaluate_all(
        "parts => parts.filter(part => part.getBoundingClientRect().height < 24).length"
    )
    letters = page.locator(".ck-search__panel *:visible").evaluate_all(
        "parts => Math.min(...parts.map(part => parseFloat(getComputedStyle(part).fontSize)))"
    )
    assert small == 0 and letters >= 14
    page.close()


def test_another_place_closes_the_search(page: Page) -> None:
    typed(page, "khai sinh")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(ITEM).first).to_be_hidden()
    page.locator(FIELD).fill("khai")
    expect(page.locator(ITEM).first).to_be_visible()
    page.mouse.click(8, WIDE["height"] - 8)
    expect(page.locator(ITEM).first).to_be_hidden()


def test_a_site_that_was_built_anew_is_asked_anew(page: Page, built_site: Path) -> None:
    """The reader still has yesterday's start, whose files are gone."""
    start = (built_site / "search" / "start.js").read_text("utf-8")
    old = re.sub(r'"at":"\w+"', '"at":"yesterday"', start)
    page.route(re.compile(r"search/start\.js$"), lambda route: route.fulfill(body=old))
    load_search(page)
    page.locator(FIELD).fill("khai sinh")
    expect(page.locator(SAID)).to_contain_text("Trang vừa được cập nhật")
    expect(page.locator(ITEM).first).to_contain_text("Đăng ký khai sinh")
    page.locator(FIELD).fill("kết hôn")
    expect(page.locator(ITEM).first).to_contain_text("Đăng ký kết hôn")
    expect(page.locator(SAID)).not_to_contain_text("cập nhật")


def test_where_nothing_comes_it_is_said_and_tried_again(page: Page) -> None:
    page.route("**/search/**", lambda route: route.abort())
    load_search(page)
    page.locator(FIELD).fill("khai sinh")
    expect(page.locator(SAID)).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    page.unroute("**/search/**")
    page.locator(FIELD).fill("khai sinh ")
    expect(page.locator(ITEM).first).to_be_visible()


def test_nothing_of_it_is_on_paper(page: Page) -> None:
    typed(page, "khai sinh")
    page.emulate_media(media="print")
    expect(page.locator(".ck-search")).to_be_hidden()
