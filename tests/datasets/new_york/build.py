"""Turns a part of New York's 311 file into a data folder of the product; run by hand.

    PYTHONPATH=tests python -m datasets.new_york.build PART.csv [--out FOLDER]

Writes `data/`, the city's folder. Types of complaint become procedures, agencies units, the due
date the promised moment. Moments are written there as the clocks in the city showed them, and so
they are here.
"""

import argparse
import csv
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from datasets.boston.build import COLUMNS, Row, days_off, ids, tidy, usual, write

HERE = Path(__file__).parent
SOURCE = "NYC 311, 2011"
AS_OF = date(2015, 3, 31)
"""After the last request of the part was closed."""


def moment(text: str) -> str:
    """`03/01/2011 02:27:57 PM` as `2011-03-01 14:27:57`; nothing for the year 1900, which the city
    writes where it does not know.
    """
    read = datetime.strptime(text, "%m/%d/%Y %I:%M:%S %p") if text else None  # noqa: DTZ007
    return read.isoformat(" ") if read and read.year > 1900 else ""


def dossier(row: Row, procedure_ids: dict[str, str], unit_ids: dict[str, str]) -> list[str]:
    """A request as a dossier; what the product has and New York has not stays empty."""
    closed = moment(row["Closed Date"])
    is_online = row["Open Data Channel Type"] in ("ONLINE", "MOBILE")
    return [
        row["Unique Key"],
        procedure_ids[tidy(row["Complaint Type"])],
        unit_ids[tidy(row["Agency"])],
        "online" if is_online else "counter",
        moment(row["Created Date"]),
        moment(row["Due Date"]),
        closed,
        *("", ""),
        "granted" if closed else "pending",
        *("", ""),
    ]


def city() -> str:
    """Settings of a city without a directive and without records of its own."""
    return f"""# New York: không có công văn và hồ sơ nêu tên, chỉ có yêu cầu dịch vụ.
city:
  name: Thành phố New York
  site_name: New York 311
  authority: Chính quyền thành phố New York
as_of: {AS_OF}
sample: false
policy:
  naming_months: 12
  reply_days: 5
  percentile_min_count: 30
  same_day_cutoff: '15:00'
radio:
  station: Đài Truyền thanh thành phố New York
  column: Dịch vụ công
  slot_minutes: 5
  syllables_per_minute: 200
  air_weekday: 6
"""


def tables(rows: Sequence[Row]) -> dict[str, list[list[object]]]:
    """The datasets that have rows."""
    agencies, types = usual(rows, "Agency", "Agency Name"), usual(rows, "Complaint Type", "Agency")
    unit_ids, procedure_ids = ids(agencies), ids(types)
    blank = ("", "", "", "")
    return {
        "units": [
            [unit_ids[agency], agency, "division", *blank, "true", SOURCE]
            for agency in sorted(agencies)
        ],
        "procedures": [
            [procedure_ids[name], name, name, agencies[field], "city", "false", "", "true", SOURCE]
            for name, field in sorted(types.items())
        ],
        "dossiers": [dossier(row, procedure_ids, unit_ids) for row in rows],
        "calendar": list(days_off(2011, AS_OF.year)),
    }


def main() -> None:
    """Reads the part, writes the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", type=Path)
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    with options.part.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    data: Path = options.out / "data"
    for name, content in tables(rows).items():
        path = "dossiers/2011.csv" if name == "dossiers" else f"{name}.csv"
        write(data / path, COLUMNS[name], content)
    (data / "city.yaml").write_text(city(), encoding="utf-8")


if __name__ == "__main__":
    main()
