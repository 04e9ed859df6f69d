"""A clerk of the small city: her data folder, her sheet, and what comes back to her."""

import shutil
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from generator.workbooks.marked_cells import COLOURS
from worlds.command import Answer, congkhai
from worlds.sheets import NS, part, workbook
from worlds.shell_site import tree
from worlds.small import SMALL

Rows = list[list[Any]]
Spoil = Callable[[Rows], None]
RECORD: Mapping[str, Any] = {
    "Mã bản ghi": "ng-2018-004",
    "Đối tượng": "Tập thể",
    "Tên": "Phường Hoa Sen",
    "Đơn vị": "Phường Hoa Sen",
    "Hình thức": "Giấy khen",
    "Thành tích": "Giải quyết hồ sơ đúng hạn cả quý",
    "Điểm của văn bản": "3.2",
    "Số văn bản": "06/QĐ-MAU",
    "Ngày văn bản": date(2018, 12, 3),
    "Cơ quan ban hành": "Phòng Nội vụ",
    "Trạng thái duyệt": "Dự thảo",
}
"""One commendation as she writes it."""
_CELLS = {
    "record_id": "ng-2018-004",
    "subject_kind": "unit",
    "subject_name": "Phường Hoa Sen",
    "unit_id": "p-hoa-sen",
    "form": "merit_certificate",
    "reason": "Giải quyết hồ sơ đúng hạn cả quý",
    "clause": "3.2",
    "decision_no": "06/QĐ-MAU",
    "decision_on": "2018-12-03",
    "issued_by": "Phòng Nội vụ",
    "status": "draft",
}
FILE = "commendations.csv"
_HEADER = (SMALL / FILE).read_text("utf-8").splitlines()[0].split(",")
LINE = ",".join(_CELLS.get(name, "") for name in _HEADER) + "\n"
"""The same as it stands in the file."""
TITLES = list(RECORD)


def sheet() -> Rows:
    """Her sheet: the names of columns, and the record."""
    return [list(RECORD), list(RECORD.values())]


def as_text(rows: Rows) -> list[list[str]]:
    """The rows as a spreadsheet saves them in a text file."""
    return [
        [f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell or "") for cell in row]
        for row in rows
    ]


def in_cp1258(text: str) -> bytes:
    """The text in Windows' code page for Vietnamese, which has the tones apart."""
    parts = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in apart[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
        rest = "".join(mark for mark in apart if mark not in tones)
        parts.append(unicodedata.normalize("NFC", rest) + "".join(tones))
    return "".join(parts).encode("cp1258")


@dataclass(frozen=True)
class Clerk:
    """A folder with the city's data and what she has sent in."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> "Clerk":
        shutil.copytree(SMALL, folder / "data")
        return cls(folder)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def filled(self, rows: Rows, name: str = "sổ.xlsx", sheet_name: str = "Nêu gương") -> Path:
        return workbook(self.folder / name, {sheet_name: rows})

    def send(self, *paths: Path, words: tuple[str, ...] = ("--yes",)) -> Answer:
        return congkhai("import", *paths, *words, "--data", self.data, at=self.folder)

    def is_as_before(self) -> bool:
        return tree(self.data) == tree(SMALL)

    def has_only_added(self, line: str = LINE) -> bool:
        """True when nothing but one line at the end of the commendations is new."""
        expected = dict(tree(SMALL))
        expected[FILE] += line.encode()
        return tree(self.data) == expected


@dataclass(frozen=True)
class Marked:
    """A copy that came back: what stands in it, and its notes and colours by cell."""

    path: Path

    def cells(self, sheet_name: str) -> Rows:
        book = CalamineWorkbook.from_path(self.path)
        return book.get_sheet_by_name(sheet_name).to_python(skip_empty_area=False)

    def notes(self) -> Mapping[str, str]:
        """The notes of the first sheet by cell."""
        comments = part(self.path.read_bytes(), "xl/comments1.xml")
        return {
            item.get("ref"): "".join(item.itertext())
            for item in comments.iterfind(".//m:comment", NS)
        }

    def coloured(self) -> Mapping[str, str]:
        """The cells of the first sheet that are coloured, with the severity of the colour."""
        content = self.path.read_bytes()
        styles = part(content, "xl/styles.xml")
        fills = [
            (fill.xpath(".//m:fgColor/@rgb", namespaces=NS) or [""])[0]
            for fill in styles.find("m:fills", NS)
        ]
        severities = {colour: severity for severity, colour in COLOURS.items()}
        of = [
            severities.get(fills[int(xf.get("fillId", 0))], "")
            for xf in styles.find("m:cellXfs", NS)
        ]
        cells = part(content, "xl/worksheets/sheet1.xml").iterfind(".//m:c", NS)
        return {c.get("r"): of[int(c.get("s", 0))] for c in cells if of[int(c.get("s", 0))]}
