"""Findings of one cause together, so that a report tells each cause once and what follows from it.

Nothing is lost: a fold holds all its findings, and the report for machines has every one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.problem import Problem

FEW = 5
"""So many findings that are alike are still told one by one."""


@dataclass(frozen=True)
class Fold:
    """The finding that is told, the equal ones in its column, and those that follow from it."""

    first: Problem
    equal: tuple[Problem, ...] = ()
    led: tuple[Problem, ...] = ()

    @property
    def all(self) -> tuple[Problem, ...]:
        """Every finding of the fold."""
        return (self.first, *self.equal, *self.led)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file, row and column; before all else why a file was not read."""
    return sorted(problems, key=lambda problem: (not problem.unread, *problem.place))


def folded(problems: Iterable[Problem]) -> list[Fold]:
    """Findings about one thing as one, then equal ones (code, file, column) once they are many."""
    folds = _by_thing(in_order(problems))
    groups: dict[tuple[str, str, str | None], list[Fold]] = {}
    for fold in folds:
        first = fold.first
        groups.setdefault((first.code, first.file, first.field), []).append(fold)
    told = []
    for fold in folds:
        first = fold.first
        group = groups[first.code, first.file, first.field]
        if len(group) <= FEW:
            told.append(fold)
        elif group[0] is fold:
            equal = tuple(other.first for other in group[1:])
            told.append(Fold(first, equal, tuple(item for other in group for item in other.led)))
    return told


def _by_thing(ordered: Sequence[Problem]) -> list[Fold]:
    """One fold a thing that findings are about, and one a finding that is about nothing else.

    Many things of one kind together: a table that lost many rows is one cause.
    """
    things: dict[str, list[Problem]] = {}
    for problem in ordered:
        if problem.thing:
            things.setdefault(problem.thing, []).append(problem)
    kinds: dict[str, int] = {}
    for thing in things:
        kinds[_kind(thing)] = kinds.get(_kind(thing), 0) + 1
    groups: dict[str, list[Problem]] = {}
    for thing, some in things.items():
        name = _kind(thing) if kinds[_kind(thing)] > FEW else thing
        groups.setdefault(name, []).extend(some)
    folds = [Fold(problem) for problem in ordered if not problem.thing]
    for first, *led in map(_cause_first, groups.values()):
        folds.append(Fold(first, (), tuple(led)))
    place = {id(problem): number for number, problem in enumerate(ordered)}
    return sorted(folds, key=lambda fold: min(place[id(item)] for item in fold.all))


def _kind(thing: str) -> str:
    return thing.partition("/")[0]


def _cause_first(problems: Sequence[Problem]) -> list[Problem]:
    """An error before a warning, and what says that a whole row is gone before what stands in one.

    Where both are, the dataset that should have the thing. Otherwise in their order.
    """
    return sorted(
        problems,
        key=lambda item: (
            item.severity != "error",
            item.row is not None,
            item.dataset != _kind(item.thing),
        ),
    )
