"""Rules for the symbols of forms and of technical standards: "mẫu số 04a/ĐK", "ISO 9001:2015"."""

import re

from generator.speech.documents import body_of
from generator.speech.numbers import integer
from generator.speech.reader.cursor import Cursor, Reading, Rule

_FORM = re.compile(r"(\d{1,3})([A-Za-zđĐ]?)/([A-ZĐ]{1,8}(?:[/-][A-ZĐ]{1,8}){0,2})(?![\w/-])")
_OF_FORMS = re.compile(
    r"\b(?:mẫu|mẫu đơn|biểu mẫu|mẫu biểu|mẫu phiếu|mẫu tờ khai|tờ khai|phụ lục)(?: số)?\s?:?\s*$"
)
_STANDARD = re.compile(r"(\d{1,5})(?:-(\d{1,2}))?:((?:19|20)\d{2})(?:/([A-ZĐ]{2,9}))?(?![\w/-])")
_OF_STANDARDS = re.compile(r"\b(?:quy chuẩn|tiêu chuẩn|i sô)(?: quốc gia)?(?: việt nam)?(?: số)? $")


def form_symbol(cursor: Cursor) -> Reading | None:
    """Read "mẫu số 04a/ĐK": what follows a form's number names no office and is spelled."""
    match = _FORM.match(cursor.text, cursor.start)
    if match is None or not _OF_FORMS.search(cursor.said.lower()):
        return None
    number = f"{integer(int(match[1]), cursor.dialect)} {match[2].upper()}".strip()
    groups = (" ".join(group) for group in re.split("[/-]", match[3]))
    return Reading(_parted(", ".join((number, *groups)), cursor, match.end()), len(match[0]))


def standard(cursor: Cursor) -> Reading | None:
    """Read "QCVN 40:2011/BTNMT" and "ISO 9001:2015": number, year and who issued it."""
    match = _STANDARD.match(cursor.text, cursor.start)
    if match is None or not _OF_STANDARDS.search(cursor.said.lower()):
        return None
    numbers = (integer(int(part), cursor.dialect) for part in match.group(1, 2) if part)
    year = f"năm {integer(int(match[3]), cursor.dialect)}"
    issuer = f" của {body_of(match[0], match[4], cursor.speech)}" if match[4] else ""
    words = f"{' gạch '.join(numbers)}, {year}{issuer}"
    return Reading(_parted(words, cursor, match.end()), len(match[0]))


def _parted(words: str, cursor: Cursor, end: int) -> str:
    """Leave a breath before the word that goes on."""
    return f"{words}," if re.match(r"\s[^\W\d_]", cursor.text[end:]) else words


FORM_RULES: tuple[Rule, ...] = (form_symbol, standard)
