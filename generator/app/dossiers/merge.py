"""What an export changes in the files of dossiers: which are new, which are others, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import duckdb

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.places import Place, place_of
from generator.app.dossiers.plan import Plan, PlannedColumn
from generator.app.dossiers.texts import meanings, written
from generator.app.entry_refused import EntryRefused
from generator.datafolder.relation import is_readable, relation
from generator.datafolder.table import Table

UNEVEN = (
    "Tệp {} có dòng trống, dòng thừa hay thiếu ô, hoặc dấu nháy, cách xuống dòng không đều. Hãy "
    "chạy "
    "congkhai check, sửa tệp ấy trước rồi nhập lại."
)


@dataclass(frozen=True)
class Merged:
    """How many dossiers are new, other or as they were, and in which cells the others differ.

    `added` counts the new ones by file, `changed` the others; `cells` are changed cells by column,
    `emptied` those of them that become empty. `gone` are dossiers of the same units and days that
    stand in the files and not in the export, whose first and last day of receipt are `days`.
    """

    added: Mapping[Place, int]
    changed: Mapping[Table, int]
    same: int
    cells: Mapping[str, int]
    emptied: Mapping[str, int]
    gone: int
    days: tuple[date, date] | None

    @property
    def has_changes(self) -> bool:
        """True when a file is to be another one."""
        return bool(self.added or self.changed)


def lay_merge(connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan) -> None:
    """Lay the tables that say what of `incoming_text` is new or other. Raises EntryRefused."""
    _lay_known(connection, desk)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE met AS {met_rows(desk, plan)}")
    _lay_outgoing(connection, desk, plan)


def merged(connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan) -> Merged:
    """What the tables of `lay_merge` say. Raises EntryRefused for dossiers that no file is for."""
    names = [column.name for column in _mapped(plan)]
    changed, cells, emptied, same = _counted(connection, desk, names)
    added = _added(connection, desk)
    gone, days = _gone(connection)
    return Merged(added, changed, same, cells, emptied, gone, days)


def _mapped(plan: Plan) -> list[PlannedColumn]:
    """The columns that the export may change."""
    return [column for column in plan.columns if column.is_mapped and column.reading != "key"]


def _lay_known(connection: duckdb.DuckDBPyConnection, desk: DossierDesk) -> None:
    """The view `known` of all dossiers that the files have. Raises EntryRefused.

    The engine leaves out blank rows, and then numbers no row as the file does.
    """
    names = desk.names
    for table in desk.files:
        if not is_readable(table):
            raise EntryRefused(UNEVEN.format(table.file))
    if desk.files:
        query = relation(desk.files, names, numbered=True)
    else:
        empty = ", ".join(f"'' AS {name}" for name in names)
        query = f"SELECT 0 AS file, 0 AS row, {empty} WHERE false"
    connection.execute(f"CREATE OR REPLACE TEMP VIEW known AS {query}")
    try:
        counts = dict(
            connection.execute("SELECT file, count(*) FROM known GROUP BY file").fetchall()
        )
    except duckdb.Error:
        counts = {}
    for place, table in enumerate(desk.files):
        if table.layout and counts.get(place, 0) != table.layout.row_count - 1:
            raise EntryRefused(UNEVEN.format(table.file))


def met_rows(desk: DossierDesk, plan: Plan) -> str:
    """SQL of the export's dossiers that the files have, and in which cells they differ there.

    Of those that differ it also has the cells that the export leaves as they are. The engine holds
    the export, as numbers and moments, and goes once through the files, however long they are.
    Codes that differ in capitals alone are one dossier's: no system gives two such.
    """
    (key,) = desk.dataset.primary_key
    there = {column.name: _plain(column, f"known.{column.name}") for column in _mapped(plan)}
    told = {column.name: written(column) for column in _mapped(plan)}
    differs = {name: f"{there[name]} <> {told[name]}" for name in there}
    cells = [
        *(f"{cell} AS {name}_differs" for name, cell in differs.items()),
        *(f"known.{name} <> '' AND {cell} = '' AS {name}_emptied" for name, cell in told.items()),
        *(
            f"CASE WHEN differs THEN known.{name} END AS {name}_kept"
            for name in desk.names
            if name not in told and name != key
        ),
        f"known.{key} AS {key}_kept",
    ]
    return f"""
      SELECT incoming.sheet, incoming.row,
        known.file::INTEGER AS file, known.row::INTEGER AS known_row,
        {" OR ".join(differs.values()) or "false"} AS differs, {", ".join(cells)}
      FROM known JOIN incoming ON upper(known.{key}) = upper(incoming.{key}) {meanings(plan)}
    """  # noqa: S608


def _plain(column: PlannedColumn, cell: str) -> str:
    """SQL of a cell of the files in the one writing in which it is compared."""
    match column.column.kind:
        case "moment":
            text = f"replace({cell}, ' ', 'T')"
            return f"CASE WHEN {text} LIKE '%:__:00' THEN left({text}, 16) ELSE {text} END"
        case "whole":
            return f"coalesce(CAST(try_cast({cell} AS BIGINT) AS VARCHAR), {cell})"
    return cell


def _lay_outgoing(connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan) -> None:
    """The view `outgoing`: whole rows of new and other dossiers as they are to stand in the files.

    `file` and `known_row` are null for the new ones.
    """
    (key,) = desk.dataset.primary_key
    planned = {column.name: column for column in plan.columns}
    cells = []
    for name in desk.names:
        column = planned.get(name)
        if name == key:
            cells.append(f"coalesce(met.{name}_kept, incoming_text.{name}) AS {name}")
        elif column and column.is_mapped:
            cells.append(f"incoming_text.{name}")
        else:
            new = f"incoming_text.{name}" if column else "''"
            cells.append(f"coalesce(met.{name}_kept, {new}) AS {name}")
    connection.execute(f"""
      CREATE OR REPLACE TEMP VIEW outgoing AS
      SELECT incoming_text.sheet, incoming_text.row, met.file, met.known_row,
        {", ".join(cells)}
      FROM incoming_text LEFT JOIN met
        ON met.sheet = incoming_text.sheet AND met.row = incoming_text.row
      WHERE met.differs IS NOT false
    """)  # noqa: S608


def _counted(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, mapped: list[str]
) -> tuple[dict[Table, int], dict[str, int], dict[str, int], int]:
    changed = connection.execute(
        "SELECT file, count(*) FROM met WHERE differs GROUP BY file ORDER BY file"
    ).fetchall()
    same, *_ = connection.execute(
        "SELECT count(*) FILTER (WHERE NOT differs) FROM met"
    ).fetchone() or (0,)
    sums = [f"count(*) FILTER (WHERE {name}_{what})" for what in _WHAT for name in mapped]
    counts = connection.execute(f"SELECT {', '.join(sums) or '0'} FROM met").fetchone() or ()  # noqa: S608
    differing, emptied = counts[: len(mapped)], counts[len(mapped) :]
    return (
        {desk.files[file]: count for file, count in changed},
        {name: count for name, count in zip(mapped, differing, strict=True) if count},
        {name: count for name, count in zip(mapped, emptied, strict=True) if count},
        same,
    )


_WHAT = ("differs", "emptied")
QUARTER = (
    "concat(left(received_at, 4), '-q', (CAST(substr(received_at, 6, 2) AS INTEGER) + 2) // 3)"
)
"""SQL of the quarter in which a dossier was received: 2018-q1."""


def _added(connection: duckdb.DuckDBPyConnection, desk: DossierDesk) -> dict[Place, int]:
    """The new dossiers by the file that they go into; lays the table that says so by quarter."""
    found = connection.execute(
        f"SELECT {QUARTER} AS quarter, count(*) FROM outgoing"  # noqa: S608
        " WHERE known_row IS NULL AND received_at <> '' GROUP BY quarter ORDER BY quarter"
    ).fetchall()
    added: dict[Place, int] = {}
    quarters: dict[str, str] = {}
    for quarter, count in found:
        place = place_of(connection, desk, quarter)
        quarters[quarter] = place.file
        added[place] = added.get(place, 0) + count
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE target AS"
        " SELECT unnest(?::VARCHAR[]) AS quarter, unnest(?::VARCHAR[]) AS target_file",
        [list(quarters), list(quarters.values())],
    )
    return added


GONE_ROWS = """
  SELECT file, row FROM known
  SEMI JOIN (SELECT DISTINCT unit_id FROM incoming_text) AS units USING (unit_id)
  ANTI JOIN met ON met.file = known.file AND met.known_row = known.row
  WHERE left(received_at, 10) BETWEEN ? AND ?
"""
"""The dossiers of the export's units, between two days, that the files have and the export not."""


def _gone(connection: duckdb.DuckDBPyConnection) -> tuple[int, tuple[date, date] | None]:
    """The dossiers of the export's units and days that the files have and the export has not."""
    first, last, *_ = connection.execute(
        "SELECT min(received_at), max(received_at) FROM incoming"
    ).fetchone() or (None, None)
    if first is None:
        return 0, None
    days = [f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}"]
    counted = connection.execute(f"SELECT count(*) FROM ({GONE_ROWS})", days)  # noqa: S608
    count, *_ = counted.fetchone() or (0,)
    return count, (first.date(), last.date())
