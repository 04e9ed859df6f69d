"""Rules for words, short forms and marks."""

import re

from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.reader.rules_brackets import BRACKET_RULES, unrepeated
from generator.speech.reader.rules_context import CONTEXT_RULES
from generator.speech.reader.rules_pairs import slash_pair
from generator.speech.reader.rules_shares import per
from generator.speech.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[^\W\d_a-zđ][^\W\d_]+\s+[^\W\d_a-zđ][^\W\d_]+")
_LAST_TWO = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})\s+([^\W\d_]{2,})\s+$")
_PERSON = ("ông", "bà", "anh", "chị", "em", "cháu", "cụ", "chí")
_NAMED_BY_LETTER = ("phường", "xã", "phòng", "quận", "huyện", "tỉnh", "thôn", "phố", "ty")
_LETTER_LIST = re.compile(
    r"\b(?:điểm|mục|khoản|lô|khu)\s+[a-zđA-ZĐ](?:(?:\s*,\s*|\s+và\s+)[a-zđA-ZĐ])*(?:\s*,\s*|\s+và\s+)$",
    re.IGNORECASE,
)
_FOREIGN_SPELLING = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+(?![\w-])")
_NUMBERED = ("phường", "quận")
_WARD_NUMBER = re.compile(r"[1-9]\d?(?![\w/]|[.,-]\d)|0[1-9](?![\w/]|[.,-]\d)")
_HOUSE = "số nhà"
_SURE_BODY = 5
"""Letters that a symbol's body has where nothing else is written so."""
_OF_LONG_OR_STROKES = re.compile(r"\d{5}|\d+[A-Za-z]?/")
_INITIAL = re.compile(r"[ .][A-ZĐ]$")
_INITIALS = re.compile(r"([A-ZĐ](?:\.[A-ZĐ]){1,3})(?![^\W_])")
_HIGHLAND = re.compile(r"(?<!\w)H['’]([^\W\d_a-zđ][^\W\d_]+)(?!\w)")
_DASH = re.compile(r"\s*[-–]\s*")
_SAME_KIND = re.compile(r"\b(thứ|tháng|quý|điểm|khoản|điều|mục|lớp|cấp|ngày|tuần)\s+\S+$", re.I)
_POST = re.compile(r"[Kk][Mm]\s?\d")
_POST_LAST = re.compile(r"[Kk][Mm]\s?\d{1,4}(?:\s?\+\s?\d{1,4})?$")
_MARKS = (
    (re.compile(r"\./\.$"), "."),
    (re.compile(r"(?:(?<!\s)\s+)?\(\*{1,3}\)"), ""),
    (re.compile(r"(?<=v\.v)\.(?=\s+[^\W\dA-ZĐ_])"), ""),
    (re.compile(r"(?<=v\.v)(?:\.{2,4}|…\.?)"), "."),
    (re.compile(r"(?:\.{3,4}|…\.?)(?=\s+[^\W\dA-ZĐ_])"), ","),
    (re.compile(r"\.{3,4}|…\.?"), "."),
    (re.compile(r"(?<=[Ss]ố):(?=\s*\d)"), ""),
    (re.compile(r"(?<!\s)\s+&\s+"), " và "),
    (re.compile(r"(?<!\s)\s+[-–—]\s+|(?<=[^\W\d_])[-–](?=[^\W\d_])|(?:(?<!\s)\s+)?[()]\s*"), ", "),
    (re.compile(r"^[-–—+•*]\s+"), ""),
    (re.compile(r"(?<![^\W_])[“”\"‘’'«»]|[“”\"‘’'«»](?![^\W_])"), ""),
    (re.compile(r";"), ","),
    (re.compile(r"\s+"), " "),
    (re.compile(r"[,:!?]|\.(?![.\w])"), None),
)


def between_words(cursor: Cursor) -> Reading | None:
    """Read the blank before a letter or a figure, which is half of what there is to read."""
    is_blank = (
        cursor.text[cursor.start] == " "
        and cursor.text[cursor.start + 1 : cursor.start + 2].isalnum()
    )
    return Reading(" ", 1) if is_blank else None


def mark(cursor: Cursor) -> Reading | None:
    """Read punctuation: brackets and dashes become commas, quotation marks are not said.

    A dash between two numbers that no other rule has read is refused: it may mean "to", "minus"
    or nothing.
    """
    dash = _DASH.match(cursor.text, cursor.start)
    if dash and cursor.before[-1:].isdigit() and cursor.text[dash.end() : dash.end() + 1].isdigit():
        raise cursor.refuse()
    for pattern, words in _MARKS:
        if match := pattern.match(cursor.text, cursor.start):
            return Reading(match[0] if words is None else words, len(match[0]))
    return None


