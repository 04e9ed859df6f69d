"""Cells that are said as part of a sentence: a reason after "vì", a fault after "việc".

The clerk's guide says how to write one; `check` warns where a cell cannot be said so.
"""

import re
from typing import Literal

from generator.model.capitals import mid_sentence

Trouble = Literal["begins", "several", "bracket", "long"]
"""Why a cell cannot follow "vì": how it begins, several sentences, a colon or bracket, length."""
MOST_WORDS = 30
_BEGINS = re.compile(
    r"(?:vì|do|bởi|tại vì|lý do|lí do|nguyên nhân|về việc|v/v|căn cứ|theo|nội dung|thành tích)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[.?!]\s+\w")
_DEEDS = frozenset(
    """
    áp bàn ban bố bỏ chấm chấn chỉ chia cho chuyển chủ công cung cấp cử đạt đặt đề đến điều đón
    đôn đối đổi đưa ghi giải giảm giao giúp gắn gửi hòa hoàn hỗ hướng khắc khôi kiểm kiên lắp
    lập làm mang mở nâng niêm nộp phân phát phối phục rà rút sắp sửa tặng thu thay thực thống
    tham tổ tiếp tìm tiết tra trả trao trình truy tuyên tự vận viết xây xử
    """.split()  # noqa: SIM905
)
"""First syllables of the verbs with which praise begins: what was done, and not what is so."""


def trouble_of(cell: str) -> Trouble | None:
    """Say why a cell cannot follow "vì"; None when it can."""
    text = cell.strip().rstrip(".!?")
    if _BEGINS.match(text):
        return "begins"
    if _SEVERAL.search(text):
        return "several"
    if re.search(r"[:()]", text):
        return "bracket"
    return "long" if len(text.split()) > MOST_WORDS else None


def clause(cell: str) -> str:
    """Return the cell as it stands inside a sentence: "để mất sổ theo dõi hồ sơ"."""
    text = mid_sentence(cell).rstrip(" .;,")
    return re.sub(r"^(?:vì|do|bởi|tại vì) ", "", text)


_HOW = ("trực tiếp", "chủ động", "tích cực", "kịp thời", "thường xuyên", "tận tình", "nhiệt tình")
"""How a deed was done, where that is said first."""


def done(cell: str) -> str:
    """Return a deed as done: "đã phân công rõ người trực"; what is no deed stays as it is."""
    text = clause(cell)
    is_deed = text.partition(" ")[0] in _DEEDS or text.startswith(tuple(f"{how} " for how in _HOW))
    return f"đã {text}" if is_deed else text
