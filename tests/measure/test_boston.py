"""The on-time rule against another city's own verdicts, from nothing but that city's folder."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from generator.app.sources import check_folder
from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.measure import measure, verdicts
from worlds.lay import lay
from worlds.paths import DATASETS

BOSTON = DATASETS / "boston"
SAYS = {"early": "ONTIME", "on_time": "ONTIME", "within": "ONTIME", "overdue": "OVERDUE"}
"""That city's word for our verdict; it has none for `no_deadline`."""

BLANK = {
    "101000296134": "overdue",
    "101000296314": "overdue",
    "101000296368": "overdue",
    "101000299678": "overdue",
    "101000299706": "overdue",
    "101000300071": "overdue",
    "101000300560": "overdue",
    "101000301053": "overdue",
    "101000301205": "overdue",
    "101000302057": "overdue",
    "101000302450": "overdue",
    "101000303968": "overdue",
    "101000304345": "overdue",
    "101000304961": "overdue",
    "101000305092": "overdue",
    "101000305964": "overdue",
    "101000306172": "overdue",
    "101000306461": "overdue",
    "101000306754": "overdue",
    "101000306793": "overdue",
    "101000308284": "overdue",
}
"""Requests on which the city gives no verdict, and ours."""


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(BOSTON / "data", tmp_path_factory.mktemp("boston"))


@pytest.fixture(scope="module")
def world_and_city(data: Path):
    contract, contract_problems = load_contract(data)
    city, city_problems = load_city(data)
    assert contract_problems == city_problems == []
    return load_world(data, contract), city


@pytest.fixture(scope="module")
def ours(world_and_city) -> dict[str, str]:
    return dict(verdicts(*world_and_city))


@pytest.fixture(scope="module")
def targets() -> dict[str, str]:
    dossiers = rows_of(BOSTON / "data" / "dossiers" / "2011.csv")
    return {row["dossier_id"]: row["promised_at"] for row in dossiers}


CITY = {row["dossier_id"]: row["city_verdict"] for row in rows_of(BOSTON / "answers.csv")}


def test_every_request_is_judged(ours, targets) -> None:
    assert ours.keys() == targets.keys() == CITY.keys()
    assert len(ours) == 10_000


def test_our_verdict_is_the_city_s_own_word_wherever_it_gives_one(ours, targets) -> None:
    asked = [number for number in CITY if targets[number] and CITY[number]]
    differing = [number for number in asked if SAYS.get(ours[number]) != CITY[number]]
    assert differing == []
    assert len(asked) == 8_214


def test_without_a_target_there_is_no_deadline(ours, targets) -> None:
    without = [number for number in targets if not targets[number]]
    assert {ours[number] for number in without} == {"no_deadline"}
    assert len(without) == 1_765
    assert {number for number in ours if ours[number] == "no_deadline"} == set(without)


def test_where_the_city_is_silent_we_say_this(ours) -> None:
    assert {number: ours[number] for number in CITY if not CITY[number]} == BLANK


def test_the_figures_of_the_whole_city_are_the_sums_of_the_verdicts(world_and_city, ours) -> None:
    figures = measure(*world_and_city)
    whole, said = figures.one(), Counter(ours.values())
    assert whole is not None
    assert whole.received_count == 10_000
    assert whole.early_count == said["early"]
    assert whole.on_time_count == said["on_time"]
    assert whole.overdue_count + whole.open_overdue_count == said["overdue"]
    assert whole.open_within_count == said["within"]
    assert whole.no_deadline_count == said["no_deadline"]
    assert (figures.quarters[0], figures.quarters[-1]) == ("2011-Q3", "2023-Q2")
    assert figures.obligations == ()


def test_the_folder_passes_its_check(data: Path) -> None:
    assert check_folder(data).problems == ()
