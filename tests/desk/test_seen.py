"""What a clerk sees while she types, before she saves, of the week, and on a phone."""

import json
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from browser.axe import violations
from generator.datafolder import with_rows
from worlds.clerk import FILE, RECORD
from worlds.desk import FIELDS, fill, press, said
from worlds.shell_site import tree
from worlds.small import SMALL

CHOSEN = "document.activeElement.selectedOptions[0].label"
"""What is chosen in the list that has the keyboard."""


def new(desk, page) -> None:
    page.goto(f"http://{desk.host}/bo/commendations/moi")


def test_errors_come_beside_the_field_as_one_types_and_go_again(desk, page) -> None:
    new(desk, page)
    fill(page, "decision_on", "31/13/2018")
    place = page.locator("[data-field=decision_on] .said--error")
    expect(place).to_contain_text("31/13/2018")
    assert list(said(page)) == ["", "decision_on"], "nothing is said of what nobody touched yet"
    box = page.locator("[name='o.decision_on']")
    assert box.get_attribute("aria-invalid") == "true"
    assert "o-decision_on-loi" in box.get_attribute("aria-describedby")
    fill(page, "decision_on", "3/12/2018")
    expect(place).to_have_count(0)
    assert box.get_attribute("aria-invalid") is None
    assert tree(desk.data) == tree(SMALL)


def test_the_whole_check_speaks_too_while_one_types(desk, page) -> None:
    new(desk, page)
    for name, text in {**FIELDS, "decision_on": "1/1/2030"}.items():
        fill(page, name, text)
    expect(page.locator("[data-field=decision_on] .said--warning")).to_have_count(1)


def test_a_check_is_answered_by_the_rules_of_an_import(desk) -> None:
    fields = {"o.decision_on": "30/02/2018", "viec": "nhap", "ma_form": desk.served.keys.form}
    body = urlencode({**fields, "o.subject_name": "Phường Hoa Sen"}).encode()
    status, _, text = desk.asked("/bo/commendations/kiem-tra", desk.own, "POST", body)
    found = json.loads(text)
    assert status == 200 and "30/02/2018" in found["decision_on"][0]["text"]
    assert {item["severity"] for items in found.values() for item in items} == {"error"}


def test_a_form_is_seen_and_heard_before_it_is_saved(desk, page) -> None:
    new(desk, page)
    for name, text in FIELDS.items():
        fill(page, name, text)
    with page.context.expect_page() as opened:
        press(page, "Xem thử")
    seen = opened.value
    frame = seen.frame_locator("iframe.seen")
    expect(frame.locator("h1")).to_contain_text("Phường Hoa Sen")
    expect(frame.locator("body")).to_contain_text("Giải quyết hồ sơ đúng hạn cả quý")
    assert (
        frame.locator("body")
        .evaluate("body => getComputedStyle(body).fontFamily")
        .startswith('"Be Vietnam Pro"')
    )
    heard = seen.locator(".heard__words").inner_text()
    assert "giải quyết hồ sơ đúng hạn cả quý" in heard and "tặng giấy khen cho" in heard
    assert "giây" in seen.locator(".heard").inner_text()
    assert tree(desk.data) == tree(SMALL), "nothing is saved"
    status, headers, _ = desk.asked(f"/trang/neu-guong/{RECORD['Mã bản ghi']}/", desk.own)
    assert status == 200 and "script-src 'none'" in headers["content-security-policy"]
    assert "sandbox allow-same-origin" in headers["content-security-policy"]
    assert desk.asked("/trang/", {"Host": desk.host})[0] == 403, "strangers see none of it"
    fill(page, "decision_on", "31/13/2018")
    press(page, "Xem thử")
    expect(seen.locator(".said--error")).to_contain_text("31/13/2018")
    page.on("dialog", lambda dialog: dialog.accept())


