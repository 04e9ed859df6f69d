"""Lines in capitals: "KẾ HOẠCH NĂM 2018" is words, "UBND" a short form.

A short form carries no mark above or below its vowels, so a word that has one is a word; capitals
beside it are words, too, where they are syllables and no short form of the dictionary.
"""

import re
import unicodedata
from itertools import groupby

from generator.model.abbreviations import Abbreviations
from generator.speech.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 4
"""Words of a person's name."""
_OF_A_PLACE = 2
"""Words of a place's name."""
_PLACES = frozenset(
    ("phường", "xã", "quận", "huyện", "tỉnh", "thị trấn", "thị xã", "thành phố", "tp")
)
_WHOLE_NAMES = {"việt nam": 2, "hà nội": 2, "hồ chí": 3}
"""Names that need no word before them, by their first two words: how many they have."""
_NO_NAME = re.compile(
    r"có|là|và|của|về|tại|ở|trong|ngoài|khi|vì|cho|để|với|các|những|mỗi|đã|"
    r"chưa|được|bị|tổ|thông|tuyển|họp|mời|báo|công|triển|thực|khai|đạt|ban|ra|"
    r"hội|tăng|quý|tháng|năm|ngày|tuần|giai|nhiệm|khóa|lần|theo|từ|đến|giao|"
    r"trả|xử|kiểm|tiếp|chuẩn|kiểu|nông|hỗ|trao|tặng|phát|phối|trực|thuộc|"
    r"mới|cũ|này|chúc|trân|kính|cấp|loại|hạng|đặc|ký|số|vận|đảm|bảo|xin|"
    r"nghỉ|hoàn"
)
"""Words that seldom begin a place's name, and go on about the place: "PHƯỜNG THÔNG BÁO"."""
_TITLES = ("ông", "bà", "anh", "chị", "chí")
_FAMILIES = frozenset(
    (
        *(
            "nguyễn",
            "trần",
            "lê",
            "phạm",
            "hoàng",
            "huỳnh",
            "phan",
            "vũ",
            "võ",
            "đặng",
            "bùi",
            "đỗ",
        ),
        *(
            "hồ",
            "ngô",
            "dương",
            "lý",
            "trịnh",
            "hà",
            "mai",
            "cao",
            "lương",
            "đinh",
            "đào",
            "trương",
        ),
    )
)
_NAMED = re.compile(
    r"\b(?:ông|bà|anh|chị|em|cháu|đồng chí|đ/c|phường|xã|thôn|phố|đường|quận|huyện|tỉnh) ?:? ?$",
    re.IGNORECASE,
)


def without_capitals(text: str, known: Abbreviations) -> str:
    """Return the text with its words in capitals in small letters; names keep their first one."""
    if not any(_is_word(word) and word.isupper() for word in text.split()):
        return text
    said, end = "", 0
    for is_upper, group in groupby(_WORD.finditer(text), key=lambda word: word[0].isupper()):
        run = list(group)
        if not is_upper or not any(_is_word(word[0]) for word in run):
            continue
        left = _LONGEST if _NAMED.search(text[max(0, run[0].start() - 20) : run[0].start()]) else 0
        for place, word in enumerate(run):
            gap = text[end : word.start()]
            left = left if gap == " " or not place else 0
            left = left or _begins(run, place, gap)
            said += gap + _small(word[0], known, name=left > 0)
            left, end = max(0, left - 1), word.end()
    return said + text[end:]


def _begins(run: list[re.Match[str]], place: int, gap: str) -> int:
    """Return how many words of a name begin here: behind "ÔNG", "BÀ", behind "PHƯỜNG", "TỈNH"."""
    following = run[place + 1][0].lower() if place + 1 < len(run) else ""
    if whole := _WHOLE_NAMES.get(f"{run[place][0].lower()} {following}"):
        return whole
    if place == 0 or gap != " ":
        return 0
    before, word = run[place - 1][0].lower(), run[place][0].lower()
    if before in _TITLES and word in _FAMILIES:
        return _LONGEST
    kind = before in _PLACES or f"{run[place - 2][0].lower()} {before}" in _PLACES
    return _OF_A_PLACE if kind and not _NO_NAME.fullmatch(word) and following else 0


def _small(word: str, known: Abbreviations, *, name: bool) -> str:
    if not is_syllable(word) or _is_short_form(word, known):
        return word
    if len(word) == 1:
        return word.lower() if _marked(word) and not name else word
    return word.capitalize() if name else word.lower()


def _is_short_form(word: str, known: Abbreviations) -> bool:
    """True for what the dictionary reads otherwise than its letters."""
    if _marked(word):
        return word in known.document_prefixes
    blocks = (known.anywhere, known.document_types, known.document_bodies, known.before_name)
    return any(word in block for block in blocks)


def _is_word(letters: str) -> bool:
    """True for what is a word, not an initial: "Ô." may be short for ông."""
    return len(letters) > 1 and _marked(letters)


def _marked(word: str) -> bool:
    """True for a word with a tone, or a mark above a vowel: Đ alone stands in short forms."""
    return any(map(unicodedata.combining, unicodedata.normalize("NFD", word)))
