"""A row added on the day of a closing, after it, is told as what it is and is no silent change."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.chromium import needs_chromium, served
from generator.app.verify import Asked, verification
from generator.mkdocs_plugin import build
from generator.model.datasets import DATASETS, DOSSIERS
from generator.model.since_closing import told_since_closing
from generator.model.verify_words import TITLES
from generator.verify import StepResult, open_site
from worlds.edition_folder import City
from worlds.once import Once
from worlds.shell_site import copy_project

DAY = "2018-12-28"
MAYOR = "Chủ tịch Ủy ban nhân dân thành phố"
ADDED = {
    "units": f"p-hoa-cuc,Phường Hoa Cúc,ward,90003,{DAY},,,true,Dữ liệu mẫu",
    "unit_succession": f"p-hoa-sen,p-hoa-cuc,part,{DAY},03/NQ-MAU,true,Dữ liệu mẫu",
    "procedures": "9.000004,Xác nhận mẫu,Xác nhận,Hộ tịch,city,false,,true,Dữ liệu mẫu",
    "procedure_limits": f"9.000004,{DAY},,5,working_day,3,working_day,04/QĐ-MAU,true,Mẫu,",
    "focal_units": f"9.000004,{DAY},,phong-noi-vu,04/QĐ-MAU",
    "commendations": "ng-2018-009,unit,Phường Hoa Sen,,p-hoa-sen,public_praise,Trả sớm,1.1,,"
    f"09/TB-MAU,2018-12-20,{MAYOR},,approved,{MAYOR},{DAY},",
    "criticisms": "pb-2018-009,unit,Phường Hoa Mai,,,p-hoa-mai,Niêm yết thiếu thủ tục,3.2,,"
    f"Thanh tra thành phố,2018-12-03,criticism,09/TB-MAU,2018-12-20,{MAYOR},,Chủ tịch phường,"
    f"2018-12-10,,,Niêm yết đủ,2019-01-31,,,,,approved,{MAYOR},{DAY},",
    "criticism_points": "pb-2018-009,1,Niêm yết thiếu một thủ tục,,,,pending,,,",
    "corrections": f"pb-2018-001,corrected,Ghi thiếu,Số văn bản là 06/TB-MAU,{DAY},,,",
    "contests": f"pb-2018-001,complaint,{DAY},Thanh tra thành phố,,pending,,,",
    "assignments": f"nv-9-1,,1.1,,,,,{MAYOR},Rà soát lại,Trưởng phòng Nội vụ,Phòng rà soát,Đủ,"
    "phong-noi-vu,,,,2019-01-20,,",
    "quarterly_reports": f"phong-noi-vu,2018-Q4,{DAY},12/BC-MAU,",
    "report_entries": "p-hoa-sen,2018-Q4,ke-hoach,5,,",
    "inspections": f"kt-2018-09,1,p-hoa-sen,Kiểm tra việc trả kết quả,{DAY},{DAY},,,,",
    "recommendations": "kn-2018-09,Hội Nông dân thành phố,p-hoa-sen,Giờ tiếp dân,Tiếp dân thêm,"
    f"{DAY},2019-01-20,,,pending,",
    "script_approvals": f"2018-W51,whole,Trưởng phòng Nội vụ,{DAY},",
    "broadcasts": f"2018-W40,{DAY} 05:00,ng-2018-002,,,,",
    "calendar": "2019-09-03,off,holiday,Ngày hội thành phố,Quyết định mẫu,official",
    "dossiers": f"mau-099,9.000002,phong-noi-vu,online,{DAY} 08:00,2019-01-11,,0,0,pending,,",
}
"""A row that may be added to each dataset on that day."""
INDICATOR = (
    "clause: '4.1', day: 15, indicators: [{id: ke-hoach, clause: '3.3', "
    "title: Số người có kế hoạch, measure: người}]"
)


def test_every_dataset_has_a_row_above() -> None:
    assert set(ADDED) == {*DATASETS, DOSSIERS}


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """A city that closed an edition, then added a row everywhere and changed a setting."""
    return once.made("same-day", _built) / "site"


def _built(folder: Path) -> None:
    city = City(folder)
    city.edit("city.yaml", "as_of: 2018-12-31", f"as_of: {DAY}")
    city.edit("city.yaml", "clause: '4.1', day: 15", INDICATOR, "Ngày khóa sổ")
    status, said = city.run("edition", "close", "2018-Q4", "--yes")
    assert status == 0, said
    for dataset, row in ADDED.items():
        path = city.data / ("dossiers/2018-q4.csv" if dataset == DOSSIERS else f"{dataset}.csv")
        path.write_text(f"{path.read_text('utf-8')}{row}\n", "utf-8")
    city.edit("city.yaml", "slot_minutes: 5", "slot_minutes: 4", "Thêm sau khi khóa sổ")
    build(copy_project(folder / "project"), data=city.data, out=folder / "site")


@pytest.fixture(scope="module")
def steps(site: Path) -> dict[str, StepResult]:
    with open_site(site) as opened:
        return {step.title: step for step in verification(opened, Asked())}


def test_nothing_that_was_added_openly_is_called_wrong(steps: dict[str, StepResult]) -> None:
    assert {s.title: s.findings for s in steps.values() if s.state == "wrong"} == {}


@pytest.mark.parametrize("dataset", ADDED)
def test_each_table_that_changed_is_told_of(
    dataset: str, site: Path, steps: dict[str, StepResult]
) -> None:
    table = "dossier_counts.csv" if dataset == DOSSIERS else f"{dataset}.csv"
    assert table in told_since_closing((site / "du-lieu/datapackage.json").read_bytes()).tables
    assert re.search(rf"\b{re.escape(table)}\b", steps[TITLES["tables"]].sentence)


def test_a_setting_that_changed_is_told_of(steps: dict[str, StepResult]) -> None:
    step = steps[TITLES["source"]]
    assert step.state == "unknown" and "khi đóng kỳ là 5" in step.sentence


def test_people_read_which_tables_changed(site: Path) -> None:
    assert "Từ khi đóng kỳ công bố gần nhất" in (site / "du-lieu/index.html").read_text("utf-8")


@needs_chromium
def test_the_browser_says_the_same(
    site: Path, steps: dict[str, StepResult], browser: Browser
) -> None:
    with served(site) as address:
        page = browser.new_page()
        page.goto(f"{address}giam-sat/kiem-chung/")
        page.set_input_files("[name=folder]", site)
        expect(page.locator("[data-ck-report] .ck-finding")).to_be_visible()
        said = page.locator("[data-ck-report]").inner_text()
        page.close()
    assert said.startswith("Trong những gì đã đối chiếu, không có gì sai."), said
    assert steps[TITLES["tables"]].sentence in said
