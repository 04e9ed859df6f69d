"""The Word script's skeleton: A4, 14 points, a block to sign, a table of voice, words and time.

It is built by python-docx with marks where the words go; `docx.py` fills the marks. A filled
skeleton costs a millisecond, one built anew a hundred.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from docx import Document

from generator.formats.docx import docx_parts
from generator.radio.scripts.docx_page import drop_unused, set_page, set_properties, set_type
from generator.radio.scripts.docx_tables import add_head, add_script_table, note_paragraphs
from generator.radio.scripts.docx_xml import own_xml, raw_mark

ROWS = ("warning", "jingle", "pause", "speech")
FILLED = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml")
"""Parts that hold marks."""
_RAW_MARK = re.compile(r"<w:p><w:r><w:t>(⟦(?:rows|notes)⟧)</w:t></w:r></w:p>")


@dataclass(frozen=True)
class Skeleton:
    """The parts of an empty script by name, and its table rows by kind, all with marks."""

    parts: Mapping[str, bytes]
    rows: Mapping[str, str]


def _skeleton() -> Skeleton:
    """Build the skeleton."""
    document = Document()
    drop_unused(document)
    set_page(document)
    set_type(document)
    add_head(document)
    table = add_script_table(document)
    rows = {kind: own_xml(row._tr) for kind, row in zip(ROWS, table.rows[1:], strict=True)}
    for row in table.rows[1:]:
        table._tbl.remove(row._tr)
    table._tbl.append(raw_mark("rows"))
    rows["notes_head"], rows["note"] = note_paragraphs(document)
    document.element.body.insert(-1, raw_mark("notes"))
    set_properties(document)
    parts = docx_parts(document)
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = _RAW_MARK.sub(r"\1", body).encode()
    return Skeleton(parts, rows)


SKELETON = _skeleton()
"""It depends on nothing."""
