"""What the SQL of the measuring has to write twice is the same both times."""

import re

from generator.measure.method import COUNTED, LETTERS, STEPS

SUMMED = re.compile(r"CAST\(sum\((\w+)\) AS BIGINT\) AS (\w+)")
STATEMENTS = [statement for step in STEPS for statement in step.text.split(";")]


def sums_of(table: str) -> list[tuple[str, str]]:
    """The sums that a table is made of."""
    (made,) = [text for text in STATEMENTS if f"CREATE TABLE {table} AS" in text]
    return SUMMED.findall(made)


def test_the_published_counts_are_those_of_the_cells() -> None:
    every = sums_of("cells")
    assert sums_of("dossier_counts") + sums_of("apology_counts") == every
    assert len(every) == len(COUNTED) + len(LETTERS)


def test_a_sum_bears_the_name_of_what_is_summed() -> None:
    assert [pair for pair in sums_of("cells") if pair[0] != pair[1]] == []
