"""Codes of dossiers, by which anyone looks up who applied for what.

Decree 61/2018/NĐ-CP and Circular 01/2018/TT-VPCP: the agency's code, the day and a number.
"""

import re
from collections.abc import Iterable

from generator.check.private.kind import Kind, kind

_DASH = r"(?: ?[-–‐‑] ?|\.)"
OFFICIAL = kind(
    "dossier-code",
    r"(?<![\w.])(?:[A-Z]?\d{2,3}\.){0,6}[A-Z]\d{2}(?:\.\d{1,3}){0,3}"
    rf"{_DASH}\d{{6}}(?:{_DASH})?\d{{3,6}}(?!\d)",
)
SAID = kind(
    "dossier-code",
    r"\b(?:mã(?: số)? hồ sơ|(?:giấy )?biên nhận(?: hồ sơ)?(?: số)?"
    r"|(?:giấy|phiếu) (?:hẹn|tiếp nhận)(?: hồ sơ)? số):? ?"
    r"[a-z]{0,4}[.-]?\d{4,}",
)
"""What is said to be one."""
_FEWEST_DIGITS = 8
"""A shorter code of figures alone is like any other number."""


def shapes_of(codes: Iterable[str]) -> re.Pattern[str] | None:
    """The shapes of some codes, any figure for each of theirs; None when they have none."""
    shapes = {re.sub(r"\d", "0", code.strip()) for code in codes}
    told = [shape for shape in sorted(shapes) if _is_told_apart(shape)]
    if not told:
        return None
    either = "|".join(re.escape(shape).replace("0", r"\d") for shape in told)
    return re.compile(rf"(?<![\w.-])(?:{either})(?![\w-]|\.\w)", re.IGNORECASE)


def _is_told_apart(shape: str) -> bool:
    digits, letters = shape.count("0"), sum(letter.isalpha() for letter in shape)
    if letters:  # with a stroke it is like a document's number
        return digits + letters >= 5 and digits >= 3 and "/" not in shape
    return digits >= _FEWEST_DIGITS


def of_shape(shape: re.Pattern[str] | None) -> tuple[Kind, ...]:
    """The kind of private data that codes of that shape are."""
    return (Kind("dossier-code", shape),) if shape else ()
