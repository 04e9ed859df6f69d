"""A clerk corrects a dossier of a closed quarter: what the commands say and what stays."""

from pathlib import Path

import pytest

from worlds.edition_folder import City

pytestmark = pytest.mark.usefixtures("remembered")

Q1 = "dossiers/2018-q1.csv"
FIRST = "mau-010,9.000003,p-hoa-mai,post,2018-01-03 08:55,2018-01-23,2018-01-23,0,0,granted,,\n"


@pytest.fixture
def city(tmp_path: Path) -> City:
    """A city that protects groups of fewer than five dossiers and has closed its first edition."""
    city = City(tmp_path)
    city.edit("city.yaml", "smallest_count: 1", "smallest_count: 5", "Mức")
    city.closed("2018-Q4")
    return city


def test_a_closing_saves_the_counts_of_every_quarter_with_the_ledger(city: City) -> None:
    saved = city.repo.git.show("--name-only", "--format=", "HEAD", "-z").split("\0")
    names = {Path(path).name for path in saved if "closed_quarters/" in path}
    quarters = (f"2018-Q{number}" for number in (1, 2, 3, 4))
    files = {f"{quarter}.{kind}.csv" for quarter in quarters for kind in ("cells", "days")}
    assert names == files | {"salts.csv"}
    assert not city.repo.is_dirty(untracked_files=True)
    assert city.run("check")[0] == 0


def test_one_dossier_less_is_told_to_the_clerk_and_to_nobody_else(city: City) -> None:
    figures = city.run("figures")[1]
    city.edit(Q1, FIRST, "", "Bớt một hồ sơ")
    status, said = city.run("check")
    assert status == 0 and "nay lệch 1 hồ sơ" in said and "[closed-quarter-changed]" in said
    assert city.run("figures")[1] == figures
    city.closed("2018-Q4.2")
    assert "Không có gì thay đổi." in city.run("edition", "diff", "2018-Q4", "2018-Q4.2")[1]
    assert city.run("figures")[1] == figures


def test_counts_that_are_missing_stop_everything(city: City) -> None:
    (city.data / "closed_quarters" / "2018-Q1.days.csv").unlink()
    status, said = city.run("check")
    assert status == 1 and "[closed-quarter-missing]" in said
