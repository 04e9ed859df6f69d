"""A loose quotation mark is told of with its row by every reader of text, and swallows nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.workbooks.export import open_export
from generator.workbooks.open_file import Unopened, grids_of

HEADING = ["Mã hồ sơ", "Tên TTHC", "Ngày tiếp nhận", "Ghi chú"]
ROWS = [[f"H{number}", "Khai sinh", "01/02/2018", "đủ giấy tờ"] for number in range(1, 6)]
LOOSE = {"never closed": '"Sửa nhà', "within a cell": '"Sửa" nhà'}


def read_typed(path: Path) -> int:
    return sum(len(grid.rows) for grid in grids_of(path.name, path.read_bytes()))


def read_export(path: Path) -> int:
    return len(list(open_export(path, HEADING.__contains__).first_rows(100))) + 1


READERS: dict[str, Callable[[Path], int]] = {"typed": read_typed, "export": read_export}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("kind", LOOSE)
@pytest.mark.parametrize("place", [1, 3])
def test_a_loose_mark_is_told_of_with_its_row(
    reader: str, encoding: str, separator: str, kind: str, place: int, tmp_path: Path
) -> None:
    rows = [list(row) for row in (HEADING, *ROWS)]
    path = tmp_path / "hồ sơ.csv"
    path.write_text("".join(separator.join(row) + "\r\n" for row in rows), encoding)
    assert READERS[reader](path) == len(rows)
    rows[3][place] = LOOSE[kind]
    path.write_text("".join(separator.join(row) + "\r\n" for row in rows), encoding)
    with pytest.raises(Unopened, match=r"^Dòng 4 của “hồ sơ\.csv” có dấu ngoặc kép"):
        READERS[reader](path)
