"""A unit's procedures: its figure of each, set beside those of units like it, or its own before."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator.model.figures import Figure
from generator.model.text import collation_key
from generator.model.unit_groups import UnitGroup
from generator.pages.lookups import latest
from generator.pages.units.source import Units


@dataclass(frozen=True)
class ProcedureLine:
    """A unit's figure of a procedure, and of the same procedure the one that it is set beside.

    `name` is the procedure's short name.
    """

    name: str
    figure: Figure
    other: Figure | None


@dataclass(frozen=True)
class UnitProcedures:
    """A unit's procedures: `whole` of all quarters, beside those of its `group`.

    `in_quarter` are those of the newest of `quarters` beside the one before, where no unit is
    like this one and `group` is empty.
    """

    whole: tuple[ProcedureLine, ...]
    group: str
    in_quarter: tuple[ProcedureLine, ...]
    quarters: tuple[str | None, str | None]


def procedures_of(source: Units, unit_id: str) -> UnitProcedures:
    """The unit's procedures of all quarters, and without units like it, of the newest quarter."""
    group, quarters = source.peers.group_of(unit_id), latest(source.figures.told_quarters("unit"))
    rows = _by_size(source, unit_id)
    return UnitProcedures(
        tuple(_line(source, row, _of_group(source, group, row)) for row in rows),
        source.peers.alike if group else "",
        () if group else _in_quarter(source, unit_id, rows, *quarters),
        quarters,
    )


def _of_group(source: Units, group: UnitGroup | None, row: Figure) -> Figure | None:
    if group is None:
        return None
    return source.figures.one(group=group.group_id, procedure=row.procedure_id)


def _in_quarter(
    source: Units, unit_id: str, rows: Sequence[Figure], newest: str | None, before: str | None
) -> tuple[ProcedureLine, ...]:
    """The procedures of the newest quarter beside the one before; none where none was in both."""
    if newest is None or before is None:
        return ()
    figure = partial(source.figures.one, unit=unit_id)
    lines = tuple(
        _line(source, now, figure(procedure=now.procedure_id, quarter=before))
        for row in rows
        if (now := figure(procedure=row.procedure_id, quarter=newest)) and now.judged_count
    )
    return lines if any(line.other for line in lines) else ()


def _line(source: Units, row: Figure, other: Figure | None) -> ProcedureLine:
    return ProcedureLine(_name(source, row), row, other)


def _name(source: Units, row: Figure) -> str:
    return source.edition.procedure(row.procedure_id or "").short_name


def _by_size(source: Units, unit_id: str) -> list[Figure]:
    def order(row: Figure) -> tuple[object, ...]:
        return -row.received_count, collation_key(_name(source, row))

    return sorted(source.by_procedure.get(unit_id, ()), key=order)
