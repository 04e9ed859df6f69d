"""Numbers as a northern announcer reads them. Every function returns lower-case words, NFC."""

from decimal import Decimal

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}


def _below_hundred(value: int) -> list[str]:
    tens, ones = divmod(value, 10)
    if tens == 0:
        return [DIGITS[ones]]
    head = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if ones == 0:
        return head
    after = "lăm" if ones == 5 else DIGITS[ones]
    return [*head, after if tens == 1 else _AFTER_TENS.get(ones, DIGITS[ones])]


def _below_thousand(value: int, *, padded: bool) -> list[str]:
    """Three digits; `padded` says the hundreds aloud even when they are zero."""
    hundreds, rest = divmod(value, 100)
    head = [DIGITS[hundreds], "trăm"] if hundreds or padded else []
    if rest == 0:
        return head
    return [*head, *(["linh"] if head and rest < 10 else []), *_below_hundred(rest)]


def _below_billion(value: int, *, padded: bool) -> list[str]:
    """Millions, thousands and units; a group of zeros is dropped.

    It is said ("không nghìn") only where dropping it would mislead: "một triệu một trăm" is
    what people say for 1.100.000, so 1.000.100 keeps its thousands.
    """
    words: list[str] = []
    millions, thousands, units = value // 10**6, value // 1000 % 1000, value % 1000
    if millions:
        words += [*_below_thousand(millions, padded=padded), "triệu"]
    if thousands:
        words += [*_below_thousand(thousands, padded=padded or bool(words)), "nghìn"]
    elif units >= 100 and (words or padded):
        words += ["không", "nghìn"]
    if units:
        words += _below_thousand(units, padded=padded or bool(words))
    return words


def integer(value: int) -> str:
    """A whole number: 1005 is "một nghìn không trăm linh năm"."""
    if value < 0:
        return f"âm {integer(-value)}"
    if value == 0:
        return DIGITS[0]
    billions, rest = divmod(value, _BILLION)
    head = [integer(billions), "tỷ"] if billions else []
    return " ".join([*head, *_below_billion(rest, padded=bool(billions))])


def digits(text: str) -> str:
    """Digits one by one: "0237" is "không hai ba bảy". Raises ValueError on anything else."""
    return " ".join(DIGITS[int(letter)] for letter in text)


def decimal(value: Decimal) -> str:
    """A number with decimals: 97,5 is "chín mươi bảy phẩy năm".

    Two decimals are read as one number unless they begin with zero; longer ones digit by digit.
    The decimals are read as they are given: 3.50 keeps its zero.
    """
    whole, _, fraction = f"{abs(value):f}".partition(".")
    head = integer(int(whole)) if value >= 0 else f"âm {integer(int(whole))}"
    if not fraction:
        return head
    short = len(fraction) <= 2 and not fraction.startswith("0")
    return f"{head} phẩy {integer(int(fraction)) if short else digits(fraction)}"


def percent(value: Decimal) -> str:
    """A percentage (0 to 100); a decimal part of zero is not said."""
    plain = value.to_integral_value() if value == value.to_integral_value() else value
    return f"{decimal(plain)} phần trăm"


def points(value: Decimal) -> str:
    """A difference of two percentages, without its sign: "một phẩy ba điểm phần trăm"."""
    size = abs(value)
    plain = size.to_integral_value() if size == size.to_integral_value() else size
    return f"{decimal(plain)} điểm phần trăm"


def ordinal(value: int) -> str:
    """What stands after "thứ" or "lần thứ": nhất, hai, ba, tư, năm."""
    return {1: "nhất", 4: "tư"}.get(value) or integer(value)


def amount(value: int, currency: str = "đồng") -> str:
    """A sum of money: 150000 is "một trăm năm mươi nghìn đồng"."""
    return f"{integer(value)} {currency}"
