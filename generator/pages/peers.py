"""What a unit's rate is set beside: that of wards of its size, or its own of the quarter before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.edition.edition import Edition
from generator.model.counts import CountTable
from generator.model.figures import Figure, Figures
from generator.model.text import vn_quarter
from generator.model.unit_groups import UNIT_GROUPS, UnitGroup, group_words, members_of
from generator.pages.lookups import latest, whole_period


@dataclass(frozen=True)
class Beside:
    """A unit's figure and the one that it is set beside, of the same period.

    `short` and `words` say whose that is. `by_quarter` are the other's figures of each quarter;
    empty where no unit is like it: it is then set beside its own quarter before.
    """

    mine: Figure
    other: Figure | None
    period: str
    short: str
    words: str
    by_quarter: Mapping[str | None, Figure]


@dataclass(frozen=True)
class Peers:
    """Which units of an edition are alike; `noun` is what those that are compared are called."""

    figures: Figures
    noun: str

    @property
    def alike(self) -> str:
        """What the others of a group are called together: "phường, xã cùng quy mô"."""
        return f"{self.noun} cùng quy mô"

    @cached_property
    def group_by_unit(self) -> dict[str, str]:
        """The group of each unit that has figures."""
        tables = [item for item in self.figures.count_tables if item.name == UNIT_GROUPS]
        return {str(row[0]): str(row[1]) for table in tables for row in _pairs(table)}

    @cached_property
    def members(self) -> dict[str, tuple[str, ...]]:
        """The units of each group, the largest group first."""
        found = members_of(self.group_by_unit)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

    def group_of(self, unit_id: str) -> UnitGroup | None:
        """The group of a unit; None where there is no other unit in it."""
        group_id = self.group_by_unit.get(unit_id)
        if group_id is None or len(self.members[group_id]) < 2:
            return None
        return UnitGroup(group_id)

    def beside(self, unit_id: str) -> Beside | None:
        """What the unit's figures of all quarters are set beside; None without figures."""
        whole, group = self.figures.one(unit=unit_id), self.group_of(unit_id)
        quarters = self.figures.told_quarters("unit")
        if whole is None:
            return None
        if group is None:
            return self._own_quarters(unit_id, whole, quarters)
        rows: dict[str | None, Figure] = {
            quarter: row
            for quarter in quarters
            if (row := self.figures.one(group=group.group_id, quarter=quarter))
        }
        other = self.figures.one(group=group.group_id)
        period = whole_period(quarters).words
        return Beside(whole, other, period, self.alike, group_words(group, self.noun), rows)

    def _own_quarters(self, unit_id: str, whole: Figure, quarters: Sequence[str]) -> Beside:
        newest, before = latest(quarters)
        now = self.figures.one(unit=unit_id, quarter=newest) if newest else None
        then = self.figures.one(unit=unit_id, quarter=before) if before else None
        if newest is None or before is None or now is None or then is None:
            return Beside(whole, None, whole_period(quarters).words, "", "", {})
        short = vn_quarter(before)
        is_compared = unit_id in self.group_by_unit
        alone = f"không {self.noun} nào khác cùng quy mô"
        reason = alone if is_compared else "mỗi đơn vị như thế làm những thủ tục riêng"
        words = f"{short} của chính đơn vị, vì {reason}"
        return Beside(now, then, vn_quarter(newest), short, words, {})


def _pairs(table: CountTable) -> Sequence[tuple[str | int | None, ...]]:
    places = [table.columns.index(name) for name in ("unit_id", "group_id")]
    return [tuple(row[place] for place in places) for row in table.rows]


@dataclass(frozen=True)
class GroupRow:
    """All units of a kind and size together, in words, and their figure of a quarter."""

    words: str
    figure: Figure


def group_rows(peers: Peers, unit_ids: Iterable[str], quarter: str | None) -> list[GroupRow]:
    """The groups in which some units are compared, each once, with their figures of a quarter."""
    groups = {group.group_id: group for unit in unit_ids if (group := peers.group_of(unit))}
    return [
        GroupRow(group_words(groups[group_id], peers.noun), figure)
        for group_id in sorted(groups)
        if (figure := peers.figures.one(group=group_id, quarter=quarter))
    ]


def peers_of(edition: Edition) -> Peers:
    """Which units of the edition are alike."""
    return Peers(edition.figures, edition.local_units)
