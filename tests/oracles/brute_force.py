"""The figures once more, dossier by dossier and in plain Python: slow, short, and independent.

Deadlines come from `clock/`, so that equal figures also mean that the SQL's clock is the clock.
"""

import math
from collections import defaultdict
from datetime import date, datetime, time, timedelta

from generator.clock import Calendar, Calendars, UnknownYear, deadline
from generator.datafolder.world import World
from generator.model.figures import Figure, Taken
from generator.model.records import Procedure
from generator.model.settings import City
from generator.model.text import quarter_end, quarter_of
from worlds.measured import rows_of

END = time(23, 59, 59)
NEVER = datetime.combine(date.max, END)


def moment(text: str) -> datetime | None:
    """A moment as written; a date alone is the end of that day."""
    if not text:
        return None
    return (
        datetime.combine(date.fromisoformat(text), END)
        if len(text) == 10
        else datetime.fromisoformat(text)
    )


class Judge:
    """Judges the dossiers of one world."""

    def __init__(self, world: World, city: City) -> None:
        self.world, self.city = world, city
        self.calendars = Calendars(world.calendar, city.service)
        self.procedures = {p.procedure_id: p for p in world.procedures}

    def limit(self, procedure_id: str, day: date):
        """The limit in force when a dossier was received."""
        mine = [r for r in self.world.procedure_limits if r.procedure_id == procedure_id]
        begun = sorted((r for r in mine if r.valid_from <= day), key=lambda r: r.valid_from)
        last = begun[-1] if begun else None
        return last if last and day <= (last.valid_to or day) else None

    def is_unconfirmed(self, procedure_id: str, day: date) -> bool:
        """True when the limit on the day of receipt was never checked."""
        limit = self.limit(procedure_id, day)
        return limit is not None and not limit.confirmed

    def phase(self, procedure, day: date) -> str | None:
        """Whether the limit on the day of receipt is still the baseline.

        Of a sensitive procedure it must be the same row on every day of that quarter.
        """
        limit = self.limit(procedure.procedure_id, day)
        if limit is None or limit.baseline_unit is None or limit.limit_unit is None:
            return None
        if procedure.sensitive:
            last = quarter_end(quarter_of(day))
            first = date(last.year, last.month - 2, 1)
            quarter = [first + timedelta(days=n) for n in range((last - first).days + 1)]
            if {self.limit(procedure.procedure_id, other) for other in quarter} != {limit}:
                return None
        baseline = (limit.baseline_value, limit.baseline_unit)
        return "before" if (limit.limit_value, limit.limit_unit) == baseline else "after"

    def later(self, calendar: Calendar, due: datetime, days: int) -> datetime:
        """A deadline once the applicant's supplement time is added."""
        try:
            return datetime.combine(calendar.add_working_days(due.date(), days), due.time())
        except UnknownYear:
            return NEVER

    def due(
        self, calendar: Calendar, received: str, value: int | None, unit: str | None, days: int
    ) -> datetime | None:
        """The deadline of a limit; None without a limit."""
        if unit is None or value is None:
            return None
        start = (
            date.fromisoformat(received)
            if len(received) == 10
            else datetime.fromisoformat(received)
        )
        cutoff = self.city.policy.same_day_cutoff
        try:
            end = deadline(calendar, start, value, unit, same_day_cutoff=cutoff)
        except UnknownYear:
            return NEVER
        end = end if isinstance(end, datetime) else datetime.combine(end, END)
        return self.later(calendar, end, days)

    def judge(self, row: dict[str, str]):
        """(deadline, strict, legal, shortened, returned or None, days taken) of one dossier."""
        received, waited = row["received_at"].replace("T", " "), int(row["supplement_days"] or 0)
        day = date.fromisoformat(received[:10])
        limit = self.limit(row["procedure_id"], day)
        calendar = self.calendars.of(row["unit_id"])
        baseline = limit and (limit.baseline_value, limit.baseline_unit)
        legal = limit and self.due(calendar, received, *baseline, waited)
        short = limit and self.due(calendar, received, limit.limit_value, limit.limit_unit, waited)
        plain = limit and self.due(calendar, received, *baseline, 0)
        promised, returned = moment(row["promised_at"]), moment(row["returned_at"])
        due = self.later(calendar, promised, waited) if promised else legal
        if returned and returned.date() > self.city.as_of:
            returned = None
        until = returned.date() if returned else self.city.as_of
        taken = max(calendar.working_days_between(day, until) - waited, 0)
        return due, promised or plain, legal, short, returned, taken


