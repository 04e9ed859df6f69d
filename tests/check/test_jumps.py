"""Jumps that no administration makes are told; what administrations do is not."""

import csv
import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from generator.app.sources import read_settings
from generator.check import rows_to_check
from generator.check.context import CheckContext
from generator.check.screen import jumps
from generator.check.screen.jumps import Jump
from generator.datafolder import load_world
from generator.datafolder.table import read_tables
from worlds.lay import lay
from worlds.paths import DATA, DATASETS

Row = dict[str, str]
Change = Callable[[list[Row]], list[Row]]
FILE = "dossiers/2018-q4.csv"


def changed(folder: Path, change: Change, file: str = FILE) -> Path:
    """The shipped city, one of its files of dossiers changed."""
    city = shutil.copytree(DATA, folder / "city")
    path = city / file
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(change(rows))
    path.write_text(text.getvalue(), "utf-8")
    return city


def found(city: Path) -> tuple[Jump, ...]:
    """The jumps of a city's dossiers, whatever its other records."""
    settings, contract = read_settings(city)
    names = {"dossiers", "units", "procedures", "calendar"}
    some = tuple(item for item in contract.datasets if item.name in names)
    contract = replace(contract, datasets=some)
    tables = read_tables(city, contract)
    context = CheckContext(contract, settings, load_world(city, contract, tables), tables)
    return rows_to_check(context)["dossiers"].jumps


def codes(city: Path) -> set[str]:
    return {jump.code for jump in found(city)}


def each(column: str, make: Callable[[str], str]) -> Change:
    return lambda rows: [row | {column: make(row[column]) if row[column] else ""} for row in rows]


def shifted(text: str, hours: int) -> str:
    if len(text) == 10:
        return text
    return (datetime.fromisoformat(text) + timedelta(hours=hours)).isoformat(timespec="minutes")


def at(time: str) -> Callable[[str], str]:
    return lambda text: f"{text[:10]} {time}"


def partly(change: Change, share: int) -> Change:
    """The change in every n-th row only."""
    return lambda rows: [
        new if place % share == 0 else old
        for place, (old, new) in enumerate(zip(rows, change(rows), strict=True))
    ]


JUMPS: dict[str, tuple[Change, str]] = {
    "promised at midnight": (each("promised_at", at("00:00:00")), "moments-at-midnight"),
    "received at midnight": (each("received_at", at("00:00")), "moments-at-midnight"),
    "a third at midnight": (partly(each("returned_at", at("00:00")), 3), "moments-at-midnight"),
    "promised at seven": (each("promised_at", at("07:00")), "moments-at-one-time"),
    "returned at five": (each("returned_at", at("17:00")), "moments-at-one-time"),
    "seven hours back": (each("received_at", lambda text: shifted(text, -7)), "moments-at-night"),
    "seven hours on": (each("received_at", lambda text: shifted(text, 7)), "moments-at-night"),
    "a day back": (each("received_at", lambda text: shifted(text, -24)), "days-off-in-bulk"),
    "on one day": (each("returned_at", lambda t: "2018-12-28" + t[10:]), "days-alike"),
    "in three days": (
        lambda rows: [
            row | {"returned_at": shifted(row["received_at"], 72) if row["returned_at"] else ""}
            for row in rows
        ],
        "durations-alike",
    ),
    "all stopped": (
        lambda rows: [row | {"outcome": "stopped"} for row in rows if row["returned_at"]],
        "outcomes-alike",
    ),
    "twice": (
        lambda rows: rows + [row | {"dossier_id": f"B{row['dossier_id']}"} for row in rows],
        "dossiers-twice",
    ),
    "without a unit": (
        lambda rows: [row for row in rows if row["unit_id"] != "p-dong-tho"],
        "unit-quarter-missing",
    ),
    "without a month": (
        lambda rows: [row for row in rows if not row["received_at"].startswith("2018-11")],
        "working-days-idle",
    ),
    "without a row but the last": (lambda rows: rows[-1:], "quarter-missing"),
}


@pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
def test_a_jump_is_told(jump: tuple[Change, str], tmp_path: Path) -> None:
    change, code = jump
    assert code in codes(changed(tmp_path, change))


QUIET: dict[str, Change] = {
    "nothing": lambda rows: rows,
    "promised for the end of office hours": each("promised_at", at("17:00")),
    "promised for the end of the day": each("promised_at", at("23:59:59")),
    "half of the rows": lambda rows: rows[::2],
}


@pytest.mark.parametrize("change", QUIET.values(), ids=QUIET)
def test_what_administrations_do_is_no_jump(change: Change, tmp_path: Path) -> None:
    assert codes(changed(tmp_path, change)) == set()


def test_another_city_s_own_years_are_no_jump(tmp_path: Path) -> None:
    assert codes(lay(DATASETS / "boston" / "data", tmp_path / "boston")) == set()


def test_of_very_many_some_are_looked_at_and_all_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    city = changed(tmp_path, JUMPS["promised at midnight"][0])
    whole = found(city)
    monkeypatch.setattr(jumps, "LOOKED_AT", 2_000)
    assert found(city) == whole
    assert {jump.code for jump in whole} == {"moments-at-midnight"}
