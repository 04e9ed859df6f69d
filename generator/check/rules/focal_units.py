"""The document that orders one focal unit a procedure: who answers for it is plain on every day."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import FocalUnit, Procedure

DECIDED_ABOVE = ("city", "ward_city")
"""The levels at which a unit of the city answers; below, whoever receives a dossier does."""
NEXT_DAY = timedelta(days=1)
Rows = list[tuple[date, int, FocalUnit]]


@Rule
def two_focal_units(context: CheckContext) -> Iterator[Problem]:
    """Two focal units of one procedure on one day."""
    for rows in _rows(context).values():
        for (_, earlier_row, earlier), (starts, row, _) in pairwise(rows):
            if earlier.valid_to is None or starts <= earlier.valid_to:
                yield context.found(
                    "focal-unit-overlap",
                    FocalUnit,
                    row,
                    "valid_from",
                    value=starts,
                    other=earlier_row,
                )


@Rule
def no_focal_unit(context: CheckContext) -> Iterator[Problem]:
    """A procedure of the city without a focal unit on a day since one is ordered."""
    is_known = context.is_readable(FocalUnit)
    ordered = context.city.that_sets("focal_unit") if is_known else None
    rows = _rows(context)
    for row, procedure in context.rows(Procedure) if ordered else ():
        if ordered and procedure.level in DECIDED_ABOVE:
            since, until = ordered.begins_on, context.city.as_of
            for first, last in _gaps(rows.get(procedure.procedure_id, []), since, until):
                yield context.found(
                    "focal-unit-missing",
                    Procedure,
                    row,
                    "procedure_id",
                    severity="warning",
                    value=procedure.procedure_id,
                    days=first,
                    other=last,
                )


@Rule
def focal_unit_stands(context: CheckContext) -> Iterator[Problem]:
    """A focal unit that is one no more before its time as one ends."""
    for row, item in context.rows(FocalUnit):
        unit, until = context.unit(item.unit_id), item.valid_to or context.city.as_of
        if unit and unit.valid_to and item.valid_from <= unit.valid_to < until:
            yield context.found(
                "focal-unit-ended",
                FocalUnit,
                row,
                "unit_id",
                value=item.unit_id,
                other=unit.valid_to,
            )


@Rule
def focal_unit_of_below(context: CheckContext) -> Iterator[Problem]:
    """A focal unit of a procedure that no unit of the city answers for alone."""
    levels = {item.procedure_id: item.level for _, item in context.rows(Procedure)}
    for row, item in context.rows(FocalUnit):
        level = levels.get(item.procedure_id)
        if level and level not in DECIDED_ABOVE:
            label = context.label(Procedure, "level", level)
            yield context.found(
                "focal-unit-of-below",
                FocalUnit,
                row,
                "procedure_id",
                value=item.procedure_id,
                other=label,
            )


def _rows(context: CheckContext) -> Mapping[str, Rows]:
    """The focal units of each procedure with their rows, by the days on which they begin."""
    found: dict[str, Rows] = {}
    for row, item in context.rows(FocalUnit):
        found.setdefault(item.procedure_id, []).append((item.valid_from, row, item))
    return {
        procedure_id: sorted(rows, key=lambda at: at[:2]) for procedure_id, rows in found.items()
    }


def _gaps(rows: Rows, since: date, until: date) -> Iterator[tuple[date, date]]:
    """The first and the last day of each time without a focal unit, from `since` to `until`."""
    free = since
    for starts, _, item in rows:
        if starts > until:
            break
        if free < starts:
            yield free, starts - NEXT_DAY
        if item.valid_to is None or item.valid_to >= until:
            return
        free = max(free, item.valid_to + NEXT_DAY)
    if free <= until:
        yield free, until
