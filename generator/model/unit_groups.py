"""Which units may be compared: those of one kind that receive about as many dossiers a quarter."""

from collections.abc import Mapping
from dataclasses import dataclass

UNIT_GROUPS = "unit_groups"
"""The table of counts that says which group each unit is in."""
LOCAL_KINDS = ("ward", "commune")
LOCAL = "local"
SIZES = (0, 20, 200, 2_000, 20_000)
"""The least dossiers a quarter of each size. A city does not choose them: it would choose with whom
its units are compared."""


def family_of(kind: str) -> str:
    """The kind that a unit is compared by: wards and communes are one, every other kind its own."""
    return LOCAL if kind in LOCAL_KINDS else kind


@dataclass(frozen=True)
class UnitGroup:
    """A kind of units and a size, from `least` dossiers a quarter to less than `below`."""

    group_id: str

    @property
    def family(self) -> str:
        """What `family_of` says of its units."""
        return self.group_id.rpartition("-")[0]

    @property
    def least(self) -> int:
        """The least dossiers a quarter."""
        return int(self.group_id.rpartition("-")[2])

    @property
    def below(self) -> int | None:
        """The least dossiers a quarter of the next size; None of the largest."""
        return next((size for size in SIZES if size > self.least), None)


def members_of(group_by_unit: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The units of each group, both in the order in which they came."""
    members: dict[str, tuple[str, ...]] = {}
    for unit_id, group_id in group_by_unit.items():
        members[group_id] = (*members.get(group_id, ()), unit_id)
    return members
