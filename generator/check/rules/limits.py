"""Time limits: whole, and one after another without overlap or gap."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator.check.context import CheckContext
from generator.model.problems import Problem
from generator.model.records import ProcedureLimit

PARTS = (("baseline_value", "baseline_unit"), ("limit_value", "limit_unit"))
DATASET = "procedure_limits"


def limit_parts(context: CheckContext) -> Iterator[Problem]:
    """A limit's number without its unit, and its unit without the number."""
    for row, limit in context.numbered(DATASET):
        for value_field, unit_field in PARTS:
            value, unit = getattr(limit, value_field), getattr(limit, unit_field)
            if value is not None and unit is None:
                yield context.found("limit-without-unit", DATASET, row, unit_field, value=value)
            if value is None and unit is not None:
                label = context.contract.label(DATASET, unit_field, unit)
                yield context.found("limit-without-value", DATASET, row, value_field, value=label)


def limit_periods(context: CheckContext) -> Iterator[Problem]:
    """Two limits of one procedure on one day (an error), or none on some day (a warning)."""
    by_procedure: dict[str, list[tuple[date, int, ProcedureLimit]]] = {}
    for row, limit in context.numbered(DATASET):
        by_procedure.setdefault(limit.procedure_id, []).append((limit.valid_from, row, limit))
    for limits in by_procedure.values():
        ordered = sorted(limits, key=lambda item: item[:2])
        for (_, earlier_row, earlier), (starts, row, _) in pairwise(ordered):
            ends = earlier.valid_to
            if ends is None or starts <= ends:
                yield context.found(
                    "limit-overlap", DATASET, row, "valid_from", value=starts, other=earlier_row
                )
            elif starts - ends > timedelta(days=1):
                yield context.found(
                    "limit-gap",
                    DATASET,
                    row,
                    "valid_from",
                    severity="warning",
                    value=starts,
                    other=ends,
                )
