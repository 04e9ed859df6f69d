"""Numbers and symbols of official documents, as an announcer says them.

The symbol's order is that of Circular 01/2011/TT-BNV: kind and body ("12/QĐ-UBND"), a year for
legal acts ("157/2007/NĐ-CP"), and for an official letter, which has no kind, the body and the
office that drafted it ("643/UBND-TTr"). Party documents turn it round ("55-QĐ/TW").
"""

import re

from generator.model.abbreviations import Abbreviations
from generator.model.speech import Speech
from generator.speech.numbers import NUMBER_WORDS, integer
from generator.speech.unreadable import Unreadable

_GROUP = r"[A-ZĐ][A-Za-zĐđ]*\d{0,2}"
STATE = re.compile(
    rf"(?:(?P<prefix>[^\W\d_]+)-)?(?P<no>\d{{1,5}})(?P<letter>[a-zA-ZĐ]?)\s?/(?:(?P<year>\d{{4}})/)?\s?(?P<symbol>{_GROUP}(?:-{_GROUP})*)(?![\w/])"
)
PARTY = re.compile(rf"(?P<no>\d{{1,5}})-(?P<kind>{_GROUP})/(?P<body>{_GROUP})(?![\w/])")
_ISSUER_FOLLOWS = re.compile(
    r"\s*+(?:,\s*+)?(?:ngày\s+\S+\s+(?:tháng\s+\S+\s+năm\s+\S+\s+)?)?của\s", re.IGNORECASE
)
_ONE_MORE = re.compile(
    rf"(?:\d[a-zA-ZĐ]?/(?:\d{{4}}/)?(?P<kind>{_GROUP})(?:-{_GROUP})*|\d-(?P<party>{_GROUP})/{_GROUP})(?:\s+ngày\s+[\d/.-]{{3,10}})?"
    r"(?:\s*[,;]\s*|\s+(?:và|hoặc)\s+)(?:số\s+)?$"
)
_NUMBER_WORD = f"(?!tư)(?:{'|'.join(sorted(NUMBER_WORDS))})"
_NUMBERS_TOO = re.compile(
    rf"(?: số)? {_NUMBER_WORD}(?: {_NUMBER_WORD}|, | và ){{0,20}}(?:,| và)(?: số)?$"
)
_PARLIAMENT = re.compile(r"(UBTV)?QH(\d{1,2})")


def paper(document_no: str, abbreviations: Abbreviations) -> str:
    """Name a document by its kind and number: "quyết định số 125/QĐ-UBND"."""
    match = re.search(r"/([^\W\d_]+)(?:-|$)", document_no)
    group = match[1] if match else ""
    other = "công văn" if group in abbreviations.document_bodies else "văn bản"
    return f"{abbreviations.document_types.get(group, other)} số {document_no}"


def document_no(
    written: str, speech: Speech, *, said: str = "", rest: str = "", before: str = ""
) -> str:
    """Read a number such as "643/UBND-TTr" or "157/2007/NĐ-CP".

    `said` is what has been read before it, `before` the same as it is written and `rest` what is
    written after it: a kind named already ("Nghị định số …", or by another of its kind in a row)
    and an issuer named right after ("… của Chính phủ") are not said again. Raises Unreadable for
    a group the dictionary does not have.
    """
    if match := PARTY.fullmatch(written):
        return _party(match, speech, said, rest, before)
    match = STATE.fullmatch(written)
    if match is None:
        raise Unreadable(written, written)
    groups = match["symbol"].split("-")
    number = _number(match, speech)
    year = f"năm {integer(int(match['year']), speech.dialect)}" if match["year"] else ""
    kind = speech.abbreviations.document_types.get(groups[0])
    if kind is None:
        letter = _letter(written, groups, speech, rest)
        return ", ".join(part for part in (number, year, *letter) if part)
    subject = "".join(f", {words}" for words in _subjects(groups[1:], speech, said))
    bodies = [body_of(written, group, speech) for group in _bodies(groups[1:], speech)]
    issuer = "" if _ISSUER_FOLLOWS.match(rest) else _of(bodies)
    if _names(said, kind) or _is_one_more(before, groups[0]):
        return " ".join(part for part in (number, year, issuer) if part) + subject
    named = f"{kind} {issuer}".strip()
    return ", ".join(part for part in (number, year, named) if part) + subject


