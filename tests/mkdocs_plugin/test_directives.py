"""Sites of cities with another document, with two, with a successor, with none: from data alone."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.mkdocs_plugin import build
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
    duties={},
)
NEXT = order(
    id="chi-thi-20", document_no="20/CT-UBND", issued_on="2018-08-01", succeeds="chi-thi-15"
)
WORLDS = {
    "none": ([], ""),
    "vinh": ([VINH], "I.1"),
    "no-cut": ([order(duties={"reports": {"day": 7}})], "I.1"),
    "no-reports": ([order(duties={"reviews": {"clause": "I.2"}})], "I.1"),
    "successor": ([VINH, NEXT], "I.1"),
    "two": ([VINH, PLAN], "I.1"),
}


@pytest.fixture(scope="module")
def sites(once: Once) -> dict[str, dict[str, str]]:
    """The texts of each world's site by path."""
    return {name: texts(once.made(f"directives-{name}", _Make(name)) / "site") for name in WORLDS}


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
    assert "ngày 7 của tháng đầu quý sau (điểm I.2)" in " ".join(board.split())
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
    assert {"chi-thi-15/index.html", "ke-hoach-9/index.html"} <= set(sites["two"])