def _verdict(due, at: datetime, returned, again: bool) -> str:
    if due is None:
        return "no_deadline"
    if again or at > due:
        return "overdue"
    if returned is None:
        return "within"
    return "early" if returned.date() < due.date() else "on_time"


def _periods(first: date, as_of: date) -> list[tuple[str, date, date]]:
    periods, start = [], date(first.year, 3 * ((first.month - 1) // 3) + 1, 1)
    while start <= as_of:
        end = quarter_end(quarter_of(start))
        periods.append((quarter_of(start), start, min(end, as_of)))
        start = end + timedelta(days=1)
    return periods


def lives(world: World, city: City):
    """Every dossier in every quarter it lived in, as a dict of what it counts for."""
    judge = Judge(world, city)
    rows = [row for path in world.dossier_files for row in rows_of(path)]
    days = [date.fromisoformat(row["received_at"][:10]) for row in rows]
    procedures = judge.procedures
    first = min(days, default=city.as_of)
    for row in rows:
        day = date.fromisoformat(row["received_at"][:10])
        due, strict, legal, short, returned, taken = judge.judge(row)
        again = int(row["supplement_requests"] or 0) > 1
        apology = row["apology_on"] and date.fromisoformat(row["apology_on"])
        for quarter, start, end in _periods(first, city.as_of):
            if day > end or (returned and returned.date() < start):
                continue
            done = returned if returned and returned.date() <= end else None
            at = done or datetime.combine(end, END)
            yield row | {
                "quarter": quarter,
                "new": day >= start,
                "done": done is not None,
                "verdict": _verdict(due, at, done, again),
                "strict": _verdict(strict, at, done, again),
                "legal": _verdict(legal, at, done, False),
                "shortened": _verdict(short, at, done, False),
                "helped": again
                or row["supplement_requests"] == "1"
                or row["supplement_days"] not in ("", "0"),
                "sorry": bool(apology and apology <= end),
                "unpromised": not row["promised_at"],
                "unsure": judge.is_unconfirmed(row["procedure_id"], day),
                "days": taken,
                "phase": judge.phase(procedures[row["procedure_id"]], day),
            }


ON_TIME = ("early", "on_time")
JUDGED = (*ON_TIME, "overdue")
COUNTS = {
    "received_count": lambda x: x["new"],
    "received_online_count": lambda x: x["new"] and x["channel"] == "online",
    "ended_count": lambda x: x["done"],
    "early_count": lambda x: x["verdict"] == "early",
    "on_time_count": lambda x: x["verdict"] == "on_time",
    "overdue_count": lambda x: x["done"] and x["verdict"] == "overdue",
    "rejected_count": lambda x: x["done"] and x["outcome"] == "rejected",
    "withdrawn_count": lambda x: x["done"] and x["outcome"] == "withdrawn",
    "stopped_count": lambda x: x["done"] and x["outcome"] == "stopped",
    "supplemented_count": lambda x: x["done"] and x["helped"],
    "strict_on_time_count": lambda x: x["strict"] in ON_TIME,
    "legal_on_time_count": lambda x: x["legal"] in ON_TIME,
    "shortened_on_time_count": lambda x: x["shortened"] in ON_TIME,
}
"""What may be added up over quarters."""
AT_THE_END = {
    "open_within_count": lambda x: not x["done"] and x["verdict"] == "within",
    "open_overdue_count": lambda x: not x["done"] and x["verdict"] == "overdue",
    "no_deadline_count": lambda x: x["verdict"] == "no_deadline",
    "overdue_without_apology_count": lambda x: x["verdict"] == "overdue" and not x["sorry"],
    "strict_overdue_count": lambda x: x["strict"] == "overdue",
    "legal_overdue_count": lambda x: x["legal"] == "overdue",
    "shortened_overdue_count": lambda x: x["shortened"] == "overdue",
    "on_time_unconfirmed_count": lambda x: (
        x["unsure"] and x["unpromised"] and x["verdict"] in JUDGED
    ),
    "strict_unconfirmed_count": lambda x: x["unsure"] and x["unpromised"] and x["strict"] in JUDGED,
    "legal_unconfirmed_count": lambda x: x["unsure"] and x["legal"] in JUDGED,
    "shortened_unconfirmed_count": lambda x: x["unsure"] and x["shortened"] in JUDGED,
}
"""What an open dossier counts for once: at the end of the period."""


def percentile(days: list[int], share_in_tenths: int) -> int:
    """The smallest number of days by which at least that share had ended."""
    return sorted(days)[math.ceil(len(days) * share_in_tenths / 10) - 1]


def share(good: int, bad: int) -> float | None:
    """Good in all; None of none."""
    return good / (good + bad) if good + bad else None


def figure(key, rows, last: str, least: int) -> Figure:
    """The figure row of a group of lives."""
    whole = key[-1] is None
    now = [x for x in rows if not whole or x["done"] or x["quarter"] == last]
    got = {name: sum(bool(test(x)) for x in rows) for name, test in COUNTS.items()}
    got |= {name: sum(bool(test(x)) for x in now) for name, test in AT_THE_END.items()}
    got["carried_over_count"] = 0 if whole else sum(not x["new"] for x in rows)
    late = got["overdue_count"] + got["open_overdue_count"]
    days = [x["days"] for x in rows if x["done"]]
    many = len(days) >= least
    good = got["early_count"] + got["on_time_count"]
    busy = got["received_count"] + got["ended_count"]
    return Figure(
        *key,
        **got,
        on_time_share=share(good, late) if busy else None,
        **{
            f"{name}_on_time_share": share(
                got[f"{name}_on_time_count"], got[f"{name}_overdue_count"]
            )
            if busy
            else None
            for name in ("strict", "legal", "shortened")
        },
        **{
            f"{name}_share": got[f"{name}_count"] / len(days) if days else None
            for name in ("rejected", "withdrawn", "stopped", "supplemented")
        },
        overdue_without_apology_share=got["overdue_without_apology_count"] / late if late else None,
        median_days=percentile(days, 5) if many else None,
        p90_days=percentile(days, 9) if many else None,
    )


def _cuts(
    procedure: Procedure, unit: str, group: str | None, quarter: str
) -> list[tuple[str | None, ...]]:
    """The figures that a dossier's life in a quarter counts in; small groups are not joined."""
    number = procedure.procedure_id
    cuts = [(None, None, None, None), (None, None, number, None)]
    cuts.append((None, None, None, procedure.field))
    if not procedure.sensitive:
        cuts += [(unit, None, None, None), (unit, None, number, None)]
        cuts += [(None, group, None, None), (None, group, number, None)] if group else []
    return [(*cut, when) for cut in cuts for when in (None, quarter)]


def alike(world: World, city: City) -> dict[str, str]:
    """The group of each ward and commune: a size by dossiers received a quarter."""
    sensitive = {item.procedure_id for item in world.procedures if item.sensitive}
    received, quarters = defaultdict(int), defaultdict(set)
    for life in lives(world, city):
        if life["procedure_id"] not in sensitive:
            received[life["unit_id"]] += life["new"]
            quarters[life["unit_id"]].add(life["quarter"])
    found = {}
    for unit in world.units:
        if count := len(quarters[unit.unit_id]):
            size = max(s for s in (0, 20, 200, 2000, 20000) if received[unit.unit_id] / count >= s)
            if unit.kind in ("ward", "commune"):
                found[unit.unit_id] = f"local-{size}"
    return found


def brute_force(world: World, city: City) -> list[Figure]:
    """Every figure row of a world, in the order of the figures table."""
    groups = defaultdict(list)
    procedures = {p.procedure_id: p for p in world.procedures}
    last, group_of = quarter_of(city.as_of), alike(world, city)
    for life in lives(world, city):
        procedure, unit = procedures[life["procedure_id"]], life["unit_id"]
        for cut in _cuts(procedure, unit, group_of.get(unit), life["quarter"]):
            groups[cut].append(life)
    ordered = sorted(groups.items(), key=lambda item: tuple(part or "" for part in item[0]))
    least = city.policy.percentile_min_count
    return [figure(key, rows, last, least) for key, rows in ordered]


def brute_before_after(world: World, city: City) -> list[Taken]:
    """What ended dossiers took before and after the limit changed, in the order of the table."""
    groups = defaultdict(list)
    for life in lives(world, city):
        if life["done"] and life["phase"]:
            groups[life["procedure_id"], life["phase"]].append(life["days"])
    least = city.policy.percentile_min_count
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] == "after"))
    return [
        Taken(
            *key,
            len(days),
            percentile(days, 5) if len(days) >= least else None,
            percentile(days, 9) if len(days) >= least else None,
        )
        for key, days in ordered
    ]
