"""Rules for shares, for so much a piece, and for a number that is said twice."""

import re
from decimal import Decimal

from generator.speech.numbers import NUMBER_WORDS, decimal, integer, ordinal
from generator.speech.reader.cursor import Cursor, Reading, Rule
from generator.speech.syllables import is_syllable

_THINGS = (
    "phường|xã|đơn vị|hồ sơ|hộ|người|cán bộ|công chức|viên chức|chỉ tiêu|nhiệm vụ|đồng chí|"
    "thủ tục|điểm|phiếu|đại biểu|thành viên|trường hợp|cơ quan|phòng|ban|thôn|tổ|khu phố|lượt|"
    "vụ|việc|cuộc|kiến nghị|ý kiến|báo cáo|văn bản|trường|lớp|học sinh|giáo viên|chi bộ|đảng viên|"
    "công trình|dự án|tiêu chí|nội dung|giờ|ngày làm việc|tháng|đoàn|suất|mô hình|gia đình|cháu|"
    "khu vực|máy|trạm|chợ|cầu|tuyến|hạng mục|mục tiêu|gói thầu|tổ chức|cá nhân|doanh nghiệp|"
    "hợp tác xã|cửa hàng|xe|tàu|bản|ấp|làng|khóm|giải|huy chương|thí sinh|đề án|nghị quyết|"
    "lĩnh vực|quầy|bệnh nhân|mẫu|hội viên|đoàn viên|chi đoàn|chi hội|câu lạc bộ|đội|tập thể|"
    "phương án|hợp đồng|bộ phận|hồ|đập|cơ sở|địa phương|khu dân cư|trận|câu|sản phẩm|nhóm|"
    "đơn|đơn thư"
)
_WHOLES = (
    "số|tổng|diện tích|dân số|thời gian|chiều|khối lượng|quân số|nhiệm kỳ|chặng|quãng|giá|mức|vốn|"
    "học phí|lệ phí|tiền|lương|giá trị|thu nhập|quỹ|sân|"
    "ngân sách|thời hạn|công việc|kinh phí|nhân dân"
)
_THING = re.compile(rf"\s+(?:{_THINGS}|{_WHOLES})(?!\w)(?!\s+[^\W\da-zđ_][^\W\d_])")
_WHOLE = re.compile(rf"\s+(?:{_WHOLES})(?!\w)")
_N = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
_OUT_OF = re.compile(rf"({_N})(,\d{{1,2}})?/({_N})(?![/.,-]*\d)")
_PARTS = re.compile(
    rf"((?:{_N})(?:,\d{{1,2}})?)/((?:{_N}),\d{{1,2}})(?![/.,-]*\d)"
    r"(?=\s?(?:nghìn|triệu|tỷ|tấn|ha|m2|m²|m|km|kg)(?!\w))"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:$|[,;.)=(])")
