"""Where somebody can be reached: e-mail in any writing, social networks, links that tell of him."""

from generator.check.private.kind import kind

_AT = r"\s?(?:@|[(\[{]\s?(?:at?|a[ -]?còng)\s?[)\]}])\s?"
_SAID_AT = r"\b(?:at|a[ -]?còng|a móc)\b|@"
_SAID_DOT = r"(?:\.|\b(?:dot|chấm)\b)"
_PROVIDER = r"(?:gmail|g-mail|yahoo|ymail|hotmail|outlook|icloud|proton ?mail|zoho)"
_NETWORK = (
    r"(?:facebook|fb|tiktok|instagram|youtube|youtu|zalo|twitter|threads|linkedin|messenger)"
    r"\.(?:com|me|be|net|vn)"
)
_SOCIAL = "(?:facebook|fb|zalo|tiktok|viber|telegram|messenger|instagram)"
_PERSONAL_FIELD = (
    r"(?:cccd|cmnd|cmt|sdt|s%C4%91t|phone|tel|mobile|e?mail|ho_?ten|full_?name|name|ten|mst|bhxh|"
    r"so_?dinh_?danh|(?:ma|so)_?ho_?so|mahs|dossier\w*|ngay_?sinh|dia_?chi)"
)

CONTACTS = (
    kind(
        "personal-email",
        rf"(?<![\w.+-])[\w.+-]+{_AT}[\w-]+(?:\s?\.\s?[\w-]+|\s?[(\[{{]?\s?\b(?:dot|chấm)\b\s?[)\]}}]?"
        r"\s?[\w-]+)+",
    ),
    kind("personal-email", rf"\b{_PROVIDER}\.com"),
    kind("personal-email", rf"(?:{_SAID_AT})[\s)\]}}]*{_PROVIDER}\b"),
    kind(
        "personal-email",
        rf"(?:\bat\b|\ba[ -]?còng\b)[\s)\]}}]{{0,3}}[\w-]+[\s(\[{{]{{0,3}}{_SAID_DOT}",
    ),
    kind("personal-link", rf"[?&;]{_PERSONAL_FIELD}=[^&\s]"),
    kind(
        "personal-social", rf"\b(?:www\.|m\.)?{_NETWORK}/[@\w]|\b(?:t|wa|m|x|vk)\.(?:me|com)/[@\w]"
    ),
    kind("personal-social", r"(?<![\w.@])@[a-z][\w.]{2,}"),
    kind(
        "personal-social",
        rf"\b{_SOCIAL}(?: cá nhân| tên| nick)?\s?(?:: ?| tên | là | nick | ?[\"“«])\s?[\"“«]?[\w@]",
    ),
    kind(
        "personal-social",
        rf"\b{_SOCIAL}(?: cá nhân| tên| nick)? (?![\w.]{{0,40}}\.gov\b)"
        r"(?=[a-z]{1,30}(?:[_\d]|\.[a-z\d]))[a-z][\w.]{4}",
    ),
)
