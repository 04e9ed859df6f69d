"""What a process keeps from one build to the next, so that an edit shows soon.

A value is given again only while everything that it was made of is the same: by content, never by
a file's time or by what kind of edit it was. It lies in memory, one value a place, and is forgotten
as soon as a build has no more use for it. A build that is done once keeps nothing.
"""

import os
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from hashlib import file_digest
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

T = TypeVar("T")
Place = Hashable
"""What a value is, e.g. `("pages", "units")`; a build asks for each place once."""
_WHOLLY = (tuple, str, bytes, int, float, date, type(None))
"""Kinds of values of which equal ones are the same in everything."""


class Fresh:
    """Keeps nothing: for a build that is not followed by another in its process."""

    keeps = False

    def digest(self, path: Path) -> str:
        """What tells the content of a file from any other; empty where nothing is kept."""
        del path
        return ""

    def again(self, place: Place, of: Callable[[], object], make: Callable[[], T]) -> T:
        """The value of a place: as it was last, while what it is made `of` is `alike`."""
        del place, of
        return make()

    def same(self, place: Place, value: T) -> T:
        """The value, as the very object that was there last if that is equal."""
        del place
        return value

    def read_from(
        self, place: Place, wholes: tuple[Any, ...], of: object, make: Callable[..., T]
    ) -> T:
        """Like `again`, for what is also made of dataclasses: as far as `make` reads them."""
        del place, of
        return make(*wholes)


FRESH = Fresh()


class Kept(Fresh):
    """Keeps what the last finished build has asked for; `begin` each build and `finish` it."""

    keeps = True

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._last: dict[Place, _Entry] = {}
        self._now: dict[Place, _Entry] = {}
        self._digests: dict[Path, str] = {}

    def begin(self) -> None:
        """A build begins. What one that failed has made is forgotten."""
        self._now, self._digests = {}, {}

    def finish(self) -> None:
        """A build is done. Nothing of it is kept if a file changed while it was read."""
        if all(_digest(path) == digest for path, digest in self._digests.items()):
            self._last = self._now
        self.begin()

    def digest(self, path: Path) -> str:
        """What tells the content of a file from any other."""
        if path not in self._digests:
            self._digests[path] = _digest(path)
        return self._digests[path]

    def again(self, place: Place, of: Callable[[], object], make: Callable[[], T]) -> T:
        """The value of a place: as it was last, while what it is made `of` is `alike`."""
        made_of = of()
        if (known := self.found(place, (), made_of)) is not None:
            return cast("T", known[0])
        value = make()
        self.keep(place, (), made_of, value)
        return value

    def same(self, place: Place, value: T) -> T:
        """The value, as the very object that was there last if that is equal."""
        last = self._last.get(place)
        value = last.value if last and _is_equal(last.value, value) else value
        self.keep(place, (), None, value)
        return value

    def read_from(
        self, place: Place, wholes: tuple[Any, ...], of: object, make: Callable[..., T]
    ) -> T:
        """Like `again`, for what is also made of dataclasses: as far as `make` reads them."""
        if (known := self.found(place, wholes, of)) is not None:
            return cast("T", known[0])
        watched = [watch(whole) for whole in wholes]
        value = make(*(whole for whole, _ in watched))
        self.keep(place, [reads for _, reads in watched], of, value)
        return value

    def found(self, place: Place, wholes: tuple[Any, ...], of: object) -> tuple[Any] | None:
        """What was kept of a place, alone in a tuple; None when it does not hold any more."""
        last = self._last.get(place)
        if last is None or not alike(last.of, of) or len(last.reads) != len(wholes):
            return None
        if not all(reads.hold(whole) for reads, whole in zip(last.reads, wholes, strict=True)):
            return None
        self._now[place] = last
        return (last.value,)

    def keep(self, place: Place, reads: "Iterable[Reads]", of: object, value: object) -> None:
        """Keeps a value with what was read for it, and what else it was made `of`."""
        self._now[place] = _Entry(tuple(reads), of, value)


@dataclass
class Reads:
    """What has been read of a dataclass so far: the values of its fields, and so on of those of
    its fields that are dataclasses to be watched themselves."""

    values: dict[str, object] = field(default_factory=dict)
    within: "dict[str, Reads]" = field(default_factory=dict)

    def hold(self, whole: object) -> bool:
        """True when `whole` would have been read the same."""
        return all(alike(value, getattr(whole, name)) for name, value in self.values.items()) and (
            all(reads.hold(getattr(whole, name)) for name, reads in self.within.items())
        )


class _Entry(NamedTuple):
    reads: tuple[Reads, ...]
    of: object
    value: Any


@dataclass(frozen=True, eq=False)
class Very:
    """A value that is like itself alone, whatever it is equal to."""

    value: object

    def __eq__(self, other: object) -> bool:
        """True of the very same value."""
        return isinstance(other, Very) and self.value is other.value

    def __hash__(self) -> int:
        """By identity, too."""
        return id(self.value)


WATCHED = {"watched": True}
"""Metadata of a field whose own fields are watched one by one."""


def made_from(name: str) -> dict[str, str]:
    """Metadata of a field that says nothing beyond what another one says."""
    return {"from": name}


def watch(whole: T) -> tuple[T, Reads]:
    """A dataclass that stands for `whole`, and what will have been read of it."""
    kind = cast("Hashable", type(whole))
    watched, reads = object.__new__(_watching(kind)), Reads()
    watched.__dict__.update(_whole=whole, _reads=reads)
    return cast("T", watched), reads


class _Field:
    """A field that takes its value from the whole, and a note, when it is read first."""

    def __init__(self, name: str, made_from: str, *, is_watched: bool) -> None:
        self.name, self.made_from, self.is_watched = name, made_from, is_watched

    def __get__(self, watched: Any, _: type | None = None) -> Any:
        state = watched.__dict__
        whole, reads = state["_whole"], state["_reads"]
        value = getattr(whole, self.name)
        if self.is_watched:
            value, reads.within[self.name] = watch(value)
        else:
            reads.values[self.made_from] = getattr(whole, self.made_from)
        state[self.name] = value
        return value


@cache
def _watching(kind: Any) -> Any:
    """A subclass whose fields are noted. What it computes itself it computes of noted fields."""
    noted = {
        item.name: _Field(
            item.name,
            item.metadata.get("from", item.name),
            is_watched=item.metadata.get("watched", False),
        )
        for item in fields(kind)
    }
    return type(f"Watched{kind.__name__}", (kind,), noted)


def alike(one: object, other: object) -> bool:
    """True of the same object and of equal texts, numbers, days and tuples.

    Equal mappings may lie in another order, and equal settings may be written otherwise.
    """
    return one is other or (type(one) is type(other) and isinstance(one, _WHOLLY) and one == other)


def _is_equal(one: object, other: object) -> bool:
    """True of equal values of one kind, and of mappings only in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one.items()) == list(other.items())
    return type(one) is type(other) and one == other


def _digest(path: Path) -> str:
    """A link that leads elsewhere is no more the file it was, though it says the same."""
    if not os.path.lexists(path):
        return "none"
    try:
        with path.open("rb") as file:
            return f"{file_digest(file, 'sha256').hexdigest()} {os.path.realpath(path)}"
    except OSError as error:
        return type(error).__name__
