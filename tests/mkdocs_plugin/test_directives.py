"""Sites of cities with another document, with two, with a successor, with none: from data alone."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.app.owed import owed
from generator.app.pipeline import make_public_edition
from generator.mkdocs_plugin import build
from generator.reports.kinds import WHOLE, report
from generator.reports.quarter import QuarterOf
from generator.verify import open_site
from generator.verify.pages import check_pages
from worlds.directives import city_with, order
from worlds.once import Once
from worlds.paths import ROOT
from worlds.shell_site import tree

VINH = order()
PLAN = order(
    id="ke-hoach-9",
    kind="Kế hoạch",
    document_no="9/KH-UBND",
    clauses=[{"clause": "A"}],
    duties={
        "reports": {
            "clause": "A",
            "day": 10,
            "unit_kinds": ["ward"],
            "indicators": [{"id": "ke-hoach", "clause": "A", "title": "Số người có kế hoạch"}],
        },
        "inspection_teams": {"clause": "A", "count": 1},
    },
)
ASKING = order()
ASKING["duties"]["reports"]["indicators"] = [
    {"id": "qua-han", "clause": "I.1", "title": "Số hồ sơ quá hạn"}
]
ENTERED = {
    "report_entries": ["p-hoa-sen,2018-Q2,ke-hoach,12,,", "p-hoa-sen,2018-Q2,qua-han,3,,"],
    "quarterly_reports": [
        "p-hoa-sen,2018-Q1,2018-03-09,09/BC-MAU,",
        "p-hoa-sen,2018-Q2,2018-07-05,10/BC-MAU,chi-thi-15",
        "p-hoa-mai,2018-Q2,2018-07-20,11/BC-MAU,chi-thi-15",
        "p-hoa-sen,2018-Q2,2018-06-08,12/BC-MAU,ke-hoach-9",
    ],
    "inspections": [
        "kt-1,1,p-hoa-mai,Kiểm tra một cửa,2018-05-15,2018-05-15,,,,chi-thi-15",
        "kt-2,1,p-hoa-sen,Kiểm tra giờ giấc,2018-12-20,,,,,ke-hoach-9",
    ],
}
"""What was done under which of two documents; where one alone orders it, no row says which."""
NEXT = order(
    id="chi-thi-20", document_no="20/CT-UBND", issued_on="2018-08-01", succeeds="chi-thi-15"
)
WORLDS = {
    "none": ([], ""),
    "vinh": ([VINH], "I.1"),
    "no-cut": ([order(duties={"reports": {"day": 7}})], "I.1"),
    "no-reports": ([order(duties={"reviews": {"clause": "I.2"}})], "I.1"),
    "successor": ([VINH, NEXT], "I.1"),
    "two": ([ASKING, PLAN], "I.1", ENTERED),
}


@pytest.fixture(scope="module")
def sites(once: Once) -> dict[str, dict[str, str]]:
    """The texts of each world's site by path."""
    return {name: texts(once.made(f"directives-{name}", _Make(name)) / "site") for name in WORLDS}


@pytest.fixture
def made(once: Once) -> Path:
    """The project of the city with two documents that order the same."""
    return once.made("directives-two", _Make("two"))


class _Make(NamedTuple):
    """Makes the site of a world."""

    name: str

    def __call__(self, folder: Path) -> None:
        data = city_with(folder / "data", *WORLDS[self.name])
        build(ROOT / "mkdocs.yml", data=data, out=folder / "site", extras=False)
        with open_site(folder / "site") as site:
            assert check_pages(site).state == "right", (self.name, check_pages(site).findings)


def texts(site: Path) -> dict[str, str]:
    """Every text of a site by path."""
    return {
        path: content.decode("utf-8", "replace")
        for path, content in tree(site).items()
        if Path(path).suffix in (".html", ".json", ".csv", ".txt", ".xml", ".ics", ".svg")
    }


@pytest.mark.parametrize("name", WORLDS)
def test_no_byte_tells_of_another_citys_document(
    sites: dict[str, dict[str, str]], name: str
) -> None:
    strange = (
        "Công văn 643",
        "643/UBND",
        "cong-van-643",
        "tối thiểu 30%",
        "06/03/2018",
        "điểm 4.1",
    )
    found = {(path, word) for path, text in sites[name].items() for word in strange if word in text}
    assert not found


def test_a_city_without_a_document_has_no_section_and_nothing_that_only_one_orders(
    sites: dict[str, dict[str, str]],
) -> None:
    site = sites["none"]
    assert not [path for path in site if path.startswith(("chi-thi", "__directive__"))]
    procedures, home = site["thu-tuc/index.html"], site["index.html"]
    assert "Rút ngắn" not in procedures and "Bảng theo dõi" not in home
    assert "Rút ngắn ít nhất" not in site["phuong-phap/index.html"]
    assert "Báo cáo quý" not in site["giam-sat/index.html"]


