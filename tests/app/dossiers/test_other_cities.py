"""The exports of Boston and New York, written back from their dossiers, are read as they were."""

import csv
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from generator.app.dossiers.desk import open_dossier_desk
from generator.app.dossiers.guess import suggest
from generator.app.dossiers.import_dossiers import open_import
from generator.app.dossiers.mapping_files import load_mapping
from generator.output.replacing import replace_all
from worlds.lay import lay
from worlds.paths import DATASETS

Row = Mapping[str, str]
FILE = "dossiers/2011.csv"


def boston(row: Row, names: Mapping[str, str]) -> dict[str, str]:
    """A dossier as Boston publishes it."""
    return {
        "case_enquiry_id": row["dossier_id"],
        "open_dt": row["received_at"],
        "sla_target_dt": row["promised_at"],
        "closed_dt": row["returned_at"],
        "on_time": "ONTIME",
        "case_status": "Closed" if row["returned_at"] else "Open",
        "case_title": "Somebody's street light",
        "type": names[row["procedure_id"]],
        "department": names[row["unit_id"]],
        "location_street_name": "1 Somebody's Street",
        "latitude": "42.35",
        "source": "Twitter" if row["channel"] == "online" else "Constituent Call",
    }


def new_york(row: Row, names: Mapping[str, str]) -> dict[str, str]:
    """A dossier as New York publishes it, where nobody knows when something is due."""

    def moment(text: str) -> str:
        if not text:
            return "01/01/1900 12:00:00 AM"
        return datetime.fromisoformat(text).strftime("%m/%d/%Y %I:%M:%S %p")

    return {
        "Unique Key": row["dossier_id"],
        "Created Date": moment(row["received_at"]),
        "Closed Date": row["returned_at"] and moment(row["returned_at"]),
        "Agency": names[row["unit_id"]],
        "Problem (formerly Complaint Type)": names[row["procedure_id"]],
        "Incident Address": "1 Somebody's Street",
        "Due Date": moment(row["promised_at"]),
        "Open Data Channel Type": "MOBILE" if row["channel"] == "online" else "PHONE",
    }


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def same(row: Row) -> dict[str, object]:
    """A dossier with its moments read: they may be written in several ways."""
    moments = {name: cell for name, cell in row.items() if name.endswith("_at") and cell}
    return {**row, **{name: datetime.fromisoformat(cell) for name, cell in moments.items()}}


@pytest.mark.parametrize(
    ("city", "mapping", "written"),
    [("boston", "boston-311", boston), ("new_york", "new-york-311", new_york)],
)
def test_an_export_of_a_city_becomes_its_dossiers(
    city: str,
    mapping: str,
    written: Callable[[Row, Mapping[str, str]], dict[str, str]],
    tmp_path: Path,
) -> None:
    data = lay(DATASETS / city / "data", tmp_path / "data")
    dossiers = read(data / FILE)[:2_000]
    names = {
        row[key]: row["name"]
        for file, key in (("units", "unit_id"), ("procedures", "procedure_id"))
        for row in read(data / f"{file}.csv")
    }
    export = tmp_path / "export.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        rows = [written(row, names) for row in dossiers]
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    header = (data / FILE).read_text("utf-8").splitlines()[0]
    (data / FILE).write_text(f"{header}\n", "utf-8")
    with open_import(data, export, load_mapping(mapping).mapping) as found:
        assert found.is_sound, (found.questions[:3], found.faults)
        replace_all(found.files(), found.seen)
    assert list(map(same, read(data / FILE))) == list(map(same, dossiers))
    guessed = suggest(open_dossier_desk(data), export)
    assert guessed.mapping.title == load_mapping(mapping).mapping.title
    assert all(guess.sure == 100 for guess in guessed.guesses if guess.column.endswith("_at"))
