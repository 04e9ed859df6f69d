"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.check.context import CheckContext
from generator.model.problem import Problem


@dataclass(frozen=True)
class Rule:
    """A function that looks at a city's records and says what is wrong with them.

    Written as a decorator: `@Rule` above the function makes it a rule, and the registry finds every
    rule of the files in `rules/`.
    """

    look: Callable[[CheckContext], Iterator[Problem]]

    def __call__(self, context: CheckContext) -> Iterator[Problem]:
        """The findings of the rule in these records."""
        return self.look(context)
