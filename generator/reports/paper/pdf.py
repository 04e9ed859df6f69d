"""A Word document as PDF, by Debian's LibreOffice; the same document, the same bytes.

Without Times New Roman it is printed in what stands nearest to it on the machine; Debian's
fonts-liberation has letters of the same width.
"""

import re
import shutil
import subprocess
from datetime import date
from hashlib import md5
from pathlib import Path

from generator.output.scratch import scratch

PROGRAM, PACKAGE = "soffice", "libreoffice-writer"
SOURCE = "report.docx"
SECONDS = 300
_MOMENT = re.compile(rb"(/CreationDate\(D:)\d{14}(?:Z'|[+-]\d\d'\d\d')")
_MARK = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=[>\n])")


class CannotPrint(Exception):
    """LibreOffice is missing or has failed; `str()` says what to do, in Vietnamese."""


def pdf_bytes(docx: bytes, day: date) -> bytes:
    """The document as PDF, dated as its figures are. Raises CannotPrint."""
    path = shutil.which(PROGRAM)
    if path is None:
        raise CannotPrint(
            "Máy này chưa có LibreOffice nên chưa tạo được tệp PDF. Hãy cài bằng lệnh: apt-get"
            f" install {PACKAGE}, hoặc mở tệp Word rồi lưu thành PDF."
        )
    try:
        with scratch({SOURCE: docx}) as folder:
            return _dated(_printed(path, folder), day)
    except (OSError, subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise CannotPrint(
            "LibreOffice không tạo được tệp PDF. Hãy mở tệp Word rồi lưu thành PDF."
        ) from error


def _printed(program: str, folder: Path) -> bytes:
    """Print in a folder with a profile of its own: another LibreOffice may be open."""
    source = folder / SOURCE
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
    return source.with_suffix(".pdf").read_bytes()


def _dated(pdf: bytes, day: date) -> bytes:
    """The same PDF with the day of its figures, and marks made of its content, not of the moment.

    Each value takes the place of one as long: the places of a PDF's parts are told by their bytes.
    """
    plain = _MOMENT.sub(lambda moment: moment[1] + f"{day:%Y%m%d}000000Z'".encode(), pdf)
    content, found, trailer = plain.rpartition(b"/ID [")
    if not found:
        return plain
    mark = md5(content, usedforsecurity=False).hexdigest().upper().encode()
    return content + found + _MARK.sub(mark, trailer)
