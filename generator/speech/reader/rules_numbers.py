"""Rules for numbers and what is made of them: codes, ranges, labels."""

import re
from decimal import Decimal

from generator.model.codes import PROCEDURE_CODE
from generator.speech.numbers import decimal, digits, integer, ordinal
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.reader.rules_shares import counts_things

_N = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?:,\d+)?"
_NUMBER = re.compile(rf"{_N}(?![\d]|[.,/:-]\d)")
_RANGE = re.compile(rf"({_N})(\s?%)?\s?[-–]\s?({_N})(?![\d]|[.,/:-]\d)")
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})+(?!\d)")
_CLAUSE_BEFORE = re.compile(
    r"\b(?:điểm|mục)\s+\d+(?:\.\d+)+(?:(?:\s*,\s*|\s+và\s+)\d+(?:\.\d+)+)*"
    r"(?:\s*,\s*|\s+và\s+)$",
    re.IGNORECASE,
)
_CODE = re.compile(PROCEDURE_CODE)
_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?:\.(\d{1,2}))?(?!\w)")
_ROMAN_TO = re.compile(r"\s?[-–]\s?(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?![\w.])")
_ROMAN_AFTER = (
    *(
        "độ",
        "cấp",
        "khóa",
        "khoá",
        "loại",
        "hạng",
        "nhóm",
        "phần",
        "chương",
        "mục",
        "thứ",
        "kỳ",
        "lục",
    ),
    *(
        "kỷ",
        "hội",
        "đoạn",
        "đợt",
        "động",
        "vực",
        "khu",
        "bậc",
        "biểu",
        "bảng",
        "tập",
        "vùng",
        "ngạch",
    ),
)
_CLAUSE_AFTER = ("điểm", "mục", "khoản", "phần", "chương", "số")
_UNITS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_FORM = re.compile(r"(\d{1,3})([a-eđ])(?!\w)")
_FORM_AFTER = re.compile(r"\b(?:mẫu|biểu|phiếu|phụ lục|bảng|lớp|điều|khoản|thửa|độ)(?: số)? $")
_LETTERED = re.compile(r"(\d{1,4})([A-HK-U])(\d{1,2})?(?!\w)")
_LETTER_FIRST = re.compile(r"([A-HK-U])(\d{1,3})(?!\w|[.,/:-]\d)")
_LETTERED_AFTER = (
    *("số", "nhà", "lộ", "lớp", "lô", "đường", "phòng", "tổ", "khu", "tuyến", "thửa", "ngõ"),
    *(
        "ngách",
        "hẻm",
        "kiệt",
        "thôn",
        "trường",
        "phố",
        "tòa",
        "khổ",
        "giấy",
        "dãy",
        "hạng",
        "tỉnh",
        "tầng",
        "lục",
    ),
)
_LETTERED_LIST = re.compile(
    r"\b(?:lớp|hạng|giấy|khổ|lô|dãy|tòa|tầng)\s(?:(?:\d{1,2}[A-HK-U]\d{0,2}|[A-HK-U]\d{1,3})"
    r"(?:\s*,\s*|\s+(?:và|hoặc|đến)\s+)){1,12}$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:mức độ|cấp độ|khoản|điều|(?<!phụ )(?<!trợ )(?<!cung )(?<!bao )cấp|tổ|lớp|thôn)\s*$"
)
_GRAMS = re.compile(r"g(?!\w)")
_WEIGHED = re.compile(
    r"\b(?:pha|nặng|trọng lượng|khối lượng|liều|liều lượng|hòa|cân nặng|cân được|bón|ăn|uống)"
    r"(?: (?:khoảng|gần|hơn|trên|dưới|chỉ|là)){0,2} $"
)
_MANY = re.compile(r" (?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?= )")
_MEASURE = re.compile(r"\b(?:(?:tần|hệ|chỉ|trị|tỷ|tỉ|điểm|tổng|tham|sai) số|cùng kỳ|nhiệm kỳ) $")
_FRACTION = re.compile(r"\d\s+phần\s+$")
_LABELS = ("số", "năm", "ngày", "tháng", "quý", "thứ", "hạng", "loại", "lần", "khóa", "kỳ")


