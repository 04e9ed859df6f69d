"""Name a day once where several things fall on it."""

import re
from collections.abc import Sequence

from generator.radio.items.breath import Sentences

_DAY = re.compile(r"Ngày [^,.]+? tháng \w+(?: (?:một|hai))?(?: năm hai nghìn [^,.]+?)?(?= là hạn )")
_AGAIN = "Cũng ngày này"


def same_day_once(sentences: Sequence[str]) -> Sentences:
    """Say "cũng ngày này" where the sentence begins with the day of the one before it."""
    said: list[str] = []
    last = ""
    for sentence in sentences:
        match = _DAY.match(sentence)
        again = match is not None and match[0] == last
        said.append(f"{_AGAIN}{sentence[len(last) :]}" if again else sentence)
        last = match[0] if match else last
    return tuple(said)
