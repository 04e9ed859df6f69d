"""A quarter whose edition was missed is closed late, in its turn, in real repositories."""

from pathlib import Path

import pytest
from git import Repo

from generator.ledger.chain import Chain, parse_chain
from worlds.edition_folder import City

pytestmark = pytest.mark.usefixtures("remembered")

OWED = (
    "publishing: {since: 2018-07-01, edition_unit: phong-noi-vu, edition_days: 15}\n"
    "as_of: 2019-02-10\n"
)
"""Two quarters are over, and the day is in the third."""


@pytest.fixture
def city(tmp_path: Path) -> City:
    made = City(tmp_path)
    made.edit("city.yaml", "as_of: 2018-12-31\n", OWED, "Sang năm")
    return made


def chain(city: City) -> Chain:
    return parse_chain((city.data / "ledger.jsonl").read_bytes())


def late(city: City, edition: str) -> tuple[int, str]:
    return city.run("edition", "close", edition, "--yes")


def test_two_missed_quarters_are_closed_one_after_another(city: City) -> None:
    before = city.repo.head.commit
    for other in ("2018-Q4", "2019-Q1"):
        status, said = late(city, other)
        assert status == 2 and said.strip().endswith("theo thứ tự: congkhai edition close 2018-Q3")
    assert city.repo.head.commit == before and not city.repo.is_dirty(untracked_files=True)
    for edition in ("2018-Q3", "2018-Q4"):
        status, said = late(city, edition)
        assert status == 0, said
        assert f"Đóng kỳ công bố {edition}" in said and "số liệu đến 10/02/2019" in said
        assert "đóng muộn" in said, "nobody is asked with --yes, and yet told"
    assert {line.on.isoformat() for line in chain(city).lines} == {"2019-02-10"}
    assert [tag.name for tag in city.repo.tags] == ["edition/2018-Q3", "edition/2018-Q4"]
    assert city.run("check")[0] == 0
    assert "Đóng kỳ công bố" not in city.run("due", "list", "--days", "0")[1]


def test_what_was_passed_over_is_led_to_the_next_edition(city: City) -> None:
    for edition in ("2018-Q3", "2018-Q4"):
        assert late(city, edition)[0] == 0
    status, said = late(city, "2018-Q3.2")
    assert status == 2 and said.strip().endswith("congkhai edition close 2019-Q1")
    assert late(city, "2019-Q1")[0] == 0
    assert late(city, "2018-Q4.2")[1].strip().endswith("congkhai edition close 2019-Q1.2")


def test_nobody_closes_late_unasked(city: City) -> None:
    status, said = city.run("edition", "close", "2018-Q3")
    assert status == 2 and "đóng muộn" in said and "--yes" in said
    assert not city.repo.tags and not (city.data / "ledger.jsonl").exists()


def test_a_city_that_promised_no_edition_a_quarter_may_leave_some_out(tmp_path: Path) -> None:
    made = City(tmp_path)
    made.edit("city.yaml", "as_of: 2018-12-31", "as_of: 2019-02-10", "Sang năm")
    assert late(made, "2018-Q2")[0] == late(made, "2018-Q4")[0] == 0
    assert made.run("check")[0] == 0


def test_a_clone_without_tags_gets_them_and_goes_on(city: City, tmp_path: Path) -> None:
    assert late(city, "2018-Q3")[0] == 0
    clone = Repo.clone_from(str(city.root), tmp_path / "bản sao", no_tags=True)
    there = city.copied(tmp_path / "khác")
    there.root, there.data, there.repo = tmp_path / "bản sao", tmp_path / "bản sao/dữ liệu", clone
    with clone.config_writer() as config:
        config.set_value("user", "name", "Nguyễn Văn A")
        config.set_value("user", "email", "a@example.invalid")
    status, said = late(there, "2018-Q4")
    assert status == 2 and "git fetch --tags" in said and "congkhai edition close 2018-Q3" in said
    clone.git.fetch("--tags")
    assert late(there, "2018-Q4")[0] == 0


def test_without_an_identity_nothing_is_begun(
    city: City, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with city.repo.config_writer() as config:
        config.remove_section("user")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{name}_NAME", raising=False)
        monkeypatch.delenv(f"GIT_{name}_EMAIL", raising=False)
    status, said = late(city, "2018-Q3")
    assert status == 2 and "git config" in said
    assert not (city.data / "ledger.jsonl").exists()


def test_a_late_closing_that_died_is_undone_or_finished_by_the_next(city: City) -> None:
    assert late(city, "2018-Q3")[0] == 0
    ledger = city.data / "ledger.jsonl"
    lines = ledger.read_bytes()
    city.repo.delete_tag("edition/2018-Q3")
    assert "congkhai edition close 2018-Q3" in late(city, "2018-Q4")[1]
    assert late(city, "2018-Q3")[0] == 0 and ledger.read_bytes() == lines
    ledger.write_bytes(lines + b'{"edition":"2018-Q4","on":"2019-0')
    status, said = late(city, "2018-Q4")
    assert status == 0 and "đã khôi phục sổ công khai" in said
    assert [line.edition for line in chain(city).editions] == ["2018-Q3", "2018-Q4"]


def test_the_day_and_the_week_lead_there(city: City) -> None:
    told = city.run("today", "2019-04-03", "--dry-run")[1]
    first, second, third = (
        f"congkhai edition close {name}" for name in ("2018-Q3", "2018-Q4", "2019-Q1")
    )
    assert f"congkhai today 2019-03-31, rồi {third}" in told
    assert told.index(first) < told.index(second) < told.index(third)
    week = city.run("publish", "2019-02-10", "--dry-run", "--out", str(city.root / "trang"))[1]
    assert first in week and second in week and third not in week
