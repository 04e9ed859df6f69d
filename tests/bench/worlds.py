"""Data folders to measure with: samples of any size, as CSV or Parquet, and one of many records."""

import csv
import shutil
import sys
from pathlib import Path

import yaml
from cost import run_once

from generator.model.own_yaml import own_yaml

SAMPLED = 1_000_000
"""More dossiers are the sample of so many several times over, each time under ids of its own."""


def sample_folder(congkhai: str, folder: Path, dossiers: int) -> Path:
    """A data folder with that many dossiers."""
    out = folder / f"data-{dossiers}"
    if not out.exists():
        first = min(dossiers, SAMPLED)
        run_once([congkhai, "sample", "--dossiers", str(first), "--out", str(out)])
        if dossiers > first:
            _repeat(out, dossiers // first)
    return out


def _repeat(data: Path, times: int) -> None:
    for path in dossier_files(data):
        longer = path.with_suffix(".longer")
        run_sql(
            "COPY (SELECT dossier_id || '-' || turn AS dossier_id, * EXCLUDE (dossier_id, turn)"
            f" FROM read_csv('{path}', all_varchar = true), range({times}) turns(turn))"
            f" TO '{longer}' (FORMAT csv)"
        )
        longer.replace(path)


def run_sql(query: str) -> None:
    """In a process of its own: a child's peak memory is never below its parent's at the fork."""
    run_once([sys.executable, "-c", "import sys, duckdb; duckdb.sql(sys.argv[1])", query])


def dossier_files(data: Path) -> list[Path]:
    """The files of dossiers of a data folder."""
    return sorted((data / "dossiers").iterdir())


def export_file(data: Path, prefix: str = "H-") -> Path:
    """The dossiers of a data folder as a one-stop system exports them, people and all.

    With the prefix before their codes they are others; without one, those that are there.
    """
    out = data.with_name(f"{data.name}-{prefix}export.csv")
    if out.exists():
        return out
    moment = "strftime(CAST(nullif({0}, '') AS TIMESTAMP), '%d/%m/%Y %H:%M') AS \"{1}\""
    moments = ", ".join(
        moment.format(name, title)
        for name, title in (
            ("received_at", "Ngày tiếp nhận"),
            ("promised_at", "Ngày hẹn trả"),
            ("returned_at", "Ngày trả kết quả"),
        )
    )
    run_sql(
        f'COPY (SELECT \'{prefix}\' || dossier_id AS "Mã hồ sơ", procedures.name AS "Tên TTHC",'
        ' field AS "Lĩnh vực", \'Nguyễn Văn A\' AS "Người nộp", \'0912345678\' AS "Điện thoại",'
        f' channel AS "Hình thức nộp", unit_id AS "Đơn vị", {moments}, outcome AS "Tình trạng"'
        f" FROM read_csv({[str(path) for path in dossier_files(data)]!r}, all_varchar = true)"
        f" JOIN read_csv('{data / 'procedures.csv'}', all_varchar = true) AS procedures"
        f" USING (procedure_id)) TO '{out}' (FORMAT csv, DELIMITER ';')"
    )
    return out


BOOK = """
import csv, sys
from datetime import datetime
import xlsxwriter
with xlsxwriter.Workbook(sys.argv[2], {"default_date_format": "dd/mm/yyyy hh:mm"}) as book:
    sheet = book.add_worksheet()
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter=";")):
            for place, text in enumerate(row):
                if number and 7 <= place <= 9:
                    if text:
                        moment = datetime.strptime(text, "%d/%m/%Y %H:%M")
                        sheet.write_datetime(number, place, moment)
                else:
                    sheet.write_string(number, place, text)
"""


def export_book(data: Path) -> Path:
    """The same export as a workbook, its texts held once as Excel holds them, moments as moments.

    In a process of its own, which takes some gigabytes for a million rows.
    """
    out = data.with_name(f"{data.name}-export.xlsx")
    if not out.exists():
        run_once([sys.executable, "-c", BOOK, str(export_file(data)), str(out)])
    return out


def parquet_folder(data: Path) -> Path:
    """The same data folder with its dossiers as Parquet."""
    out = data.with_name(f"{data.name}-parquet")
    if out.exists():
        return out
    shutil.copytree(data, out, ignore=shutil.ignore_patterns("dossiers"))
    (out / "dossiers").mkdir()
    for path in dossier_files(data):
        target = out / "dossiers" / f"{path.stem}.parquet"
        run_sql(
            f"COPY (FROM read_csv('{path}', all_varchar = true))"
            f" TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
        )
    _list_parquet(out / "datapackage.yaml")
    return out


def _list_parquet(package: Path) -> None:
    contract = own_yaml(package)
    for resource in contract["resources"]:
        if resource["name"] == "dossiers":
            resource["path"] = [path.replace(".csv", ".parquet") for path in resource["path"]]
            resource |= {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
            resource.pop("encoding", None)
    package.write_text(yaml.safe_dump(contract, allow_unicode=True), encoding="utf-8")


def with_extra_pages(data: Path, pages: int) -> Path:
    """A copy of a data folder with many more commendations, one page each."""
    out = data.with_name(f"{data.name}-{pages}-pages")
    if out.exists():
        return out
    shutil.copytree(data, out)
    path = out / "commendations.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    approved = next(row for row in rows if row["status"] == "approved")
    # All say the same: to read a new sentence for the air costs the desk some milliseconds.
    # New today: an older one would be weighed for every bulletin since, which is no page's cost.
    as_of = own_yaml(out / "city.yaml")["as_of"]
    pattern = approved | {"approved_on": as_of.isoformat()}
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(pattern), lineterminator="\n")
        for number in range(pages):
            writer.writerow(pattern | {"record_id": f"ng-9999-{number:05d}"})
    return out
