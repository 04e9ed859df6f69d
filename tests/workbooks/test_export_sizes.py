"""What would be read whole is refused above a size, before it is; the sentence says the cure."""

import time
import zipfile
from pathlib import Path

import pytest

from generator.workbooks.export import open_export
from generator.workbooks.export_rows import MOST_WHOLE, MOST_WHOLE_UNPACKED
from generator.workbooks.open_file import OLD, Unopened

SOON = 20
PIECE = 1 << 20


def _of_text(path: Path, start: bytes) -> Path:
    """A file that is longer than is read whole, most of it a hole on the disk."""
    with path.open("wb") as file:
        file.write(start)
        file.truncate(MOST_WHOLE + 1)
    return path


def _ods(path: Path) -> Path:
    """A book that is small and unfolds into more than is read whole."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        with archive.open("content.xml", "w", force_zip64=True) as file:
            for _ in range(MOST_WHOLE_UNPACKED // PIECE + 1):
                file.write(b" " * PIECE)
    return path


@pytest.mark.parametrize("kind", ["utf-16", "old code page", "xls", "ods"])
def test_a_file_too_large_to_be_read_whole_is_refused(kind: str, tmp_path: Path) -> None:
    if kind == "ods":
        path = _ods(tmp_path / "hồ sơ.ods")
    else:
        start = {"utf-16": "Mã hồ sơ\tHọ tên".encode("utf-16"), "xls": OLD}
        path = _of_text(tmp_path / f"hồ sơ.{kind}", start.get(kind, b"M\xe3 h\xf4\n"))
    began = time.monotonic()
    with pytest.raises(Unopened, match=r"lưu lại dạng “CSV UTF-8” hoặc \.xlsx"):
        open_export(path, lambda label: bool(label))
    assert time.monotonic() - began < SOON
