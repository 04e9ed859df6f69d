"""Units under the heading of their kind, each heading in the order of a Vietnamese dictionary."""

from collections.abc import Iterable

from generator.model.contract import Contract
from generator.model.datasets import name_of
from generator.model.records import Unit
from generator.pages.lookups import by_name


def by_kind(contract: Contract, units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """The units by heading, as the contract names and orders the kinds; none without units."""
    chosen, labels = tuple(units), contract.dataset(name_of(Unit)).field("kind").labels
    kinds = {
        heading: by_name(tuple(unit for unit in chosen if labels.get(unit.kind) == heading))
        for heading in labels.values()
    }
    return {heading: members for heading, members in kinds.items() if members}
