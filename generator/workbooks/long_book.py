"""A workbook too long to be held whole: its rows in pieces, each read as a workbook of its own.

The reader of workbooks holds a sheet as a whole. Between two rows its text is cut, and each piece
lies in the frame of the same workbook, with the texts that it names: what a cell says is read as in
any other file.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from python_calamine import CalamineWorkbook
from python_calamine import SheetVisibleEnum as Visible

from generator.entry.cells import Cell
from generator.workbooks.open_file import Unopened, told_of_book
from generator.workbooks.package import NotPatched, Package
from generator.workbooks.shared_strings import SharedStrings

LONG = 64 << 20
"""A sheet whose text is longer is read in pieces."""
FIRST_PIECE, PIECE = 1 << 20, 8 << 20
"""The first piece is short: it shows the names of the columns."""
LOOKED_AT = 1 << 20
"""So many bytes may stand before the rows."""
_WORKBOOK = "xl/workbook.xml"
_FRAME = (_WORKBOOK, "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "_rels/.rels")
_OPENED = re.compile(rb"<((?:[\w.-]+:)?)sheetData\s*>")
_NUMBER = re.compile(rb"""\sr=["'](\d+)["']""")


@dataclass(frozen=True)
class LongBook:
    """A workbook on the disk: an archive of it without sheets and texts; the parts of the sheets by
    their names, and that of the texts, which are held no longer than rows are read."""

    path: Path
    frame: bytes
    sheets: dict[str, str]
    texts: str | None
    first: int = FIRST_PIECE
    piece: int = PIECE

    def visible(self) -> list[str]:
        """The names of the sheets that are shown. Raises Unopened."""
        with told_of_book(self.path.name):
            book = CalamineWorkbook.from_filelike(io.BytesIO(self.frame))
            return [each.name for each in book.sheets_metadata if each.visible is Visible.Visible]

    def rows(self, name: str) -> Iterator[list[Cell]]:
        """The rows of a sheet from its first one on, blank ones too. Raises Unopened."""
        part, reached = self.sheets[name], 0
        with told_of_book(self.path.name), ZipFile(self.path) as archive:
            texts = SharedStrings(archive.read(self.texts) if self.texts else b"")
            for piece in _pieces(archive, part, self.first, self.piece):
                above, rows = self._read(name, part, piece, texts)
                yield from ([] for _ in range(reached, above))
                yield from rows
                reached = max(reached, above + len(rows))

    def _read(
        self, name: str, part: str, piece: bytes, texts: SharedStrings
    ) -> tuple[int, list[list[Cell]]]:
        """How many rows stand above those of a piece, and these."""
        made = io.BytesIO(self.frame)
        with ZipFile(made, "a") as archive:
            archive.writestr(part, piece)
            if self.texts:
                archive.writestr(self.texts, texts.named_in(piece))
        made.seek(0)
        sheet = CalamineWorkbook.from_filelike(made).get_sheet_by_name(name)
        above, left = sheet.start or (0, 0)
        rows: list[list[Cell]] = sheet.to_python(skip_empty_area=True)  # type: ignore[assignment]
        return above, [[None] * left + row for row in rows] if left else rows


def long_book(path: Path, most_unpacked: int, longer_than: int = LONG) -> LongBook | None:
    """The workbook if a sheet of it is longer than so many bytes; None for one to be read whole.

    Raises Unopened where it unfolds into more than so many bytes, BadZipFile, OSError.
    """
    with ZipFile(path) as archive:
        sizes = {about.filename: about.file_size for about in archive.infolist()}
        if sum(sizes.values()) > most_unpacked:
            raise Unopened("large", path.name)
        try:
            package = Package(_zipped({n: archive.read(n) for n in _FRAME if n in sizes}))
            sheets = dict(package.sheets())
            texts, styles = (
                package.linked(_WORKBOOK, kind) for kind in ("sharedStrings", "styles")
            )
        except (NotPatched, KeyError):
            return None
        if all(sizes.get(part, 0) <= longer_than for part in sheets.values()):
            return None
        parts = [name for name in (*_FRAME, styles) if name in sizes]
        frame = _zipped({name: archive.read(name) for name in parts})
        if not all(part in sizes and _is_cut(archive, part) for part in sheets.values()):
            return None
    return LongBook(path, frame, sheets, texts if texts in sizes else None)


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _is_cut(archive: ZipFile, part: str) -> bool:
    """True for a sheet whose rows begin where they can be seen."""
    with archive.open(part) as file:
        return _OPENED.search(file.read(LOOKED_AT)) is not None


def _pieces(archive: ZipFile, part: str, first: int, most: int) -> Iterator[bytes]:
    """The text of a sheet as several sheets, each with rows that follow on those before it.

    Notes and marked text may hold what looks like the end of a row: from there on it is one piece.
    """
    with archive.open(part) as file:
        text = file.read(first)
        while not (opened := _OPENED.search(text)):
            text += file.read(first)
        prefix, head, rest = opened[1], text[: opened.end()], text[opened.end() :]
        end = b"</%srow>" % prefix
        size, place = first, 0
        while more := file.read(size):
            rest += more
            cut = 0 if b"<!" in rest else rest.rfind(end) + len(end)
            if cut < len(end):
                continue
            rows, rest, size = rest[:cut], rest[cut:], most
            yield b"%s%s%s</%ssheetData></%sworksheet>" % (
                head, _behind(prefix, place), rows, prefix, prefix
            )  # fmt: skip
            place = _place_behind(prefix, rows, place)
        yield head + _behind(prefix, place) + rest


def _behind(prefix: bytes, place: int) -> bytes:
    """An empty row of a number, so that rows without numbers follow on it."""
    return b'<%srow r="%d"></%srow>' % (prefix, place, prefix) if place else b""


def _place_behind(prefix: bytes, rows: bytes, place: int) -> int:
    """The number of the last of some rows that follow on a number."""
    for row in re.finditer(rb"<%srow\b([^>]*)>" % re.escape(prefix), rows):
        number = _NUMBER.search(row[1])
        place = int(number[1]) if number else place + 1
    return place