_EVENTS = re.compile(r"\d (?:lượt|vụ|vụ việc|cuộc|đợt|đơn|trường hợp|đoàn|lớp|buổi)$")
_TAKING_PART = re.compile(
    r"/\s?(?=\d[\d.]*\s(?:người|lượt|đối tượng|hộ|cháu|học sinh|học viên|xe|tàu|"
    r"phương tiện|đơn|vụ)\b)"
)
_MEASURE = re.compile(
    r"\s+(?:tháng (?:lương|tiền|phụ)|lương|ngày công|ngày(?! (?:\d|thứ|chủ))|giờ|buổi|tuần|"
    r"thế kỷ|quãng|đoạn|mức|gói|suất)"
    r"(?!\w)"
)
_ABOUT = ("hơn", "gần", "khoảng", "trên", "dưới", "quá", "nhất", "thiểu", "đa", "bằng")
_SHARES = ("giảm", "tăng", "chiếm", "mất", "bằng", "hơn", "gần", "ngắn", "bớt", "gấp")
_NEVER_A_COUNT = re.compile(
    r"\b(?:ngày|tháng|quý|năm|số|khoản|điều|(?<!dứt )(?<!thời )(?<!đặc )điểm|mục) $"
)
_DAY_MAY_FOLLOW = ("trước", "từ", "sau", "đến", "dịp", "lễ", "hết", "vào")
_MONTHS = 12
_YEARS = (1900, 2100)
_FULL_MARKS = (10, 100)
"""Marks are given out of so many; with decimals they are no day."""
_PER = re.compile(
    r"/\s?(?=(?:hộ|người|tháng|năm|ngày|tuần|quý|giờ|phút|lần|lượt|ca|buổi|hồ sơ|đơn vị|phường|xã|"
    r"trường hợp|học sinh|cháu|suất|vụ|việc|cuộc|bộ|bản|trang|chuyến|xe|thửa|căn|cái|con|tấn|tạ|"
    r"lít|thủ tục|công chức|cán bộ|khẩu|đảng viên|tiết|bài|môn|lớp|khóa|đợt|kỳ|vòng|trận|nhà|"
    r"cơ sở|ô|đơn|sản phẩm|chiếc|thẻ|bữa|giường|phòng|sào|mẫu|cây|thùng|bao|hộp|lô|điểm|bệnh nhân|"
    r"lao động|đại biểu|khách|vé|thành viên|chỗ|thôn|tổ|bản|khu phố|mét|công|năm học|"
    r"thí sinh|hội viên|sinh viên|trẻ|cụ|vận động viên|đội|nhóm|lượng|chỉ|gói|quả|đoàn|gia đình|"
    r"tầng|kênh|tuyến|nhánh|hố|cột|khu|trạm|cửa|lồng|luống|"
    r"phiên|tàu|toa|đêm|cuốn|quyển|tờ|mét vuông|mét khối|héc ta|ki lô gam)(?!\w))"
)
_PER_WORD = re.compile(r"/\s?(?=([^\W\dA-ZĐ_]{2,7})(?!\w|\.\w))")
_MONEY = re.compile(
    r"\d\s?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s)?(?:đ|đồng|k|VNĐ|VND|USD)$|\d\s(?:nghìn|ngàn|triệu|tỷ|tỉ)$"
)
_PER_NUMBER = re.compile(r"/\s?(1(?=\s+[^\W\d_])|(?=[1-9][\d.]*\s+[^\W\dA-ZĐ_]))")
_MUCH = re.compile(r"/\s?[1-9]\d{0,3}(?=\s?[^\W\d_])")
_PER_UNIT = re.compile(r"/\s?(?=\w)")
_COUNTED_BEFORE = re.compile(r"\d[\d.,]*\s?(?:[^\W\d_]+\s){0,3}\S*$")


def counts_things(text: str, end: int) -> bool:
    """True when what stands there can be counted or shared out: "phường", "số hộ".

    "phường Đông Vệ" is one of them by its name, which cannot.
    """
    return _THING.match(text, end) is not None


def out_of(cursor: Cursor) -> Reading | None:
    """Read "36/37 phường", so many out of so many; "2/3 số hộ" is a part of a whole.

    What may as well be a day (6/10) is read only before a thing that can be counted.
    """
    if parts := _PARTS.match(cursor.text, cursor.start):
        return _of_measure(parts, cursor)
    match = _OUT_OF.match(cursor.text, cursor.start)
    if match is None:
        return None
    part, whole = (int(match[group].replace(".", "")) for group in (1, 3))
    words = f"{_score(part, match[2], cursor)} trên {integer(whole, cursor.dialect)}"
    if cursor.after("thứ", "hạng") or (match[2] and whole in _FULL_MARKS):
        return Reading(words, len(match[0]))
    if part < whole <= 10 and _MEASURE.match(cursor.text, match.end()):
        return Reading(_fraction(part, whole, cursor), len(match[0]))
    if _NEVER_A_COUNT.search(cursor.said.lower()):
        return None
    if not re.match(r"\s+[^\W\d_]", cursor.text[match.end() :]):
        ends = _CLAUSE_ENDS.match(cursor.text, match.end())
        is_all = part == whole and cursor.after("đủ", "cả")
        return Reading(words, len(match[0])) if ends and (is_all or _no_day(part, whole)) else None
    if part < whole <= 10 and cursor.after(*_SHARES) and not match[2]:
        return Reading(_fraction(part, whole, cursor), len(match[0]))
    counted = counts_things(cursor.text, match.end())
    if 1 <= part <= 31 and 1 <= whole <= 12 and (not counted or cursor.after(*_DAY_MAY_FOLLOW)):
        return None
    of_a_whole = _WHOLE.match(cursor.text, match.end()) or cursor.after(*_ABOUT)
    if part < whole <= 10 and of_a_whole and not match[2]:
        words = _fraction(part, whole, cursor)
    unit = cursor.short_forms.after_number.match(cursor.text, match.end())
    return Reading(words, len(match[0])) if unit is None else _measured(words, unit, cursor)


