"""However a moment is written, the quick ways of reading it take what the slow way takes."""

from itertools import combinations

import duckdb
import pytest

from generator.check.screen.dossiers import ANY_MOMENT, MOMENT, MOMENT_PATTERN, SHAPED

LETTERS = "0 19+-.:/TtZ()aP\t\n~,%é"
NUMBERS = ("0", "1", "01", "12", "31", "012", "201", "2018", "20181", "00001", "+1", " 1", "1 ")
WRITTEN = ("2018-11-12", "2018-11-12T11:12", "2018-11-12 11:12", "2018-11-12T11:12:13")
MORE = ("", "2018-02-30", "2018-02-28T24:00", "2018-02-28T23:60", "0000-01-01", "9999-12-31T23:59")


@pytest.fixture(scope="module")
def engine() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for macro in (SHAPED, ANY_MOMENT, MOMENT):
        connection.execute(macro)
    return connection


def read_otherwise(engine: duckdb.DuckDBPyConnection, texts: list[str]) -> list[str]:
    """The texts of which the two ways do not make the same."""
    found = engine.execute(
        "SELECT text FROM (SELECT unnest(?::VARCHAR[]) AS text)"
        " WHERE moment(text, 0) IS DISTINCT FROM any_moment(text)",
        [texts],
    )
    return [text for (text,) in found.fetchall()]


@pytest.mark.parametrize("written", WRITTEN)
def test_no_two_letters_make_a_moment_of_what_is_none(
    engine: duckdb.DuckDBPyConnection, written: str
) -> None:
    texts = [
        written[:i] + one + written[i + 1 : j] + other + written[j + 1 :]
        for i, j in combinations(range(len(written)), 2)
        for one in LETTERS
        for other in LETTERS
    ]
    assert read_otherwise(engine, [written, *texts]) == []


def test_numbers_of_other_lengths_make_no_moment(engine: duckdb.DuckDBPyConnection) -> None:
    days = [f"{year}-{month}-{day}" for year in NUMBERS for month in NUMBERS for day in NUMBERS]
    hours = [f"{hour}:{minute}" for hour in NUMBERS for minute in NUMBERS]
    wide = [day for day in days if 7 < len(day) < 13]
    texts = [f"{day}T{hour}" for day in wide for hour in hours if len(day) + len(hour) == 15]
    assert len(texts) > 10_000
    assert read_otherwise(engine, [*days, *texts, *MORE]) == []


def test_every_minute_of_a_leap_year_is_read_alike(engine: duckdb.DuckDBPyConnection) -> None:
    minutes = engine.execute("""
      SELECT strftime(moment, '%Y-%m-%dT%H:%M')
      FROM range(TIMESTAMP '2016-01-01', TIMESTAMP '2017-01-01', INTERVAL 1 MINUTE) t(moment)
    """).fetchall()
    texts = [text for (text,) in minutes]
    assert read_otherwise(engine, texts) == []
    read = "SELECT count(moment(text, 0)) FROM (SELECT unnest(?::VARCHAR[]) AS text)"
    assert engine.execute(read, [texts]).fetchone() == (366 * 24 * 60,)


def test_the_pattern_is_the_form() -> None:
    assert f"'{MOMENT_PATTERN}'" in SHAPED