def initial_stop(cursor: Cursor) -> Reading | None:
    """Leave out the full stop of "anh Nguyễn Văn T. ở thôn 3", which ends no sentence."""
    if cursor.text[cursor.start] != "." or not _INITIAL.search(cursor.before):
        return None
    follows = cursor.text[cursor.start + 1 : cursor.start + 3].lstrip()[:1]
    return Reading("", 1) if follows.islower() or follows in ("(", ",", ";") else None


def initials(cursor: Cursor) -> Reading | None:
    """Read "chị L.T.H", a person that is not named: each letter by itself."""
    match = _INITIALS.match(cursor.text, cursor.start)
    if match is None or not cursor.after(*_PERSON):
        return None
    return Reading(" ".join(match[1].split(".")), len(match[1]))


def from_to(cursor: Cursor) -> Reading | None:
    """Read the dash in "thứ 2 - thứ 6", "quý I - quý III" and between posts on a road."""
    dash, kind = _DASH.match(cursor.text, cursor.start), _SAME_KIND.search(cursor.before)
    if dash is None:
        return None
    if _POST_LAST.search(cursor.before) and _POST.match(cursor.text, dash.end()):
        return Reading(" đến ", len(dash[0]))
    if kind is None:
        return None
    other = re.compile(rf"{kind[1]}\s+(?:\d|[IVX]+\b)", re.I).match(cursor.text, dash.end())
    return Reading(" đến ", len(dash[0])) if other else None


def foreign_spelling(cursor: Cursor) -> Reading | None:
    """Read "ki-lô-mét", "Lê-nin": one word spelled in syllables, with no breath in it."""
    last = cursor.before[-1:]
    if last.isalpha() or last == "-":  # asked first: a long word is matched from its beginning only
        return None
    match = _FOREIGN_SPELLING.match(cursor.text, cursor.start)
    if match is None:
        return None
    parts = match[0].split("-")
    one_name = len(parts) == 2 and parts[0].istitle() and len(parts[0]) < 5
    if not (all(part.islower() for part in parts[1:]) and (len(parts) > 2 or one_name)):
        return None
    if not all(is_syllable(part) for part in parts):
        return None
    return Reading(" ".join(parts), len(match[0]))


def person_prefix(cursor: Cursor) -> Reading | None:
    """Read "PGS.TS. Lê Văn C", "BS Trần Thị B": titles before a name of two words."""
    match = cursor.short_forms.before_person.match(cursor.text, cursor.start)
    if match is None:
        return None
    more = cursor.short_forms.before_person.match(cursor.text, match.end())
    return Reading(
        f"{cursor.abbreviations.before_person[match[1]]}{',' if more else ''} ", len(match[0])
    )


def short_form_prefix(cursor: Cursor) -> Reading | None:
    """Read the "VP" of "VP UBND", the "P." of "P. TC-KH": an office, for no name follows."""
    match = cursor.short_forms.before_short_form.match(cursor.text, cursor.start)
    if match is None or (len(match[1]) == 1 and "." not in match[0]):
        return None
    return Reading(f"{cursor.abbreviations.before_short_form[match[1]]} ", len(match[0]))


def name_prefix(cursor: Cursor) -> Reading | None:
    """Read "P. Đông Vệ", a ward; the same letter after a person's name is an initial.

    Raises Unreadable before anything that is not clearly a name of two words or more.
    """
    match = cursor.short_forms.before_name.match(cursor.text, cursor.start)
    if match is None or (len(match[1]) == 1 and _is_initial(cursor)):
        return None
    words = cursor.abbreviations.before_name[match[1]]
    numbered = words in _NUMBERED and _WARD_NUMBER.match(cursor.text, match.end())
    if not numbered and not _NAME.match(cursor.text, match.end()):
        raise cursor.refuse()
    return Reading(f"{words} ", len(match[0]))


def number_prefix(cursor: Cursor) -> Reading | None:
    """Read "QL1A", "SN 1985", "ĐT: 0237 3852 246": the number says what the letters stand for."""
    known, forms = cursor.abbreviations, cursor.short_forms
    if match := forms.before_phone.match(cursor.text, cursor.start):
        return Reading(f"{known.before_phone[match[1]]}: ", len(match[0]))
    if match := forms.before_year.match(cursor.text, cursor.start):
        return Reading(f"{known.before_year[match[1]]} ", len(match[0]))
    match = forms.before_number.match(cursor.text, cursor.start)
    if match is None:
        return None
    words = known.before_number[match[1]]
    if words != _HOUSE and _OF_LONG_OR_STROKES.match(cursor.text, match.end()):
        return None
    return Reading(f"{unrepeated(words, cursor)} ", len(match[0]))


