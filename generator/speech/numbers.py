"""Numbers as an announcer reads them. Every function returns lower-case words, NFC.

The two dialects differ in three words of numbers, and in nothing else: the North says "nghìn",
"linh" and, after the tens, "tư"; the South "ngàn", "lẻ" and "bốn".
"""

from decimal import Decimal
from typing import NamedTuple

from generator.model.radio_settings import Dialect
from generator.model.text import percent_value

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_PLACES = ("mười", "mươi", "mốt", "lăm", "tư", "trăm", "nghìn", "ngàn", "linh", "lẻ", "triệu")
NUMBER_WORDS = frozenset((*DIGITS, *_PLACES, "tỷ", "tỉ", "phẩy"))
"""Every word that numbers are said in, in both dialects."""
_BILLION = 10**9


class _Words(NamedTuple):
    thousand: str
    lone: str
    """What stands for the empty tens: 105 is "một trăm linh năm"."""
    four: str
    """Four after the tens: 24 is "hai mươi tư"."""


_WORDS: dict[Dialect, _Words] = {
    "north": _Words("nghìn", "linh", "tư"),
    "south": _Words("ngàn", "lẻ", "bốn"),
}


def _below_hundred(value: int, dialect: Dialect) -> list[str]:
    tens, ones = divmod(value, 10)
    if tens == 0:
        return [DIGITS[ones]]
    head = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if ones == 0:
        return head
    if ones == 5:
        return [*head, "lăm"]
    after = {} if tens == 1 else {1: "mốt", 4: _WORDS[dialect].four}
    return [*head, after.get(ones, DIGITS[ones])]


def _below_thousand(value: int, dialect: Dialect, *, padded: bool) -> tuple[str, ...]:
    """Say three digits; `padded` says the hundreds aloud even when they are zero."""
    hundreds, rest = divmod(value, 100)
    head = [DIGITS[hundreds], "trăm"] if hundreds or padded else []
    if rest == 0:
        return tuple(head)
    lone = [_WORDS[dialect].lone] if head and rest < 10 else []
    return (*head, *lone, *_below_hundred(rest, dialect))


def _below_billion(value: int, dialect: Dialect, *, padded: bool) -> list[str]:
    """Say millions, thousands and units; a group of zeros is dropped.

    It is said ("không nghìn") only where dropping it would mislead: "một triệu một trăm" is
    what people say for 1.100.000, so 1.000.100 keeps its thousands.
    """
    words: list[str] = []
    thousand = _WORDS[dialect].thousand
    millions, thousands, units = value // 10**6, value // 1000 % 1000, value % 1000
    if millions:
        words += [*_below_thousand(millions, dialect, padded=padded), "triệu"]
    if thousands:
        words += _below_thousand(thousands, dialect, padded=padded or bool(words))
        words.append(thousand)
    elif units >= 100 and (words or padded):
        words += ["không", thousand]
    if units:
        words += _below_thousand(units, dialect, padded=padded or bool(words))
    return words


def integer(value: int, dialect: Dialect) -> str:
    """Say a whole number: 1005 is "một nghìn không trăm linh năm"."""
    if value < 0:
        return f"âm {integer(-value, dialect)}"
    if value == 0:
        return DIGITS[0]
    billions, rest = divmod(value, _BILLION)
    head = [integer(billions, dialect), "tỷ"] if billions else []
    return " ".join([*head, *_below_billion(rest, dialect, padded=bool(billions))])


def digits(text: str) -> str:
    """Say digits one by one: "0237" is "không hai ba bảy". Raises ValueError on anything else."""
    return " ".join(DIGITS[int(letter)] for letter in text)


def decimal(value: Decimal, dialect: Dialect) -> str:
    """Say a number with decimals: 97,5 is "chín mươi bảy phẩy năm".

    Two decimals are read as one number unless they begin with zero; longer ones digit by digit.
    The decimals are read as they are given: 3.50 keeps its zero.
    """
    whole, _, fraction = f"{abs(value):f}".partition(".")
    head = integer(int(whole), dialect)
    if value < 0:
        head = f"âm {head}"
    if not fraction:
        return head
    short = len(fraction) <= 2 and not fraction.startswith("0")
    return f"{head} phẩy {integer(int(fraction), dialect) if short else digits(fraction)}"


def _plain(value: Decimal) -> Decimal:
    """Return the value without a decimal part of zero."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def percent(value: Decimal, dialect: Dialect) -> str:
    """Say a percentage (0 to 100); a decimal part of zero is not said."""
    return f"{decimal(_plain(value), dialect)} phần trăm"


def share(value: float, dialect: Dialect) -> str:
    """Say a share (0 to 1) as the site shows it: 0.925 is "chín mươi hai phẩy năm phần trăm"."""
    return percent(percent_value(value), dialect)


def points(value: Decimal, dialect: Dialect) -> str:
    """Say a difference of two percentages, without its sign: "một phẩy ba điểm phần trăm"."""
    return f"{decimal(_plain(abs(value)), dialect)} điểm phần trăm"


def ordinal(value: int, dialect: Dialect) -> str:
    """Say what stands after "thứ" or "lần thứ": nhất, hai, ba, tư, năm."""
    return {1: "nhất", 4: "tư"}.get(value) or integer(value, dialect)


def amount(value: int, dialect: Dialect, currency: str = "đồng") -> str:
    """Say a sum of money: 150000 is "một trăm năm mươi nghìn đồng"."""
    return f"{integer(value, dialect)} {currency}"
