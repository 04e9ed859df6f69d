"""A key that several rows lead to and that is not there: told once, where it should stand."""

from collections.abc import Iterable, Iterator

from generator.check.context import CheckContext, finding
from generator.model.problem import Problem


def lost_keys(context: CheckContext, found: Iterable[Problem]) -> Iterator[Problem]:
    """The keys that more than one finding says are missing: the cause from which these follow.

    A thing such as `units/p-dong-tho` is named by the dataset that should have it.
    """
    by_thing: dict[str, list[Problem]] = {}
    for problem in found:
        if problem.thing:
            by_thing.setdefault(problem.thing, []).append(problem)
    known = {dataset.name: dataset for dataset in context.contract.datasets}
    for thing, some in by_thing.items():
        name, _, value = thing.partition("/")
        if name in known and len(some) > 1:
            yield finding(known[name], "key-lost", None, thing=thing, value=value, count=len(some))