def _is_initial(cursor: Cursor) -> bool:
    """True after a person's name, and after a word that the letter stands for a name of."""
    two = _LAST_TWO.search(cursor.before)
    named = two is not None and two[1].istitle() and two[2].istitle()
    return named or cursor.after(*_NAMED_BY_LETTER, *_PERSON)


def short_form(cursor: Cursor) -> Reading | None:
    """Read a short form of the dictionary, unless its full stop makes it the start of a name."""
    match = cursor.short_forms.anywhere.match(cursor.text, cursor.start)
    if match is None or (
        match[0] in cursor.abbreviations.before_name
        and cursor.short_forms.before_name.match(cursor.text, cursor.start)
    ):
        return None
    return Reading(unrepeated(cursor.abbreviations.anywhere[match[0]], cursor), len(match[0]))


def issuing_body(cursor: Cursor) -> Reading | None:
    """Read "BKHĐT", an office as symbols of documents name it; shorter ones may be anything."""
    match = _WORD.match(cursor.text, cursor.start)
    if match is None or len(match[0]) < _SURE_BODY or cursor.before[-1:].isalnum():
        return None
    words = cursor.abbreviations.document_bodies.get(match[0])
    follows = cursor.text[match.end() : match.end() + 1]
    return Reading(words, len(match[0])) if words and follows not in ("-", "/", "&") else None


def word(cursor: Cursor) -> Reading | None:
    """Read a syllable, a listed foreign word, or a single capital that stands for a name."""
    match = _WORD.match(cursor.text, cursor.start)
    if match is None or cursor.text[match.end() : match.end() + 1].isdigit():
        return None
    written = match[0]
    if foreign := _foreign(written, cursor):
        return Reading(unrepeated(foreign, cursor), len(written))
    if written == "No" and re.match(r"\.?\s?\d", cursor.text[match.end() :]):
        return None
    if _highland(written):
        return Reading(f"{written[:-1]}c", len(written))
    if not _readable(written, cursor):
        return None
    return Reading(written, len(written))


def _foreign(written: str, cursor: Cursor) -> str | None:
    """Return how a foreign word is said; a capital that begins a sentence makes no other word."""
    known = cursor.abbreviations.foreign_words
    if written in known or not written.istitle():
        return known.get(written)
    said = known.get(written.lower())
    return said and said[0].upper() + said[1:]


def _highland(written: str) -> bool:
    """True for a name such as "Pắk", spelled with a k that sounds as a c."""
    return written.istitle() and written.endswith("k") and is_syllable(f"{written[:-1]}c")


def highland_name(cursor: Cursor) -> Reading | None:
    """Read "H'Mi", a woman's name: its H is said apart."""
    match = _HIGHLAND.match(cursor.text, cursor.start)
    if match is None or not is_syllable(match[1]):
        return None
    return Reading(f"Hờ {match[1]}", len(match[0]))


def _readable(written: str, cursor: Cursor) -> bool:
    if len(written) == 1:
        return _readable_letter(written, cursor)
    cased = written.islower() or (written[0].isupper() and written[1:].islower())
    return cased and is_syllable(written)


def _readable_letter(written: str, cursor: Cursor) -> bool:
    """True for a letter that names someone or something; I, V and X may be numbers."""
    if cursor.text[cursor.start + 1 : cursor.start + 2] == ")" and written.islower():
        return written not in "ivx"  # b) is an item of a list, (i) a small Roman numeral
    if written in "IVX":
        return _is_initial(cursor) or cursor.after(*_PERSON)
    if written.isupper() or is_syllable(written) or cursor.after("điểm", "mục", "khu", "lô"):
        return True
    return _LETTER_LIST.search(cursor.before) is not None


WORD_RULES: tuple[Rule, ...] = (
    slash_pair,
    person_prefix,
    *CONTEXT_RULES,
    short_form,
    short_form_prefix,
    name_prefix,
    number_prefix,
    foreign_spelling,
    highland_name,
    initial_stop,
    initials,
    issuing_body,
    word,
    per,
    *BRACKET_RULES,
    from_to,
    mark,
)