_VERSION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}(?![\d/]|[.,-]\d)")
_BAND = re.compile(r"\bai eo(?: [^\W\d_]+){0,3} $")
_VERSION_AFTER = (
    "nghiệp",
    "bản",
    "mạng",
    "chuẩn",
    "oép",
    "đại",
    "nguyên",
    "số",
    "nghệ",
    "tế",
)
_ZERO = re.compile(r"0\d(?:/CP)?(?!\d|[\w/]|[.,:-]\d|-[^\W\d_])")
_ZERO_AFTER = re.compile(r"\b(?:đề án|chỉ thị|nghị quyết|kết luận|chuyên án) $")
_TIME = re.compile(r"\s+(?:năm|tháng|tuần|ngày|giờ|phút|cấp|tầng|loại)\b(?!\s+\d{4})")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:( |,)\d{3})(?:\1\d{3}){1,3}(?!\d|[.,]\d| \d)")
_SUM = re.compile(r"[1-9](?:\d{6,11}|\d{0,2} \d{3})(?=\s?(?:đồng|đ|VNĐ|VND|USD)(?!\w))")


def _value(written: str) -> Decimal:
    return Decimal(written.replace(".", "").replace(",", "."))


def procedure_code(cursor: Cursor) -> Reading | None:
    """Read 1.001193 digit by digit, and 1.012753.H19; `read_for_air` leaves such codes out."""
    match = _CODE.match(cursor.text, cursor.start)
    if match is None:
        return None
    parts = (part if part.isdigit() else f"{part[0]} {part[1:]}" for part in match[0].split("."))
    spoken = re.sub(r"\d+", lambda part: digits(part[0]), " chấm ".join(parts))
    return Reading(spoken, len(match[0]))


def version(cursor: Cursor) -> Reading | None:
    """Read "công nghiệp 4.0", "phiên bản 2.0", whose point is said; 1.5 elsewhere is refused."""
    match = _VERSION.match(cursor.text, cursor.start)
    if match is None or not (cursor.after(*_VERSION_AFTER) or _BAND.search(cursor.said.lower())):
        return None
    parts = [integer(int(part), cursor.dialect) for part in match[0].split(".")]
    return Reading(" chấm ".join(parts), len(match[0]))


def zero_named(cursor: Cursor) -> Reading | None:
    """Read "Đề án 06", "Chỉ thị 05": a paper that is called by its number, zero and all."""
    match = _ZERO.match(cursor.text, cursor.start)
    if match is None or not _ZERO_AFTER.search(cursor.said.lower()):
        return None
    if counts_things(cursor.text, match.end()) or _TIME.match(cursor.text, match.end()):
        return None
    issuer = " của Chính phủ" if match[0].endswith("/CP") else ""
    return Reading(digits(match[0][:2]) + issuer, len(match[0]))


def long_number(cursor: Cursor) -> Reading | None:
    """Read 1 234 567, 1,234,567 and "1234567 đồng": two marks of thousands, or a sum of money."""
    match = _GROUPED.match(cursor.text, cursor.start)
    if match is None:
        match = _SUM.match(cursor.text, cursor.start)
        if match is None or (" " in match[0] and cursor.after(*_LABELS, "đợt", "tổ", "lục")):
            return None
    value = int(re.sub(r"\D", "", match[0]))
    return _with_unit(cursor, integer(value, cursor.dialect), match.end())


def clause(cursor: Cursor) -> Reading | None:
    """Read "điểm 4.3", "điểm 4.1 và 4.2": a place in a document, not a number with a decimal."""
    match = _CLAUSE.match(cursor.text, cursor.start)
    if match is None or not (cursor.after(*_CLAUSE_AFTER) or _CLAUSE_BEFORE.search(cursor.before)):
        return None
    parts = [integer(int(part), cursor.dialect) for part in match[0].split(".")]
    return Reading(" chấm ".join(parts), len(match[0]))


def roman(cursor: Cursor) -> Reading | None:
    """Read "cấp III", "khóa XIII", "lần thứ I", "mục II.3", "thế kỷ XI-XII"."""
    match = _ROMAN.match(cursor.text, cursor.start)
    if match is None or not cursor.after(*_ROMAN_AFTER):
        return None
    value = _roman_value(match)
    say = ordinal if cursor.after("thứ", "hạng") else integer
    if last := _ROMAN_TO.match(cursor.text, match.end()):
        to = f"{say(value, cursor.dialect)} đến {integer(_roman_value(last), cursor.dialect)}"
        return Reading(to, last.end() - cursor.start)
    tail = f" chấm {integer(int(match[3]), cursor.dialect)}" if match[3] else ""
    return Reading(say(value, cursor.dialect) + tail, len(match[0]))


def _roman_value(match: re.Match[str]) -> int:
    return len(match[1]) * 10 + _UNITS.get(match[2], 0)


