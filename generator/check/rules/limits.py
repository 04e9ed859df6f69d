"""Civil Code 2015, article 148: a procedure has one time limit on each day, which is whole."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import ProcedureLimit

LONGEST = {"hour": 24 * 90, "working_hour": 8 * 500, "working_day": 500, "day": 730, "month": 24}
"""About two years of each unit: no procedure takes longer, so a number has a figure too many."""


@Rule
def limit_parts(context: CheckContext) -> Iterator[Problem]:
    """A limit's number without its unit, and its unit without the number."""
    for row, limit in context.rows(ProcedureLimit):
        for column, value, unit in (
            ("baseline", limit.baseline_value, limit.baseline_unit),
            ("limit", limit.limit_value, limit.limit_unit),
        ):
            if value is not None and unit is None:
                yield context.found(
                    "limit-without-unit", ProcedureLimit, row, f"{column}_unit", value=value
                )
            if value is None and unit is not None:
                label = context.label(ProcedureLimit, f"{column}_unit", unit)
                yield context.found(
                    "limit-without-value", ProcedureLimit, row, f"{column}_value", value=label
                )


@Rule
def limits_unmeant(context: CheckContext) -> Iterator[Problem]:
    """A limit of no time, a number beside “within the day”, and more than two years."""
    for row, limit in context.rows(ProcedureLimit):
        for column, value, unit in (
            ("baseline_value", limit.baseline_value, limit.baseline_unit),
            ("limit_value", limit.limit_value, limit.limit_unit),
        ):
            if value is None or unit is None:
                continue
            label = context.label(ProcedureLimit, column.replace("value", "unit"), unit)
            if (value == 0) != (unit == "same_day"):
                yield context.found(
                    "limit-unfit", ProcedureLimit, row, column, value=value, other=label
                )
            elif value > LONGEST.get(unit, value):
                yield context.found(
                    "limit-too-long", ProcedureLimit, row, column, "warning",
                    value=value, other=label,
                )  # fmt: skip


@Rule
def limit_periods(context: CheckContext) -> Iterator[Problem]:
    """Two limits of one procedure on one day (an error), or none on some day (a warning)."""
    by_procedure: dict[str, list[tuple[date, int, ProcedureLimit]]] = {}
    for row, limit in context.rows(ProcedureLimit):
        by_procedure.setdefault(limit.procedure_id, []).append((limit.valid_from, row, limit))
    for limits in by_procedure.values():
        ordered = sorted(limits, key=lambda item: item[:2])
        for (_, earlier_row, earlier), (starts, row, _) in pairwise(ordered):
            ends = earlier.valid_to
            if ends is None or starts <= ends:
                yield context.found(
                    "limit-overlap",
                    ProcedureLimit,
                    row,
                    "valid_from",
                    value=starts,
                    other=earlier_row,
                )
            elif starts - ends > timedelta(days=1):
                yield context.found(
                    "limit-gap",
                    ProcedureLimit,
                    row,
                    "valid_from",
                    severity="warning",
                    value=starts,
                    other=ends,
                )
