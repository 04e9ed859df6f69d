"""A script as a Word document, laid out as a newsroom does; the same script, the same bytes."""

import re
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from generator.edition.bulletin import Bulletin
from generator.edition.bulletin_words import (
    air_day_words,
    approval_words,
    bulletin_number,
    grounds_words,
    length_words,
    marked,
    running_time,
    void_words,
    warning_of,
)
from generator.edition.script import Script, ScriptForm, ScriptRow
from generator.formats.zip import zip_bytes
from generator.radio.scripts.docx_skeleton import FILLED, SKELETON, Skeleton

_MARK = re.compile(r"⟦(\w+)⟧")
_PARAGRAPH_OF_LINES = re.compile(
    r"<w:p>(?>(?:(?!</?w:p>|⟦line⟧).)*)⟦line⟧.*?(?:</w:p>|\Z)", re.DOTALL
)


class _Xml(str):
    """Text that is XML already."""

    __slots__ = ()


def _render(script: Script) -> bytes:
    """Write head with lines to sign, then voice, words and running time, with page numbers."""
    form, bulletin = SKELETON, script.bulletin
    values = _head(bulletin, script.title) | {
        "rows": _Xml("".join(_row(form, row) for row in script.rows)),
        "notes": _Xml(_notes(form, bulletin.notes)),
    }
    return zip_bytes(
        {
            name: _fill(content.decode(), values).encode() if name in FILLED else content
            for name, content in form.parts.items()
        }
    )


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Fill every mark of the text once; what is filled in is not searched for marks."""

    def value(match: re.Match[str]) -> str:
        found = values[match[1]]
        return found if isinstance(found, _Xml) else escape(found)

    return _MARK.sub(value, text)


def _head(bulletin: Bulletin, title: str) -> dict[str, str]:
    return {
        "warning": warning_of(bulletin),
        "station": bulletin.station,
        "column": bulletin.column,
        "number": bulletin_number(bulletin),
        "title": title,
        "document_title": marked(title, bulletin),
        "air_on": air_day_words(bulletin.air_on),
        "length": length_words(bulletin.seconds),
        "slot": length_words(bulletin.slot_seconds),
        "void": void_words(bulletin),
        "approval": approval_words(bulletin),
        "grounds": grounds_words(bulletin),
    }


def _row(form: Skeleton, row: ScriptRow) -> str:
    """Write the row's XML; each of its lines is a paragraph."""
    shape = form.rows[row.kind]
    paragraph = _PARAGRAPH_OF_LINES.search(shape)
    assert paragraph is not None
    lines = "".join(_fill(paragraph[0], {"line": _shown(row, line)}) for line in row.lines)
    rest = shape[: paragraph.start()] + "⟦lines⟧" + shape[paragraph.end() :]
    return _fill(
        rest,
        {
            "lines": _Xml(lines),
            "voice": row.voice,
            "item": row.title,
            "ends_at": running_time(row.ends_at),
        },
    )


def _shown(row: ScriptRow, line: str) -> str:
    return f"[{line}]" if row.kind in ("jingle", "pause") else line


def _notes(form: Skeleton, notes: Sequence[str]) -> str:
    if not notes:
        return ""
    return form.rows["notes_head"] + "".join(_fill(form.rows["note"], {"line": n}) for n in notes)


DOCX = ScriptForm(
    "docx",
    "docx",
    "Word để in và ký duyệt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _render,
    binary=True,
)
