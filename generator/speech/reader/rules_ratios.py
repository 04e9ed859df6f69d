"""Rules for two numbers that stand against each other: scales, scores, day and night."""

import re

from generator.speech.numbers import integer
from generator.speech.reader.cursor import Cursor, Reading, Rule

_RATIO = re.compile(r"(\d{1,5})(?:\s?/\s?|:| : )(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\w/]|[.,:-]\d)")
_RATIO_AFTER = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|bậc|lớp|huyết áp|mái|mái dốc|độ dốc)"
    r"(?: (?:là|khoảng|đạt|đo được|trên|dưới|bản đồ|vẽ))? $"
    r"|\b(?:tỷ lệ|tỉ lệ|tỷ số)(?: (?!từ\b|đến\b|ngày\b)[^\W\d_]+){1,5} là $"
)
_SCALE_AFTER = re.compile(r"\b(?:bản đồ|quy hoạch|quy hoạch chi tiết|phân khu|bản vẽ|chi tiết) $")
_SCORE = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\d|[./,:%-]\d|\s?%)")
_SCORE_AFTER = re.compile(
    r"\b(?:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn|dẫn trước|chung cuộc)"
    r"(?: (?:đậm|sát nút|là|với tỷ số|với tỉ số|chung cuộc|ngược|trước|lại)){0,3} $"
)
_MATCH = re.compile(
    r"\b(?:chung kết|bán kết|tứ kết|hiệp một|hiệp hai|vòng bảng|lượt đi|lượt về|"
    r"giao hữu)\b[^.;]{0,80}$"
)
_NOT_PLAYED = (
    *("từ", "lúc", "hồi", "vào", "trước", "sau", "đến", "kỳ"),
    *("ngày", "sáng", "trưa", "chiều", "tối", "đêm"),
)
_PLAYED = re.compile(
    r"\b(?:thắng|thua|hòa|hoà|hạ|đánh bại|cầm hòa)"
    r"(?: (?!từ\b|ngày\b|tháng\b|lúc\b|trong\b)[^\W\d_]+){1,6} $"
)
_ANOTHER_SET = re.compile(
    r"\b(?:séc|set|ván|hiệp|tỷ số|tỉ số|[Tt]hắng|[Tt]hua)(?: (?:đấu|là))?"
    r" (?:\(?\d{1,2}\s?[-–]\s?\d{1,2}(?:, | và |; )){0,6}\(?$"
)
_BLEND = re.compile(r"\d{1,2}([.-])\d{1,2}\1\d{1,2}(?![\w/]|[.-]\d)")
_ROUND_THE_CLOCK = re.compile(r"24/(24|7)(?:\s?(?:h|giờ)(?!\w))?(?![\w/]|[.,-]\d)")
_SERVES = re.compile(
    r"\b(?:tiếp nhận|phục vụ|hỗ trợ|trực|giải đáp)(?: (?!ngày\b|hết\b|từ\b|trước\b|đến\b|đợt\b"
    r"|sáng\b|chiều\b|tối\b)[^\W\d_]+){1,8} $"
)
_AT_WORK = re.compile(
    r"\b(?:phục vụ|trực|trực ban|trực chiến|hoạt động|làm việc|liên tục|suốt|chế độ|tiếp nhận|"
    r"đường dây nóng|dịch vụ|mở cửa|hỗ trợ|trực tuyến|"
    r"vận hành|giám sát|tuần tra|ứng trực|thường trực|cấp cứu) $"
)


def ratio(cursor: Cursor) -> Reading | None:
    """Read "tỷ lệ 1/500", "quy hoạch chi tiết 1/500", "tỷ lệ 3/5": one number on the other."""
    match = _RATIO.match(cursor.text, cursor.start)
    if match is None:
        return None
    said = cursor.said.lower()
    is_scale = match[1] == "1" and len(match[2]) > 2 and _SCALE_AFTER.search(said)
    if not is_scale and not _RATIO_AFTER.search(said):
        return None
    one, other = (int(match[group].replace(".", "")) for group in (1, 2))
    words = f"{integer(one, cursor.dialect)} trên {integer(other, cursor.dialect)}"
    unit = cursor.short_forms.after_number.match(cursor.text, match.end())
    if unit is None:
        return Reading(words, len(match[0]))
    measure = cursor.abbreviations.after_number[unit[1]]
    return Reading(f"{words} {measure}", unit.end() - cursor.start)


def is_played(cursor: Cursor) -> bool:
    """True after who beat whom, where two numbers are a score and no day."""
    said = cursor.said.lower()
    if _SCORE_AFTER.search(said) or _PLAYED.search(said):
        return True
    return _MATCH.search(said) is not None and not cursor.after(*_NOT_PLAYED)


def score(cursor: Cursor) -> Reading | None:
    """Read "tỷ số 3-1", "thắng 2 - 0": both numbers and nothing between them."""
    match = _SCORE.match(cursor.text, cursor.start)
    if match is None or not (is_played(cursor) or _ANOTHER_SET.search(cursor.before)):
        return None
    words = " ".join(integer(int(match[group]), cursor.dialect) for group in (1, 2))
    return Reading(words, len(match[0]))


def round_the_clock(cursor: Cursor) -> Reading | None:
    """Read 24/24h, and 24/7 where somebody is at work: else it may be the 24th of July."""
    match = _ROUND_THE_CLOCK.match(cursor.text, cursor.start)
    said = cursor.said.lower()
    if match is None or (match[1] == "7" and not (_AT_WORK.search(said) or _SERVES.search(said))):
        return None
    hours = " giờ" if match[1] == "24" else ""
    words = " trên ".join(integer(int(part), cursor.dialect) for part in ("24", match[1]))
    return Reading(words + hours, len(match[0]))


def blend(cursor: Cursor) -> Reading | None:
    """Read "NPK 16-16-8", a fertilizer by its parts."""
    match = _BLEND.match(cursor.text, cursor.start)
    if match is None or not cursor.before.endswith("NPK "):
        return None
    parts = (integer(int(part), cursor.dialect) for part in match[0].split(match[1]))
    return Reading(", ".join(parts), len(match[0]))


RATIO_RULES: tuple[Rule, ...] = (round_the_clock, ratio, score, blend)
