"""Private data in free text: numbers of identity, telephones, accounts, addresses, e-mail.

Civil Code 2015, article 38, and the Law on Protection of Personal Data 2025 forbid publishing them
without consent. What official records are full of and only looks alike is blotted out: days,
amounts of money, numbers of documents, codes of procedures.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.check.private.codes import OFFICIAL, SAID
from generator.check.private.contacts import CONTACTS
from generator.check.private.homes import BIRTHS, HOMES, LAND, PLATES
from generator.check.private.kind import Kind
from generator.check.private.numbers import NUMBERS, SPELLED
from generator.check.private.sensitive import SENSITIVE
from generator.check.private.sensitive import SIGN as SENSITIVE_SIGN
from generator.model.codes import PROCEDURE_CODE

BLOT = "§"
_SIGNS = re.compile(r"[\d@/]")
_WORDS = re.compile(
    r"\b(?:at|a[ -]?còng|a móc|trú|sống|hộ ở|nhà|quê|facebook|fb|zalo|tiktok|viber|telegram"
    r"|messenger|instagram|gmail|yahoo|hotmail|không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)\b"
    rf"|{SENSITIVE_SIGN}"
)
"""Every kind of private data has a figure in it, the sign of an e-mail address or such a word.

In small letters, as `_SENSITIVE`: long lists of words are found much sooner when case is no matter.
"""
_TWO_NUMBERS = re.compile(r"(?<=\d{3})\s*/\s*(?=[+(]|0\d)")
"""A stroke between two telephone numbers."""
_ALIKE = re.compile(
    r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)"  # a day: 31/12/2018
    r"|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)"
    r"|(?<![\w.])(?!0\d)\d+(?:[.  ]\d{3}){0,9}(?:,\d+)?\s*"
    r"(?:đồng|đ|VNĐ|VND|triệu|tỷ|tỉ|nghìn|ngàn)(?!\w)"
    r"|(?<![\w/])\d{1,6}[A-Za-zđ]?/(?:(?:19|20)\d{2}/)?[A-ZĐƯÂ][\w-]*"  # 643/UBND-TTr
    rf"|(?<![\w.]){PROCEDURE_CODE}"
)
Sign = re.Pattern[str]
_FIGURE, _LONG = re.compile(r"\d"), re.compile(r"(?:\d\D*){5}")
_BIRTH = re.compile(r"sinh\b|\bs\.?n\b|\bdob\b", re.IGNORECASE)
_LAND = re.compile(r"thửa|lô|đất|sổ|gcn|chứng nhận|độ|maps|[°º]|\d[.,]\d{4}", re.IGNORECASE)
_CONTACT = re.compile(
    r"[@/:]|mail|yahoo|outlook|icloud|\b(?:at|a[ -]?còng|a móc|nick|tên|là)\b"
    r"|facebook|fb|zalo|tiktok|viber|telegram|messenger|instagram",
    re.IGNORECASE,
)
_SENSITIVE = re.compile(SENSITIVE_SIGN)
_ANY = re.compile("")
BEFORE_THE_BLOT: tuple[tuple[Sign, tuple[Kind, ...]], ...] = (
    (_FIGURE, (OFFICIAL, SAID)),
    (_SENSITIVE, SENSITIVE),
    (_BIRTH, BIRTHS),
    (_LAND, LAND),
    (_CONTACT, CONTACTS),
)
"""What holds days, or stands in addresses: a sign that all of some kinds have, and these."""
AFTER_THE_BLOT: tuple[tuple[Sign, tuple[Kind, ...]], ...] = (
    (_LONG, (*NUMBERS, *PLATES)),
    (_ANY, (*SPELLED, *HOMES)),
)
TOLD_BY_A_WORD = ("personal-birth", "personal-land")
"""Kinds that begin with a word that is no secret."""


def private_data(text: str, more: Iterable[Kind] = ()) -> Iterator[tuple[str, str]]:
    """(finding's code, the first letters of what was found) of all private data in a text.

    `more` are kinds that a city's own data make private: the codes of its dossiers.
    """
    plain = unicodedata.normalize("NFKC", text)
    if not (_SIGNS.search(plain) or _WORDS.search(_in_small(plain))):
        return
    if not plain.isprintable():
        plain = "".join(x for x in plain if unicodedata.category(x) != "Cf" or x.isspace())
    plain = " ".join(plain.split())
    for sign, kinds in ((_ANY, tuple(more)), *BEFORE_THE_BLOT):
        if sign.search(_in_small(plain)):
            found, plain = _found(plain, kinds)
            yield from found
    rest = _ALIKE.sub(BLOT, _TWO_NUMBERS.sub("; ", plain))
    for sign, kinds in AFTER_THE_BLOT:
        if sign.search(rest):
            found, rest = _found(rest, kinds)
            yield from found


def _in_small(text: str) -> str:
    """The text in small letters; of a Turkish İ they would be two."""
    return text.lower().replace("\u0307", "")


def _found(text: str, kinds: Iterable[Kind]) -> tuple[list[tuple[str, str]], str]:
    """What is found of some kinds, and the text without it."""
    found = []
    for code, pattern, holds in kinds:
        for match in pattern.finditer(text):
            if holds("".join(letter for letter in match.group() if letter.isdigit())):
                found.append((code, _hinted(code, match.group())))
                text = text.replace(match.group(), BLOT)
                break
    return found, text


def _hinted(code: str, found: str) -> str:
    """Enough to find the place by, too little to know the secret: reports travel far."""
    digits = "".join(letter for letter in found if letter.isdigit())
    if code in ("personal-id", "personal-phone", "personal-account") and digits:
        return f"{digits[:3]}***"
    if code == "personal-sensitive":
        return f"{' '.join(found.split()[:2])} ***"
    word = re.match(r"[^\W\d]\D{3,14}(?=\d)", found) if code in TOLD_BY_A_WORD else None
    return f"{word.group() if word else found[:3].strip()}***"
