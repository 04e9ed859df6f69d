"""A data folder as typed records."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.app.pipeline import make_public_edition
from generator.app.sources import check_folder
from generator.datafolder import load_world
from generator.datafolder.load import load_contract
from generator.model.contract import Contract
from worlds.small import SMALL


@pytest.fixture(scope="module")
def contract() -> Contract:
    found, problems = load_contract(SMALL)
    assert found is not None and not problems
    return found


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "city")


def test_every_row_becomes_a_record(contract: Contract) -> None:
    world = load_world(SMALL, contract)
    assert [unit.unit_id for unit in world.units] == ["phong-noi-vu", "p-hoa-sen", "p-hoa-mai"]
    assert world.units[2].valid_to == date(2019, 11, 30)
    assert world.units[0].gso_code is None
    assert world.assignments[0].support_unit_ids == ("p-hoa-sen", "p-hoa-mai")
    assert [path.name for path in world.dossier_files] == [f"2018-q{n}.csv" for n in (1, 2, 3, 4)]


def test_rows_keep_the_numbers_of_excel(city: Path, contract: Contract) -> None:
    file = city / "units.csv"
    file.write_text(file.read_text("utf-8").replace("p-hoa-sen", "\np-hoa-sen"), "utf-8")
    numbered = load_world(city, contract).numbered("units")
    assert [row for row, _ in numbered] == [2, 4, 5]


def test_a_row_that_does_not_fit_is_left_out(city: Path, contract: Contract) -> None:
    file = city / "units.csv"
    file.write_text(file.read_text("utf-8").replace("Sen,ward", "Sen,phường"), "utf-8")
    numbered = load_world(city, contract).numbered("units")
    assert [row for row, _ in numbered] == [2, 4]


def test_columns_out_of_order_are_not_read(city: Path, contract: Contract) -> None:
    file = city / "broadcasts.csv"
    file.write_text("record_ids,aired_at,bulletin_id\n,2018-07-14,2018-W28\n", "utf-8")
    assert load_world(city, contract).broadcasts == ()


def test_an_empty_folder_is_an_empty_world(tmp_path: Path, contract: Contract) -> None:
    world = load_world(tmp_path, contract)
    assert world.units == () and world.dossier_files == ()


def _by_pattern(city: Path, *paths: str) -> tuple[str, ...]:
    """The files of dossiers of a city whose contract names them so."""
    file = city / "datapackage.yaml"
    text, listed = file.read_text("utf-8"), "".join(f"- {path}\n      " for path in paths)
    start = text.index("- dossiers/2018-q1.csv")
    end = text.index("- dossiers/2018-q4.csv") + len("- dossiers/2018-q4.csv")
    file.write_text(text[:start] + listed.strip() + text[end:], "utf-8")
    found, problems = load_contract(city)
    assert found and not problems
    return found.dataset("dossiers").paths


def test_a_new_quarter_of_dossiers_is_a_new_file_alone(city: Path) -> None:
    quarters = tuple(f"dossiers/2018-q{n}.csv" for n in (1, 2, 3, 4))
    assert _by_pattern(city, "dossiers/*.csv") == quarters
    shutil.copy(city / quarters[0], city / "dossiers" / "2019-q1.csv")
    (city / "dossiers" / ".2019-q2.csv").touch()
    (city / "dossiers" / "ghi-chu.txt").touch()
    found, _ = load_contract(city)
    assert found and found.dataset("dossiers").paths == (*quarters, "dossiers/2019-q1.csv")


def test_a_file_is_read_once_however_it_is_named(city: Path) -> None:
    paths = _by_pattern(city, "dossiers/2018-q4.csv", "dossiers/2018-*.csv", "dossiers/mat.csv")
    first, last = "dossiers/2018-q4.csv", "dossiers/mat.csv"
    assert paths == (first, *(f"dossiers/2018-q{n}.csv" for n in (1, 2, 3)), last)


def test_a_pattern_may_find_nothing(city: Path) -> None:
    shutil.rmtree(city / "dossiers")
    assert _by_pattern(city, "dossiers/*.csv") == ()
    checked = check_folder(city)
    assert not [item for item in checked.problems if item.code == "file-missing"]
    assert make_public_edition(city).figures.dossier_count == 0
