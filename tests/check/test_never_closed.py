"""A unit that never closes has no day off to be odd about, and waits on every day."""

import csv
import io
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import yaml

from generator.model.own_yaml import own_yaml
from worlds.broken import CASES, build_world, findings
from worlds.paths import DATA
from worlds.small import SMALL

SETTINGS = "city.yaml"


def serve_around_the_clock(folder: Path, *unit_ids: str) -> Path:
    """Lays into the settings that these units never close."""
    path = folder / SETTINGS
    settings = own_yaml(path)
    settings["service"] = {"around_the_clock": list(unit_ids)}
    path.write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return folder


def test_an_applicant_may_keep_it_waiting_on_days_off_too(tmp_path: Path) -> None:
    [case] = [case for case in CASES if case.name == "paused-too-long"]
    city = build_world(case, tmp_path)
    assert [problem.values["other"] for problem in findings(city)] == ["2", "0"]
    told = findings(serve_around_the_clock(city, "p-hoa-sen", "phong-noi-vu"))
    assert [problem.values["other"] for problem in told] == ["3"]


def test_the_small_city_may_have_such_units(tmp_path: Path) -> None:
    city = serve_around_the_clock(shutil.copytree(SMALL, tmp_path / "city"), "p-hoa-sen")
    assert findings(city) == []


@pytest.mark.parametrize("hours", [-24, 7])
def test_its_nights_and_sundays_are_not_told(tmp_path: Path, hours: int) -> None:
    """A clock seven hours off, and receipts on Sundays, of one unit alone."""
    unit_id, file = "p-dong-tho", "dossiers/2018-q4.csv"
    city = shutil.copytree(DATA, tmp_path / "city")
    rows = list(csv.DictReader(io.StringIO((city / file).read_text("utf-8"))))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        if row["unit_id"] == unit_id:
            at = datetime.fromisoformat(row["received_at"]) + timedelta(hours=hours)
            told = {"received_at": at.isoformat(timespec="minutes"), "promised_at": ""}
            waits = {
                "returned_at": "",
                "outcome": "pending",
                "apology_on": "",
                "rescheduled_to": "",
            }
            writer.writerow(row | told | waits)
    (city / file).write_text(text.getvalue(), "utf-8")
    odd = {"moments-at-night", "days-off-in-bulk"}
    assert {problem.code for problem in findings(city)} & odd
    told_then = {problem.code for problem in findings(serve_around_the_clock(city, unit_id))}
    assert not told_then & odd
