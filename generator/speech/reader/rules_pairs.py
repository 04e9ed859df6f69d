"""Rules for two of a kind with a stroke between them: "phường/xã", "CMND/CCCD"."""

import re

from generator.speech.reader.cursor import Cursor, Reading

_LIKE = (
    *("phường|xã|thị trấn", "quận|huyện|thị xã|thành phố", "tỉnh|thành phố", "và|hoặc", "ngày|đêm"),
    *("thôn|tổ dân phố|tổ|bản|ấp|khu phố|khóm|làng|xóm", "ông|bà|anh|chị", "nam|nữ", "vợ|chồng"),
    *("cán bộ|công chức|viên chức|người lao động", "giáo viên|học sinh|phụ huynh", "cha|mẹ|bố"),
    *("cơ quan|đơn vị|tổ chức|cá nhân|hộ gia đình|doanh nghiệp|hợp tác xã", "trưởng|phó"),
    *("sở|ban|ngành|phòng", "sáng|chiều|tối", "trực tiếp|trực tuyến", "có|không|đúng|sai|đạt"),
)
_PAIRS = tuple(
    (
        re.compile(rf"(?<![^\W_])({like})$", re.IGNORECASE),
        re.compile(rf"/({like})(?!\w)", re.IGNORECASE),
    )
    for like in _LIKE
)
_CAPITALS_LAST = re.compile(r"(?<![^\s(,])[A-ZĐ&]{2,}$")
_RATIO_OF = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|tỷ số|tỉ số|định mức|mật độ|bình quân)(?: [^\W\d_]+){1,3}$", re.IGNORECASE
)
_A_WORD = re.compile(r"/[^\W\d_]+(?!\w)")
_CAPITALS = re.compile(r"/([A-ZĐ&]{2,})(?![\w/-])")


def slash_pair(cursor: Cursor) -> Reading | None:
    """Read the stroke of "phường/xã" and "và/hoặc": two of a kind; "tỷ lệ HS/lớp" is a ratio."""
    if cursor.text[cursor.start] != "/":
        return None
    if _RATIO_OF.search(cursor.before) and _A_WORD.match(cursor.text, cursor.start):
        return Reading(" trên ", 1)
    if _between_short_forms(cursor):
        return Reading(", ", 1)
    for before, after in _PAIRS:
        left, right = before.search(cursor.before), after.match(cursor.text, cursor.start)
        if left and right:
            joined = (left[1].lower(), right[1].lower()) in (("và", "hoặc"), ("ngày", "đêm"))
            return Reading(" " if joined else ", ", 1)
    return None


def _between_short_forms(cursor: Cursor) -> bool:
    """True in "CMND/CCCD": both are words of the dictionary."""
    left, right = _CAPITALS_LAST.search(cursor.before), _CAPITALS.match(cursor.text, cursor.start)
    known = cursor.abbreviations.anywhere
    units = cursor.abbreviations.after_number
    words = [match[match.lastindex or 0] for match in (left, right) if match]
    return len(words) == 2 and all(word in known and word not in units for word in words)
