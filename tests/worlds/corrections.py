"""Late corrections of a city's dossiers, and what two editions publish before and after them."""

import itertools
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from generator.datafolder.world import World
from generator.measure.closing import close_quarters
from generator.model.settings import City
from oracles.differencing import Published
from worlds.measured import HEADER, seeded_dossiers, seeded_world, write_dossiers

LEAST = 5
QUARTERS = ("2018-Q1", "2018-Q2", "2018-Q3")
"""Those that are over on the day of the seeded world."""
Rows = list[list[str]]
PROCEDURE, UNIT, CHANNEL, RECEIVED, PROMISED, RETURNED, DAYS, REQUESTS, OUTCOME = range(1, 10)
SINGLE = ("edit", "delete", "add")
CORRECTION = st.tuples(
    st.sampled_from([*SINGLE, *SINGLE, "add many", "delete cell", "delay many", "move many"]),
    st.integers(0, 10**6),
    st.integers(1, 12),
)
"""What is done, to which dossiers, and to how many where to many."""


def corrected(rows: Rows, corrections: list[tuple[str, int, int]]) -> Rows:
    """The dossiers after some corrections; most are of one, some of many of one cell."""
    rows = [list(row) for row in rows]
    for number, (kind, chosen, count) in enumerate(corrections):
        if not rows:
            break
        row = rows[chosen % len(rows)]
        mine = [other for other in rows if other[1:3] == row[1:3]][:count]
        if kind == "edit":
            _delay(row, chosen % 40)
        elif kind == "delete":
            rows.remove(row)
        elif kind == "add":
            rows += _like(row, number, 1)
        elif kind == "add many":
            rows += _like(row, number, count)
        elif kind == "delete cell":
            rows = [other for other in rows if other not in mine]
        elif kind == "delay many":
            for other in mine:
                _delay(other, chosen % 40)
        else:
            for other in mine:
                other[UNIT] = f"u-{chosen % 4}"
    return rows


def _like(row: list[str], number: int, count: int) -> Rows:
    return [[f"N{number:03d}{turn:03d}", *row[1:]] for turn in range(count)]


def _delay(row: list[str], days: int) -> None:
    """Ends a dossier so many days after the 10th of October, or leaves it open."""
    day = f"2018-{10 + days // 28}-{days % 28 + 1:02d}"
    row[RETURNED], row[OUTCOME] = (day, "granted") if days % 3 else ("", "pending")


class Office:
    """A city's figures from one closing to the next, over files in a folder."""

    def __init__(self, folder: Path, rows: Rows, least: int = LEAST) -> None:
        self.folder, self.salts = folder, (f"{n:032x}" for n in itertools.count())
        self.least = least
        self.world, self.city = self._read(rows)
        self.close()

    def _read(self, rows: Rows) -> tuple[World, City]:
        world, city = seeded_world(write_dossiers(self.folder / "d.csv", rows))
        policy = city.policy.model_copy(update={"smallest_count": self.least})
        return world, city.model_copy(update={"policy": policy})

    def correct(self, rows: Rows) -> None:
        """Puts other dossiers in the place of all."""
        world, self.city = self._read(rows)
        self.world = replace(world, closed_quarters=self.world.closed_quarters)

    def mark_sensitive(self, procedure_id: str) -> None:
        """Says of a procedure that it is sensitive."""
        procedures = tuple(
            item.model_copy(update={"sensitive": True})
            if item.procedure_id == procedure_id
            else item
            for item in self.world.procedures
        )
        self.world = replace(self.world, procedures=procedures)

    def close(self) -> None:
        """Closes an edition."""
        quarters = close_quarters(self.world, self.city, lambda: next(self.salts))
        self.world = replace(self.world, closed_quarters=quarters)

    def publish(self) -> Published:
        """What is published today."""
        return Published(self.world, self.city)


def cell_rows(count: int, unit: str, procedure: str, name: str, **cells: str) -> Rows:
    """So many alike dossiers of a unit and a procedure."""
    usual = dict(zip(HEADER.split(","), seeded_dossiers(1, 1)[0], strict=True)) | {
        "unit_id": unit, "procedure_id": procedure, "received_at": "2018-02-05",
        "promised_at": "2018-02-12", "returned_at": "2018-02-09", "outcome": "granted",
        "channel": "counter", "supplement_days": "", "supplement_requests": "", "apology_on": "",
    }  # fmt: skip
    return [
        list((usual | cells | {"dossier_id": f"{name}{turn:03d}"}).values())
        for turn in range(count)
    ]