def _of_measure(parts: re.Match[str], cursor: Cursor) -> Reading:
    """Say 2,3/2,8 of hectares or of money: a whole with decimals is no day; its unit follows."""
    said = (
        decimal(Decimal(part.replace(".", "").replace(",", ".")), cursor.dialect)
        for part in parts.groups()
    )
    words = " trên ".join(said)
    unit = cursor.short_forms.after_number.match(cursor.text, parts.end())
    return Reading(words, len(parts[0])) if unit is None else _measured(words, unit, cursor)


def _measured(words: str, unit: re.Match[str], cursor: Cursor) -> Reading:
    """Say the unit behind a number by its word."""
    measure = cursor.abbreviations.after_number[unit[1]]
    return Reading(f"{words} {measure}", unit.end() - cursor.start)


def _no_day(part: int, whole: int) -> bool:
    """True for 28/30: there is no such month, and it is no year either."""
    return 1 <= part <= whole and whole > _MONTHS and not _YEARS[0] <= whole <= _YEARS[1]


def _fraction(part: int, whole: int, cursor: Cursor) -> str:
    """Say a part of a whole: 3/4 is "ba phần tư"."""
    return f"{integer(part, cursor.dialect)} phần {ordinal(whole, cursor.dialect)}"


def _score(part: int, decimals: str | None, cursor: Cursor) -> str:
    """Say how many of them: 85,5 of a hundred points, or the third of 37."""
    if decimals:
        return decimal(Decimal(f"{part}.{decimals[1:]}"), cursor.dialect)
    say = ordinal if cursor.after("thứ", "hạng") else integer
    return say(part, cursor.dialect)


def per(cursor: Cursor) -> Reading | None:
    """Read "50.000 đồng/hộ", so much a household, and "1 người/1 máy", "1 cán bộ/50 hộ".

    Only after a number, and before a known piece or a number of them; after a sum of money
    before any word, which can only be what it is paid for.
    """
    if not _COUNTED_BEFORE.search(cursor.before):
        return None
    if _EVENTS.search(cursor.before) and (match := _TAKING_PART.match(cursor.text, cursor.start)):
        return Reading(", ", len(match[0]))
    if match := _PER.match(cursor.text, cursor.start):
        return Reading(" một ", len(match[0]))
    if number := _per_number(cursor) or _per_unit(cursor):
        return number
    if _of_much(cursor):
        return Reading(" trên ", 1)
    if piece := _paid_for(cursor):
        return Reading(" một ", len(piece[0]))
    return Reading(" một ", 1) if _of_short_form(cursor) else None


def _of_much(cursor: Cursor) -> bool:
    """True for the stroke of "1.000.000 đ/100 m2": money for so much of a measure."""
    match = _MUCH.match(cursor.text, cursor.start)
    if match is None or not _MONEY.search(cursor.before):
        return False
    return cursor.short_forms.after_number.match(cursor.text, match.end()) is not None


def _of_short_form(cursor: Cursor) -> bool:
    """True for the stroke of "85.000 đ/HS": a short form stands behind a sum."""
    if cursor.text[cursor.start] != "/" or not _MONEY.search(cursor.before):
        return False
    forms, after = cursor.short_forms, cursor.start + 1
    found = forms.anywhere.match(cursor.text, after) or forms.by_context.match(cursor.text, after)
    return found is not None and found[0].isupper()


def _per_unit(cursor: Cursor) -> Reading | None:
    """Read the "/kg" of "9.000 đồng/kg"."""
    start = _PER_UNIT.match(cursor.text, cursor.start)
    unit = start and cursor.short_forms.after_number.match(cursor.text, start.end())
    if start is None or unit is None:
        return None
    words = f" một {cursor.abbreviations.after_number[unit[1]]}"
    return Reading(words, unit.end() - cursor.start)


def _paid_for(cursor: Cursor) -> re.Match[str] | None:
    match = _PER_WORD.match(cursor.text, cursor.start)
    if match is None or not _MONEY.search(cursor.before) or match[1] in NUMBER_WORDS:
        return None
    return match if is_syllable(match[1]) else None


def _per_number(cursor: Cursor) -> Reading | None:
    """Read "1 cán bộ/50 hộ"; of "3 ngày/5 ngày" and a sum/11 who knows."""
    match, last = _PER_NUMBER.match(cursor.text, cursor.start), re.split("[ /]", cursor.before)[-1]
    if match is None or not last.isalpha() or (last in ("đồng", "đ") and not match[1]):
        return None
    counted = cursor.text[match.end() :].lstrip("0123456789. ")
    if counted.startswith(last) and not counted[len(last) : len(last) + 1].isalpha():
        return None
    return Reading(" một " if match[1] else " trên ", len(match[0]))


SHARE_RULES: tuple[Rule, ...] = (out_of,)
