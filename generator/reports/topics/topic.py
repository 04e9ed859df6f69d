"""A subject of the report: what it says of a quarter, and the duty under which it is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model.duty_names import DutyName
from generator.reports.document import Appendix, Block
from generator.reports.quarter import QuarterOf

Numbers = Mapping[str, str]
"""What the appendices are called, "Phụ lục I", by the topic that each belongs to."""


@dataclass(frozen=True)
class Topic:
    """A subject. `duty` is what a document orders of it; None of what is told in the first section.

    `blocks` says it, of nothing an empty tuple; `table` lists it, None where there is nothing to
    list. A table gets its number from its place among those that there are.
    """

    name: str
    title: str
    duty: DutyName | None
    blocks: Callable[[QuarterOf, Numbers], tuple[Block, ...]]
    table: Callable[[QuarterOf, str], Appendix | None] | None = None
    is_by_document: bool = False
    """It is told under each document that orders it, of what that document orders."""


def see(numbers: Numbers, name: str) -> str:
    """ " (Phụ lục II)"; empty where there is no such appendix."""
    return f" ({numbers[name]})" if name in numbers else ""
