"""What a process remembers of its builds, and what it has made anew."""

from collections.abc import Callable
from typing import TypeVar

from generator.output.memo import Part, RebuildMemo

T = TypeVar("T")


class WatchedMemo(RebuildMemo):
    """`made` are the parts that the build under way, or the last one, could not use again."""

    def __init__(self) -> None:
        super().__init__()
        self.made: set[Part] = set()

    def reuse(self, part: Part, inputs: Callable[[], object], make: Callable[[], T]) -> T:
        def noted() -> T:
            self.made.add(part)
            return make()

        return super().reuse(part, inputs, noted)
