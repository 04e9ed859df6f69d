"""Finds the rows of a dataset that may be wrong, by the engine, over the files themselves.

A row that no filter catches is right in everything: its form, its references, its letters, the
rules of its dataset. Whoever checks the caught rows alone finds what there is among all rows.
Where the engine cannot be trusted, every row is left to the rules.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any

import duckdb

from generator.check.screen.jumps import Jump, every_nth, jumps, seen_columns
from generator.check.screen.references import known_values
from generator.check.screen.rows import CaughtRow, ExcelRows, Filter, RowRules, Rows
from generator.check.screen.schema_sql import Column, Undecidable, compiled
from generator.datafolder.relation import NO_CELL, is_readable, relation
from generator.datafolder.table import Table, Tables, sound
from generator.model.contract import Contract, Dataset

ENGINE: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
ROWS_AT_ONCE = 20_000
FILTERS: tuple[Filter, ...] = ("shape", "text", "rules")

Known = Mapping[tuple[str, str], Iterable[str]]
"""The texts that a reference may have, by the dataset and the column it points to."""


def laid(
    contract: Contract, tables: Tables, dataset: Dataset, rules: RowRules | None = None
) -> Callable[[], Rows]:
    """Lays before the engine what a dataset is compared with; what is returned finds its rows.

    Those are the caught rows; of a dataset that cannot be screened every row. Neither raises for
    what lies in the tables. Finding takes long and may be done in another thread, laying does not.
    """
    right = sound(tables[dataset.name])
    if not right:
        return Rows
    connection = duckdb.connect(config=ENGINE)
    try:
        found = _Screen(connection, contract, tables, dataset, rules or RowRules())
    except (Undecidable, duckdb.Error):
        connection.close()
        return partial(Rows, whole=right)
    return partial(_rows, found, right)


def _rows(found: "_Screen", right: tuple[Table, ...]) -> Rows:
    try:
        with found.connection:
            return found.rows()
    except (Undecidable, duckdb.Error):
        return Rows(whole=right)


class _Screen:
    """The tables of one dataset before the engine.

    Raises Undecidable and duckdb.Error, and so does all that it does.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        contract: Contract,
        tables: Tables,
        dataset: Dataset,
        rules: RowRules,
    ) -> None:
        """Lays what the rows are compared with into the database; looks at no row yet."""
        self.connection, self.rules = connection, rules
        self.schema = compiled(dataset.schema)
        self.names = [f"c{place}" for place in range(len(self.schema.columns))]
        self.key = ", ".join(f"upper({self.names[place]})" for place in self.schema.key)
        self.odd: dict[int, dict[int, list[str]]] = {}
        """Blank rows and rows of another width by table and Excel row: the engine skips them."""
        self.tables = sound(tables[dataset.name])
        if len(self.names) < 2 or not all(is_readable(table) for table in self.tables):
            raise Undecidable
        rules.prepare(connection)
        self.tests = self._tests(self._known(known_values(contract, tables, dataset)))

    def rows(self) -> Rows:
        """The caught rows."""
        counts = self._counts()
        if self.key and (self.odd or counts["shape"]):
            _require_text([self.schema.columns[place].is_text for place in self.schema.key])
        is_any_caught = self.odd or any(counts[name] for name in (*FILTERS, "repeated"))
        found = list(self._caught(counts)) if is_any_caught else []
        years = self._years(counts["first_day"], counts["last_day"])
        last, odd = counts["last_seen"], self._jumps(counts["rows"])
        last_day = last and last.date()
        return Rows((), tuple(found), years, last_day, odd, counts["tally"] or {})

    def _jumps(self, rows: int) -> tuple[Jump, ...]:
        """What is odd of all rows together; not looked for where single rows are out of form."""
        if not self.rules.seen or not rows:
            return ()
        self.connection.execute(
            "CREATE TEMP TABLE seen AS SELECT unnest(seen, recursive := true) FROM counted"
        )
        lay_all = partial(self._filtered, lenient=bool(self.odd), placed=True)
        files = [table.file for table in self.tables]
        return tuple(jumps(self.connection, every_nth(self.expected), files, lay_all))

    def _known(self, known: Known) -> set[int]:
        """The columns whose values are known; these are laid into the database."""
        referring = {place for place, there in self.schema.references.items() if there in known}
        for place in referring:
            self._know(place, list(known[self.schema.references[place]]))
        return referring

    def _know(self, place: int, values: list[str]) -> None:
        """The values a column may have: those of the other table that are right for it too."""
        column = self.schema.columns[place]
        wanted = " AND ".join(rule.format("value") for rule in (column.shape, column.text) if rule)
        self.connection.execute(
            f"CREATE OR REPLACE TEMP TABLE known_{place} AS SELECT value"  # noqa: S608
            f" FROM (SELECT unnest(?::VARCHAR[]) AS value) WHERE {wanted or 'true'}",
            [values],
        )

    def _tests(self, referring: set[int]) -> dict[Filter, str]:
        """What must hold of a row so that it is surely right to a filter."""
        shapes, texts = [], []
        for place, column in enumerate(self.schema.columns):
            name = self.names[place]
            if place in referring:
                is_known = self._reference(place, column)
                shapes.append(is_known if column.required else f"({name} = '' OR {is_known})")
                continue
            if (proof := self._proof(column)) is not None:
                shapes.append(proof if column.required else f"({name} = '' OR {proof})")
                continue
            shapes += [column.shape.format(name)] if column.shape else []
            texts += [column.text.format(name)] if column.text else []
        if not any(column.required for column in self.schema.columns):
            shapes.append(f"concat({', '.join(self.names)}) <> ''")
        if self.key:
            shapes.append(f"concat({self.key}) <> ''")
        shape, text = " AND ".join(shapes), " AND ".join(texts)
        return {"shape": shape, "text": text or "true", "rules": "NOT is_wrong"}

    def _reference(self, place: int, column: Column) -> str:
        """SQL that a cell is a value that the column may have.

        A table that the rules look the cell up in anyway says so when it holds nothing else.
        """
        known = f"SELECT value FROM known_{place}"  # noqa: S608
        table, there = self.rules.joined.get(column.name, ("", ""))
        if there:
            others = f"SELECT count(*) FROM {table} WHERE {column.name} NOT IN ({known})"  # noqa: S608
            if self._one(others) == (0,):
                return f"{there} IS NOT NULL"
        return f"{self.names[place]} IN ({known})"

    def _proof(self, column: Column) -> str | None:
        """SQL of what the rules of the dataset have found out about a column's form anyway."""
        pattern, there = self.rules.proven.get(column.name, ("", ""))
        return f"{there} IS NOT NULL" if there and pattern == column.pattern else None

    def _filtered(self, *, lenient: bool, numbered: bool = False, placed: bool = False) -> None:
        """Lays the view `filtered` over the files."""
        rows = relation(self.tables, self.names, lenient=lenient, numbered=numbered, placed=placed)
        named = "".join(
            f", {name} AS {column.name}"
            for name, column in zip(self.names, self.schema.columns, strict=True)
            if column.name in self.rules.columns
        )
        laid = f"CREATE OR REPLACE TEMP VIEW dossier AS SELECT *{named} FROM ({rows})"  # noqa: S608
        self.connection.execute(laid)
        self.connection.execute(self.rules.filtered)

    def _counts(self) -> dict[str, Any]:
        """How many rows there are, how many may be wrong in what, and their days."""
        expected = self.expected = sum(self._row_count(table) for table in self.tables)
        counts = self._counted_as_if_none_is_odd()
        if counts["rows"] != expected:
            self.odd = {place: self._odd_rows(table) for place, table in enumerate(self.tables)}
            counts = self._counted(lenient=True)
            if counts["rows"] + sum(len(odd) for odd in self.odd.values()) != expected:
                raise Undecidable
        return counts

    def _counted_as_if_none_is_odd(self) -> dict[str, Any]:
        """The counts; of no known number of rows where the engine stumbles over an odd one."""
        try:
            return self._counted(lenient=False)
        except duckdb.Error:
            return {"rows": None}

    def _row_count(self, table: Table) -> int:
        if table.layout:
            return table.layout.row_count - 1
        rows = relation([table], self.names)
        return int(self._one(f"SELECT count(*) FROM ({rows})")[0])  # noqa: S608

    def _one(self, sql: str) -> Any:
        return self.connection.execute(sql).fetchone()

    def _counted(self, *, lenient: bool) -> dict[str, Any]:
        self._filtered(lenient=lenient, placed=bool(self.rules.seen))
        wrong = [f"count(*) FILTER (WHERE NOT {name}) AS {name}" for name in FILTERS]
        repeated = f"count(*) - count(DISTINCT hash({self.key}))" if self.key else "0"
        right = ", ".join(f"coalesce({self.tests[name]}, false) AS {name}" for name in FILTERS)
        self.connection.execute(f"""
          CREATE OR REPLACE TEMP TABLE counted AS
          SELECT count(*) AS rows, {", ".join(wrong)}, {repeated} AS repeated,
            min(first_day) AS first_day, max(last_day) AS last_day,
            {self.rules.tally or "NULL"} AS tally, {seen_columns(self.rules.seen, self.expected)}
          FROM (SELECT *, {right} FROM filtered)
        """)  # noqa: S608
        names = ("rows", *FILTERS, "repeated", "first_day", "last_day", "tally", "last_seen")
        counts = dict(zip(names, self._one(f"SELECT {', '.join(names)} FROM counted"), strict=True))  # noqa: S608
        return counts | {"repeated": counts["repeated"] or self._odd_keys()}

    def _odd_rows(self, table: Table) -> dict[int, list[str]]:
        if table.layout is None:
            return {}
        return {row: cells for row, cells in table.rows() if len(cells) != len(self.names)}

    def _odd_keys(self) -> list[list[str]]:
        """The keys of odd rows, one column a list; a cell that is not there is empty."""
        rows = [cells for odd in self.odd.values() for cells in odd.values()]
        return [
            [cells[place] if place < len(cells) else "" for cells in rows]
            for place in self.schema.key
            if rows
        ]

    def _caught(self, counts: Mapping[str, Any]) -> Iterator[CaughtRow]:
        """Every caught row, in the order of the files."""
        self._filtered(lenient=bool(self.odd), numbered=True)
        is_repeated = self._repeated() if counts["repeated"] else "false"
        cells = ", ".join(f"coalesce({name}, '{NO_CELL}')" for name in self.names)
        right = ", ".join(f"coalesce({self.tests[name]}, false) AS {name}" for name in FILTERS)
        stream = self.connection.execute(f"""
          SELECT file, row, [{cells}], shape AND NOT {is_repeated}, shape AND text, rules
          FROM (SELECT *, {right} FROM filtered)
          WHERE NOT (shape AND text AND rules) OR {is_repeated} ORDER BY file, row
        """)  # noqa: S608
        places = {place: ExcelRows(odd) for place, odd in self.odd.items()}
        by_table: list[list[CaughtRow]] = [[] for _ in self.tables]
        for place, odd in self.odd.items():
            table, everything = self.tables[place], frozenset(FILTERS)
            by_table[place] += [CaughtRow(table, row, odd[row], everything) for row in odd]
        while some := stream.fetchmany(ROWS_AT_ONCE):
            for place, number, row_cells, *rights in some:
                row = places[place].row(number) if place in places else number
                wrong = frozenset(
                    c for c, is_right in zip(FILTERS, rights, strict=True) if not is_right
                )
                by_table[place].append(CaughtRow(self.tables[place], row, row_cells, wrong))
        for caught_rows in by_table:
            yield from sorted(caught_rows, key=lambda caught: caught.row)

    def _repeated(self) -> str:
        """SQL that says whether a row's key stands in another row too, or in an odd one."""
        odd = self._odd_keys()
        names = [f"k{place}" for place, _ in enumerate(odd)]
        unnested = ", ".join(f"unnest(?::VARCHAR[]) AS {name}" for name in names)
        keys = ", ".join(f"upper({name})" for name in names)
        also = f" UNION SELECT hash({keys}) FROM (SELECT {unnested})" if odd else ""  # noqa: S608
        self.connection.execute(
            f"CREATE OR REPLACE TEMP TABLE repeated AS SELECT hash({self.key}) AS number"  # noqa: S608
            f" FROM filtered GROUP BY number HAVING count(*) > 1{also}",
            odd,
        )
        return f"(hash({self.key}) IN (SELECT number FROM repeated))"  # noqa: S608

    def _years(self, first: datetime | None, last: datetime | None) -> frozenset[int]:
        """The years of the days; each of them is looked for only when one may be unknown."""
        years = frozenset(range(first.year, last.year + 1)) if first and last else frozenset()
        if years <= self.rules.known_years:
            return years
        return frozenset(year for (year,) in self.connection.execute(self.rules.years).fetchall())


def _require_text(are_text: Iterable[bool]) -> None:
    """Of a typed key two texts may be one value: then caught rows cannot be checked alone."""
    if not all(are_text):
        raise Undecidable
