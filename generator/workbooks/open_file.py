"""Any file that a spreadsheet writes, as its sheets: xlsx, xls, ods, and text with separators."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError
from python_calamine import SheetVisibleEnum as Visible

from generator.entry.cells import Cell
from generator.model.archives import UNREADABLE
from generator.workbooks.csv_text import LooseQuote, UnknownEncoding, cells_of, text_of
from generator.workbooks.error_cells import with_error_cells
from generator.workbooks.grid import Grid, filled_down, in_one_writing

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which a workbook with a password lies ([MS-OFFCRYPTO] 2.3.1)."""
MOST_BYTES, MOST_UNPACKED, MOST_CELLS = 100 << 20, 400 << 20, 4_000_000
SENTENCES = {
    "empty": "“{}” là tệp trống.",
    "large": "“{}” quá lớn. Hãy chia thành nhiều tệp, hoặc xóa các dòng, cột trống có định dạng.",
    "large-whole": "“{}” quá lớn đối với dạng tệp này. Hãy mở tệp và lưu lại dạng “CSV UTF-8” hoặc "
    ".xlsx, hoặc chia thành nhiều tệp, rồi thử lại.",
    "password": "“{}” có mật khẩu. Hãy bỏ mật khẩu (Excel: Tệp, Thông tin, Bảo vệ sổ) rồi thử lại.",
    "broken": "“{}” hỏng, hoặc không phải là sổ Excel, ODS hay CSV. Hãy mở bằng Excel và lưu lại "
    "dạng .xlsx.",
    "web": "“{}” thật ra là một trang web mang tên sổ Excel. Hãy mở bằng Excel và lưu lại dạng "
    ".xlsx.",
    "no-heading": "Không thấy dòng tên cột trong “{}”, hoặc không có tên cột nào quen. Hãy giữ "
    "dòng tên "
    "cột của hệ thống một cửa; nếu đã có tệp cách đọc thì xem lại các tên cột ghi trong đó.",
    "quote": 'Dòng {row} của “{}” có dấu ngoặc kép (") mở mà không đóng, hoặc đứng giữa ô, nên '
    "không biết ô nào hết ở đâu. Hãy mở tệp bằng Excel, sửa dòng ấy rồi lưu lại dạng .xlsx.",
    "encoding": "Không đọc được chữ trong “{}”: bảng mã lạ, hoặc chữ đã hỏng. Hãy mở tệp gốc và "
    "lưu dạng .xlsx hoặc “CSV UTF-8”.",
}


class Unopened(Exception):
    """A file that cannot be read at all; `str()` says why, in Vietnamese."""

    def __init__(self, code: str, name: str, **values: object) -> None:
        """`code` is a key of SENTENCES, whose sentence `values` fill."""
        self.code = code
        super().__init__(SENTENCES[code].format(name, **values))


def grids_of(name: str, content: bytes) -> tuple[Grid, ...]:
    """The sheets of a file, in its order. Raises Unopened."""
    if not content.strip():
        raise Unopened("empty", name)
    if len(content) > MOST_BYTES:
        raise Unopened("large", name)
    if content.startswith((ZIP, OLD)):
        grids = tuple(map(in_one_writing, _of_workbook(name, content)))
        is_old = content.startswith(OLD)
        return with_error_cells(content, grids, is_xlsx=is_xlsx(content), is_old=is_old)
    return (in_one_writing(_of_text(name, content)),)


def is_xlsx(content: bytes) -> bool:
    """True for a workbook of Excel's form since 2007."""
    if not content.startswith(ZIP):
        return False
    with ZipFile(io.BytesIO(content)) as archive:
        return "xl/workbook.xml" in archive.namelist()


def _of_workbook(name: str, content: bytes) -> list[Grid]:
    with told_of_book(name):
        return list(_sheets(name, opened_book(name, content)))


def opened_book(
    name: str, content: bytes, most_unpacked: int = MOST_UNPACKED, code: str = "large"
) -> CalamineWorkbook:
    """A workbook that unfolds into no more than so many bytes. Raises Unopened, of that code."""
    if content.startswith(OLD) and _LOCKED in content:
        raise Unopened("password", name)
    with told_of_book(name):
        _refuse_bomb(name, content, most_unpacked, code)
        return CalamineWorkbook.from_filelike(io.BytesIO(content))


@contextmanager
def told_of_book(name: str) -> Iterator[None]:
    """What the reader of workbooks raises becomes Unopened."""
    try:
        yield
    except PasswordError:
        raise Unopened("password", name) from None
    except (CalamineError, ValueError, *UNREADABLE):
        raise Unopened("broken", name) from None
    except BaseException as error:  # a reader that panics says so past all exceptions
        if type(error).__name__ == "PanicException":
            raise Unopened("broken", name) from None
        raise


def _refuse_bomb(name: str, content: bytes, most: int, code: str) -> None:
    if content.startswith(ZIP):
        with ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > most:
                raise Unopened(code, name)


def _sheets(name: str, book: CalamineWorkbook) -> Iterator[Grid]:
    for about in book.sheets_metadata:
        sheet = book.get_sheet_by_name(about.name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Unopened("large", name)
        yield Grid(about.name, _rows(sheet), about.visible is not Visible.Visible)


def _rows(sheet: CalamineSheet) -> list[list[Cell]]:
    read = sheet.to_python(skip_empty_area=False)
    rows: list[list[Cell]] = [[None if cell == "" else cell for cell in row] for row in read]
    return filled_down(rows, sheet.merged_cell_ranges or ())


def _of_text(name: str, content: bytes) -> Grid:
    if content.lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] == b"<":
        raise Unopened("web", name)
    try:
        rows = cells_of(text_of(content))
    except UnknownEncoding:
        raise Unopened("encoding", name) from None
    except LooseQuote as loose:
        raise Unopened("quote", name, row=loose) from None
    if not any(any(row) for row in rows):
        raise Unopened("empty", name)
    return Grid(Path(name).stem, rows)
