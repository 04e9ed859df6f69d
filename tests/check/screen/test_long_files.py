"""Many dossiers in one file: the screen vouches for what is right, and finds what is not."""

import csv
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.app.sources import check_folder
from generator.check import rows_to_check
from generator.check.context import CheckContext
from generator.check.screen.rows import Rows
from generator.datafolder.csv_layout import PIECE_BYTES
from generator.datafolder.table import read_tables
from worlds.paths import CONGKHAI
from worlds.small import SMALL

FILE = "dossiers/2018-q1.csv"
ROW = (
    "mau-{:05d},9.000001,p-hoa-sen,online,2018-01-{:02d} {:02d}:{:02d},2018-02-28,2018-02-{:02d}"
    ",0,0,granted,,"
)


def row(number: int) -> str:
    """A row unlike the others: dossiers that are alike would be asked about."""
    day, hour, minute, returned = number % 28 + 2, number % 10 + 7, number % 60, number % 27 + 1
    return ROW.format(number, day, hour, minute, returned)


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The small city with so many dossiers that how the file ends is not seen at first."""
    folder = tmp_path / "city"
    shutil.copytree(SMALL, folder)
    path = folder / FILE
    rows = "".join(row(number) + "\n" for number in range(1_000))
    path.write_text(path.read_text("utf-8") + rows, "utf-8")
    assert path.stat().st_size > PIECE_BYTES
    return folder


def add(city: Path, ending: bytes) -> None:
    with (city / FILE).open("ab") as file:
        file.write(ending)


def last(**cells: str) -> bytes:
    """One more row of the file, with some of its cells changed."""
    with (SMALL / FILE).open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    added = dict(zip(names, row(99_999).split(","), strict=True)) | cells
    return ",".join(added.values()).encode()


SOUND = {
    "nothing": b"",
    "a row": last() + b"\n",
    "no line end": last(),
    "another line end": last() + b"\r\n",
    "a lone return": last() + b"\r",
    "a quoted cell": last(channel='"counter"') + b"\n",
}
WRONG = {
    "a blank row": b"\n" + last() + b"\n",
    "a line break in a cell": last(channel='"counter\n"') + b"\n",
    "a lone mark": last(channel='cou"nter') + b"\n",
    "an open mark": last(channel='"counter') + b"\n",
    "a NUL": last(channel="counter\0") + b"\n",
    "a byte of another encoding": last() + b"\xff\n",
    "a short row": b"mau-99999,9.000001\n",
    "a long row": last() + b",,\n",
    "a key again": last(dossier_id="mau-00001") + b"\n",
    "an unknown unit": last(unit_id="p-khong-co") + b"\n",
    "a day that is none": last(returned_at="2018-02-30") + b"\n",
    "a day to come": last(returned_at="2031-02-03") + b"\n",
}


@pytest.mark.parametrize("ending", SOUND.values(), ids=SOUND)
def test_a_long_file_may_end_in_several_ways(city: Path, ending: bytes) -> None:
    add(city, ending)
    assert list(check_folder(city).problems) == []


@pytest.mark.parametrize("ending", WRONG.values(), ids=WRONG)
def test_what_is_wrong_at_the_end_of_a_long_file_is_found(city: Path, ending: bytes) -> None:
    add(city, ending)
    problems = check_folder(city).problems
    assert {item.file for item in problems} & {FILE, "calendar.csv"}


def test_of_a_sound_city_the_screen_vouches_for_every_row(city: Path) -> None:
    sources = check_folder(city).sources
    assert sources is not None
    tables = read_tables(city, sources.contract)
    rows = rows_to_check(CheckContext(sources.contract, sources.city, sources.world, tables))
    assert rows["dossiers"] == Rows(years=frozenset({2018, 2019}), last_day=date(2018, 12, 28))


CHANGES = {
    "a unit that ends": (
        "units.csv",
        "Phường Hoa Sen,ward,90001,,",
        "Phường Hoa Sen,ward,90001,,2018-01-10",
    ),
    "another day": ("city.yaml", "as_of: 2018-12-31", "as_of: 2018-01-15"),
    "a day with a time": ("city.yaml", "as_of: 2018-12-31", "as_of: 2018-12-31 10:00:00"),
    "no day": ("city.yaml", "as_of: 2018-12-31", "as_of: nay"),
    "no calendar": ("calendar.csv", None, ""),
    "no units": ("units.csv", None, ""),
    "a wrong header": ("units.csv", "unit_id,", "ma,"),
    "no contract": ("datapackage.yaml", None, "name: [1"),
    "a contract without dossiers": ("datapackage.yaml", "name: dossiers", "name: other"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_the_screen_rests_on_may_be_anything(
    city: Path, change: tuple[str, str | None, str]
) -> None:
    name, old, new = change
    text = (city / name).read_text("utf-8")
    if old is None:
        text = new
    else:
        assert old in text
        text = text.replace(old, new)
    (city / name).write_text(text, "utf-8")
    assert check_folder(city).problems


def test_the_module_is_the_command(city: Path) -> None:
    add(city, last(unit_id="p-khong-co") + b"\n")
    outputs = {
        subprocess.run([*command, "check", "--data", city], capture_output=True).stdout
        for command in ([CONGKHAI], [sys.executable, "-m", "generator"])
    }
    (output,) = outputs
    assert "p-khong-co" in output.decode()
