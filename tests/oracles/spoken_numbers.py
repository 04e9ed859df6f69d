"""A little reader of number words, written apart from the desk's own speller.

It knows both dialects. "năm" before a year, "thứ" before a weekday and "không" that denies are
no numbers; "một" and its like always are.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

_ONES = {
    word: value
    for value, words in enumerate(
        ("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín")
    )
    for word in words.split()
}
_BEGIN = {word for word in _ONES if word not in ("mốt", "tư", "lăm")} | {"mười"}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9}


class _Words:
    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.at = 0

    def next(self, *wanted: str) -> str | None:
        """The next word, taken when it is one of these."""
        if self.at < len(self.words) and self.words[self.at] in wanted:
            self.at += 1
            return self.words[self.at - 1]
        return None

    def follows(self, *wanted: str) -> bool:
        return self.at + 1 < len(self.words) and self.words[self.at + 1] in wanted


def _below_thousand(words: _Words) -> int | None:
    """One group of up to three digits; None where none begins."""
    start, value, said = words.at, 0, False
    if words.follows("trăm") and (hundreds := words.next(*_BEGIN)):
        words.next("trăm")
        value, said = _ONES[hundreds] * 100, True
        if words.next("linh", "lẻ"):
            ones = words.next(*_BEGIN)
            return value + _ONES[ones] if ones and ones != "mười" else None
    if words.next("mười"):
        ones = words.next(*(set(_ONES) - {"mốt", "tư", "không", "năm"}))
        return value + 10 + (_ONES[ones] if ones else 0)
    if words.follows("mươi") and (tens := words.next(*_BEGIN)):
        words.next("mươi")
        ones = words.next(*(set(_ONES) - {"không", "năm", "một"}))
        return value + _ONES[tens] * 10 + (_ONES[ones] if ones else 0)
    if said:
        return value
    ones = words.next(*_BEGIN)
    if ones is None:
        words.at = start
        return None
    return _ONES[ones]


def _whole(words: _Words) -> int | None:
    total, last_scale = None, 10**18
    while True:
        start = words.at
        group = _below_thousand(words)
        if group is None:
            return total
        scale = 1
        while (word := next((w for w in _SCALES if words.next(w)), None)) is not None:
            scale *= _SCALES[word]
        if scale >= last_scale:
            words.at = start
            return total
        total, last_scale = (total or 0) + group * scale, scale
        if scale == 1:
            return total


def _number(words: _Words) -> Decimal | None:
    whole = _whole(words)
    if whole is None or not words.next("phẩy"):
        return None if whole is None else Decimal(whole)
    start = words.at
    digits = []
    while (word := words.next(*(_BEGIN - {"mười"}))) is not None:
        digits.append(str(_ONES[word]))
    if len(digits) > 1 or digits[:1] == ["0"]:
        return Decimal(f"{whole}.{''.join(digits)}")
    words.at = start
    fraction = _whole(words)
    return None if fraction is None else Decimal(f"{whole}.{fraction}")


def value_of(spoken: str) -> Decimal:
    """The number that the words say; raises ValueError when they say anything else or more."""
    words = _Words(spoken.split())
    value = _number(words)
    if value is None or words.at != len(words.words):
        raise ValueError(spoken)
    return value


def numbers_in(sentence: str) -> Iterator[Decimal]:
    """Every number said in a sentence, from the left, but for weekdays and zeros that deny."""
    for clause in re.split(r"[,.:!?;]+", sentence):
        yield from _in_clause(_Words(_lowered(clause.split())))


def _lowered(words: list[str]) -> list[str]:
    """The first word may be a number with a capital; later capitals belong to names."""
    return [word.lower() if place == 0 else word for place, word in enumerate(words)]


def _in_clause(words: _Words) -> Iterator[Decimal]:
    while words.at < len(words.words):
        before = words.words[words.at - 1] if words.at else ""
        start = words.at
        if words.words[start] == "tư" and before in ("tháng", "thứ"):
            words.at += 1
            if before == "tháng":
                yield Decimal(4)
            continue
        if words.words[start] == "năm" and words.follows("một", "hai") and _is_year(words):
            continue
        value = _number(words)
        if value is None:
            words.at = start + 1
        elif before != "thứ" and (value or words.at - start > 1):
            yield value


def _is_year(words: _Words) -> bool:
    """True after passing "năm" that stands before a year."""
    start = words.at
    words.at += 1
    year = _whole(words)
    words.at = start + 1 if year is not None and 1900 <= year < 2100 else start
    return words.at != start
