"""What a process remembers from one build to the next, so that an edit shows soon.

A part of a build that takes long says what it reads: the digests of files, and values. What it made
last is used again only while all of that is equal, never by a file's time or by what kind of edit
it was; else the part makes it anew. A part that a build has no use for is forgotten.
"""

import os
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from hashlib import file_digest
from operator import attrgetter, eq
from pathlib import Path, PurePath
from typing import Any, NamedTuple, TypeVar, cast

from pydantic import BaseModel

T = TypeVar("T")
Part = Hashable
"""What a value is, e.g. `("table", "units")`; a build asks for each part once."""
_PLAIN = (str, bytes, int, PurePath)
_WRITTEN = (float, Decimal, date, time)
"""Of these, equal values may be written differently: 0.0 and -0.0, or the same time elsewhere."""


class Memo:
    """Remembers nothing: for a build that is not followed by another in its process."""

    def digest(self, path: Path) -> str:
        """Get what tells the content of a file from any other; empty if nothing is remembered."""
        del path
        return ""

    def reuse(self, part: Part, inputs: Callable[[], object], make: Callable[[], T]) -> T:
        """Get the value of a part: what it made last while its `inputs` are equal, else anew."""
        del part, inputs
        return make()

    def reuse_each(
        self, part: Part, inputs: Callable[[], object], make: Callable[[], Iterable[T]]
    ) -> Iterable[T]:
        """Get the values of a part likewise; those that are not remembered are not held at once."""
        del part, inputs
        return make()

    def same(self, part: Part, value: T) -> T:
        """Get what the last build had of a part, while a `value` is equal to it.

        What is made of it is then soon seen to be alike: it holds the same objects.
        """
        return self.reuse(part, lambda: value, lambda: value)


NO_MEMO = Memo()


class _Made(NamedTuple):
    """What a part was made of, what was made, and the parts that were asked for in making it."""

    inputs: object
    value: Any
    asked: tuple[Part, ...]


Alike = Callable[[Any, Any], bool]
"""Whether two values of the same type are alike."""


class Likeness:
    """Compares values, and remembers how those of each type are compared."""

    def __init__(self) -> None:
        """Nothing has been compared yet."""
        self._by_type: dict[type, Alike] = {}

    def equal(self, one: object, other: object) -> bool:
        """True of the same object, and of values that are alike in all that can show of them.

        These are of the same types throughout, and mappings lie in the same order. Of types other
        than texts, numbers, days, collections and frozen records nothing is known.
        """
        if one is other:
            return True
        kind = type(one)
        if kind is not type(other):
            return False
        alike = self._by_type.get(kind)
        if alike is None:
            alike = self._by_type[kind] = self._alike(kind)
        return alike(one, other)

    def _alike(self, kind: type) -> Alike:
        """How values of a type are compared."""
        if issubclass(kind, _PLAIN):
            return eq
        if issubclass(kind, _WRITTEN):
            return lambda one, other: repr(one) == repr(other)
        if issubclass(kind, (tuple, list)):
            return self._all_equal
        if issubclass(kind, dict):
            return lambda one, other: self._all_equal(
                (*one, *one.values()), (*other, *other.values())
            )
        if not (names := _fields(kind)):
            return lambda *_: False
        if len(names) == 1:
            return lambda one, other: self.equal(getattr(one, names[0]), getattr(other, names[0]))
        held = attrgetter(*names)
        return lambda one, other: self._all_equal(held(one), held(other))

    def _all_equal(self, some: Sequence[object], others: Sequence[object]) -> bool:
        return len(some) == len(others) and all(
            one is other or self.equal(one, other) for one, other in zip(some, others, strict=True)
        )


def _fields(kind: type) -> Sequence[str]:
    """The names of what a frozen record holds; none of another type, or one that may change."""
    if is_dataclass(kind):
        is_frozen = getattr(kind, "__dataclass_params__").frozen  # noqa: B009
        return [item.name for item in fields(kind)] if is_frozen else ()
    if issubclass(kind, BaseModel) and kind.model_config.get("frozen"):
        return [*kind.model_fields]
    return ()


class RebuildMemo(Memo):
    """Remembers what the last finished build made; `begin` each build and `finish` it."""

    def __init__(self) -> None:
        """Nothing is remembered yet."""
        self._last: dict[Part, _Made] = {}
        self._now: dict[Part, _Made] = {}
        self._digests: dict[Path, str] = {}
        self._likeness = Likeness()
        self._asked: list[Part] = []

    def begin(self) -> None:
        """Begin a build, and forget what one that failed has made."""
        self._now, self._digests, self._asked = {}, {}, []

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
        """Get the value of a part: what it made last while its `inputs` are equal, else anew."""
        current, last = inputs(), self._last.get(part)
        if last is not None and self._likeness.equal(last.inputs, current):
            self._keep(last.asked)
            made = last._replace(inputs=current)  # what the last build read is let go
        else:
            outer, self._asked = self._asked, []
            value = make()
            made, self._asked = _Made(current, value, tuple(self._asked)), outer
        self._now[part] = made
        self._asked.append(part)
        return cast("T", made.value)

    def reuse_each(
        self, part: Part, inputs: Callable[[], object], make: Callable[[], Iterable[T]]
    ) -> Iterable[T]:
        """Get the values of a part likewise."""
        return self.reuse(part, inputs, lambda: tuple(make()))

    def _keep(self, parts: Iterable[Part]) -> None:
        """Remember parts of one that is used again: it would ask for them if it were made anew."""
        for part in parts:
            self._now[part] = self._last[part]
            self._keep(self._last[part].asked)


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
