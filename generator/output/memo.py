"""What a process remembers from one build to the next, so that an edit shows soon.

A part of a build that takes long says what it reads: the digests of files, and values. What it made
last is used again only while all of that is equal, never by a file's time or by what kind of edit
it was; else the part makes it anew. A part that a build has no use for is forgotten.
"""

import os
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

T = TypeVar("T")
Part = Hashable
"""What a value is, e.g. `("table", "units")`; a build asks for each part once."""
_WHOLLY_COMPARED = (tuple, str, bytes, int, float, date, type(None))
"""Types of which equal values are the same in everything."""


class Memo:
    """Remembers nothing: for a build that is not followed by another in its process."""

    def digest(self, path: Path) -> str:
        """Get what tells the content of a file from any other; empty if nothing is remembered."""
        del path
        return ""

    def reuse(self, part: Part, inputs: Callable[[], object], make: Callable[[], T]) -> T:
        """Get the value of a part: what it made last while its `inputs` are `equal`, else anew."""
        del part, inputs
        return make()


NO_MEMO = Memo()


class _Made(NamedTuple):
    inputs: object
    value: Any


class RebuildMemo(Memo):
    """Remembers what the last finished build made; `begin` each build and `finish` it."""

    def __init__(self) -> None:
        """Nothing is remembered yet."""
        self._last: dict[Part, _Made] = {}
        self._now: dict[Part, _Made] = {}
        self._digests: dict[Path, str] = {}

    def begin(self) -> None:
        """Begin a build, and forget what one that failed has made."""
        self._now, self._digests = {}, {}

    def finish(self) -> None:
        """Remember what the build made, unless a file changed while it was read."""
        if all(_digest(path) == digest for path, digest in self._digests.items()):
            self._last = self._now
        self.begin()

    def digest(self, path: Path) -> str:
        """Get what tells the content of a file from any other."""
        if path not in self._digests:
            self._digests[path] = _digest(path)
        return self._digests[path]

    def reuse(self, part: Part, inputs: Callable[[], object], make: Callable[[], T]) -> T:
        """Get the value of a part: what it made last while its `inputs` are `equal`, else anew."""
        current, last = inputs(), self._last.get(part)
        made = last if last and equal(last.inputs, current) else _Made(current, make())
        self._now[part] = made
        return cast("T", made.value)


@dataclass(frozen=True, eq=False)
class IdentityKey:
    """A value that equals itself alone.

    For settings, which may be equal and yet be written in another order, which shows.
    """

    value: object

    def __eq__(self, other: object) -> bool:
        """True of the very same value."""
        return isinstance(other, IdentityKey) and self.value is other.value

    def __hash__(self) -> int:
        """By identity, too."""
        return id(self.value)


def equal(one: object, other: object) -> bool:
    """True of the same object, and of equal texts, numbers, days and tuples.

    Of other types nothing is known: equal mappings may lie in another order.
    """
    return one is other or (
        type(one) is type(other) and isinstance(one, _WHOLLY_COMPARED) and one == other
    )


def _digest(path: Path) -> str:
    """A link that leads elsewhere is no more the file it was, though it says the same.

    What is no file is not opened: a pipe would be waited for.
    """
    try:
        if not path.is_file():
            return "none"
        with path.open("rb") as file:
            return f"{file_digest(file, 'sha256').hexdigest()} {os.path.realpath(path)}"
    except OSError as error:
        return type(error).__name__
