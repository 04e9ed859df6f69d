"""The sample rows of an entry workbook: the sample city's records, told of the city itself."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.entry.columns import EntryColumn, EntryDataset
from generator.entry.written import offered
from generator.model.datasets import name_of
from generator.model.record import parts
from generator.model.records import Procedure, ProcedureLimit, Succession, Unit
from generator.model.settings import City

Row = Mapping[str, str]
SAMPLE_ROWS = 2
OF_LAW = {name_of(kind) for kind in (Unit, Succession, Procedure, ProcedureLimit)}
"""Datasets whose free texts cite the law of the sample city's country."""


@dataclass(frozen=True)
class Naming:
    """What a city calls itself, and its units by id."""

    city: City
    units: Mapping[str, str]

    @property
    def head(self) -> str:
        """Who signs for it."""
        chairman = self.city.city.jurisdiction == "vn"
        return f"{'Chủ tịch' if chairman else 'Người đứng đầu'} {self.city.city.authority}"


def samples(
    entry: EntryDataset, own: Sequence[Row], sample: Sequence[Row], here: Naming, there: Naming
) -> list[Row]:
    """Two rows that show as many columns filled in as can be, with the city's choices and names.

    Of its units a city has rows of its own, which name no person.
    """
    if entry.dataset.name == name_of(Unit) and own:
        return _fullest(own)
    return [
        _with_own_names(entry, row, _own(entry, row, number), here, there)
        for number, row in enumerate(_fullest(sample))
    ]


def _fullest(rows: Sequence[Row]) -> list[Row]:
    chosen: list[Row] = []
    filled: set[str] = set()
    for _ in range(min(SAMPLE_ROWS, len(rows))):
        rest = [row for row in rows if row not in chosen]
        best = max(rest, key=lambda row: sum(bool(v) and k not in filled for k, v in row.items()))
        chosen.append(best)
        filled |= {name for name, cell in best.items() if cell}
    return chosen


def _with_own_names(
    entry: EntryDataset, row: Row, own: Row, here: Naming, there: Naming
) -> dict[str, str]:
    """The city's sample, in which texts name its own units and bodies, not the sample city's."""
    renamed = {
        there.units[row[name]]: here.units[cell]
        for name, cell in own.items()
        if cell in here.units and row.get(name) in there.units
    }
    if here.city.city.name == there.city.city.name:
        return {name: renamed.get(cell, cell) for name, cell in own.items()}
    told = {name: renamed.get(cell, cell) for name, cell in own.items()}
    return {
        name: _told(entry.column(name), cell, entry, here, there) for name, cell in told.items()
    }


def _told(column: EntryColumn, cell: str, entry: EntryDataset, here: Naming, there: Naming) -> str:
    """A cell of free words as it would stand in the city; others as they are."""
    if column.kind != "text" or column.choices is not None or not cell:
        return cell
    is_foreign = here.city.city.jurisdiction != there.city.city.jurisdiction
    if is_foreign and entry.dataset.name in OF_LAW and not column.field.required:
        return ""
    ours = dict(reversed(list(_bodies(here, there))))  # of two ways to say it the first one counts
    found = "|".join(map(re.escape, sorted(ours, key=len, reverse=True)))
    return re.sub(found, lambda said: ours[said[0]], cell)


def _bodies(here: Naming, there: Naming) -> Iterator[tuple[str, str]]:
    """What stands in texts of the sample city for what of the city itself."""
    place, own = there.city.place, here.city.place
    committee = f"Ủy ban nhân dân {place}"
    yield f"Chủ tịch {there.city.city.authority}", here.head
    yield f"Chủ tịch {committee}", here.head
    yield "Chủ tịch Ủy ban nhân dân xã", here.head
    yield there.city.city.authority, here.city.city.authority
    yield committee, here.city.city.authority
    yield there.city.city.name, here.city.city.name
    yield from _units(here, there)
    if here.city.city.jurisdiction != there.city.city.jurisdiction:
        yield from _other_country(here, place)
    else:
        yield place, own


def _units(here: Naming, there: Naming) -> Iterator[tuple[str, str]]:
    """Each unit of the sample city and one of the city's own, that of its name where there is."""
    own = list(here.units.values())
    yield from ((name, name) for name in own)  # a name of its own may hold one of theirs
    theirs = sorted(set(there.units.values()), key=lambda name: (-len(name), name))
    for number, name in enumerate(theirs if own else ()):
        if name not in own:
            yield name, own[number % len(own)]


def _other_country(here: Naming, place: str) -> Iterator[tuple[str, str]]:
    """Words of Vietnam's administration, where another country's stands for them."""
    law = here.city.law
    yield f"Hội Cựu chiến binh {place}", law.supervisors.any.capitalize()
    yield "Ban Thanh tra nhân dân", law.supervisors.any.capitalize()
    yield "Công chức địa chính - xây dựng", "Nhân viên tiếp nhận hồ sơ"
    yield "đủ 5 rõ", "đủ các mục"
    yield " theo phương châm 5 rõ", ""
    yield "Cổng Dịch vụ công quốc gia", "Trang thông tin của cơ quan"
    yield f" {place}", ""


def _own(entry: EntryDataset, row: Row, number: int) -> dict[str, str]:
    """The row with the city's own choices: what is one thing in the sample is one here too, and
    what is two is two, for no unit merges into itself."""
    own: dict[str, str] = {}
    meant: dict[str, str] = {}
    for column in entry.columns:
        cell = row.get(column.name, "")
        if column.choices is None or not cell:
            own[column.name] = _own_cell(column, cell, number) if cell else ""
            continue
        if cell not in meant:
            meant[cell] = _own_cell(column, cell, number, {*meant.values(), *row.values()})
        own[column.name] = meant[cell]
    return own


def _own_cell(
    column: EntryColumn, cell: str, number: int, taken: Collection[str] = frozenset()
) -> str:
    """The sample's cell where this city knows what it names, or else one of its own choices that
    is not `taken`; empty where there is none."""
    if column.choices is None:
        return "" if column.declared.vocabulary and not column.field.required else cell
    known = {choice.code for choice in column.choices.offered}
    if all(part in known for part in parts(cell)):
        return cell
    own = list(offered(column))
    codes = [choice.code for choice in column.choices.offered]
    first = number % len(own) if own else 0
    return next((code for code in (*codes[first:], *codes[:first]) if code not in taken), "")
