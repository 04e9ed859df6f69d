"""How punctually the city itself publishes: the editions it closed, the weeks it was on air."""

from dataclasses import dataclass

from generator.contract.edition import Edition
from generator.contract.figures import ObligationState
from generator.publish.duties import PUBLISHING


@dataclass(frozen=True)
class OwnDuty:
    """One thing that the city publishes again and again, of which `due_count` had to be out."""

    dataset: str
    due_count: int
    on_time_count: int
    late_count: int
    missing_count: int


def own_duties(edition: Edition, unit_id: str | None = None) -> tuple[OwnDuty, ...]:
    """Editions and broadcasts done or due, of all units or of one; only what there is any of."""
    owed: dict[str, list[ObligationState]] = {}
    for item in edition.figures.obligations:
        if item.dataset in PUBLISHING and unit_id in (None, item.unit_id):
            owed.setdefault(item.dataset, []).append(item.state)
    return tuple(_counted(dataset, owed[dataset]) for dataset in PUBLISHING if dataset in owed)


def _counted(dataset: str, states: list[ObligationState]) -> OwnDuty:

    def number(*wanted: ObligationState) -> int:
        return sum(state in wanted for state in states)

    on_time, late, missing = number("done_on_time"), number("done_late"), number("overdue")
    return OwnDuty(dataset, on_time + late + missing, on_time, late, missing)
