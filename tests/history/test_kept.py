"""What an official with the whole repository could do to the ledger, and what the check says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from worlds.edition_folder import City
from worlds.ledger_attacks import ATTACKS

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture(scope="module")
def closed_twice(tmp_path_factory: pytest.TempPathFactory) -> City:
    city = City(tmp_path_factory.mktemp("closed"))
    city.closed("2018-Q4")
    city.edit("units.csv", "Phường Hoa Sen", "Phường Hoa Súng", "Đổi tên")
    city.closed("2018-Q4.2")
    return city


@pytest.fixture
def city(closed_twice: City, tmp_path: Path) -> City:
    return closed_twice.copied(tmp_path)


def test_a_city_that_closes_its_editions_has_no_fault(city: City) -> None:
    status, said = city.run("check")
    assert status == 0 and "ledger" not in said


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_what_was_done_to_the_ledger_is_an_error(
    city: City, attack: Callable[[City], None]
) -> None:
    attack(city)
    status, said = city.run("check")
    assert status == 1 and f"[{ATTACKS[attack]}]" in said


def test_a_day_before_the_last_edition_is_an_error(city: City) -> None:
    city.edit("city.yaml", "as_of: 2018-12-31", "as_of: 2018-12-30")
    status, said = city.run("check")
    assert status == 1 and "[day-before-edition]" in said and "2018-Q4.2" in said


def test_a_rule_is_not_changed_without_a_reason(city: City) -> None:
    city.edit("city.yaml", "naming_months: 12", "naming_months: 1", "Rút ngắn")
    status, said = city.run("edition", "close", "2018-Q4.3")
    assert status == 2 and "số tháng nêu tên, từ 12 thành 1." in said and "--reason" in said
    status, said = city.run("edition", "close", "2018-Q4.3", "--reason", "Theo Quyết định MẪU-1")
    assert status == 0 and "Phiên bản 2.0.0" in said
    told = city.run("edition", "diff", "2018-Q4.2", "2018-Q4.3")[1]
    assert "Quy định đổi: số tháng nêu tên, từ 12 thành 1.\n" in told
    assert "Lý do đổi quy định: Theo Quyết định MẪU-1\n" in told
