"""Capital letters inside a sentence, by Decree 30/2020/NĐ-CP, annex II on capitals in documents.

Names of agencies and the posts of their heads keep their capital (parts III and IV). The common
noun of a division loses it, "phường Đông Thọ", unless a number is its name, "Phường 15" (II.1).
"""

import re

_DIVISIONS = ("Phường", "Xã", "Thị trấn", "Thành phố", "Quận", "Huyện", "Thị xã", "Tỉnh", "Đặc khu")
_WHOLE_NAMES = ("Thành phố Hồ Chí Minh", "Thủ đô Hà Nội")
"""Divisions that the decree itself writes with two capitals."""
_AGENCIES_AND_POSTS = (
    "Ủy ban ",
    "Uỷ ban ",
    "Hội đồng nhân dân",
    "Mặt trận ",
    "Chính phủ",
    "Quốc hội",
    "Nhà nước",
    "Tòa án ",
    "Toà án ",
    "Viện kiểm sát",
    "Công an ",
    "Kho bạc ",
    "Văn phòng ",
    "Thanh tra thành phố",
    "Thanh tra tỉnh",
    "Thành ủy",
    "Tỉnh ủy",
    "Huyện ủy",
    "Đảng ủy",
    "Chủ tịch",
    "Bí thư",
    "Giám đốc",
    "Chánh ",
    "Trưởng ",
)
"""How names and posts begin whose second word has a small letter; the others are told by it."""
_LEADING = re.compile(
    "cấp|gửi|nộp|trả|đổi|giao|mời|nhắc|xin|lập|trình|thu|nhận|chuyển|họp|đến|từ|do|của|về|tại|theo"
    "|trong|ngoài|khi|vì|cho|để|nhờ|bởi|với|và|hoặc|các|những|mỗi|một|hai|ba|có|không|đã|chưa|được"
    "|bị|là|ở|người|việc"
)
"""Verbs and particles of one word that often stand before a name, and begin none."""


def capitalize_first(text: str) -> str:
    """A phrase as it begins a sentence."""
    return text[:1].upper() + text[1:]


def mid_sentence(text: str) -> str:
    """The text as it stands inside a sentence: its first letter small unless a name begins there.

    "Phường Đông Thọ" becomes "phường Đông Thọ", and "Phòng Nội vụ", "New York", "UBND" stay.
    """
    text = text.strip()
    return text if _begins_a_name(text) else text[:1].lower() + text[1:]


def division_of(name: str) -> str | None:
    """The kind of division that a name begins with, in small letters: "phường"; None for others."""
    found = (noun for noun in _DIVISIONS if name.startswith(f"{noun} "))
    return next((noun.lower() for noun in found), None)


def _begins_a_name(text: str) -> bool:
    if text.startswith(_WHOLE_NAMES):
        return True
    for noun in _DIVISIONS:
        if text.startswith(f"{noun} "):
            return text[len(noun) + 1].isdigit()
    first, _, second = text.partition(" ")
    is_title = second[:1].isupper() and not second[1:2].isupper()  # "Thuế GTGT" names nothing
    if is_title and first[-1:].isalpha() and not _LEADING.fullmatch(first.lower()):
        return True
    return text[1:2].isupper() or text.startswith(_AGENCIES_AND_POSTS)