def lettered(cursor: Cursor) -> Reading | None:
    """Read "số 25B", "Quốc lộ 1A", "lớp 10A1", "lô A12", "mẫu số 02a": numbers with a letter."""
    form = _FORM.match(cursor.text, cursor.start)
    if form and _FORM_AFTER.search(cursor.said.lower()):
        return Reading(f"{integer(int(form[1]), cursor.dialect)} {form[2].upper()}", len(form[0]))
    match = _LETTERED.match(cursor.text, cursor.start)
    first = _LETTER_FIRST.match(cursor.text, cursor.start)
    if not (match or first) or not _after_lettered(cursor):
        return None
    if match:
        last = f" {integer(int(match[3]), cursor.dialect)}" if match[3] else ""
        return Reading(f"{integer(int(match[1]), cursor.dialect)} {match[2]}{last}", len(match[0]))
    assert first
    return Reading(f"{first[1]} {integer(int(first[2]), cursor.dialect)}", len(first[0]))


def _after_lettered(cursor: Cursor) -> bool:
    """True after a word that numbers with a letter follow, and after another of them in a row."""
    return cursor.after(*_LETTERED_AFTER) or _LETTERED_LIST.search(cursor.before) is not None


def number_range(cursor: Cursor) -> Reading | None:
    """Read "3-5 ngày", "2016 - 2020", "12,5-15%"."""
    match = _RANGE.match(cursor.text, cursor.start)
    if match is None:
        return None
    if _value(match[1]) >= _value(match[3]):
        raise cursor.refuse()
    sign = " phần trăm" if match[2] else ""
    low, high = (decimal(_value(match[group]), cursor.dialect) for group in (1, 3))
    return _with_unit(cursor, f"{low}{sign} đến {high}", match.end())


def number(cursor: Cursor) -> Reading | None:
    """Read a plain number, with its unit; official leading zeros ("05 ngày") fall away."""
    match = _NUMBER.match(cursor.text, cursor.start)
    if match is None or _doubtful(match[0], cursor, match.end()):
        return None
    grams = _GRAMS.match(cursor.text, match.end()) and not _WEIGHED.search(cursor.said.lower())
    if grams and _value(match[0]) <= 24 and "," not in match[0]:
        return None  # seven grams or seven o'clock
    whole, _, fraction = match[0].partition(",")
    if fraction and _LISTED.search(cursor.said.lower()):  # "mức độ 3,4" names two levels
        words = ", ".join(integer(int(part), cursor.dialect) for part in (whole, fraction))
        return _with_unit(cursor, words, match.end())
    value = _value(match[0])
    if cursor.after("thứ", "hạng") or (value == 4 and _FRACTION.search(cursor.before)):
        return _with_unit(cursor, ordinal(int(value), cursor.dialect), match.end())
    return _with_unit(cursor, decimal(value, cursor.dialect), match.end())


def _doubtful(written: str, cursor: Cursor, end: int) -> bool:
    """True for what may be another number than it seems.

    Codes that begin with two zeros or with one after "năm", groups parted by blanks ("1 500"),
    English thousands ("1,000") and decimals where none can be ("số 3,4").
    """
    whole, _, fraction = written.partition(",")
    if whole.startswith("00") and len(whole) > 2:
        return True
    if re.match(r"\s+\d", cursor.text[end:]) or (whole.startswith("0") and cursor.after("năm")):
        return True
    if whole.startswith("0") and ("." in whole or len(whole) > 2):
        return True  # a code, such as a civil servant's scale 01.003, or the 0237 of a telephone
    thousands = len(fraction) == 3 and (fraction == "000" or counts_things(cursor.text, end))
    return thousands or (bool(fraction) and _is_labelled(cursor))


def _is_labelled(cursor: Cursor) -> bool:
    """True after a word that whole numbers follow; "hệ số 2,34" is a measure."""
    return cursor.after(*_LABELS) and not _MEASURE.search(cursor.said.lower())


def _with_unit(cursor: Cursor, words: str, end: int) -> Reading | None:
    """Return the words with the unit after them, also that of "1,2 triệu kWh".

    None when letters stick to the number.
    """
    many = _MANY.match(cursor.text, end)
    unit = cursor.short_forms.after_number.match(cursor.text, many.end() if many else end)
    if unit and not (many and len(unit[1]) == 1 and unit[1] != "đ"):
        reading = f"{many[0] if many else ''} {cursor.abbreviations.after_number[unit[1]]}"
        return Reading(words + reading, unit.end() - cursor.start)
    if re.match(r"(?![x×]\d)[^\W_]|\s?[%‰°$]", cursor.text[end:]):
        return None
    return Reading(words, end - cursor.start)


NUMBER_RULES: tuple[Rule, ...] = (
    procedure_code,
    version,
    long_number,
    clause,
    roman,
    lettered,
    number_range,
    number,
)
