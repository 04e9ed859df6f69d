"""What a one-stop system exports, and a clerk's folder into which it goes."""

import csv
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from generator.app.dossiers.import_dossiers import DossierImport, open_import
from generator.app.dossiers.mapping_files import load_mapping
from generator.output.replacing import replace_all
from worlds.command import Answer, congkhai
from worlds.sheets import workbook
from worlds.shell_site import tree
from worlds.small import SMALL

Row = dict[str, Any]
PERSON, PHONE = "Nguyễn Văn Aa", "0912345678"
"""A person in every row, whom nothing may ever name."""
FIRST: Row = {
    "STT": 1,
    "Mã hồ sơ": "H01-181105-0001",
    "Tên thủ tục hành chính": "Cấp bản sao trích lục mẫu",
    "Lĩnh vực": "Hộ tịch",
    "Chủ hồ sơ": PERSON,
    "Số điện thoại": PHONE,
    "Hình thức nộp": "Trực tiếp",
    "Đơn vị": "UBND phường Hoa Sen",
    "Ngày tiếp nhận": datetime(2018, 11, 5, 8, 15),  # noqa: DTZ001
    "Ngày hẹn trả": date(2018, 11, 9),
    "Ngày trả kết quả": datetime(2018, 11, 8, 10, 30),  # noqa: DTZ001
    "Tình trạng": "Đã trả kết quả",
}
CELLS = {
    "dossier_id": "H01-181105-0001",
    "procedure_id": "9.000001",
    "unit_id": "p-hoa-sen",
    "channel": "counter",
    "received_at": "2018-11-05T08:15",
    "promised_at": "2018-11-09",
    "returned_at": "2018-11-08T10:30",
    "outcome": "granted",
}
FILE = "dossiers/2018-q4.csv"
HEADER = (SMALL / FILE).read_text("utf-8").splitlines()[0].split(",")
LINE = ",".join(CELLS.get(name, "") for name in HEADER)
"""The first row as it stands in the file."""


def rows(count: int = 3) -> list[Row]:
    """So many dossiers, a day and some minutes apart, each of its own code."""
    made = []
    for number in range(count):
        days = timedelta(days=number % 5, minutes=7 * (number % 60))
        row = dict(FIRST)
        row["STT"], row["Mã hồ sơ"] = number + 1, f"H01-181105-{number + 1:04d}"
        row["Ngày tiếp nhận"] += days
        row["Ngày trả kết quả"] += days
        row["Ngày hẹn trả"] += timedelta(days=number % 5)
        made.append(row)
    return made


def export(count: int = 3) -> list[list[Any]]:
    """The same as a sheet."""
    made = rows(count)
    return [list(made[0]), *(list(row.values()) for row in made)]


def as_text(cell: Any) -> str:
    """A cell as such a system writes it into a text file."""
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else "" if cell is None else str(cell)


@dataclass(frozen=True)
class Counter:
    """A folder with the small city's data and what its one-stop system has exported."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> "Counter":
        shutil.copytree(SMALL, folder / "data")
        return cls(folder)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def csv(self, rows: Sequence[Row], name: str = "ho-so.csv", separator: str = ";") -> Path:
        path = self.folder / name
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=separator)
            writer.writerow(rows[0])
            writer.writerows([as_text(cell) for cell in row.values()] for row in rows)
        return path

    def book(self, rows: Sequence[Row], name: str = "ho-so.xlsx") -> Path:
        cells = [list(rows[0]), *(list(row.values()) for row in rows)]
        return workbook(self.folder / name, {"Hồ sơ": cells})

    @contextmanager
    def reading(self, path: Path, mapping: str = "mot-cua") -> Iterator[DossierImport]:
        """What an import of a file would do."""
        with open_import(self.data, path, load_mapping(mapping).mapping) as found:
            yield found

    def take(self, path: Path, mapping: str = "mot-cua") -> DossierImport:
        """Take a file in as the command does once a person has said yes."""
        with self.reading(path, mapping) as found:
            assert found.is_sound, (found.questions, found.faults)
            replace_all(found.files(), found.seen)
        return found

    def run(self, *words: str | Path, typed: bytes = b"") -> Answer:
        return congkhai(
            "import", "dossiers", *words, "--data", self.data, at=self.folder, typed=typed
        )

    def lines(self, file: str = FILE) -> list[str]:
        return (self.data / file).read_text("utf-8").splitlines()

    def is_as_before(self) -> bool:
        return tree(self.data) == tree(SMALL)

    def names_nobody(self) -> bool:
        """True when no file but the export itself knows the person, not even packed in a zip."""
        from zipfile import ZipFile, is_zipfile

        for path in self.folder.rglob("*"):
            if not path.is_file() or path.name.startswith("ho-so.") or path.name == "gốc.csv":
                continue
            parts = [path.read_bytes()]
            if is_zipfile(path):
                with ZipFile(path) as archive:
                    parts = [archive.read(name) for name in archive.namelist()]
            if any(text.encode() in part for part in parts for text in (PERSON, PHONE)):
                return False
        return True
