"""What a check of the small city makes, remembered: other worlds differ in a file or two."""

import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from generator.app.sources import check_folder
from generator.output.memo import Memo, Part, equal
from worlds.small import SMALL

T = TypeVar("T")


class FirstMemo(Memo):
    """Remembers of each part what was made first, wherever the folder lies that it is made of."""

    def __init__(self) -> None:
        self._made: dict[Part, tuple[object, object]] = {}

    def digest(self, path: Path) -> str:
        """A plain file is known by what it holds, anything else by where it lies."""
        if not os.path.lexists(path):
            return ""
        is_plain = path.is_file() and path.resolve() == path.absolute()
        return sha256(path.read_bytes()).hexdigest() if is_plain else str(path)

    def reuse(self, part: Part, inputs: Callable[[], object], make: Callable[[], T]) -> T:
        current = inputs()
        known, value = self._made.get(part, (None, None))
        if part in self._made and equal(known, current):
            return value  # type: ignore[return-value]
        made = make()
        self._made.setdefault(part, (current, made))
        return made


@cache
def small_memo() -> FirstMemo:
    """That of the small city."""
    memo = FirstMemo()
    check_folder(SMALL, memo)
    return memo
