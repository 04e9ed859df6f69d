"""A clerk with the guide alone: from an empty folder, by the form, to a public page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.app.entry_template import open_desk
from generator.cli.desk import made_of
from generator.desk import Address, serving
from guides.texts import command_lines, guides
from guides.walk import FIRST, Clerk, begun, typed_rows
from worlds.desk import fill, press
from worlds.paths import ROOT

GUIDE, SHEET, NAME = "bieu-mau", "Nêu gương", "commendations"
BY_ITSELF = {"Mã bản ghi", "Trạng thái duyệt", "Ngày duyệt"}
"""What the form fills in: the number, and with approval its state and its day."""
SPOKEN_OF = re.compile(r"\*([^*\n]+)\*")
"""What a guide calls a thing on the screen by."""


def test_a_record_is_published_by_the_form_as_its_guide_tells(
    tmp_path: Path, browser: Browser
) -> None:
    clerk = begun(tmp_path)
    done = []
    for line in command_lines(guides()[GUIDE]):
        if line == "congkhai desk":
            _enter(clerk, browser)
        else:
            clerk.do(*line.split()[1:])
        done.append(line)
    assert done == ["congkhai desk", "congkhai publish"]
    page = tmp_path / "www" / "neu-guong" / "ng-2026-001" / "index.html"
    row = typed_rows()[FIRST][SHEET][0]
    assert row["Tên"] in page.read_text("utf-8") and row["Thành tích"] in page.read_text("utf-8")
    assert not (page.parent.parent / "ng-2026-002").exists()


def _enter(clerk: Clerk, browser: Browser) -> None:
    """Enter a record, see it, approve it; begin another one and take it out again."""
    data = clerk.folder / "data"
    with serving(made_of(data, ROOT / "mkdocs.yml"), Address("127.0.0.1", 0)) as served:
        page = browser.new_page()
        page.set_default_timeout(120_000)
        page.goto(served.url)
        page.get_by_role("link", name=SHEET, exact=True).click()
        page.get_by_role("link", name="Thêm bản ghi").click()
        assert page.locator("[name='o.record_id']").input_value() == "ng-2026-001"
        _fill(page, data, typed_rows()[FIRST][SHEET][0])
        press(page, "Lưu nháp")
        expect(page.locator(".done")).to_contain_text("Đã lưu bản nháp")
        press(page, "Lưu và duyệt")
        expect(page.locator(".done")).to_contain_text("Đã lưu và duyệt")
        page.get_by_role("link", name="Thêm bản ghi khác").click()
        _fill(page, data, typed_rows()[FIRST][SHEET][1])
        press(page, "Lưu nháp")
        page.get_by_role("link", name="Xóa bản ghi này").click()
        press(page, "Xóa bản ghi này")
        expect(page.locator(".done")).to_contain_text("Đã xóa bản ghi")
        assert page.locator("tbody tr").count() == 1
        page.context.close()


def _fill(page: Page, data: Path, row: dict[str, str]) -> None:
    columns = {c.field.title: c.name for c in open_desk(data).entry(NAME).columns}
    for title, text in row.items():
        if title not in BY_ITSELF:
            fill(page, columns[title], text)


@pytest.mark.parametrize("label", ["Thêm bản ghi", "Xem thử", "Lưu nháp", "Lưu và duyệt"])
def test_the_guide_calls_each_button_by_its_name(label: str) -> None:
    assert label in SPOKEN_OF.findall(guides()[GUIDE])
    shown = "".join(
        path.read_text("utf-8") for path in (ROOT / "site_templates" / "desk").glob("*.html")
    )
    assert label in shown
