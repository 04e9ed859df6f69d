"""Rules for numbers and what is made of them: document numbers, codes, ranges, shares."""

import re
from collections.abc import Callable
from decimal import Decimal

from generator.radio.place import Place, Reading
from generator.radio.spoken import decimal, digits, integer, ordinal
from generator.radio.spoken_documents import PARTY, STATE, document_no

Rule = Callable[[Place], Reading | None]

_N = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?:,\d+)?"
_NUMBER = re.compile(rf"{_N}(?![\d]|[.,/:-]\d)")
_RANGE = re.compile(rf"({_N})(\s?%)?\s?[-–]\s?({_N})(?![\d]|[.,/:-]\d)")
_OUT_OF = re.compile(rf"({_N})/({_N})(?=\s+[^\W\d_])")
_PHONE = re.compile(r"0\d{1,4}(?:[ .-]\d{3,4}){1,3}(?![\d.-]\d|\d)|0\d{9,10}(?!\d)")
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})+(?!\d)")
_CODE = re.compile(r"(\d)\.(\d{6})(?!\d)")
_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?!\w)")
_ROMAN_AFTER = ("cấp", "khóa", "khoá", "loại", "hạng", "nhóm", "phần", "chương", "mục", "thứ", "kỳ")
_CLAUSE_AFTER = ("điểm", "mục", "khoản", "phần", "chương", "số")
_NOT_A_COUNT = ("trước", "từ", "sau", "đến", "dịp", "lễ", "ngày", "tháng", "quý", "năm", "số")
_UNITS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def _value(written: str) -> Decimal:
    return Decimal(written.replace(".", "").replace(",", "."))


def _say(written: str, place: Place) -> str:
    """A number as written; after "thứ" it is an ordinal."""
    value = _value(written)
    if place.after("thứ", "hạng"):
        return ordinal(int(value), place.dialect)
    return decimal(value, place.dialect)


def document(place: Place) -> Reading | None:
    """643/UBND-TTr: a comma parts its groups, and its date, from what follows."""
    match = STATE.match(place.text, place.start) or PARTY.match(place.text, place.start)
    if match is None:
        return None
    written, rest = match[0].replace(" ", ""), place.text[match.end() :]
    words = document_no(written, place.speech, said=place.said, rest=rest)
    parted = ("," in words and rest[:2].strip().isalpha()) or rest.startswith(" ngày")
    return Reading(f"{words}," if parted else words, len(match[0]))


def procedure_code(place: Place) -> Reading | None:
    """1.001193, digit by digit; `read_for_air` leaves such codes out altogether."""
    match = _CODE.match(place.text, place.start)
    if match is None:
        return None
    return Reading(f"{digits(match[1])} chấm {digits(match[2])}", len(match[0]))


def phone(place: Place) -> Reading | None:
    """0237.3852.246, digit by digit with a breath between the groups."""
    match = _PHONE.match(place.text, place.start)
    if match is None:
        return None
    groups = re.split(r"[ .-]", match[0])
    if len(groups) == 1:
        groups = [match[0][:4], match[0][4:7], match[0][7:]]
    return Reading(", ".join(digits(group) for group in groups), len(match[0]))


def clause(place: Place) -> Reading | None:
    """ "điểm 4.3" is a place in a document, not a number with a decimal."""
    match = _CLAUSE.match(place.text, place.start)
    if match is None or not place.after(*_CLAUSE_AFTER):
        return None
    parts = [integer(int(part), place.dialect) for part in match[0].split(".")]
    return Reading(" chấm ".join(parts), len(match[0]))


def roman(place: Place) -> Reading | None:
    """ "cấp III", "khóa XIII", "lần thứ I"."""
    match = _ROMAN.match(place.text, place.start)
    if match is None or not place.after(*_ROMAN_AFTER):
        return None
    value = len(match[1]) * 10 + _UNITS.get(match[2], 0)
    say = ordinal if place.after("thứ") else integer
    return Reading(say(value, place.dialect), len(match[0]))


def number_range(place: Place) -> Reading | None:
    """ "3-5 ngày", "2016 - 2020", "12,5-15%"."""
    match = _RANGE.match(place.text, place.start)
    if match is None or _value(match[1]) >= _value(match[3]):
        return None
    sign = " phần trăm" if match[2] else ""
    low, high = (decimal(_value(match[group]), place.dialect) for group in (1, 3))
    return _with_unit(place, f"{low}{sign} đến {high}", match.end())


def out_of(place: Place) -> Reading | None:
    """ "36/37 phường, xã": so many out of so many; needs the thing counted after it."""
    match = _OUT_OF.match(place.text, place.start)
    if match is None or place.after(*_NOT_A_COUNT):
        return None
    return Reading(
        f"{_say(match[1], place)} trên {decimal(_value(match[2]), place.dialect)}", len(match[0])
    )


def number(place: Place) -> Reading | None:
    """A plain number, with its unit; official leading zeros ("05 ngày") fall away."""
    match = _NUMBER.match(place.text, place.start)
    if match is None or (match[0].startswith("00") and len(match[0]) > 2):
        return None
    return _with_unit(place, _say(match[0], place), match.end())


def _with_unit(place: Place, words: str, end: int) -> Reading | None:
    """The words with the unit after them; None when letters stick to the number."""
    unit = place.abbreviations.after_number_pattern.match(place.text, end)
    if unit:
        reading = place.abbreviations.after_number[unit[1]]
        return Reading(f"{words} {reading}", unit.end() - place.start)
    if re.match(r"[^\W_]|\s?[%‰°$]", place.text[end:]):
        return None
    return Reading(words, end - place.start)


NUMBER_RULES: tuple[Rule, ...] = (
    document,
    procedure_code,
    phone,
    clause,
    roman,
    number_range,
    out_of,
    number,
)
