"""Which units may be compared: wards and communes that receive about as many dossiers a quarter.

They all do the same work. A division has procedures that no other has, so that its rate is set
beside its own of other quarters alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.contract import Contract
from generator.model.records import Procedure
from generator.model.text import vn_number

UNIT_GROUPS = "unit_groups"
"""The table of counts that says which group each unit is in."""
LOCAL_KINDS = ("ward", "commune")
LOCAL = "local"
SIZES = (0, 20, 200, 2_000, 20_000)
"""The least dossiers a quarter of each size. A city does not choose them: it would choose with whom
its units are compared."""


def family_of(kind: str) -> str | None:
    """The family in which units of a kind are compared; None of those that do work of their own."""
    return LOCAL if kind in LOCAL_KINDS else None


def local_noun(contract: Contract) -> str:
    """What those that are compared are called together: "phường, xã", as the contract calls the
    level that decides a procedure there."""
    label = contract.label(Procedure, "level", "ward")
    return label[:1].lower() + label[1:]


@dataclass(frozen=True)
class UnitGroup:
    """A family of units and a size, from `least` dossiers a quarter to less than `below`."""

    group_id: str

    @property
    def least(self) -> int:
        """The least dossiers a quarter."""
        return int(self.group_id.rpartition("-")[2])

    @property
    def below(self) -> int | None:
        """The least dossiers a quarter of the next size; None of the largest."""
        return next((size for size in SIZES if size > self.least), None)


def size_words(group: UnitGroup) -> str:
    """ "từ 20 đến dưới 200 hồ sơ mỗi quý"."""
    least, below = vn_number(group.least), group.below
    if below is None:
        return f"từ {least} hồ sơ mỗi quý trở lên"
    if not group.least:
        return f"dưới {vn_number(below)} hồ sơ mỗi quý"
    return f"từ {least} đến dưới {vn_number(below)} hồ sơ mỗi quý"


def group_words(group: UnitGroup, noun: str) -> str:
    """ "các phường, xã nhận từ 20 đến dưới 200 hồ sơ mỗi quý"; `noun` is what they are called."""
    return f"các {noun} nhận {size_words(group)}"


def members_of(group_by_unit: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The units of each group, both in the order in which they came."""
    members: dict[str, tuple[str, ...]] = {}
    for unit_id, group_id in group_by_unit.items():
        members[group_id] = (*members.get(group_id, ()), unit_id)
    return members
