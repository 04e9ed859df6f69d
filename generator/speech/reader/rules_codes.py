"""Rules for the names of things that are letters and figures, and for numbers that are names."""

import re

from generator.speech.numbers import digits, integer
from generator.speech.reader.cursor import Cursor, Reading, Rule

_WRITTEN = r"[A-ZĐ]{1,3}[ -]?\d{1,4}[A-ZĐ]?"
_CODE = re.compile(r"([A-ZĐ]{1,3})[ .-]?(\d{1,4})([A-ZĐ])?(?:-(0\d{1,2}))?(?![\w/]|[.,:-]\d|-\w)")
_PLAIN = re.compile(
    r"([A-ZĐ]{2,4})-?(\d{1,4})([A-ZĐ]{0,2})(?:-([A-Z]{2,3}))?(?![\w/]|[.,:-]\d|-\w)"
    r"|([ACDEGKLRSUY])(\d{1,3})([A-ZĐ]?)(?![\w/]|[.,:+-]\d|-\w)"
)
_VIRUS = re.compile(r"(?:A\s?[/(]?\s?)?H(\d{1,2})N(\d{1,2})\)?(?!\w)")
_CODED = (
    r"\b(?:tàu|tàu hỏa|tàu hoả|chuyến bay|máy bay|chuyến|tòa|toà|tòa nhà|toà nhà|chung cư|nhà|khối|"
    r"block|lô|lô đất|căn|căn hộ|phòng|phòng họp|phòng học|hội trường|dãy|cổng|cửa|quầy|bến|kho|"
    r"ô|trạm|sân|đường|tuyến|tuyến xe buýt|trục|nút|mốc|cột|máy|thang máy|ca|bàn|giếng|biển|"
    r"số thứ tự|phiếu|thẻ|vé|tổ hợp|rãnh|rãnh thoát nước|cống|cọc|ống|bê tông|bê tông cốt thép|"
    r"bãi|bãi xe|trụ|trụ cầu|nhịp|giống|lúa|ngô|lạc|"
    r"mía|sắn|khoai|đậu|đậu tương|đậu xanh|cà chua|dưa|cam|bưởi|keo|bản vẽ|sơ đồ|hình|mốc giới)"
    r"(?: số)?"
)
_JOIN = r"(?:\s*,\s*|\s+(?:và|hoặc|đến)\s+)"
_CALLED = re.compile(rf"{_CODED} (?:{_WRITTEN}{_JOIN}){{0,12}}$", re.IGNORECASE)
_BOAT = re.compile(r"([A-Z]{2,3})-(\d{4,5})-(TS)(?!\w)")
_AGE = re.compile(r"U([1-9]\d)(?![\w/]|[.,-]\d)")
_MOST_COUNTED = 99
"""A longer number of a room or a flight is said figure by figure."""
_ROOM = re.compile(r"P\.? ?([1-9]\d{2,3})(?![\w/]|[.,-]\d)")
_OF_UNITS = re.compile(r"(P|X|TT)((?:\s*[,/]\s*|\s+và\s+)(?:P|X|TT))*(?![\w.&/])")
_UNITS = {"P": "phường", "X": "xã", "TT": "thị trấn"}
_EACH = ("các", "mỗi", "từng", "một", "những")


def code(cursor: Cursor) -> Reading | None:
    """Read "tàu SE7", "lô LK1 đến LK4": letters by themselves, then the number."""
    match = _CODE.match(cursor.text, cursor.start)
    if match is None or not is_coded(cursor):
        return None
    if match[1] in cursor.abbreviations.before_number:
        return None  # "đường ĐT 502"
    words = _lettered(match[1], match[2], match[3] or "", cursor)
    return Reading(words + (f", {digits(match[4])}" if match[4] else ""), len(match[0]))


def plain_code(cursor: Cursor) -> Reading | None:
    """Read "HN88", "K25": letters that stand for nothing else are said as they are written.

    T2, Q1, P3 and their like are left out: they are months, districts, wards.
    """
    match = _PLAIN.match(cursor.text, cursor.start)
    if match is None or cursor.before[-1:].isalnum():
        return None
    if cursor.short_forms.anywhere.match(cursor.text, cursor.start):
        return None
    letters, number, last = (match[group] or match[group + 4] or "" for group in (1, 2, 3))
    if _means_something(letters, cursor):
        return None
    words = _lettered(letters, number, last, cursor)
    return Reading(words + (f", {' '.join(match[4])}" if match[4] else ""), len(match[0]))


def _lettered(letters: str, number: str, last: str, cursor: Cursor) -> str:
    """Say the letters, then the number: a long one figure by figure."""
    counted = not number.startswith("0") and int(number) <= _MOST_COUNTED
    said = integer(int(number), cursor.dialect) if counted else digits(number)
    return " ".join((*letters, said, *last))


def _means_something(letters: str, cursor: Cursor) -> bool:
    """True for what is a short form in any place of the dictionary."""
    known = cursor.abbreviations
    blocks = (
        *(known.anywhere, known.by_context, known.before_number, known.before_year),
        *(known.document_types, known.document_bodies, known.drafting_bodies, known.after_number),
        *(known.before_person, known.before_phone),
    )
    return any(letters in block for block in blocks)


def virus(cursor: Cursor) -> Reading | None:
    """Read "A/H5N1", "A(H1N1)", a virus by its letters and numbers."""
    match = _VIRUS.match(cursor.text, cursor.start)
    if match is None or cursor.before[-1:].isalnum():
        return None
    first, other = (integer(int(part), cursor.dialect) for part in match.groups())
    kind = "A " if match[0].startswith("A") else ""
    return Reading(f"{kind}hát {first} nờ {other}", len(match[0]))


def is_coded(cursor: Cursor) -> bool:
    """True after a word that such names follow, and after another of them in a row."""
    return _CALLED.search(cursor.before) is not None


def boat(cursor: Cursor) -> Reading | None:
    """Read "TH-91234-TS", a fishing boat, figure by figure."""
    match = _BOAT.match(cursor.text, cursor.start)
    if match is None:
        return None
    return Reading(f"{' '.join(match[1])}, {digits(match[2])}, {' '.join(match[3])}", len(match[0]))


def age_group(cursor: Cursor) -> Reading | None:
    """Read "U17", a team of those under seventeen."""
    match = _AGE.match(cursor.text, cursor.start)
    if match is None or cursor.before[-1:].isalnum():
        return None
    return Reading(f"U {integer(int(match[1]), cursor.dialect)}", len(match[0]))


def units_by_letter(cursor: Cursor) -> Reading | None:
    """Read "các P, X" and "các P, X, TT": wards and communes by the first of their letters."""
    match = _OF_UNITS.match(cursor.text, cursor.start)
    if match is None or not cursor.after(*_EACH):
        return None
    words = re.sub(r"P|X|TT", lambda unit: _UNITS[unit[0]], match[0].replace("/", ", "))
    return Reading(words, len(match[0]))


def room(cursor: Cursor) -> Reading | None:
    """Read "P.302", a room: no ward has so high a number."""
    match = _ROOM.match(cursor.text, cursor.start)
    if match is None or cursor.before[-1:].isalnum():
        return None
    return Reading(f"phòng {integer(int(match[1]), cursor.dialect)}", len(match[0]))


CODE_RULES: tuple[Rule, ...] = (units_by_letter, boat, virus, age_group, code, room, plain_code)
"""What begins with a letter."""
