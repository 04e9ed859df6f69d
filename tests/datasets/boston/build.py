"""Turns a part of Boston's 311 file into a data folder of the product; run by hand.

    python tests/datasets/boston/build.py PART.csv [--out FOLDER] [--as-of 2023-05-04]

Writes `data/` (the city's folder) and `answers.csv` (the city's own verdicts, which must stay out
of the folder). Types become procedures, departments units, the target the promised moment.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import holidays

from generator.model.text import nfc, slug

HERE = Path(__file__).parent
ONLINE = {"Self Service", "Citizens Connect App", "Twitter"}
COLUMNS = {
    "units": "unit_id,name,kind,gso_code,valid_from,valid_to,legal_basis,confirmed,source",
    "procedures": (
        "procedure_id,name,short_name,field,level,sensitive,legal_basis,confirmed,source"
    ),
    "dossiers": (
        "dossier_id,procedure_id,unit_id,channel,received_at,promised_at,returned_at,"
        "supplement_days,supplement_requests,outcome,apology_on,rescheduled_to"
    ),
    "calendar": "date,status,kind,name,source,confidence",
}
SOURCE = "Boston 311, 2011"
HOLIDAY_LAW = "5 U.S.C. 6103"

Row = dict[str, str]


def tidy(text: str) -> str:
    """One line, NFC, single blanks; `(blank)` for nothing, so that every name is a name.

    Apostrophes that were damaged on their way through another encoding are mended.
    """
    return " ".join(re.sub(r"[\x80-\x9f\ufffd]|â€™", "'", nfc(text)).split()) or "(blank)"


def ids(names: Iterable[str]) -> dict[str, str]:
    """A slug for every name, in alphabetical order; equal slugs are numbered."""
    given: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for name in sorted(set(names)):
        base = slug(name) or "x"
        taken[base] += 1
        given[name] = base if taken[base] == 1 else f"{base}-n{taken[base]}"
    return given


def usual(rows: Sequence[Row], key: str, value: str) -> dict[str, str]:
    """For every `key` the most frequent `value` beside it, the first in the alphabet on a tie."""
    seen: dict[str, Counter[str]] = {}
    for row in rows:
        seen.setdefault(tidy(row[key]), Counter())[tidy(row[value])] += 1
    return {name: min(found, key=lambda v: (-found[v], v)) for name, found in seen.items()}


def write(path: Path, header: str, rows: Iterable[Sequence[object]]) -> None:
    """One CSV file: UTF-8, comma, LF."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def dossier(row: Row, procedure_ids: dict[str, str], unit_ids: dict[str, str]) -> list[object]:
    """A request as a dossier; what the product has and Boston has not stays empty."""
    return [
        row["case_enquiry_id"],
        procedure_ids[tidy(row["type"])],
        unit_ids[tidy(row["department"])],
        "online" if row["source"] in ONLINE else "counter",
        row["open_dt"],
        row["target_dt"],
        row["closed_dt"],
        "",
        "",
        "granted" if row["closed_dt"] else "pending",
        "",
        "",
    ]


def days_off(first_year: int, last_year: int) -> list[list[object]]:
    """Federal holidays, and the weekday observed instead when one falls on a weekend."""
    found = holidays.country_holidays("US", years=range(first_year, last_year + 1))
    return [
        [
            day,
            "off",
            "substitute" if "observed" in name else "holiday",
            name,
            HOLIDAY_LAW,
            "official",
        ]
        for day, name in sorted(found.items())
        if first_year <= day.year <= last_year
    ]


def city(as_of: date) -> str:
    """Settings of a city without a directive and without records of its own."""
    return f"""# Boston: không có công văn và hồ sơ nêu tên, chỉ có yêu cầu dịch vụ.
city:
  name: Thành phố Boston
  site_name: Boston 311
  authority: Chính quyền thành phố Boston
as_of: {as_of}
sample: false
policy:
  naming_months: 12
  reply_days: 5
  percentile_min_count: 30
  same_day_cutoff: '15:00'
radio:
  station: Đài Truyền thanh thành phố Boston
  column: Dịch vụ công
  slot_minutes: 5
  syllables_per_minute: 200
  air_weekday: 6
"""


def tables(rows: Sequence[Row], last_day: date) -> dict[str, list[list[object]]]:
    """The datasets that have rows."""
    departments, types = usual(rows, "department", "subject"), usual(rows, "type", "subject")
    unit_ids, procedure_ids = ids(departments), ids(types)
    moments = [row[name] for row in rows for name in ("open_dt", "target_dt", "closed_dt")]
    years = [int(moment[:4]) for moment in moments if moment] + [last_day.year]
    blank = ""
    return {
        "units": [
            [unit_ids[name], name, "division", blank, blank, blank, blank, "true", SOURCE]
            for name in sorted(departments)
        ],
        "procedures": [
            [procedure_ids[name], name, name, field, "city", "false", blank, "true", SOURCE]
            for name, field in sorted(types.items())
        ],
        "dossiers": [dossier(row, procedure_ids, unit_ids) for row in rows],
        "calendar": days_off(min(years), max(years)),
    }


def main() -> None:
    """Reads the part, writes the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", type=Path)
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2023, 5, 4))
    options = parser.parse_args()
    with options.part.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    data: Path = options.out / "data"
    for name, content in tables(rows, options.as_of).items():
        path = "dossiers/2011.csv" if name == "dossiers" else f"{name}.csv"
        write(data / path, COLUMNS[name], content)
    (data / "city.yaml").write_text(city(options.as_of), encoding="utf-8")
    answers = [[row["case_enquiry_id"], row["ontime"]] for row in rows]
    write(options.out / "answers.csv", "dossier_id,city_verdict", answers)


if __name__ == "__main__":
    main()
