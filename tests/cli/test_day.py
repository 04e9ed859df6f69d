"""`congkhai today`, `congkhai due list`, and the commands that say that the day is old."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from worlds.command import congkhai
from worlds.small import SMALL

pytestmark = pytest.mark.usefixtures("remembered")

SETTINGS = "city.yaml"
OUTSIDE = date.today()  # noqa: DTZ011  the day of this machine is what is asked for


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small city, to be changed."""
    return shutil.copytree(SMALL, tmp_path / "data")


def test_the_day_is_moved_once_it_was_said_what_that_does(data: Path) -> None:
    before = (data / SETTINGS).read_text("utf-8")
    told = congkhai("today", "05/10/2019", "--data", data, "--yes")
    assert told.status == 0, told.said
    assert "pb-2018-002 hết thời hạn nêu tên" in told.stdout
    after = (data / SETTINGS).read_text("utf-8")
    assert after == before.replace("as_of: 2018-12-31", "as_of: 2019-10-05")
    again = congkhai("today", "2019-10-05", "--data", data)
    assert (again.status, again.stdout) == (0, "Ngày số liệu đã là 05/10/2019.\n")


@pytest.mark.parametrize("words", [("--dry-run",), ()], ids=["dry run", "nobody to ask"])
def test_nothing_is_written_unasked(words: tuple[str, ...], data: Path) -> None:
    before = (data / SETTINGS).read_bytes()
    told = congkhai("today", "2019-10-05", "--data", data, *words)
    assert told.status == (0 if words else 2)
    assert "pb-2018-002" in told.stdout and ("--yes" in told.stderr) != bool(words)
    assert (data / SETTINGS).read_bytes() == before


def test_moving_back_says_that_it_is_back(data: Path) -> None:
    told = congkhai("today", "2018-12-30", "--data", data)
    assert told.status == 2 and "lùi từ 31/12/2018 về 30/12/2018" in told.stderr


@pytest.mark.parametrize("typed", ["31/02/2019", "2019", "hôm qua", "5-10-2019", "10000-01-01"])
def test_what_is_no_day_is_refused(typed: str, data: Path) -> None:
    told = congkhai("today", typed, "--data", data)
    assert told.status == 2 and f"“{typed}” không phải là một ngày" in told.stderr


def test_errors_on_the_new_day_keep_the_old_one(data: Path) -> None:
    before = (data / SETTINGS).read_bytes()
    told = congkhai("today", "2031-05-05", "--data", data, "--yes")
    assert told.status == 1 and "calendar" in told.stderr
    assert (data / SETTINGS).read_bytes() == before


def test_a_quarter_left_without_its_edition_is_told_of(data: Path) -> None:
    settings = data / SETTINGS
    owed = "publishing:\n  since: 2018-10-01\n  edition_unit: phong-noi-vu\n  edition_days: 15\n"
    owed += "  broadcast_unit: phong-noi-vu\n"
    settings.write_text(settings.read_text("utf-8") + owed, "utf-8")
    told = congkhai("today", "2019-01-05", "--data", data, "--dry-run")
    assert "congkhai today 2018-12-31, rồi congkhai edition close 2018-Q4" in told.stdout
    same = congkhai("today", "2018-12-30", "--data", data, "--dry-run")
    assert "edition close" not in same.stdout


def _of_day(data: Path, day: date, more: str = "", *, sample: bool = False) -> None:
    settings = data / SETTINGS
    text = settings.read_text("utf-8").replace("as_of: 2018-12-31", f"as_of: {day}\n{more}".strip())
    settings.write_text(text if sample else text.replace("sample: true", "sample: false"), "utf-8")


def _warned(data: Path) -> str:
    return congkhai("check", "--data", data).stderr


@pytest.mark.parametrize(("days", "is_old"), [(0, False), (7, False), (8, True), (400, True)])
def test_a_day_older_than_a_week_is_warned_of(days: int, is_old: bool, data: Path) -> None:
    _of_day(data, OUTSIDE - timedelta(days=days))
    assert (f"chậm {days} ngày" in _warned(data)) == is_old


def test_the_settings_say_how_old_the_day_may_be(data: Path) -> None:
    _of_day(data, OUTSIDE - timedelta(days=8), "as_of_days: 10")
    assert not _warned(data)


def test_a_day_to_come_is_warned_of(data: Path) -> None:
    _of_day(data, OUTSIDE + timedelta(days=1))
    assert "đồng hồ của máy mới tới" in _warned(data)


def test_the_day_of_a_sample_stands_still(data: Path) -> None:
    _of_day(data, OUTSIDE - timedelta(days=400), sample=True)
    assert not _warned(data)


def test_what_is_owed_is_listed_for_people_and_programs(data: Path) -> None:
    told = congkhai("due", "list", "--data", data, "--days", "30")
    rows = json.loads(congkhai("due", "list", "--data", data, "--format", "json").stdout)
    assert told.stdout.startswith("Tính đến ngày số liệu 31/12/2018.\n\nĐã quá hạn")
    assert rows and {row["state"] for row in rows} <= {"overdue", "open"}
    unit = rows[0]["unit_id"]
    of_unit = congkhai("due", "list", "--data", data, "--unit", unit, "--format", "json")
    assert {row["unit_id"] for row in json.loads(of_unit.stdout)} == {unit}


def test_a_unit_that_is_none_is_told_of(data: Path) -> None:
    told = congkhai("due", "list", "--data", data, "--unit", "p-khong-co")
    assert told.status == 2 and "Không có đơn vị “p-khong-co”" in told.stderr


@pytest.mark.parametrize("given", ["--received", "--limit"])
def test_a_question_lacking_half_is_told_of(given: str) -> None:
    other = {"--received": "--limit", "--limit": "--received"}[given]
    told = congkhai("due", given, "2018-02-12")
    assert told.status == 2 and f"Thiếu {other}" in told.stderr