def _bodies(groups: list[str], speech: Speech) -> list[str]:
    """Return the groups but for those that say what the document is about."""
    known = speech.abbreviations
    return [
        group for group in groups if group in known.document_bodies or group not in known.anywhere
    ]


def _subjects(groups: list[str], speech: Speech, said: str) -> list[str]:
    """Read what the document is about, unless its name says so: the XPHC of "89/QĐ-XPHC"."""
    issuers = _bodies(groups, speech)
    about = (speech.abbreviations.anywhere[group] for group in groups if group not in issuers)
    return [words for words in about if f"{words} số" not in said.lower()]


def _number(match: re.Match[str], speech: Speech) -> str:
    """Read the number, after the word that stands before it: "MẪU-101" of invented records."""
    number = f"{integer(int(match['no']), speech.dialect)} {match['letter'].upper()}".strip()
    if match["prefix"] is None:
        return number
    if match["prefix"] not in speech.abbreviations.document_prefixes:
        raise Unreadable(match[0], match["prefix"])
    return f"{speech.abbreviations.document_prefixes[match['prefix']]} {number}"


def _names(said: str, kind: str) -> bool:
    """True when the phrase before names the kind: "quyết định số", "báo cáo kết quả số"."""
    text = _NUMBERS_TOO.sub("", said.strip(" :").lower())
    return re.search(rf"\b{kind}(?: [^\W\d_]+){{0,6}}$", text) is not None


def _is_one_more(before: str, group: str) -> bool:
    """True after another document of the kind: "101/QĐ-UBND và 102/QĐ-UBND"."""
    match = _ONE_MORE.search(before)
    return match is not None and group in (match["kind"], match["party"])


def _of(bodies: list[str]) -> str:
    """Say "của Bộ Tư pháp và Bộ Nội vụ", empty without a body."""
    return f"của {' và '.join(bodies)}" if bodies else ""


def body_of(written: str, group: str, speech: Speech) -> str:
    """Name the body that a group of a symbol stands for; raises Unreadable for an unknown one."""
    if match := _PARLIAMENT.fullmatch(group):
        standing = "Ủy ban Thường vụ " if match[1] else ""
        return f"{standing}Quốc hội khóa {integer(int(match[2]), speech.dialect)}"
    if group not in speech.abbreviations.document_bodies:
        raise Unreadable(written, group)
    return speech.abbreviations.document_bodies[group]


def _letter(written: str, groups: list[str], speech: Speech, rest: str) -> list[str]:
    """Read the groups of a symbol without a kind: the body, then the office that drafted it.

    The letters of an office within the body that the dictionary does not have are left out: nobody
    who listens needs them. A body that is named right after is not said here.
    """
    body = body_of(written, groups[0], speech)
    if _ISSUER_FOLLOWS.match(rest):
        return []
    known = speech.abbreviations.drafting_bodies
    return [body, *(known[group] for group in groups[1:] if group in known)]


def _party(match: re.Match[str], speech: Speech, said: str, rest: str, before: str) -> str:
    """Read a Party document: its "QĐ" is quy định or quyết định, as the text before says."""
    kind = speech.abbreviations.document_types.get(match["kind"])
    named = kind and (_names(said, kind) or _is_one_more(before, match["kind"]))
    if not said.strip().lower().endswith(" số") and not named:
        raise Unreadable(match[0], match[0])
    number = integer(int(match["no"]), speech.dialect)
    if _ISSUER_FOLLOWS.match(rest):
        return number
    return f"{number} {_of([body_of(match[0], match['body'], speech)])}"
