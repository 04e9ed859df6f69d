"""The reply of the criticised stands beside the criticism: on page, in script and in data."""

import csv
import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.chromium import needs_chromium
from generator.model.capitals import mid_sentence
from generator.model.public import PublicCriticism
from worlds.shipped import shipped_edition

LOOK = """([heading, body]) => [heading, body].map((selector) => {
    const element = document.querySelector(selector)
    const style = getComputedStyle(element)
    const ground = (at) => {
        const colour = getComputedStyle(at).backgroundColor
        return /, 0\\)$/.test(colour) && at.parentElement ? ground(at.parentElement) : colour
    }
    const box = element.getBoundingClientRect()
    return {
        tag: element.tagName, size: style.fontSize, weight: style.fontWeight, colour: style.color,
        opacity: style.opacity, ground: ground(element), folded: !!element.closest("details"),
        width: Math.round(element.closest("section").getBoundingClientRect().width),
        shown: element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) &&
            box.height > 0,
    }
})"""
MODES = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


def replied() -> list[PublicCriticism]:
    """Criticisms whose reply is public."""
    return [item for item in shipped_edition().criticisms if item.reply and item.violation]


def look(browser: Browser, address: str, width: int, scheme: Any, *pairs: list[str]) -> list[Any]:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.fonts.ready")
    found = [page.evaluate(LOOK, pair) for pair in pairs]
    context.close()
    return found


@needs_chromium
@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_on_the_record_s_page_both_look_the_same(
    browser: Browser, site_address: str, width: int, scheme: str
) -> None:
    record = replied()[0]
    (fault, reply) = look(
        browser,
        f"{site_address}phe-binh/{record.record_id}/",
        width,
        scheme,
        ["#viec", "[aria-labelledby=viec] p"],
        ["#giai-trinh", "[aria-labelledby=giai-trinh] p"],
    )
    assert fault == reply
    assert fault[0]["tag"] == "H2"
    assert all(part["shown"] and not part["folded"] for part in reply)


@needs_chromium
@pytest.mark.parametrize(("width", "scheme"), MODES)
def test_in_the_list_the_reply_is_as_large_and_as_dark_as_the_fault(
    browser: Browser, site_address: str, width: int, scheme: str
) -> None:
    ((fault, reply),) = look(
        browser,
        f"{site_address}phe-binh/",
        width,
        scheme,
        [
            "li:has(.ck-record-card__reply) .ck-record-card__what",
            ".ck-record-card__reply",
        ],
    )
    compared = ("tag", "size", "weight", "colour", "opacity", "ground", "folded", "shown")
    assert {name: fault[name] for name in compared} == {name: reply[name] for name in compared}
    assert reply["shown"] and not reply["folded"]


def test_in_the_script_the_reply_is_read_in_the_same_item() -> None:
    """In every script, long and short, and in whatever form the item was chosen."""
    edition = shipped_edition()
    records = {record.record_id: record for record in edition.criticisms}
    read = 0
    for script in chain(edition.scripts.values(), edition.short_scripts.values()):
        for item in script.bulletin.items:
            if item.kind != "criticism":
                continue
            (record,) = (records[key] for key in item.record_ids)
            text = " ".join(item.sentences).casefold()
            assert any(word in text for word in ("giải trình", "cho biết", "nhận "))
            day = script.bulletin.air_on
            if record.reply and record.replied_on and record.replied_on <= day:
                words = mid_sentence(record.reply).rstrip(".").casefold().split()
                told_by_name = {"đơn", "vị", "phòng", "phường", "xã"}  # who speaks is said instead
                plain = [w for w in words if w.strip(",;").isalpha() and w not in told_by_name]
                assert [word for word in plain if word.strip(",;") not in text] == []
                read += 1
    assert read


def test_in_the_data_the_reply_is_in_the_next_columns(built_site: Path) -> None:
    folder = built_site / "du-lieu"
    with (folder / "criticisms.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        columns = list(rows.fieldnames or ())
        replies = {row["record_id"]: row["reply"] for row in rows}
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    (resource,) = [item for item in package["resources"] if item["name"] == "criticisms"]
    assert [field["name"] for field in resource["schema"]["fields"]] == columns
    place = columns.index("violation")
    assert columns[place : place + 3] == ["violation", "reply", "replied_on"]
    assert all(replies[record.record_id] for record in replied())
