"""An edition's scripts: what is owed on air has its age, and a void script says so."""

import json
from datetime import date

from generator.app.scripts import with_scripts
from generator.clock import Calendar
from generator.datafolder import load_world
from generator.datafolder.load import load_contract
from generator.model.records import Commendation
from generator.model.text import with_unit
from generator.pages.bulletins.list import pages as bulletin_pages
from generator.pages.environment import templates
from generator.pages.renderer import Renderer
from generator.pages.supervision.page import pages as supervision_pages
from worlds.paths import TEMPLATES
from worlds.published import COMPILED
from worlds.radio_edition import COMMENDATIONS, edition
from worlds.small import SMALL

CONTRACT, _ = load_contract(SMALL)
assert CONTRACT
CALENDAR = load_world(SMALL, CONTRACT).calendar


def test_what_the_station_owes_stands_on_the_supervision_page_with_its_age() -> None:
    said = edition().broadcasts[0]
    found = with_scripts(edition(broadcasts=(said,), calendar=CALENDAR, contract=CONTRACT))
    [owed] = found.pending_corrections
    assert (owed.correction.record_id, owed.said_on) == ("pb-2018-001", date(2018, 10, 6))
    assert owed.working_days == Calendar(CALENDAR).working_days_between(
        date(2018, 10, 10), date(2018, 12, 31)
    )
    page, brief = supervision_pages(Renderer(found, templates(TEMPLATES, COMPILED)))
    row = page.body.partition('id="cai-chinh"')[2].partition("</table>")[0]
    assert "pb-2018-001" in row
    assert "06/10/2018" in row
    assert with_unit(owed.working_days or 0, "ngày làm việc") in row
    assert "3. Cải chính chưa phát sóng: 1" in brief.body and "pb-2018-001" in brief.body
    quiet, _ = supervision_pages(Renderer(edition(), templates(TEMPLATES, COMPILED)))
    assert "Không còn tin cải chính nào chưa phát sóng" in quiet.body


def test_the_newest_json_tells_of_every_void_script() -> None:
    found = with_scripts(edition(calendar=CALENDAR))
    newest = json.loads(list(found.scripts.values())[-1].files["json"])
    assert [item["bulletin_id"] for item in newest["void_scripts"]] == ["2018-W40"]
    first = json.loads(found.scripts["2018-W40"].files["json"])
    assert first["void_since"] == "2018-10-10"
    assert first["void_scripts"] == []


def test_the_page_of_a_void_script_says_so_and_what_was_carried() -> None:
    found = with_scripts(edition(calendar=CALENDAR, commendations=many()))
    shown = {
        page.url: page.body
        for page in bulletin_pages(Renderer(found, templates(TEMPLATES, COMPILED)))
    }
    body = shown["phat-thanh/2018-w40/"]
    assert "Bản đã lấy về trước ngày 10/10/2018 không được phát nữa." in body
    assert "Chuyển sang tuần sau: đã có 2 tin về cùng một đơn vị trong bản tin này." in body


def many() -> tuple[Commendation, ...]:
    return tuple(
        COMMENDATIONS[0].model_copy(update={"record_id": f"ng-2018-{number:03d}"})
        for number in range(1, 5)
    )
