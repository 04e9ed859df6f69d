"""Finds jumps that no administration makes; what they are stands in `jumps.sql`.

Of very many dossiers some are looked at: those received in every n-th minute there is, as a hash
of the moment shuffles them, so that what was copied is seen with its copy. What is found odd among
them is counted among all.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

STATEMENTS = Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n\n")
VIEWS = [text for text in STATEMENTS if "CREATE OR REPLACE TEMP VIEW" in text]
QUESTIONS = [text for text in STATEMENTS if text not in VIEWS]
LOOKED_AT = 20_000
"""Dossiers that are looked at: a share of a hundredth is told by them to a thousandth."""

THRESHOLDS = {
    "least_midnights": "3",  # nobody is at a counter at midnight; online, one in 1,440
    "midnight_share": "0.1",  # Boston, day and night: 4 of 8,235
    "least_alike": "20",  # fewer may be chance
    "alike_share": "0.9",  # nearly all
    "least_bulk": "50",  # a ward's file of a month has as many
    "bulk_share": "0.5",  # Boston's fullest day has one in twenty
    "closing_time": "TIME '16:00'",  # a promise for the end of office hours is a usual one
    "opening": "TIME '06:00'",  # outside these hours no counter takes or gives anything
    "shutting": "TIME '20:00'",
    "night_share": "0.3",  # a shift of seven hours moves some half of a day
    "day_off_share": "0.1",  # of days shifted by one a fifth are Sundays; Boston: 4 in 100
    "twin_share": "0.01",  # Boston: 3 in 1,000
    "daily_files": "10",  # files of a day each, not one that was dated at one go
    "least_usual": "12",  # by chance one quarter in 160,000 has none
    "jump_times": "10",  # what no change of work explains
    "most_units": "0.8",  # of a kind: the others may have no counter
    "least_daily": "10",  # by chance a day in 20,000 has none
    "idle_days": "3",  # a long weekend has fewer, Tết has more
}
"""From where on something is odd; the reasons stand beside."""
SEEN = """{{
  'file': {file}, 'unit_id': unit_id, 'closes': NOT never_closes,
  'by_hand': channel <> 'online' AND NOT never_closes, 'outcome': outcome,
  'received': received, 'promised': promised, 'returned': returned,
  'received_timed': received IS NOT NULL AND strlen(received_at) > 10,
  'promised_timed': promised IS NOT NULL AND strlen(promised_at) > 10,
  'returned_timed': returned IS NOT NULL AND strlen(returned_at) > 10,
  'twin': CASE WHEN strlen(received_at) > 10 AND strlen(returned_at) > 10
    THEN hash(procedure_id, unit_id, channel, received_at, promised_at, returned_at) END
}}"""
"""What is looked at of a row; `file` is SQL of where it stands.

`closes` is true of a unit with hours and days off, `by_hand` of what came over its counter.
"""


@dataclass(frozen=True)
class Jump:
    """Something odd: `count` of `total` dossiers of a file (None: of all) in a column."""

    code: str
    file: str | None
    field: str
    count: int
    total: int
    value: str


def every_nth(rows: int) -> int:
    """How many moments there are for one that is looked at."""
    return max(1, round(rows / LOOKED_AT))


def seen_columns(seen: str, rows: int) -> str:
    """SQL of the last moment that anything happened in, and of the rows to look at as `seen`."""
    if not seen:
        return "NULL AS last_seen, NULL AS seen"
    nth, row = every_nth(rows), seen.format(file="file")
    is_seen = "true" if nth == 1 else f"hash(received_at) % {nth} = 0"
    return (
        "greatest(max(received), max(returned)) AS last_seen,"
        f" list(CASE WHEN {is_seen} THEN {row} END) FILTER (WHERE {is_seen}) AS seen"
    )


def jumps(
    connection: DuckDBPyConnection, nth: int, files: Sequence[str], lay_all: Callable[[], None]
) -> Iterator[Jump]:
    """All that is odd in `seen`, which holds every n-th moment; counted among all of `filtered`.

    `files` are the names of the files, by their places. `lay_all` lays the view `filtered`.
    """
    for name, value in THRESHOLDS.items():
        connection.execute(f"CREATE OR REPLACE TEMP MACRO {name}() AS {value}")
    _lay_views(connection)
    odd = [(question, _asked(connection, question, files)) for question in QUESTIONS]
    if nth > 1 and any(found for _, found in odd):
        lay_all()
        seen = f"SELECT unnest({SEEN.format(file='file')}) FROM filtered"  # noqa: S608
        connection.execute("DROP TABLE seen")
        connection.execute(f"CREATE TEMP VIEW seen AS {seen}")
        _lay_views(connection)
    for question, found in odd:
        is_exact = nth == 1 or not found
        yield from found if is_exact else _asked(connection, question, files)


def _lay_views(connection: DuckDBPyConnection) -> None:
    for view in VIEWS:
        connection.execute(view)


def _asked(connection: DuckDBPyConnection, question: str, files: Sequence[str]) -> list[Jump]:
    return [
        Jump(code, None if place is None else files[place], *told)
        for code, place, *told in connection.execute(question).fetchall()
    ]
