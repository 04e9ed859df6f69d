"""What is made of the small city, remembered: other worlds differ in a file or two."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from generator.app.sources import check_folder
from generator.output.memo import Likeness, Memo, Part
from worlds.small import SMALL

T = TypeVar("T")


class FirstMemo(Memo):
    """Remembers of each part what was made first, and what last, wherever the folder lies that it
    is made of.

    What a part is made of is said by the product, which builds again by it while it serves:
    tests/mkdocs_plugin/test_rebuild.py holds that to a build of nothing kept.
    """

    def __init__(self) -> None:
        self._made: dict[Part, tuple[tuple[object, object], ...]] = {}
        self._likeness = Likeness()

    def digest(self, path: Path) -> str:
        """A plain file is known by what it holds, anything else by where it lies."""
        if not os.path.lexists(path):
            return ""
        is_plain = path.is_file() and path.resolve() == path.absolute()
        return sha256(path.read_bytes()).hexdigest() if is_plain else str(path)

    def reuse(self, part: Part, inputs: Callable[[], object], make: Callable[[], T]) -> T:
        current = inputs()
        made = self._made.get(part, ())
        for known, value in made:
            if self._likeness.equal(known, current):
                return value  # type: ignore[return-value]
        value = make()
        self._made[part] = (*made[:1], (current, value))
        return value

    def used(self) -> AbstractContextManager[object]:
        """Lets builds of this process that remember nothing remember by it."""
        return patch.multiple(Memo, digest=self.digest, reuse=self.reuse)


@cache
def small_memo() -> FirstMemo:
    """That of the small city."""
    memo = FirstMemo()
    check_folder(SMALL, memo)
    return memo
