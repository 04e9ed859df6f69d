"""How far a long piece of work has come, told to whoever listens; nobody does unless a face asks.

What is made never depends on it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Item = TypeVar("Item")
Listener = Callable[[str, int, int], None]
"""Takes what is being done in Vietnamese words, how many things are done, and of how many; that is
0 where nobody knows."""
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Tell a listener of all that is done meanwhile."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def doing(words: str, done: int = 0, whole: int = 0) -> None:
    """Tell what begins now, or how much of it is done."""
    if listener := _listener.get():
        listener(words, done, whole)


def each(words: str, items: Iterable[Item], whole: int = 0) -> Iterator[Item]:
    """The items, telling of each as it is taken."""
    for done, item in enumerate(items):
        doing(words, done, whole)
        yield item
