"""Cells of an OpenDocument sheet whose formulas have failed; they are not blank.

LibreOffice keeps such a cell as an empty text that says beside it that it is an error.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZipFile

from generator.entry.cells import Unread
from generator.workbooks.grid import Spot
from generator.workbooks.package import NotPatched, parsed

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_CONTENT, _FAILED = "content.xml", b'calcext:value-type="error"'


def failed_in_ods(content: bytes) -> Mapping[str, Mapping[Spot, Unread]]:
    """The failed cells by the names of sheets, and what is shown of them. Raises NotPatched."""
    with ZipFile(io.BytesIO(content)) as archive:
        if _CONTENT not in archive.namelist():
            raise NotPatched
        part = archive.read(_CONTENT)
    if _FAILED not in part:
        return {}
    tables = parsed(part).iter(_tag("table"))
    return {table.get(_tag("name")): dict(_cells(table)) for table in tables}


def _tag(name: str, space: str = _TABLE) -> str:
    return f"{{{space}}}{name}"


def _cells(table: Any) -> Iterator[tuple[Spot, Unread]]:
    number = 0
    for row in table.iter(_tag("table-row")):
        place = 0
        for cell in row:
            if cell.get(_tag("value-type", _CALC)) == "error":
                shown = "".join(cell.find(_tag("p", _TEXT)).itertext())
                yield (number, place), Unread("formula-failed", value=shown)
            place += int(cell.get(_tag("number-columns-repeated"), 1))
        number += int(row.get(_tag("number-rows-repeated"), 1))
