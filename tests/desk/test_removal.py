"""What may be taken out of its file in the form, what is withdrawn instead, and doubled keys."""

import shutil
from urllib.parse import urlencode

import pytest

from generator.app.entry_template import open_desk
from worlds.clerk import FILE, LINE
from worlds.desk import FIELDS, fill, press, said
from worlds.paths import ROOT
from worlds.shell_site import tree
from worlds.small import SMALL

DRAFT = "ng-2018-004"


def added(desk, line: str = LINE) -> None:
    path = desk.data / FILE
    path.write_bytes(path.read_bytes() + line.encode())


def removal(desk, name: str, *key: str, number: int = 0) -> str:
    told = [("khoa", part) for part in key] + [("thu", str(number))] * bool(number)
    return f"/bo/{name}/xoa?{urlencode(told)}"


def test_a_draft_is_removed_and_every_other_byte_stays(desk, page) -> None:
    added(desk)
    page.goto(f"http://{desk.host}/bo/commendations")
    page.get_by_role("link", name=DRAFT).click()
    page.get_by_role("link", name="Xóa bản ghi này").click()
    assert "chưa được công bố" in page.locator("main").inner_text()
    press(page, "Xóa bản ghi này")
    assert "Đã xóa bản ghi" in page.locator(".done").inner_text()
    assert tree(desk.data) == tree(SMALL)


def test_a_record_of_a_closed_edition_is_withdrawn_instead(closed_desk) -> None:
    status, _, text = closed_desk.asked(
        removal(closed_desk, "criticisms", "pb-2018-001"), closed_desk.own
    )
    assert status == 200 and "có trong sổ công khai" in text
    assert "Đính chính hoặc rút lại" in text and "corrections/moi?o.record_id=pb-2018-001" in text
    assert "<button" not in text
    body = urlencode({"ma_form": closed_desk.served.keys.form}).encode()
    before = tree(closed_desk.data)
    answer = closed_desk.asked(
        removal(closed_desk, "criticisms", "pb-2018-001"), closed_desk.own, "POST", body
    )
    assert answer[0] == 409 and tree(closed_desk.data) == before


def test_what_others_rest_on_stays_and_why_is_told(desk) -> None:
    status, _, text = desk.asked(removal(desk, "units", "p-hoa-sen"), desk.own)
    assert status == 200 and "Chưa xóa được" in text and "p-hoa-sen" in text
    assert "<button" not in text


def test_nothing_is_removed_that_changed_since_it_was_looked_at(desk) -> None:
    added(desk)
    seen = desk.asked(removal(desk, "commendations", DRAFT), desk.own)[2]
    assert "chưa được công bố" in seen
    body = urlencode({"ma_form": desk.served.keys.form, "goc": "{}"}).encode()
    answer = desk.asked(removal(desk, "commendations", DRAFT), desk.own, "POST", body)
    assert answer[0] == 409 and DRAFT.encode() in (desk.data / FILE).read_bytes()
    assert desk.asked(removal(desk, "commendations", "ng-2018-999"), desk.own)[0] == 404


def test_each_of_two_records_of_one_key_opens_and_one_is_given_another(desk, page) -> None:
    first = LINE.replace("Phường Hoa Sen", "Phường Hoa Sen một", 1)
    added(desk, first)
    added(desk, LINE)
    page.goto(f"http://{desk.host}/bo/commendations")
    links = page.get_by_role("link", name=DRAFT)
    assert links.count() == 2 and page.get_by_text("trùng mã").count() == 2
    links.last.click()
    assert page.locator("[name='o.subject_name']").input_value() == "Phường Hoa Sen một"
    fill(page, "record_id", "ng-2018-005")
    fill(page, "subject_name", "Phường Hoa Sen")
    press(page, "Lưu nháp")
    assert "Đã lưu bản nháp" in page.locator(".done").inner_text()
    expected = dict(tree(SMALL))
    expected[FILE] += LINE.replace(DRAFT, "ng-2018-005").encode() + LINE.encode()
    assert tree(desk.data) == expected


def test_the_spare_one_of_two_records_is_removed(desk) -> None:
    added(desk, LINE * 2)
    seen = desk.asked(removal(desk, "commendations", DRAFT, number=2), desk.own)[2]
    opened = seen.partition('name="goc" value="')[2].partition('"')[0].replace("&#34;", '"')
    body = urlencode({"ma_form": desk.served.keys.form, "goc": opened}).encode()
    path = removal(desk, "commendations", DRAFT, number=2)
    assert desk.asked(path, desk.own, "POST", body)[0] == 303
    expected = dict(tree(SMALL))
    expected[FILE] += LINE.encode()
    assert tree(desk.data) == expected


def test_a_key_of_several_columns_may_be_mended(desk, page) -> None:
    path = desk.data / "quarterly_reports.csv"
    header, first, *_ = path.read_text("utf-8").splitlines()
    path.write_text(f"{header}\n{first}\n", "utf-8")
    page.goto(f"http://{desk.host}/bo/quarterly_reports")
    page.locator("tbody a").last.click()
    box = page.locator("[name='o.quarter']")
    assert box.get_attribute("readonly") is None
    fill(page, "quarter", "Quý 2/2018")
    fill(page, "submitted_on", "15/6/2018")
    press(page)
    row = dict(
        zip(header.split(","), path.read_text("utf-8").splitlines()[1].split(","), strict=True)
    )
    assert row["quarter"] == "2018-Q2", said(page)


def test_records_in_several_files_open_and_stay_in_theirs(desk, page) -> None:
    """The contract names two files of one dataset; each record is amended where it lies."""
    contract = desk.data / "datapackage.yaml"
    text = contract.read_text("utf-8")
    contract.write_text(text.replace(f"path: {FILE}", f"path: [cu.csv, {FILE}]"), "utf-8")
    lines = (desk.data / FILE).read_bytes().splitlines(keepends=True)
    (desk.data / "cu.csv").write_bytes(b"".join(lines[:2]))
    (desk.data / FILE).write_bytes(b"".join([lines[0], *lines[2:]]))
    (key, *_) = lines[1].decode().split(",")
    page.goto(f"http://{desk.host}/bo/commendations")
    page.get_by_role("link", name=key).click()
    fill(page, "evidence", "Biên bản số 9")
    page.locator(".actions button").first.click()
    assert "Đã lưu" in page.locator(".done").inner_text()
    assert "Biên bản số 9" in (desk.data / "cu.csv").read_text("utf-8")
    page.goto(f"http://{desk.host}/bo/commendations/moi")
    for name, cell in FIELDS.items():
        fill(page, name, cell)
    press(page, "Lưu nháp")
    assert (desk.data / FILE).read_bytes() == b"".join([lines[0], *lines[2:]]) + LINE.encode()


def test_dossiers_lead_to_their_command(desk) -> None:
    assert "Hồ sơ" in desk.asked("/", desk.own)[2]
    status, _, text = desk.asked("/bo/dossiers", desk.own)
    assert status == 409 and "congkhai import dossiers" in text


@pytest.fixture
def closed_desk(desk):
    """The form over the data of a city that has closed an edition."""
    shutil.rmtree(desk.data)
    shutil.copytree(ROOT / "data", desk.data)
    return desk


def test_the_shipped_city_has_such_a_record() -> None:
    assert any(
        row["record_id"] == "pb-2018-001" for row in open_desk(ROOT / "data").rows("criticisms")
    )
