"""A check that begins to screen before it has looked properly finds what any other check finds."""

import csv
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.app.pipeline import check_folder
from generator.check.context import CheckContext
from generator.check.dossiers import dossier_facts
from generator.check.screen.prefetch import Ahead, begin
from generator.check.screen.rows import Rows
from generator.cli.prefetch import begun_early, taken
from generator.datafolder.csv_layout import PIECE_BYTES
from generator.datafolder.table import read_tables
from worlds.paths import CONGKHAI
from worlds.small import SMALL

FILE = "dossiers/2018-q1.csv"
ROW = (
    "mau-{:05d},9.000001,p-hoa-sen,counter,2018-01-{:02d} 08:30,2018-01-31,2018-01-30,0,0,granted,,"
)


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The small city with so many dossiers that how the file ends is not seen at first."""
    folder = tmp_path / "city"
    shutil.copytree(SMALL, folder)
    path = folder / FILE
    rows = "".join(ROW.format(number, number % 28 + 2) + "\n" for number in range(1_000))
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
    row = dict(zip(names, ROW.format(99_999, 5).split(","), strict=True)) | cells
    return ",".join(row.values()).encode()


def check_in_turn(city: Path) -> list[object]:
    """The findings when nothing has begun before its turn."""
    return list(check_folder(city, begun=Ahead()).problems)


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


@pytest.mark.parametrize("ending", [*SOUND.values(), *WRONG.values()], ids=[*SOUND, *WRONG])
def test_how_a_long_file_ends_is_found_as_in_turn(city: Path, ending: bytes) -> None:
    add(city, ending)
    found = list(check_folder(city).problems)
    assert found == check_in_turn(city)
    assert bool(found) == (ending in WRONG.values())


def test_of_a_sound_city_the_screen_has_its_answer(city: Path) -> None:
    sources = check_folder(city).sources
    assert sources is not None
    tables = read_tables(city, sources.contract)
    facts = dossier_facts(CheckContext(sources.contract, sources.city, sources.world, tables))
    with begin(city) as ahead:
        ahead.tell(tables)
        assert ahead.rows(replace(facts, known_years=frozenset())) is None
        assert ahead.rows(facts) == Rows(years=frozenset({2018, 2019}))


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
def test_what_it_rests_on_may_be_anything(city: Path, change: tuple[str, str | None, str]) -> None:
    name, old, new = change
    text = (city / name).read_text("utf-8")
    if old is None:
        text = new
    else:
        assert old in text
        text = text.replace(old, new)
    (city / name).write_text(text, "utf-8")
    assert list(check_folder(city).problems) == check_in_turn(city)


def test_what_has_begun_is_given_up_when_nobody_asks(city: Path) -> None:
    with begin(city):
        pass
    with begun_early(["check", "--data", str(city)]):
        pass
    with begun_early(["check", f"--data={city}"]):
        assert taken(city) is not None
        assert taken(city) is None


@pytest.mark.parametrize("words", [["check", "--data"], ["check", "--help"], ["due"], []])
def test_a_command_line_that_says_less_begins_nothing_wrong(words: list[str]) -> None:
    with begun_early(words):
        pass


def test_the_module_is_the_command(city: Path) -> None:
    add(city, last(unit_id="p-khong-co") + b"\n")
    outputs = {
        subprocess.run([*command, "check", "--data", city], capture_output=True).stdout
        for command in ([CONGKHAI], [sys.executable, "-m", "generator"])
    }
    (output,) = outputs
    assert "p-khong-co" in output.decode()
