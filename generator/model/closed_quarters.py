"""The private counts of the quarters whose figures no longer change from day to day.

They lie in a folder of the data folder, two CSV files a quarter and one of salts. `edition close`
writes them, the ledger holds a digest of each quarter, and nothing of them is ever published.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import compress, islice
from operator import itemgetter

from generator.model.text import quarter_end

FOLDER = "closed_quarters"
SALTS = f"{FOLDER}/salts.csv"
SALTS_HEADER = ("quarter", "salt")
GONE_SHARE = 0.2
"""Share of a quarter's dossiers: when so many are missing, a file is lost or old dossiers were
deleted as the law wants, and the quarter stays as published."""
FIRST_NAMES = ("unit_id", "procedure_id")
"""The columns that both files begin with."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_FILE = re.compile(rf"{FOLDER}/([1-9]\d{{3}}-Q[1-4])\.(?:cells|days)\.csv")


@dataclass(frozen=True)
class ClosedQuarter:
    """What a quarter's published counts are summed from, a unit and a procedure a cell.

    `cells` is a CSV file of each cell's counts and of where it is shown, `days` one of its ended
    dossiers by working days; both are UTF-8, with names in the first row. `salt` is 32 hexadecimal
    digits: without it a digest of small numbers could be found by trial.
    """

    quarter: str
    cells: bytes
    days: bytes
    salt: str

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the salt and both files' digests, in hexadecimal digits."""
        parts = (self.salt, sha256(self.cells).hexdigest(), sha256(self.days).hexdigest())
        return sha256("".join(f"{part}\n" for part in parts).encode("ascii")).hexdigest()

    @property
    def last_day(self) -> date:
        """The quarter's last day."""
        return quarter_end(self.quarter)

    @cached_property
    def is_sound(self) -> bool:
        """True when both files can be read: plain names, every row whole, whole numbers."""
        try:
            return all(map(_is_sound, (self.cells, self.days)))
        except (csv.Error, ValueError):
            return False

    def rows(self) -> Iterator[dict[str, str]]:
        """The cells by column name, of a quarter that is sound."""
        return _rows(self.cells)

    def columns(self, *names: str) -> Iterator[tuple[str, ...]]:
        """Two or more columns of the cells, of a quarter that is sound."""
        rows = csv.reader(io.StringIO(self.cells.decode("utf-8")), strict=True)
        yield from map(itemgetter(*map(next(rows).index, names)), rows)

    def day_rows(self) -> Iterator[dict[str, str]]:
        """The ended dossiers by days, by column name, of a quarter that is sound."""
        return _rows(self.days)


def quarter_of_file(file: str) -> str | None:
    """The quarter that a file, named relative to the data folder, belongs to."""
    match = _FILE.fullmatch(file)
    return match[1] if match else None


def closed_quarter_files(quarters: Iterable[ClosedQuarter]) -> dict[str, bytes]:
    """The files of closed quarters by their names in the data folder; none without a quarter."""
    files: dict[str, bytes] = {}
    salts = io.StringIO()
    writer = csv.writer(salts, lineterminator="\n")
    writer.writerow(SALTS_HEADER)
    for quarter in sorted(quarters, key=lambda item: item.quarter):
        cells, days = file_names(quarter.quarter)
        files |= {cells: quarter.cells, days: quarter.days}
        writer.writerow((quarter.quarter, quarter.salt))
    return files and files | {SALTS: salts.getvalue().encode("ascii")}


def file_names(quarter: str) -> tuple[str, str]:
    """The names of a quarter's cells and of their ended dossiers by days, in the data folder."""
    return f"{FOLDER}/{quarter}.cells.csv", f"{FOLDER}/{quarter}.days.csv"


def is_number(column: str) -> bool:
    """True of a column that counts dossiers or days; the others are texts."""
    return column == "days" or column.endswith("_count")


def header(content: bytes) -> tuple[str, ...]:
    """The names in the first row of a file. Raises ValueError for what is not UTF-8."""
    return tuple(content.partition(b"\n")[0].decode("utf-8").split(","))


def _is_sound(content: bytes) -> bool:
    names = header(content)
    if not all(map(_NAME.fullmatch, names)) or names[:2] != FIRST_NAMES:
        return False
    are_numbers = [is_number(name) for name in names]
    rows = csv.reader(io.StringIO(content.decode("utf-8")), strict=True)
    return all(
        len(row) == len(names) and all(map(str.isdecimal, compress(row, are_numbers)))
        for row in islice(rows, 1, None)
    )


def _rows(content: bytes) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(content.decode("utf-8")), strict=True)
