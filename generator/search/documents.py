"""Lists of documents as short texts: differences of their numbers, as VLQ digits of base 64."""

from collections.abc import Iterable

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BITS, MORE = 5, 32
CUT = "!"
"""Ends a list that goes on elsewhere."""


def packed(numbers: Iterable[int], before: int = -1) -> str:
    """Ascending numbers, each as its difference from the one before."""
    digits = []
    for number in numbers:
        rest, before = number - before, number
        while rest >= MORE:
            digits.append(DIGITS[rest % MORE + MORE])
            rest >>= BITS
        digits.append(DIGITS[rest])
    return "".join(digits)
