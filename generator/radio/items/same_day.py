"""Name a day once where two sentences that follow one another begin with it."""

import re
from collections.abc import Sequence

from generator.radio.items.breath import Sentences

_DAY = re.compile(
    r"Ngày (?:\w+ ){1,4}tháng \w+(?: (?:một|hai))?(?: năm hai(?: \w+){1,8}?)?(?= là hạn |, )"
)


def same_day_once(parts: Sequence[Sentences]) -> list[Sentences]:
    """Say "cùng ngày" or "cũng ngày này" where the sentence before began with the same day.

    One sentence that names no day may stand between them.
    """
    last, undated, every = "", 0, []
    for sentences in parts:
        said = []
        for sentence in sentences:
            match = _DAY.match(sentence)
            again = match is not None and match[0] == last
            said.append(_again(sentence[len(last) :]) if again else sentence)
            undated = 0 if match else undated + 1
            is_far = undated > 1 or "ngày" in sentence
            last = match[0] if match else "" if is_far else last
        every.append(tuple(said))
    return every


def _again(rest: str) -> str:
    return f"Cùng ngày{rest}" if rest.startswith(",") else f"Cũng ngày này{rest}"
