"""Lists of documents as short texts: differences of their numbers, as VLQ digits of base 64."""

from collections.abc import Iterable

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BITS, _MORE = 5, 32
CUT = "!"
"""Ends a list that goes on elsewhere."""


def packed(numbers: Iterable[int], before: int = -1) -> str:
    """Ascending numbers, each as its difference from the one before."""
    digits = []
    for number in numbers:
        rest, before = number - before, number
        while rest >= _MORE:
            digits.append(_DIGITS[rest % _MORE + _MORE])
            rest >>= _BITS
        digits.append(_DIGITS[rest])
    return "".join(digits)


def unpacked(text: str, before: int = -1) -> list[int]:
    """The numbers of such a text."""
    numbers, rest, shift = [], 0, 0
    for digit in text.removesuffix(CUT):
        value = _DIGITS.index(digit)
        rest += (value % _MORE) << shift
        shift += _BITS
        if value < _MORE:
            before += rest
            numbers.append(before)
            rest = shift = 0
    return numbers
