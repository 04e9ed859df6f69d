"""Plain logic: two units of one time do not look like one to a reader."""

from collections.abc import Iterator

from generator.check.context import CheckContext
from generator.check.letters import skeleton
from generator.check.rule import Rule
from generator.model.problem import Problem
from generator.model.records import Unit


@Rule
def units_alike(context: CheckContext) -> Iterator[Problem]:
    """Two units of one time whose names look the same."""
    seen: dict[str, list[tuple[int, Unit]]] = {}
    for row, unit in context.rows(Unit):
        known = seen.setdefault(skeleton(unit.name), [])
        other_row = next((at for at, other in known if _meet(unit, other)), None)
        if other_row is not None:
            yield context.found("units-alike", Unit, row, "name", value=unit.name, other=other_row)
        known.append((row, unit))


@Rule
def codes_alike(context: CheckContext) -> Iterator[Problem]:
    """Two units of one time with one code of the statistics office, which would be one to it."""
    seen: dict[str, list[tuple[int, Unit]]] = {}
    for row, unit in context.rows(Unit):
        if unit.gso_code is None:
            continue
        known = seen.setdefault(unit.gso_code, [])
        other_row = next((at for at, other in known if _meet(unit, other)), None)
        if other_row is not None:
            yield context.found(
                "gso-code-twice", Unit, row, "gso_code", value=unit.gso_code, other=other_row
            )
        known.append((row, unit))


def _meet(one: Unit, other: Unit) -> bool:
    """True when two units stand on one day."""
    last_start = max((unit.valid_from for unit in (one, other) if unit.valid_from), default=None)
    first_end = min((unit.valid_to for unit in (one, other) if unit.valid_to), default=None)
    return last_start is None or first_end is None or last_start <= first_end