def test_a_document_has_its_own_section_named_as_its_settings_say(
    sites: dict[str, dict[str, str]],
) -> None:
    board = sites["vinh"]["chi-thi-15/index.html"]
    assert "Bảng theo dõi Chỉ thị 15" in board
    assert "ngày 7 của tháng 7, tháng 1 năm sau (điểm I.2)" in " ".join(board.split())
    assert "chi-thi-15/quy/index.html" not in sites["vinh"]
    assert ">Chỉ thị 15</a>" in " ".join(sites["vinh"]["index.html"].split()).replace("> ", ">")
    assert "tối thiểu 20%" in " ".join(sites["vinh"]["phuong-phap/index.html"].split())
    assert "Quý I/2018" not in board and "Quý II/2018" in board


def test_what_no_document_orders_is_left_out(sites: dict[str, dict[str, str]]) -> None:
    assert "Rút ngắn" not in sites["no-cut"]["thu-tuc/index.html"]
    assert "ngày 7 của tháng cuối quý" in " ".join(sites["no-cut"]["chi-thi-15/index.html"].split())
    review = sites["no-reports"]["chi-thi-15/quy/2018-q4/index.html"]
    assert "Báo cáo quý" not in review
    assert "Báo cáo quý của các đơn vị" not in sites["no-reports"]["chi-thi-15/index.html"]


REPORTS = {"quarterly_reports", "report_counts", "report_entries", "reported"}
TEAMS, REVIEWS = {"inspections"}, {"unit_reviews"}
RESTING = {
    "none": set(),
    "no-cut": REPORTS,
    "no-reports": REVIEWS,
    "vinh": {"cuts"} | REPORTS | TEAMS,
}
"""The tables of duties that each of these cities has."""


@pytest.mark.parametrize("name", RESTING)
def test_open_data_have_no_table_of_a_duty_that_nobody_orders(
    sites: dict[str, dict[str, str]], name: str
) -> None:
    tables = {"cuts"} | REPORTS | TEAMS | REVIEWS
    site = sites[name]
    package = json.loads(site["du-lieu/datapackage.json"])
    described = {resource["name"] for resource in package["resources"]}
    dictionary = site["du-lieu/tu-dien/index.html"]
    for table in tables:
        is_there = table in RESTING[name]
        assert (f"du-lieu/{table}.csv" in site) == is_there, table
        assert (table in described) == is_there, table
        assert (f'id="{table}"' in dictionary) == is_there, table


def test_a_summary_of_units_has_no_column_of_reports_that_nobody_orders(
    sites: dict[str, dict[str, str]],
) -> None:
    header = sites["no-reports"]["du-lieu/unit_reviews.csv"].splitlines()[0].split(",")
    assert "task_due_count" in header and not [name for name in header if "report" in name]


def test_each_quarter_is_reported_under_the_document_of_its_day(
    sites: dict[str, dict[str, str]],
) -> None:
    before, after = (sites["successor"][f"chi-thi-{no}/index.html"] for no in (15, 20))
    assert "Quý II/2018" in before and "Quý IV/2018" not in before
    assert "Quý IV/2018" in after or "Quý II/2018" not in after


def test_two_documents_each_have_a_board_of_their_own_reports_and_teams(
    sites: dict[str, dict[str, str]],
) -> None:
    vinh, plan = (sites["two"][f"{name}/index.html"] for name in ("chi-thi-15", "ke-hoach-9"))
    assert "ngày 7 của tháng 7, tháng 1 năm sau (điểm I.2)" in " ".join(vinh.split())
    assert "ngày 10 của tháng cuối quý (điểm A)" in " ".join(plan.split())
    assert "Quý I/2018" in plan and "Quý I/2018" not in vinh
    for mine, other, told in (
        (vinh, plan, ("05/07/2018", "20/07/2018", 'id="kt-1"', "1 đúng hạn, 1 muộn, 1 chưa gửi")),
        (plan, vinh, ("09/03/2018", "08/06/2018", 'id="kt-2"', "2 chưa gửi")),
    ):
        for words in told:
            assert words in " ".join(mine.split()) and words not in " ".join(other.split()), words
    assert "phong-noi-vu" in vinh and "phong-noi-vu" not in plan


