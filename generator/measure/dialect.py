"""The method's SQL in Spark's words. Derived anew at every run: there is no second copy."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlglot
from sqlglot import exp


@dataclass(frozen=True)
class Statement:
    """One statement for Spark: a query, and the table or view that it is to be kept as."""

    query: str
    name: str | None
    is_table: bool


def statements_of(script: str) -> Iterator[Statement]:
    """The statements of a script of DuckDB's. Raises ValueError for what is not portable.

    Only queries, and tables and views made from a query, are; sqlglot's own errors are
    ValueErrors too.
    """
    for tree in sqlglot.parse(script, read="duckdb"):
        if isinstance(tree, exp.Create) and isinstance(tree.expression, exp.Query):
            name = tree.this.name
            yield Statement(_spark(tree.expression), name, is_table=tree.kind == "TABLE")
        elif isinstance(tree, exp.Query):
            yield Statement(_spark(tree), None, is_table=False)
        elif tree is not None:
            raise ValueError(f"not portable: {tree.sql('duckdb')}")


def columns_of(declaration: str) -> str:
    """Columns and their types as Spark writes them, from `name TYPE, …` as DuckDB does."""
    table = sqlglot.parse_one(f"CREATE TABLE t ({declaration})", read="duckdb")
    return ", ".join(_spark(column) for column in table.this.expressions)


def _spark(tree: Any) -> str:
    text: str = tree.sql("spark", comments=False, unsupported_level=sqlglot.ErrorLevel.RAISE)
    return text
