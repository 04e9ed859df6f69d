"""The script of the week is approved where it is read, by whom the city names, as it reads."""

import csv
from urllib.parse import urlencode

import pytest

from browser.axe import violations
from worlds.small import SMALL

FILE = "script_approvals.csv"
CHIEF, DEPUTY = "Trưởng phòng Nội vụ", "Phó Trưởng phòng Nội vụ"

pytestmark = pytest.mark.usefixtures("remembered")


def named(desk, *people: str) -> None:
    text = (SMALL / "city.yaml").read_text("utf-8")
    listed = f"radio:\n  approvers: [{', '.join(people)}]"
    (desk.data / "city.yaml").write_text(text.replace("radio:", listed, 1), "utf-8")


def rows(desk) -> list[dict[str, str]]:
    with (desk.data / FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sent(desk, **fields: str) -> tuple[int, str]:
    body = urlencode({"ma_form": desk.served.keys.form, **fields}).encode()
    status, _, text = desk.asked("/ban-tin", desk.own, "POST", body)
    return status, text


def codes(page) -> list[str]:
    return [box.get_attribute("value") for box in page.locator("input[name='ma']").all()]


def test_it_is_approved_with_the_keyboard_alone_on_a_phone(desk, page) -> None:
    named(desk, CHIEF, DEPUTY)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"http://{desk.host}/ban-tin")
    assert page.get_by_text("Bản này chờ duyệt.").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
    seen = codes(page)
    page.get_by_label("Người duyệt").focus()
    page.keyboard.type(DEPUTY)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".done").wait_for()
    assert "Đã ghi duyệt" in page.locator(".done").inner_text()
    assert [(row["edition"], row["approved_by"], row["text_code"]) for row in rows(desk)] == [
        ("whole", DEPUTY, seen[0]),
        ("short", DEPUTY, seen[1]),
    ]
    assert page.get_by_text(f"Đã duyệt: {DEPUTY}").count() == 2
    assert page.locator("form").count() == 0, "nothing is left to approve"


def test_where_one_person_approves_nobody_is_asked_who(desk, page) -> None:
    named(desk, CHIEF)
    page.goto(f"http://{desk.host}/ban-tin")
    assert page.locator("select").count() == 0
    page.get_by_role("button", name="Duyệt kịch bản này").click()
    page.locator(".done").wait_for()
    assert {row["approved_by"] for row in rows(desk)} == {CHIEF}


def test_a_city_that_names_nobody_has_no_button(desk, page) -> None:
    page.goto(f"http://{desk.host}/ban-tin")
    assert page.locator("form").count() == 0
    assert page.get_by_text("chờ duyệt").count() == 0


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"ma": "0000-0000-0000", "nguoi": CHIEF}, "lời đọc đã đổi"),
        ({"nguoi": CHIEF}, "Không rõ duyệt lời đọc nào"),
        ({"ma": "SEEN", "nguoi": "Người lạ"}, "không được khai là người duyệt"),
        ({"ma": "SEEN"}, "Có nhiều người duyệt"),
    ],
)
def test_what_the_command_refuses_is_refused_and_nothing_is_written(
    desk, page, fields: dict[str, str], why: str
) -> None:
    named(desk, CHIEF, DEPUTY)
    page.goto(f"http://{desk.host}/ban-tin")
    before, week = rows(desk), page.locator("input[name='tuan']").get_attribute("value")
    told = {name: codes(page)[0] if text == "SEEN" else text for name, text in fields.items()}
    status, text = sent(desk, tuan=week, **told)
    assert status == 409 and why in text and rows(desk) == before