def test_what_units_report_is_told_under_the_document_that_asks(
    sites: dict[str, dict[str, str]], made: Path
) -> None:
    asked = {
        (row.directive, row.quarter): (row.indicator, row.expected_count, row.value)
        for row in make_public_edition(made / "data").figures.reported
        if row.unit_id is None
    }
    assert asked["chi-thi-15", "2018-Q2"] == ("qua-han", 3, 3)
    assert asked["ke-hoach-9", "2018-Q2"] == ("ke-hoach", 2, 12)
    assert asked["ke-hoach-9", "2018-Q1"] == ("ke-hoach", 2, None)
    assert ("chi-thi-15", "2018-Q1") not in asked
    pages = {
        name: "".join(text for path, text in sites["two"].items() if path.startswith(f"{name}/"))
        for name in ("chi-thi-15", "ke-hoach-9")
    }
    assert "Số hồ sơ quá hạn" in pages["chi-thi-15"]
    assert "Số người có kế hoạch" not in pages["chi-thi-15"]
    assert "Số người có kế hoạch" in pages["ke-hoach-9"]
    assert "Số hồ sơ quá hạn" not in pages["ke-hoach-9"]


def test_what_is_owed_under_two_documents_says_under_which_and_of_one_does_not(
    sites: dict[str, dict[str, str]],
) -> None:
    schedule = " ".join(sites["two"]["giam-sat/lich-cong-bo/index.html"].split())
    assert "trong 3 theo Chỉ thị 15;<br>" in schedule and "trong 2 theo Kế hoạch 9<" in schedule
    calendar = sites["two"]["giam-sat/lich-viec.ics"].replace("\r\n ", "")
    assert "Báo cáo quý II/2018 theo Kế hoạch 9 (Phường Hoa Mai)" in calendar
    assert "Báo cáo quý I/2018 (Phường Hoa Mai)" in calendar
    rows = sites["two"]["du-lieu/report_counts.csv"].splitlines()
    assert {",,,11,3,1,7", ",,chi-thi-15,3,1,1,1", ",,ke-hoach-9,8,2,0,6"} <= set(rows)
    assert "directive" not in sites["vinh"]["du-lieu/report_counts.csv"]


def test_pages_call_reports_after_the_time_that_their_document_says(
    sites: dict[str, dict[str, str]],
) -> None:
    """Chỉ thị 15 orders reports every half year; the plan beside it, every quarter."""
    vinh, two = sites["vinh"], sites["two"]
    board = vinh["chi-thi-15/index.html"]
    assert "Báo cáo 6 tháng của các đơn vị" in board and "tháng 7, tháng 1 năm sau" in board
    for path, text in vinh.items():
        if path.startswith(("chi-thi-15/", "giam-sat/", "don-vi/")) and path.endswith(".html"):
            assert "áo cáo quý" not in text, path
    assert "Báo cáo quý của các đơn vị" in two["ke-hoach-9/index.html"]
    assert "báo cáo định kỳ" in two["giam-sat/index.html"], "reports of two kinds together"


@pytest.mark.parametrize(
    ("week", "name", "period"),
    [
        ("2018-w22", "kế hoạch chín", "quý hai"),
        ("2018-w26", "chỉ thị mười lăm", "sáu tháng đầu năm"),
    ],
)
def test_the_script_says_by_which_document_a_report_falls_due(
    sites: dict[str, dict[str, str]], week: str, name: str, period: str
) -> None:
    script = sites["two"][f"phat-thanh/{week}/ban-tin.txt"]
    said = f"gửi báo cáo {period} về kỷ luật, kỷ cương hành chính theo {name}."
    assert said in script.replace(", theo", " theo")


def test_the_quarters_report_tells_under_each_document_what_it_orders(made: Path) -> None:
    about = QuarterOf(make_public_edition(made / "data"), "2018-Q2")
    told = report(about, WHOLE)
    texts = [getattr(block, "text", "") for block in told.blocks]
    under = {
        name: [text for text in texts if f"gửi báo cáo {period} theo {name}" in text]
        for name, period in (("Chỉ thị 15", "6 tháng đầu năm 2018"), ("Kế hoạch 9", "quý II/2018"))
    }
    assert [len(found) for found in under.values()] == [1, 1]
    headings = [place for place, text in enumerate(texts) if text.startswith(("II. ", "III. "))]
    assert headings[0] < texts.index(under["Chỉ thị 15"][0]) < headings[1]
    assert headings[1] < texts.index(under["Kế hoạch 9"][0])
    (reports,) = [table for table in told.appendices if "Báo cáo quý" in table.title]
    assert {row[1] for row in reports.rows} == {"Chỉ thị 15", "Kế hoạch 9"}
    assert ("Phường Hoa Sen", "Kế hoạch 9", "12/BC-MAU", "08/06/2018", "đúng hạn") in reports.rows


def test_what_falls_due_is_told_with_its_document(made: Path) -> None:
    words = [row["words"] for row in owed(made / "data", 20).rows]
    assert words.count("Báo cáo 6 tháng cuối năm 2018 theo Chỉ thị 15") == 3
    assert words.count("Báo cáo quý IV/2018 theo Kế hoạch 9") == 2
