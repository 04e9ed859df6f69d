"""What the question "Bao giờ tôi nhận được kết quả?" is answered from, in the reader's browser.

One script file: the days off, the limits and what dossiers took, and the program that answers from
them. The browser counts the days (`assets/js/finder/clock.js`) as `clock/` does; a test holds the
two to the same answers.
"""

import json
from collections.abc import Iterable
from functools import partial
from typing import Any

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.datasets import name_of
from generator.model.figures import Figure
from generator.model.limit_units import LIMIT_UNITS
from generator.model.records import Procedure, ProcedureLimit, Unit
from generator.model.sample import SAMPLE
from generator.model.unit_groups import LOCAL_KINDS, UnitGroup
from generator.model.week import WEEKDAYS, WEEKEND, WEEKEND_NAME
from generator.pages.addresses import procedure_url, unit_url
from generator.pages.environment import theme_file
from generator.pages.lookups import by_name, by_short_name
from generator.pages.peers import Peers
from generator.pages.procedures.source import Procedures
from generator.pages.renderer import Renderer
from generator.pages.shell.bundle import FINDER_SCRIPTS, joined
from generator.pages.supervision.feedback import PLACE as FEEDBACK
from generator.search.other_words import other_words

FINDER = "assets/js/finder.js"
LOCAL_LEVELS = ("ward", "ward_city")


def files(renderer: Renderer) -> dict[str, bytes]:
    """The values as a script, so that pages opened from a folder can read them too, and what asks
    for them."""
    text = json.dumps(finder_values(Procedures(renderer)), ensure_ascii=False, sort_keys=True)
    safe = text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    program = joined(FINDER_SCRIPTS, partial(theme_file, renderer.environment))
    return {FINDER: f"window.ckFinder={safe}\n{program}".encode()}


def finder_values(source: Procedures) -> dict[str, Any]:
    """Everything the browser needs; dates are ISO, limits `[value, unit]`."""
    edition = source.edition
    policy, service = edition.city.policy, edition.city.service
    units = _shown_units(source)
    return {
        "as_of": edition.as_of.isoformat(),
        "sample": SAMPLE if edition.city.sample else "",
        "cutoff": f"{policy.same_day_cutoff:%H:%M}",
        "day_seconds": service.day_seconds,
        "feedback": f"{FEEDBACK}/",
        "hotline": _hotline(edition),
        "groups": _groups(source.peers),
        "few_below": policy.percentile_min_count,
        "period": source.period.words,
        "days": _days(edition),
        "weekdays": WEEKDAYS,
        "weekend": {"days": WEEKEND, "name": WEEKEND_NAME},
        "limit_units": LIMIT_UNITS,
        name_of(Unit): {
            unit.unit_id: _unit(
                unit,
                source.peers.group_of(unit.unit_id),
                never_closes=unit.unit_id in service.around_the_clock,
            )
            for unit in units
        },
        name_of(Procedure): [
            _procedure(source, procedure) for procedure in by_short_name(edition.procedures)
        ],
    }


def _days(edition: Edition) -> dict[str, list[Any]]:
    """By date: whether it is worked, and the name of the day."""
    return {
        day.date.isoformat(): [day.status == "work", day.name]
        for day in sorted(edition.calendar, key=lambda day: day.date)
    }


def _shown_units(source: Procedures) -> list[Unit]:
    """The wards and communes, and every unit that has received dossiers."""
    used = {row.unit_id for rows in source.by_unit.values() for row in rows}
    return [u for u in by_name(source.units) if u.kind in LOCAL_KINDS or u.unit_id in used]


def _groups(peers: Peers) -> dict[str, str]:
    """What units that are alike are called together, by group."""
    return dict.fromkeys(peers.members, peers.alike[:1].upper() + peers.alike[1:])


def _unit(unit: Unit, group: UnitGroup | None, *, never_closes: bool) -> dict[str, Any]:
    """`inside` is its name inside a sentence; `never_closes` a unit that has no days off."""
    return {
        "group": group.group_id if group else None,
        "path": unit_url(unit.unit_id),
        "name": unit.name,
        "inside": mid_sentence(unit.name),
        "from": unit.valid_from.isoformat() if unit.valid_from else None,
        "to": unit.valid_to.isoformat() if unit.valid_to else None,
        "local": unit.kind in LOCAL_KINDS,
        "never_closes": never_closes,
    }


def _procedure(source: Procedures, procedure: Procedure) -> dict[str, Any]:
    procedure_id = procedure.procedure_id
    whole = source.figures.one(procedure=procedure_id)
    by_unit = () if procedure.sensitive else source.by_unit.get(procedure_id, ())
    return {
        "id": procedure_id,
        "path": procedure_url(procedure_id),
        "name": procedure.short_name,
        "also": other_words(f"{procedure.name} {procedure.short_name}"),
        "received": whole.received_count if whole else 0,
        "field": procedure.field,
        "local": procedure.level in LOCAL_LEVELS,
        "sensitive": procedure.sensitive,
        "limits": [_limit(limit) for limit in _in_order(source.limits.get(procedure_id, ()))],
        "city": _shown(whole) if whole else None,
        name_of(Unit): {row.unit_id: _shown(row) for row in by_unit},
        "groups": {row.group_id: _shown(row) for row in source.by_group.get(procedure_id, ())},
    }


def _in_order(limits: Iterable[ProcedureLimit]) -> list[ProcedureLimit]:
    return sorted(limits, key=lambda limit: limit.valid_from)


def _limit(limit: ProcedureLimit) -> dict[str, Any]:
    return {
        "from": limit.valid_from.isoformat(),
        "to": limit.valid_to.isoformat() if limit.valid_to else None,
        "legal": [limit.baseline_value, limit.baseline_unit],
        "now": [limit.limit_value, limit.limit_unit],
        "confirmed": limit.confirmed,
    }


def _shown(row: Figure) -> dict[str, int | None]:
    """Days that half and nine in ten took (null for few dossiers), and how many were late of all
    that can be judged.
    """
    return {
        "median": row.median_days,
        "p90": row.p90_days,
        "late": row.overdue_count + row.open_overdue_count,
        "judged": row.judged_count,
    }


def _hotline(edition: Edition) -> dict[str, str] | None:
    """The first number to call, if the city has any."""
    return next(({"name": it.name, "phone": it.phone} for it in edition.city.hotlines), None)
