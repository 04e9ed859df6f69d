"""A clerk enters and amends records in a real browser; what she saves lies in the files."""

import csv

import pytest

from generator.app.entry_template import open_desk
from worlds.clerk import FILE, LINE, RECORD
from worlds.desk import FIELDS, fill, press, said
from worlds.shell_site import tree
from worlds.small import SMALL

DESK = open_desk(SMALL)


def rows(desk) -> list[dict[str, str]]:
    with (desk.data / FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_record_is_entered_by_the_form_alone(desk, page) -> None:
    page.get_by_role("link", name="Nêu gương", exact=True).click()
    page.get_by_role("link", name="Thêm bản ghi").click()
    assert page.locator("[name='o.record_id']").input_value() == RECORD["Mã bản ghi"]
    for name, text in FIELDS.items():
        fill(page, name, text)
    press(page, "Lưu nháp")
    assert "Đã lưu bản nháp" in page.locator(".done").inner_text()
    expected = dict(tree(SMALL))
    expected[FILE] += LINE.encode()
    assert tree(desk.data) == expected, "one line more, and every other byte as it was"
    press(page, "Lưu và duyệt")
    assert "chưa ghi ai duyệt" in said(page)["approved_by"]
    assert tree(desk.data) == expected
    fill(page, "approved_by", "Trưởng phòng Nội vụ")
    press(page, "Lưu và duyệt")
    assert "Đã lưu và duyệt" in page.locator(".done").inner_text()
    row = rows(desk)[-1]
    assert (row["status"], row["approved_on"]) == ("approved", DESK.city.as_of.isoformat())
    assert row["unit_id"] == "p-hoa-sen" and row["decision_on"] == "2018-12-03"


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(desk, page) -> None:
    page.goto(f"http://{desk.host}/bo/commendations/moi")
    fill(page, "subject_name", "Phường Hoa Sen")
    fill(page, "decision_on", "31/13/2018")
    press(page, "Lưu nháp")
    found = said(page)
    assert "không có ngày" in found["decision_on"] or "tháng" in found["decision_on"]
    for name in ("subject_kind", "form", "reason", "decision_no", "issued_by"):
        assert "không được để trống" in found[name]
    day = page.locator("[name='o.decision_on']")
    assert day.input_value() == "31/13/2018" and day.get_attribute("aria-invalid") == "true"
    assert tree(desk.data) == tree(SMALL)


def test_a_record_that_changed_meanwhile_is_not_overwritten(desk, page) -> None:
    page.goto(f"http://{desk.host}/bo/commendations")
    page.locator("tbody a").first.click()
    mine = page.locator("[name='o.reason']").input_value()
    fill(page, "reason", f"{mine} và lịch sự")
    fill(page, "evidence", "Biên bản của tôi")
    path = desk.data / FILE
    before = path.read_text("utf-8")
    key = page.locator("[name='o.record_id']").input_value()
    line = next(line for line in before.splitlines() if line.startswith(key))
    path.write_text(before.replace(line, line.replace(mine, "Lời của người khác")), "utf-8")
    theirs = path.read_bytes()
    press(page)
    assert path.read_bytes() == theirs, "nothing is written"
    found = said(page)
    assert "có người đã sửa" in found[""] and "Lời của người khác" in found["reason"]
    assert page.locator("[name='o.reason']").input_value() == f"{mine} và lịch sự"
    assert page.locator("[name='o.evidence']").input_value() == "Biên bản của tôi"


def test_a_record_that_is_gone_is_told_so(desk, page) -> None:
    page.goto(f"http://{desk.host}/bo/commendations")
    page.locator("tbody a").first.click()
    path = desk.data / FILE
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    without = path.read_bytes()
    fill(page, "evidence", "Biên bản")
    press(page)
    assert "không còn trong tệp" in said(page)[""] and path.read_bytes() == without


def test_a_number_that_is_taken_amends_nothing(desk, page) -> None:
    page.goto(f"http://{desk.host}/bo/commendations/moi")
    for name, text in FIELDS.items():
        fill(page, name, text)
    fill(page, "record_id", rows(desk)[0]["record_id"])
    press(page, "Lưu nháp")
    assert "đã là của một bản ghi có sẵn" in said(page)["record_id"]
    assert tree(desk.data) == tree(SMALL)


def called(page, name: str) -> str:
    """What the first column of the record's key is called, as its field shows it."""
    box = page.locator(f"[name='o.{DESK.entry(name).dataset.primary_key[0]}']")
    if box.evaluate("box => box.localName") == "select":
        return str(box.evaluate("box => box.selectedOptions[0].label"))
    return str(box.input_value())


@pytest.mark.parametrize("name", DESK.names)
def test_every_record_of_every_dataset_opens_and_is_the_same_when_saved(desk, page, name) -> None:
    """The first record of a list; its form as it stands changes nothing."""
    page.goto(f"http://{desk.host}/bo/{name}")
    links = page.locator("tbody a")
    if not links.count():
        pytest.skip("the small city has none")
    links.first.click()
    assert called(page, name) in page.locator("h1").inner_text()
    press(page)
    assert "Không có gì thay đổi" in said(page)[""]
    assert tree(desk.data) == tree(SMALL)
    page.goto(f"http://{desk.host}/bo/{name}/moi")
    shown = {f.get_attribute("data-field") for f in page.locator("[data-field]").all()}
    assert shown >= {c.name for c in DESK.entry(name).columns} - {"status"}


def test_a_list_with_nothing_in_it_leads_to_where_it_is_filled(desk, page) -> None:
    procedures = desk.data / "procedures.csv"
    procedures.write_bytes(procedures.read_bytes().splitlines(keepends=True)[0])
    page.goto(f"http://{desk.host}/bo/focal_units/moi")
    page.get_by_role("link", name="Thêm vào danh sách trước").click()
    assert page.locator("h1").inner_text() == "Thủ tục hành chính: bản ghi mới"


SPOILED = {
    "city.yaml": b"{",
    "datapackage.yaml": b"\xff",
    FILE: b"record_id\n\xff\xfe",
}


@pytest.mark.parametrize("file", SPOILED)
def test_a_folder_that_cannot_be_read_is_told_so(desk, file: str) -> None:
    (desk.data / file).write_bytes(SPOILED[file])
    for path in (
        "/",
        "/bo/commendations",
        "/bo/commendations/moi",
        "/loi",
        "/tuan-nay",
        "/thay-doi",
    ):
        status, _, text = desk.asked(path, desk.own)
        assert status in (200, 409) and "<h1>" in text, path
        assert "Lỗi." in text or "lỗi" in text, path
    assert desk.sent({"ma_form": desk.served.keys.form, "viec": "nhap"}, desk.own) == 409
    assert (desk.data / file).read_bytes() == SPOILED[file]
