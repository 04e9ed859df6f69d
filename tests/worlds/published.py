"""The publication of a data folder, its templates compiled once for all tests of a worker."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.app import publication
from generator.app.publication import Published
from generator.output.memo import Memo, Part
from generator.pages.bytecode import CompiledTemplates
from worlds.paths import TEMPLATES
from worlds.small_memo import small_memo

T = TypeVar("T")


class Compiled(Memo):
    """Remembers compiled templates, and nothing else of a build."""

    def __init__(self) -> None:
        self.templates = CompiledTemplates()

    def reuse(self, part: Part, inputs: Callable[[], object], make: Callable[[], T]) -> T:
        made = super().reuse(part, inputs, make)
        return self.templates if isinstance(made, CompiledTemplates) else made


COMPILED = Compiled()


def publish(data: Path) -> Published:
    """What is published of a folder, its pages made as they are asked for. Raises Refused."""
    with small_memo().used():
        return publication.publish(data, TEMPLATES)
