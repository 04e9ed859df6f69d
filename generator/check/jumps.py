"""Jumps of all dossiers together, as findings: what no administration does is asked about.

What changes figures for certain, days exported as moments, is an error; the rest may be right.
"""

from collections.abc import Iterator

from generator.check.context import CheckContext, finding
from generator.check.files import DOSSIER_FOLDER
from generator.check.screen.jumps import Jump
from generator.check.screen.rows import Rows
from generator.model.datasets import DOSSIERS
from generator.model.problem import Problem, Severity

CHANGE_FIGURES = ("moments-at-midnight", "moments-at-one-time", "moments-at-night")
OF_UNITS = ("unit-quarter-missing", "unit-quarter-jump", "unit-without-dossiers")
STALE = "dossiers-stale"
STALE_DAYS = 100
"""Days without anything received or returned: a quarter, and some for entering it."""


def check_jumps(context: CheckContext, rows: Rows) -> Iterator[Problem]:
    """What is odd of all dossiers together, and that they ended long ago."""
    is_quarter_missing = any(jump.code == "quarter-missing" for jump in rows.jumps)
    for jump in rows.jumps:
        if not (is_quarter_missing and jump.code == "working-days-idle"):
            yield told_jump(context, jump)
    yield from _stale(context, rows)


def told_jump(context: CheckContext, jump: Jump) -> Problem:
    """A jump as a finding."""
    dataset = context.contract.dataset(DOSSIERS)
    severity: Severity = "error" if jump.code in CHANGE_FIGURES else "warning"
    field = None if jump.file is None else jump.field
    file = jump.file or DOSSIER_FOLDER
    share = f"{100 * jump.count / jump.total:.1f}" if jump.total else "0"
    told = {"count": str(jump.count), "total": str(jump.total), "share": share}
    told |= _value(context, jump)
    return finding(dataset, jump.code, None, field, severity, file, "", **told)


def _value(context: CheckContext, jump: Jump) -> dict[str, str]:
    """What the jump is about: a day, a time, an outcome, a unit and its quarters."""
    if jump.code in OF_UNITS:
        quarters, _, unit_id = jump.value.rpartition(" ")
        unit = context.unit(unit_id)
        return {"other": quarters, "value": unit.name if unit else unit_id}
    if jump.code == "outcomes-alike":
        labels = context.contract.dataset(DOSSIERS).field(jump.field).labels
        return {"value": labels.get(jump.value, jump.value)}
    return {"value": jump.value}


def _stale(context: CheckContext, rows: Rows) -> Iterator[Problem]:
    """Dossiers that end long before today, of a city that owes figures every quarter.

    Who owes none may publish an archive.
    """
    city, last = context.city, rows.last_day
    owes = bool(city.directives) or city.publishing is not None
    if owes and last and (city.as_of - last).days > STALE_DAYS:
        dataset = context.contract.dataset(DOSSIERS)
        yield finding(
            dataset, STALE, None, None, "warning", DOSSIER_FOLDER,
            value=last, other=city.as_of,
        )  # fmt: skip