def test_the_week_is_told_and_leads_to_what_must_be_mended(desk, page) -> None:
    file = desk.data / FILE
    expect(page.locator(".week")).to_contain_text("Bản tin tuần")
    expect(page.locator(".week")).to_contain_text("Dữ liệu không có lỗi")
    page.get_by_role("link", name="Bản tin tuần").click()
    expect(page.locator(".heard__words").first).to_be_visible()
    file.write_bytes(with_rows(file.read_bytes(), {2: {"decision_on": "2030-01-01"}}, ()))
    page.goto(f"http://{desk.host}/")
    expect(page.locator(".week")).to_contain_text("Sửa hết lỗi")
    page.get_by_role("link", name="Xem từng chỗ").click()
    page.get_by_role("link", name="Mở bản ghi").first.click()
    expect(page.locator("[data-field=approved_on] .said--error")).to_have_count(1)
    page.goto(f"http://{desk.host}/bo/commendations")
    expect(page.locator("tbody .tally--error")).to_have_count(1)


def test_a_record_is_entered_with_the_keyboard_alone_on_a_phone(desk, page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    new(desk, page)
    page.locator("[name='o.record_id']").focus()
    for column in ("subject_kind", "subject_name", "position", "unit_id", "form", "reason"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == f"o.{column}"
        if page.evaluate("document.activeElement.localName") == "select":
            while page.evaluate(CHOSEN) != FIELDS[column]:
                page.keyboard.press("ArrowDown")
        else:
            page.keyboard.type(FIELDS.get(column, "").replace("\n", " "))
    for name in ("clause", "decision_no", "decision_on", "issued_by"):
        fill(page, name, FIELDS[name])
    page.locator("[name='o.issued_by']").focus()
    for path in ("/", "/bo/commendations", "/bo/criticisms/moi", "/ban-tin", "/loi"):
        other = page.context.new_page()
        other.set_viewport_size({"width": 390, "height": 800})
        other.goto(f"http://{desk.host}{path}")
        assert other.evaluate("document.documentElement.scrollWidth") <= 390, path
        other.close()
    page.keyboard.press("Control+s")
    expect(page.locator(".done")).to_contain_text("Đã lưu bản nháp")
    assert b"ng-2018-004" in (desk.data / FILE).read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(desk, page, scheme) -> None:
    """axe on each kind of page, with errors shown, in both schemes."""
    page.emulate_media(color_scheme=scheme)
    expect(page.locator(".week")).to_be_visible()
    assert violations(page) == []
    for path in ("/bo/criticisms", "/bo/assignments/moi", "/ban-tin", "/loi", "/khong-co"):
        page.goto(f"http://{desk.host}{path}")
        assert violations(page) == [], path
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(20, 31, 29)") == (scheme == "dark")
    new(desk, page)
    press(page)
    expect(page.locator(".said--error").first).to_be_visible()
    assert violations(page) == []


def test_a_published_record_leads_to_its_correction(desk, page) -> None:
    page.goto(f"http://{desk.host}/bo/criticisms")
    page.locator("tbody tr", has_not=page.get_by_text("bản nháp")).locator("a").first.click()
    key = page.locator("[name='o.record_id']").input_value()
    page.get_by_role("link", name="đính chính hoặc rút lại").click()
    assert page.locator("h1").inner_text() == "Đính chính: bản ghi mới"
    assert page.locator("[name='o.record_id']").input_value() == key


def test_what_stands_there_again_and_again_is_offered(desk, page) -> None:
    new(desk, page)
    offered = page.locator("#o-approved_by-goi-y option")
    assert {option.get_attribute("value") for option in offered.all()} == {
        "Chủ tịch Ủy ban nhân dân thành phố"
    }
    assert page.locator("#o-reason-goi-y").count() == 0


def test_no_file_of_a_build_knows_of_the_form(built_site) -> None:
    words = (b"/rieng/desk", b"/mo?ma=", b"data-check=", b"desk.js", b"desk.css")
    for file in built_site.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not [word for word in words if word in content], file
            assert "desk" not in file.name
