"""Where somebody lives, when he was born, what he owns: homes, birthdays, parcels, cars."""

import re

from generator.check.private.kind import Kind, kind

_STREET = r"(?:đường|phố|ngõ|ngách|hẻm|kiệt)"
_NUMBER = (
    r"(?<!năm )(?<!quý )(?<!tháng )(?<!điều )(?<!khoản )(?<!từ )(?<!trong )(?<!sau )\d+(?!\d)"
    r"(?! ?(?:%|,\d|ngày|giờ|phút|tuần|tháng|năm|quý|hồ sơ|người"
    r"|hộ|trường hợp|lần|nơi|bản|đồng|m2|căn|thửa|lô|phường|xã|phố|khu|điểm|đơn vị|cơ sở))"
)
"""A number that is no amount and no time."""
_UPPER = "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
_CAPITAL = f"[A-Z{_UPPER}]"
_HAMLET = r"(?:thôn|xóm|bản|ấp|làng|tổ|khu phố|số nhà|đội)"
_DAY = r"(?:\d{1,2}\s?[./-]\s?\d{1,2}|\d{1,2} tháng|tháng \d|mùng|mồng)"
_NOT_BORN = "".join(
    f"(?<!{word} )" for word in ("học", "thí", "tuyển", "khai", "vệ", "phát", "hộ", "ký", "tái")
) + "".join(f"(?<!{word} )" for word in ("an", "giáo", "nảy", "giám", "sản", "hy", "môn", "mới"))
_LIVES = (
    r"(?:(?:thường |tạm |cư )?trú(?: quán)?(?: tại| ở)?|sống (?:tại|ở)|nhà (?:tại|ở)"
    r"|hộ ở|nhà ở|quê(?: quán)?(?: ở)?)"
)

BIRTHS = (
    kind("personal-birth", rf"\b(?=sinh){_NOT_BORN}sinh(?: vào)?(?: ngày)?:?\s?{_DAY}"),
    kind(
        "personal-birth", r"\bdob\b\W{0,3}\d|\bngày(?:,? tháng(?:,? năm)?)? sinh\b[^\d\n]{0,12}\d"
    ),
    kind(
        "personal-birth",
        rf"\b(?=sinh){_NOT_BORN}sinh(?: năm)?:?\s?(?:19|20)\d\d\b"
        r"|\bnăm sinh(?: của [^.;:\d\n]{1,30})?(?: là|:)?\s?(?:19|20)\d",
    ),
    Kind("personal-birth", re.compile(r"\b(?:SN|S\.N\.?|sn)[ :.]{0,2}(?:19|20)\d\d\b")),
)
LAND = (
    kind("personal-land", r"\bthửa(?: đất)?(?: số)?:?\s?\d"),
    kind(
        "personal-land",
        r"(?:quyền sử dụng đất|sổ đỏ|sổ hồng|gcn(?:qsdđ)?|chứng nhận)(?: đất)?(?: số)?:?"
        r" ?[a-zđ]{1,2} ?\d{6,8}\b",
    ),
    kind("personal-land", r"(?<![\d.])\d{1,2}[.,]\d{4,} ?[,; ] ?1\d\d[.,]\d{4,}"),
    kind(
        "personal-land",
        r"\b(?:phân )?lô(?: đất)?(?: số)?:? ?(?:[a-zđ]{1,3}[-. ]?)?\d[\da-z.-]{0,5},? (?:thuộc )?"
        r"(?:mbqh|mặt bằng|khu (?:tái định cư|đấu giá|dân cư|quy hoạch))\b",
    ),
    kind("personal-land", r"\b(?:vĩ độ|kinh độ|số vào sổ)[^\d\n]{0,14}\d"),
    kind("personal-land", r"\b(?:maps\.app\.)?goo\.gl/\w|\bgoogle\.com/maps"),
    kind("personal-land", r"\d{1,3} ?[°º] ?\d{1,2} ?['′’]"),
)
_SERIES = r"(?:1[1-9]|[2-9]\d) ?[-.]? ?[A-ZĐ][A-Z\dĐ]?"
PLATES = (
    Kind(
        "personal-plate", re.compile(rf"(?<![\w./-]){_SERIES}[ .-]{{0,2}}\d{{3}}\.?\d\d(?![\w/-])")
    ),
    Kind("personal-plate", re.compile(rf"(?<![\w./-]){_SERIES} ?- ?\d{{4}}(?![\w/-])")),
    kind(
        "personal-plate",
        r"\b(?:biển(?: số| kiểm soát)?|bks|xe(?: máy)?(?: mang)?(?: biển)?(?: số)?):?"
        rf" {_SERIES}[ .-]{{0,3}}\d{{3}}[. ]?\d{{1,2}}\b",
    ),
)
HOMES = (
    Kind(
        "personal-address",
        re.compile(
            rf"(?:(?i:số nhà|nhà số)\s*\d+|(?i:\bsố)\s+\d+[A-Za-z]?(?:/\d+){{0,9}},?\s+"
            rf"(?i:{_STREET}|khu phố|tổ dân phố)\b|\b(?i:căn hộ(?: số)?|phòng trọ số) \d"
            rf"|\b\d+[A-Za-z]?(?:/\d+){{0,9}},?\s+(?i:{_STREET})\s+{_CAPITAL}"
            r"|\b(?i:ngõ|ngách|hẻm|kiệt)\s+\d+"
            r"|\b(?i:trú tại|ở tại|địa chỉ|thường trú|tạm trú|nhà ở)[^.;\n\d]{0,15}"
            rf"(?i:{_NUMBER})"
            rf"|(?i:\bsố)\s+\d+[A-Za-z]?(?:/\d+){{0,9}}\s+{_CAPITAL}\w*\s+{_CAPITAL}\w*,\s*"
            r"(?i:phường|xã|p\.|tp|thành phố))"
        ),
    ),
    kind("personal-address", rf"\b{_LIVES}[,:]? {_HAMLET} [^\W_]"),
    Kind(
        "personal-address",
        re.compile(
            r"\b(?i:nhà|hộ|ở)\b[^.;:\n\d§]{0,20}?(?: (?i:số))? \d+[A-Za-z]?(?:/\d+){0,9}"
            rf" {_CAPITAL}\w* {_CAPITAL}"
        ),
    ),
    kind(
        "personal-address",
        r"\b(?:căn(?: hộ)?|p\.|phòng)(?: số)? ?[a-z]?\d[\da-z.-]{0,6},? (?:ở |tại |nhà )?"
        r"(?:chung cư|nhà trọ|khu trọ)|\bcăn(?: hộ)?(?: số)? ?[a-z]?\d[\da-z.-]{0,6},? t[oò][aà] ",
    ),
)
