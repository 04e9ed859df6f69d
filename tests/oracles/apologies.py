"""The register of apologies once more: each dossier's story day by day, in plain Python."""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

from generator.datafolder.world import World
from generator.model.settings import City
from generator.model.text import quarter_end, quarter_of
from oracles.brute_force import Judge
from worlds.measured import rows_of

DAY = timedelta(days=1)
NEVER = date.max


def events(row: dict[str, str], judge: Judge, as_of: date):
    """(what, day) of one dossier: owed, in time or late, kept or broken."""
    due, *_, returned, _ = judge.judge(row)
    if due is None or (returned or datetime.combine(as_of, datetime.max.time())) <= due:
        return
    late_on = (due + timedelta(seconds=1)).date()
    if late_on > as_of:
        return
    yield "owed", late_on
    sent = date.fromisoformat(row["apology_on"]) if row["apology_on"] else NEVER
    if sent <= min(quarter_end(quarter_of(late_on)), as_of):
        yield ("in_time" if sent <= due.date() else "late"), late_on
    ended = returned.date() if returned else NEVER
    if not row["rescheduled_to"] or sent > min(ended, as_of):
        return
    new_day = max(date.fromisoformat(row["rescheduled_to"]), due.date())
    known_on = ended if ended <= new_day else new_day + DAY
    if known_on <= as_of:
        yield ("kept" if ended <= new_day else "broken"), known_on
    start = max(late_on, sent)
    while start <= as_of:  # still to come at the end of every quarter in between
        end = min(quarter_end(quarter_of(start)), as_of)
        if known_on > end:
            yield "pending", end
        start = quarter_end(quarter_of(start)) + DAY


def brute_register(world: World, city: City) -> dict[tuple, Counter]:
    """What the register holds, by scope, unit, quarter and month, where no group is small."""
    found: dict[tuple, Counter] = defaultdict(Counter)
    judge = Judge(world, city)
    sensitive = {item.procedure_id for item in world.procedures if item.sensitive}
    for row in (row for path in world.dossier_files for row in rows_of(path)):
        unit = None if row["procedure_id"] in sensitive else row["unit_id"]
        for what, day in events(row, judge, city.as_of):
            quarter = quarter_of(day)
            found["all", None, quarter, None][what] += 1
            found["unit", unit, quarter, None][what] += 1
            if what != "pending":
                found["all", None, quarter, day.isoformat()[:7]][what] += 1
    return found
