"""The method stays portable: every statement can be said in Spark's words."""

import subprocess
import sys

import pytest

from generator.measure import STEPS
from generator.measure.dialect import columns_of, statements_of
from generator.measure.tables import TABLES
from generator.model.counts import MethodStep
from worlds.paths import ROOT


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_step_makes_tables_and_views_from_queries(step: MethodStep) -> None:
    made = list(statements_of(step.text))
    assert made
    assert all(statement.name for statement in made)


def test_what_means_something_else_in_spark_is_put_otherwise() -> None:
    script = (
        "CREATE VIEW v AS SELECT 7 // 2 AS half, CAST(x AS TIMESTAMP) AS at FROM t;"
        "SELECT date_diff('day', a, b) FROM v ORDER BY a NULLS FIRST"
    )
    view, query = statements_of(script)
    assert (view.name, view.is_table) == ("v", False)
    assert "7 DIV 2" in view.query and "TIMESTAMP_NTZ" in view.query
    assert query.name is None
    assert "DATEDIFF(DAY, a, b)" in query.query


@pytest.mark.parametrize("script", ["INSERT INTO t VALUES (1)", "CREATE TABLE t (a INTEGER)"])
def test_what_is_no_query_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="not portable"):
        list(statements_of(script))


def test_columns_are_named_and_typed() -> None:
    assert columns_of("a VARCHAR, b INTEGER, c DATE") == "a STRING, b INT, c DATE"
    assert all(columns_of(columns) for columns in TABLES.values())


@pytest.mark.parametrize("library", ["pyspark", "sqlglot"])
def test_without_spark_a_sentence_says_how_to_get_it(library: str) -> None:
    code = (
        f"import sys; sys.modules[{library!r}] = None; from generator.__main__ import main; main()"
    )
    command = [sys.executable, "-c", code, "figures", "--engine", "spark"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Chưa cài phần chạy trên Spark" in done.stderr
    assert 'pip install "congkhai[spark]"' in done.stderr
    assert len(done.stderr.splitlines()) == 1
