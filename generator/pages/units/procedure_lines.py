"""A unit's procedures: its figure of each, set beside those of units like it, or its own before."""

from dataclasses import dataclass

from generator.model.figures import Figure
from generator.model.text import collation_key
from generator.pages.lookups import latest
from generator.pages.units.source import Units


@dataclass(frozen=True)
class ProcedureLine:
    """A unit's figure of a procedure, and of the same procedure the one that it is set beside."""

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
    """The unit's procedures of all quarters, and of the newest one."""
    return UnitProcedures(
        procedure_lines(source, unit_id),
        source.peers.alike if source.peers.group_of(unit_id) else "",
        quarter_lines(source, unit_id),
        latest(source.figures.told_quarters("unit")),
    )


def procedure_lines(source: Units, unit_id: str) -> tuple[ProcedureLine, ...]:
    """The procedures of all quarters, most dossiers first; beside each that of the unit's group."""
    group = source.peers.group_of(unit_id)
    return tuple(
        ProcedureLine(
            row,
            source.figures.one(group=group.group_id, procedure=row.procedure_id) if group else None,
        )
        for row in _by_size(source, unit_id)
    )


def quarter_lines(source: Units, unit_id: str) -> tuple[ProcedureLine, ...]:
    """The procedures of the newest quarter beside the quarter before, of a unit without a group."""
    newest, before = latest(source.figures.told_quarters("unit"))
    if source.peers.group_of(unit_id) or newest is None or before is None:
        return ()

    def figure(procedure_id: str | None, quarter: str) -> Figure | None:
        return source.figures.one(unit=unit_id, procedure=procedure_id, quarter=quarter)

    lines = tuple(
        ProcedureLine(now, figure(now.procedure_id, before))
        for row in _by_size(source, unit_id)
        if (now := figure(row.procedure_id, newest)) and now.judged_count
    )
    return lines if any(line.other for line in lines) else ()


def _by_size(source: Units, unit_id: str) -> list[Figure]:
    def order(row: Figure) -> tuple[object, ...]:
        name = source.edition.procedure(row.procedure_id or "").short_name
        return -row.received_count, collation_key(name)

    return sorted(source.by_procedure.get(unit_id, ()), key=order)
