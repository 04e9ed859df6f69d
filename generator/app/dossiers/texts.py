"""The cells of an export as they are to stand in the files of dossiers, as SQL over `incoming`."""

import duckdb

from generator.app.dossiers.moments import written_moment
from generator.app.dossiers.plan import Plan, PlannedColumn
from generator.model.record import FIRST_DAY


def lay_texts(connection: duckdb.DuckDBPyConnection, plan: Plan) -> None:
    """The view `incoming_text`: the cells as they are to stand in the files, by column."""
    cells = "".join(f", {written(column)} AS {column.name}" for column in plan.columns)
    connection.execute(
        "CREATE OR REPLACE TEMP VIEW incoming_text AS"  # noqa: S608
        f" SELECT incoming.sheet, incoming.row{cells} FROM incoming {meanings(plan)}"
    )


def written(column: PlannedColumn) -> str:
    """SQL of a cell of `incoming` as the files have it, where `meanings` are joined."""
    if column.reading == "moment":
        return written_moment(column)
    if column.reading == "word":
        return f"coalesce(values_{column.name}.value, '')"
    return f"incoming.{column.name}"


def meanings(plan: Plan) -> str:
    """SQL that joins to `incoming` what its words mean on the day that each row tells of."""
    day = _day_of_units(plan)
    return " ".join(
        f"LEFT JOIN values_{column.name} ON values_{column.name}.number = incoming.{column.name}"
        f" AND {day} BETWEEN values_{column.name}.first AND values_{column.name}.last"
        for column in plan.of("word")
    )


def _day_of_units(plan: Plan) -> str:
    """SQL of the day on which a name means what it means: that of the first moment, of receipt."""
    first = next(iter(plan.of("moment")), None)
    known = f"CAST(incoming.{first.name} AS DATE)" if first else "NULL"
    return f"coalesce({known}, DATE '{FIRST_DAY}')"
