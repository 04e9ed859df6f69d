"""A dataset that nobody knows is a finding, or a table of the city's own: never a traceback."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import mkdocs_plugin
from generator.app.pipeline import make_public_edition
from generator.model.own_yaml import own_yaml
from generator.model.problem import Problem
from generator.opendata.tables import open_tables
from worlds.broken import findings
from worlds.paths import ROOT
from worlds.small import SMALL

OWN: dict[str, Any] = {
    "name": "rieng-tiep-cong-dan",
    "title": "Lịch tiếp công dân",
    "description": "Mỗi dòng là một buổi tiếp công dân",
    "path": "meetings.csv",
    "publish": True,
    "schema": {
        "fields": [
            {"name": "held_on", "type": "date", "title": "Ngày", "description": "Ngày tiếp"},
            {"name": "place", "type": "string", "title": "Nơi tiếp", "description": "Nơi tiếp"},
        ]
    },
}


def city_with(folder: Path, place: str, **changes: Any) -> Path:
    """The small city with a table of its own, in which one meeting is held at that place."""
    city = shutil.copytree(SMALL, folder / "city")
    contract = own_yaml(city / "datapackage.yaml")
    contract["resources"].append(OWN | changes)
    (city / "datapackage.yaml").write_text(yaml.safe_dump(contract, allow_unicode=True), "utf-8")
    (city / "meetings.csv").write_text(f"held_on,place\n2018-10-15,{place}\n", "utf-8")
    return city


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize("said", [None, False, "true", 1])
def test_a_dataset_that_is_not_said_to_be_public_is_a_finding(tmp_path: Path, said: object) -> None:
    city = city_with(tmp_path, "Trụ sở", publish=said)
    found = [problem for problem in findings(city) if problem.severity == "error"]
    code = "dataset-unknown" if said in (None, False) else "contract-wrong"
    assert [(p.code, p.file) for p in found] == [(code, "datapackage.yaml")]
    assert (found[0].field or "").endswith(".publish")


@pytest.mark.parametrize("name", ["figures", "meetings", "rieng-", "rieng-../x", "RIENG-a"])
def test_a_name_that_may_be_the_program_s_own_is_a_finding(tmp_path: Path, name: str) -> None:
    assert codes(findings(city_with(tmp_path, "Trụ sở", name=name))) == ["dataset-name-taken"]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("nhà ông Nguyễn Văn Bình", "person-named"),
        ("gọi 0912 345 678", "personal-phone"),
        ("=1+1", "formula"),
    ],
)
def test_a_table_of_the_city_s_own_is_searched(tmp_path: Path, place: str, code: str) -> None:
    assert codes(findings(city_with(tmp_path, place))) == [code]


def test_a_table_of_the_city_s_own_is_published_with_its_dictionary(tmp_path: Path) -> None:
    city = city_with(tmp_path, "Trụ sở tiếp công dân")
    assert codes(findings(city)) == []
    site = tmp_path / "site"
    mkdocs_plugin.build(ROOT / "mkdocs.yml", data=city, out=site)
    with (site / "du-lieu/rieng-tiep-cong-dan.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.DictReader(file)) == [
            {"held_on": "2018-10-15", "place": "Trụ sở tiếp công dân"}
        ]
    package = json.loads((site / "du-lieu/datapackage.json").read_text("utf-8"))
    assert OWN["name"] in {resource["name"] for resource in package["resources"]}
    assert "Nơi tiếp" in (site / "du-lieu/tu-dien/index.html").read_text("utf-8")


def test_a_column_of_the_city_s_own_in_a_dataset_of_the_program_is_not_published(
    tmp_path: Path,
) -> None:
    city = shutil.copytree(SMALL, tmp_path / "city")
    contract = own_yaml(city / "datapackage.yaml")
    own = {"name": "ghi_chu", "type": "string", "title": "Ghi chú", "description": "Ghi chú"}
    contract["resources"][0]["schema"]["fields"].append(own)
    (city / "datapackage.yaml").write_text(yaml.safe_dump(contract, allow_unicode=True), "utf-8")
    lines = (city / "units.csv").read_text("utf-8").splitlines()
    rows = [f"{lines[0]},ghi_chu", *(f"{line},Dùng trong nội bộ" for line in lines[1:])]
    (city / "units.csv").write_text("\n".join(rows) + "\n", "utf-8")
    assert codes(findings(city)) == []
    (table,) = (t for t in open_tables(make_public_edition(city)) if t.name == "units")
    assert "ghi_chu" not in {field["name"] for field in table.fields}
