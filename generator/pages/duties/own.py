"""How punctually the city itself publishes: the editions it closed, the weeks it was on air."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.obligations import Obligation, ObligationState
from generator.pages.duties.words import PUBLISHING


@dataclass(frozen=True)
class OwnDuty:
    """One thing that the city publishes again and again: how often in time, late, not at all."""

    dataset: str
    on_time_count: int
    late_count: int
    missing_count: int

    @property
    def due_count(self) -> int:
        """How often it was done, or had to be."""
        return self.on_time_count + self.late_count + self.missing_count


def own_duties(obligations: Iterable[Obligation]) -> tuple[OwnDuty, ...]:
    """Editions and broadcasts done or due among some obligations; only what there is any of."""
    states: dict[str, Counter[ObligationState]] = {}
    for item in obligations:
        if item.dataset in PUBLISHING:
            states.setdefault(item.dataset, Counter())[item.state] += 1
    return tuple(
        OwnDuty(dataset, found["done_on_time"], found["done_late"], found["overdue"])
        for dataset in PUBLISHING
        if (found := states.get(dataset))
    )
