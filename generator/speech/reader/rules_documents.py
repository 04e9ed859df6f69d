"""Rules for documents that are called by number and symbol."""

import re

from generator.speech.documents import PARTY, STATE, document_no
from generator.speech.numbers import integer
from generator.speech.reader.cursor import Cursor, Reading

_KIND = re.compile(
    r"([A-Za-zĐđ]{2,5})(?=\s+(?:số\s?:?\s+)?\d{1,5}[a-zA-Z]?(?:/\d{4})?[/-]\1(?![^\W\d_]))"
)
_OF_YEAR = re.compile(r"(\d{1,4})/((?:19|20)\d{2})(?![\w/-])")
_KINDS = re.compile(r"\b(?:nghị định|thông tư|quyết định|nghị quyết|luật|pháp lệnh)(?: số)? $")


def document(cursor: Cursor) -> Reading | None:
    """Read 643/UBND-TTr: a comma parts its groups, and its date, from what follows."""
    match = STATE.match(cursor.text, cursor.start) or PARTY.match(cursor.text, cursor.start)
    if match is None:
        return None
    written, rest = match[0].replace(" ", ""), cursor.text[match.end() :]
    said, before = cursor.said, cursor.before
    words = document_no(written, cursor.speech, said=said, rest=rest, before=before)
    parted = ("," in words and rest[:2].strip().isalpha()) or rest.startswith(" ngày")
    return Reading(f"{words}," if parted else words, len(match[0]))


def document_of_year(cursor: Cursor) -> Reading | None:
    """Read "Nghị định 34/2016": its number and its year, where the symbol is left out."""
    match = _OF_YEAR.match(cursor.text, cursor.start)
    if match is None or not _KINDS.search(cursor.said.lower()):
        return None
    number, year = (integer(int(part), cursor.dialect) for part in match.groups())
    return Reading(f"{number} năm {year}", len(match[0]))


def document_kind(cursor: Cursor) -> Reading | None:
    """Read the "KH" of "KH số 45/KH-UBND": the symbol behind it says which kind it stands for."""
    match = _KIND.match(cursor.text, cursor.start)
    if match is None or cursor.before[-1:].isalnum():
        return None
    kind = cursor.abbreviations.document_types.get(match[1])
    return Reading(kind, len(match[0])) if kind else None
