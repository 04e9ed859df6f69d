"""Worlds to measure: a folder of plain CSV files, and a seeded one in which everything occurs."""

import csv
import random
from datetime import date, datetime, timedelta
from pathlib import Path

from generator.datafolder.load import load_city
from generator.datafolder.world import World, typed
from generator.model import datasets
from generator.model.records import CalendarDay, Procedure, ProcedureLimit, Unit
from generator.model.service import Service
from generator.model.settings import City
from worlds.paths import DATASETS

HAND_COUNTED = DATASETS / "hand_counted"


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by column name."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def folder_world(folder: Path) -> tuple[World, City]:
    """The world of a folder that has some of the datasets, one file each."""
    city, problems = load_city(folder)
    assert city is not None, problems
    records = {
        name: tuple(typed(name, row) for row in rows_of(folder / f"{name}.csv"))
        for name in datasets.DATASETS
        if (folder / f"{name}.csv").exists()
    }
    return World(**records, dossier_files=(folder / "dossiers.csv",)), city


DAYS_OFF = [(2, day) for day in (14, 15, 16, 19, 20)] + [(4, 25), (4, 30), (5, 1), (9, 3), (12, 31)]
LIMITS = [
    (10, "working_day", 7),
    (20, "day", 14),
    (2, "month", 1),
    (48, "hour", 30),
    (0, "same_day", 0),
    (0, "working_day", 0),
    (20, "working_hour", 12),
]
NEVER_CLOSED = "u-3"


def seeded_calendar() -> tuple[CalendarDay, ...]:
    """Days off of 2018, and one Saturday worked instead."""
    named = {"name": "x", "source": "x", "confidence": "official"}
    days = [
        CalendarDay(date=date(2018, month, day), status="off", kind="holiday", **named)
        for month, day in DAYS_OFF
    ]
    worked = date(2018, 12, 22)
    return (*days, CalendarDay(date=worked, status="work", kind="makeup_workday", **named))


def seeded_limits() -> tuple[ProcedureLimit, ...]:
    """A limit in every unit; some shortened in June, one ended in March, some procedures none."""
    limits = []
    for number in range(18):
        value, unit, shorter = LIMITS[number % len(LIMITS)]
        common = {"baseline_value": value, "baseline_unit": unit, "limit_unit": unit}
        common |= {"procedure_id": f"1.{number:06d}", "confirmed": number % 5 > 0}
        until = date(2018, 3, 31) if number == 7 else None
        january, june = date(2018, 1, 1), date(2018, 6, 1)
        limits.append(
            ProcedureLimit(valid_from=january, valid_to=until, limit_value=value, **common)
        )
        if number % 2:
            limits.append(ProcedureLimit(valid_from=june, limit_value=shorter, **common))
    return tuple(limits)


def _moment(chance: random.Random, moment: datetime) -> str:
    shape = chance.choice(["%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"])
    return moment.strftime(shape)


def _dossier(chance: random.Random, number: int) -> list[str]:
    received = datetime.fromisoformat("2018-01-02") + timedelta(
        minutes=chance.randrange(360 * 1440)
    )
    returned = received + timedelta(minutes=chance.choice([600, 4000, 60_000]) * chance.random())
    promised = received + timedelta(days=chance.randrange(30))
    is_open = chance.random() < 0.1 or returned.year > 2018
    requests = chance.choice([0, 0, 0, 0, 0, 1, 1, 2])
    is_late = chance.random() < 0.2
    return [
        f"H{number:05d}",
        f"1.{chance.randrange(20):06d}",
        f"u-{chance.randrange(4)}",
        chance.choice(["counter", "online", "post"]),
        received.strftime("%Y-%m-%d") if chance.random() < 0.2 else _moment(chance, received),
        _moment(chance, max(promised, received)) if chance.random() < 0.5 else "",
        "" if is_open else max(_moment(chance, returned), received.strftime("%Y-%m-%d")),
        str(chance.randrange(6)) if requests else "",
        str(requests) if requests else "",
        "pending"
        if is_open
        else chance.choice(["granted"] * 7 + ["rejected", "withdrawn", "stopped"]),
        (received + timedelta(days=9)).date().isoformat() if is_late else "",
        "",
    ]


HEADER = (
    "dossier_id,procedure_id,unit_id,channel,received_at,promised_at,returned_at,"
    "supplement_days,supplement_requests,outcome,apology_on,rescheduled_to"
)


def write_dossiers(path: Path, rows: list[list[str]]) -> Path:
    """A file of dossiers."""
    path.write_text("\n".join([HEADER, *(",".join(row) for row in rows)]) + "\n", encoding="utf-8")
    return path


def seeded_dossiers(count: int, seed: int) -> list[list[str]]:
    """Dossiers of 2018 in every shape that the contract allows."""
    chance = random.Random(seed)
    return [_dossier(chance, number) for number in range(count)]


def seeded_world(*files: Path) -> tuple[World, City]:
    """Four units, one of which never closes, twenty procedures (one sensitive), limits in every
    unit of time, as of 12 December.
    """
    _, city = folder_world(HAND_COUNTED)
    procedures = tuple(
        Procedure(
            procedure_id=f"1.{number:06d}",
            name="x",
            short_name="x",
            field=f"Lĩnh vực {number % 3}",
            level="ward",
            sensitive=number == 4,
            confirmed=True,
        )
        for number in range(20)
    )
    units = tuple(
        Unit(unit_id=f"u-{number}", name="x", kind="ward", confirmed=True) for number in range(4)
    )
    world = World(
        units=units,
        procedures=procedures,
        procedure_limits=seeded_limits(),
        calendar=seeded_calendar(),
        dossier_files=files,
    )
    policy = city.policy.model_copy(update={"percentile_min_count": 30})
    changed = {"policy": policy, "service": Service(around_the_clock=(NEVER_CLOSED,))}
    return world, city.model_copy(update={"as_of": date(2018, 12, 12), **changed})
