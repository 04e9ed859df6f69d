"""Rules for the names of things that are letters and figures, and for numbers that are names."""

import re

from generator.speech.numbers import digits, integer
from generator.speech.reader.cursor import Cursor, Reading, Rule

_WRITTEN = r"[A-ZĐ]{1,3}[ -]?\d{1,4}[A-ZĐ]?"
_CODE = re.compile(r"([A-ZĐ]{1,3})[ -]?(\d{1,4})([A-ZĐ])?(?![\w/]|[.,:-]\d|-\w)")
_CODED = (
    r"\b(?:tàu|tàu hỏa|tàu hoả|chuyến bay|máy bay|chuyến|tòa|toà|tòa nhà|toà nhà|chung cư|nhà|khối|"
    r"block|lô|lô đất|căn|căn hộ|phòng|phòng họp|phòng học|hội trường|dãy|cổng|cửa|quầy|bến|kho|"
    r"ô|trạm|sân|đường|tuyến|tuyến xe buýt|trục|nút|mốc|cột|máy|thang máy|ca|bàn|giếng|biển|"
    r"số thứ tự|phiếu|thẻ|vé|tổ hợp|rãnh|rãnh thoát nước|cống|cọc|ống|bê tông|bê tông cốt thép|"
    r"bãi|bãi xe|trụ|trụ cầu|nhịp|giống|giống lúa|giống ngô|giống lạc|giống mía|giống sắn|lúa|ngô)"
    r"(?: số)?"
)
_JOIN = r"(?:\s*,\s*|\s+(?:và|hoặc|đến)\s+)"
_CALLED = re.compile(rf"{_CODED} (?:{_WRITTEN}{_JOIN}){{0,12}}$", re.IGNORECASE)
_BOAT = re.compile(r"([A-Z]{2,3})-(\d{4,5})-(TS)(?!\w)")
_AGE = re.compile(r"U([1-9]\d)(?![\w/]|[.,-]\d)")
_MOST_COUNTED = 99
"""A longer number of a room or a flight is said figure by figure."""
_NUMBER = re.compile(
    r"\d{6,16}(?:-\d{3})?(?![\w/]|[.,-]\d)|\d{2,5}(?: \d{2,5}){2,4}(?![\w/]|[., ]\d)"
)
_NUMBERED = re.compile(
    r"\b(?:mã số thuế|mã số doanh nghiệp|số tài khoản|tài khoản(?: số)?|số thẻ|số sê ri|số seri|"
    r"mã số hợp đồng|số hợp đồng|mã khách hàng|mã số bảo hiểm xã hội|số sổ|số biên lai|"
    r"số hóa đơn|số hoá đơn|mã vạch|mã đơn hàng|mã vận đơn|số hiệu)"
    r"(?: (?:là|của [^\d,.;:]{1,40}|ngân hàng [^\d,.;:]{1,40}|mới|cũ))?(?: ?:)? ?$"
)
_CERTIFICATE = re.compile(r"([A-ZĐ]{1,2}) ?(\d{6,8})(?![\w/]|[.,-]\d)")
_CERTIFIED = re.compile(
    r"\b(?:giấy chứng nhận|sổ đỏ|sổ hồng|sổ|phôi|giấy tờ|hộ chiếu|thẻ|giấy phép|phát hành|sê ri)"
    r"(?: [^\W\d_]+){0,7} số $|\b(?:số sê ri|số phát hành|số hiệu|hộ chiếu) $"
)
_GROUP = 4
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
    letters, number, last = match[1], match[2], match[3] or ""
    counted = not number.startswith("0") and int(number) <= _MOST_COUNTED
    said = integer(int(number), cursor.dialect) if counted else digits(number)
    return Reading(" ".join((*letters, said, *last)), len(match[0]))


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


def account(cursor: Cursor) -> Reading | None:
    """Read the number of an account or a taxpayer figure by figure, with breaths."""
    match = _NUMBER.match(cursor.text, cursor.start)
    if match is None or not _NUMBERED.search(cursor.said.lower()):
        return None
    groups = (part for run in re.split("[ -]", match[0]) for part in _parted(run))
    return Reading(", ".join(map(digits, groups)), len(match[0]))


def certificate(cursor: Cursor) -> Reading | None:
    """Read "giấy chứng nhận số BM 123456": the letters, then figure by figure."""
    match = _CERTIFICATE.match(cursor.text, cursor.start)
    if match is None or not _CERTIFIED.search(cursor.said.lower()):
        return None
    figures = ", ".join(map(digits, _parted(match[2])))
    return Reading(f"{' '.join(match[1])} {figures}", len(match[0]))


def _parted(run: str) -> list[str]:
    """The figures by fours; what is left over stands with the first, so that none stands alone."""
    first = len(run) % _GROUP or _GROUP
    first = first + _GROUP if first == 1 and len(run) > 1 else first
    return [run[:first], *(run[at : at + _GROUP] for at in range(first, len(run), _GROUP))]


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


CODE_RULES: tuple[Rule, ...] = (units_by_letter, boat, age_group, certificate, code, room)
"""What begins with a letter."""
