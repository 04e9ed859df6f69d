"""Plain logic: a unit that goes over into another is not that unit, nor comes after it again."""

from collections.abc import Iterator, Mapping

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import Succession


@Rule
def successions(context: CheckContext) -> Iterator[Problem]:
    """A unit that succeeds itself, at once or by way of others, on one day."""
    rows = list(context.rows(Succession))
    after: dict[tuple[object, str], set[str]] = {}
    for _, piece in rows:
        after.setdefault((piece.effective_on, piece.from_unit), set()).add(piece.to_unit)
    for row, piece in rows:
        if piece.extent == "whole" and _leads_to(after, piece):
            yield context.found(
                "succession-circular",
                Succession,
                row,
                "to_unit",
                value=piece.from_unit,
                other=piece.to_unit,
            )


def _leads_to(after: Mapping[tuple[object, str], set[str]], piece: Succession) -> bool:
    """True when a unit comes after itself on the day of the piece."""
    reached, open_ends = {piece.to_unit}, [piece.to_unit]
    while open_ends:
        following = after.get((piece.effective_on, open_ends.pop()), set()) - reached
        reached |= following
        open_ends += following
    return piece.from_unit in reached
