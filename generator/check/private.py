"""Private data in free text: numbers of identity, telephones, accounts, addresses, e-mail.

Civil Code 2015, article 38, and the Law on Protection of Personal Data 2025 forbid publishing them
without consent. What official records are full of and only looks alike is blotted out first: days,
amounts of money, numbers of documents, codes of dossiers and of procedures.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vn_ident import is_province_code, is_valid_cccd

BLOT = "§"
_MAY_BE = re.compile(r"[\d@]|[(\[](?:at|a còng)[)\]]", re.IGNORECASE)
"""Every kind of private data has a figure in it, or the sign of an e-mail address."""
_TWO_NUMBERS = re.compile(r"(?<=\d{3})\s*/\s*(?=[+(]|0\d)")
"""A stroke between two telephone numbers."""
_GAP = r"[ \u00a0.\-–]?"
_ALIKE = re.compile(
    r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)"  # a day: 31/12/2018
    r"|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)"
    r"|(?<![\w.])(?!0\d)\d+(?:[.  ]\d{3})*(?:,\d+)?\s*"
    r"(?:đồng|đ|VNĐ|VND|triệu|tỷ|tỉ|nghìn|ngàn)(?!\w)"
    r"|(?<![\w/])\d{1,6}[A-Za-zđ]?/(?:(?:19|20)\d{2}/)?[A-ZĐƯÂ][\w-]*"  # 643/UBND-TTr
    r"|(?<![\w.])(?:\d{3}\.){1,2}\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4,5}(?!\d)"
    r"|(?<![\w.])[A-Z]\d{2}(?:\.\d{1,3})*-\d{6}-\d{4,5}(?!\d)"  # H56.1-180306-0001
    r"|(?<![\w.])\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?(?!\d)"  # procedure 1.001193
)
_NO_NUMBER_BEFORE, _NO_NUMBER_AFTER = r"(?<![\w,/§-])(?<!\d[.])", r"(?![\w/§]|[.,-]\d)"
_AFTER_WORD = r"[^\d\n]{0,20}?"
_STREET = r"(?:đường|phố|ngõ|ngách|hẻm|kiệt)"
_CAPITAL = "[A-ZĐÀ-ỸÂÊÔƠƯĂ]"


def _is_identity(digits: str) -> bool:
    """By its structure: province, century and sex; the old card by the two digits of a province."""
    if len(digits) == 9:
        return "01" <= digits[:2] <= "38"
    return is_valid_cccd(digits) and is_province_code(digits[:3])


class Kind(NamedTuple):
    """A kind of private data: its problem code, how it looks, and what its digits must satisfy."""

    code: str
    pattern: re.Pattern[str]
    holds: Callable[[str], bool] = lambda digits: True


def _kind(code: str, pattern: str, holds: Callable[[str], bool] = lambda digits: True) -> Kind:
    return Kind(code, re.compile(pattern, re.IGNORECASE), holds)


KINDS = (
    _kind(
        "personal-email",
        r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\(a còng\)|\[a còng\])\s?[\w-]+(?:\s?\.\s?[\w-]+)+",
    ),
    _kind(
        "personal-id",
        r"(?:cmnd|cccd|cmt|chứng minh|căn cước|định danh|hộ chiếu)"
        rf"{_AFTER_WORD}(?:[A-Z]\d{{7,8}}|\d(?:{_GAP}\d){{7,11}})(?!\d)",
    ),
    _kind(
        "personal-account",
        r"(?:tài khoản|stk|số tk|mã số thuế|mst|bhxh|bảo hiểm xã hội|bhyt|thẻ bảo hiểm)"
        rf"{_AFTER_WORD}(?:[A-Z]{{2}}\d)?\d(?:{_GAP}\d){{5,18}}(?!\d)",
    ),
    _kind(
        "personal-id", rf"{_NO_NUMBER_BEFORE}0(?:{_GAP}\d){{11}}{_NO_NUMBER_AFTER}", _is_identity
    ),
    _kind("personal-id", rf"{_NO_NUMBER_BEFORE}\d{{9}}{_NO_NUMBER_AFTER}", _is_identity),
    _kind(
        "personal-phone",
        rf"{_NO_NUMBER_BEFORE}\(?(?:(?:\+|00){_GAP}84|84|0)\)?{_GAP}(?:\(0\))?{_GAP}\(?"
        rf"(?:[35789](?:[\s.\-–)]{{0,2}}\d){{8}}|2(?:[\s.\-–)]{{0,2}}\d){{8,9}}){_NO_NUMBER_AFTER}",
    ),
    Kind(
        "personal-address",
        re.compile(
            rf"(?:(?i:số nhà|nhà số)\s*\d+|(?i:\bsố)\s+\d+[A-Za-z]?(?:/\d+)*,?\s+(?i:{_STREET})\b"
            rf"|\b\d+[A-Za-z]?(?:/\d+)*,?\s+(?i:{_STREET})\s+{_CAPITAL}"
            r"|\b(?i:ngõ|ngách|hẻm|kiệt)\s+\d+"
            rf"|(?i:trú tại|ở tại|địa chỉ|thường trú|tạm trú|nhà ở)[^.;\n]{{0,15}}\d"
            rf"|(?i:\bsố)\s+\d+[A-Za-z]?(?:/\d+)*\s+{_CAPITAL}\w*\s+{_CAPITAL}\w*,\s*"
            r"(?i:phường|xã|p\.|tp|thành phố))"
        ),
    ),
)


def private_data(text: str) -> Iterator[tuple[str, str]]:
    """(problem code, the first letters of what was found) of all private data in a text."""
    plain = unicodedata.normalize("NFKC", text)
    if not _MAY_BE.search(plain):
        return
    plain = _TWO_NUMBERS.sub("; ", plain)
    rest = _ALIKE.sub(BLOT, plain)
    for code, pattern, holds in KINDS:
        for match in pattern.finditer(rest):
            if holds("".join(letter for letter in match.group() if letter.isdigit())):
                yield code, _hinted(code, match.group())
                rest = rest.replace(match.group(), BLOT)
                break


def _hinted(code: str, found: str) -> str:
    """Enough to find the place by, too little to know the secret: reports travel far."""
    digits = "".join(letter for letter in found if letter.isdigit())
    is_number = code in ("personal-id", "personal-phone", "personal-account")
    return f"{digits[:3] if is_number else found[:3].strip()}***"
