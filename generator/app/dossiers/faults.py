"""What is wrong with an export's rows: by row and column, a sentence each that says what to do.

Nothing of a person stands in it, nor the code of a dossier: rows are told by their numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import duckdb

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.moments import odd_texts
from generator.app.dossiers.plan import Plan, PlannedColumn
from generator.app.dossiers.typed import Typed, odd_keys
from generator.check.context import finding
from generator.check.private.data import private_data
from generator.check.texts import letter_faults
from generator.entry.cells import sentence
from generator.model.problem import Problem
from generator.model.problems import message

MOST_ROWS = 2_000
"""So many wrong rows are listed one by one; all are counted."""
CODES_LOOKED_AT, MOSTLY = 200, 0.9
"""So many codes show whether they are people's numbers: when most of them look so."""
PERSONAL = ("personal-id", "personal-phone", "personal-email")


@dataclass(frozen=True)
class Fault:
    """Why a cell of the export is not taken: its sheet, row and column of the dossiers."""

    sheet: int
    row: int
    column: str
    why: str


@dataclass(frozen=True)
class Faults:
    """What is wrong with single rows, the first ones of each kind; how many there are of a kind.

    `general` are findings that no row carries, `again` the rows that only say once more what
    another has said.
    """

    found: tuple[Fault, ...] = ()
    counts: Mapping[tuple[str, str], int] = field(default_factory=dict, hash=False)
    general: tuple[Problem, ...] = ()
    again: int = 0

    def __add__(self, other: "Faults") -> "Faults":
        counts = dict(self.counts)
        for kind, count in other.counts.items():
            counts[kind] = counts.get(kind, 0) + count
        again = self.again + other.again
        return Faults(self.found + other.found, counts, self.general + other.general, again)

    def __bool__(self) -> bool:
        return bool(self.found) or any(problem.severity == "error" for problem in self.general)


def faults_of(
    connection: duckdb.DuckDBPyConnection, desk: DossierDesk, plan: Plan, typed: Typed
) -> Faults:
    """All that is wrong with the rows of `incoming` as they were read."""
    gathered = Gathered(connection)
    for column in plan.columns:
        if column.column.field.required or column.name in desk.dataset.primary_key:
            _lacking(gathered, column, typed)
        if column.reading == "word":
            _unread_words(gathered, column, typed)
        elif column.reading == "moment" and column.name in typed.odd:
            _unread_moments(gathered, plan, column, typed)
    _keys(gathered, desk, plan, typed)
    return gathered.faults()


def sentence_of(problem: Problem) -> str:
    """A finding without its place in a file that the clerk never sees."""
    return _capital(message(replace(problem, row=None, field=None)))


class Gathered:
    """Faults as they are found: no more of a kind than are told, each counted."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """`connection` is to the database that the rows lie in."""
        self.connection = connection
        self.found: list[Fault] = []
        self.counts: dict[tuple[str, str], int] = {}
        self.again = 0

    def add(self, fault: Fault, kind: str) -> None:
        """One cell."""
        key = (fault.column, kind)
        self.counts[key] = self.counts.get(key, 0) + 1
        if self.counts[key] <= MOST_ROWS:
            self.found.append(fault)

    def rows(self, column: str, kind: str, why: str, where: str, source: str = "incoming") -> None:
        """The rows of which a condition holds, all for one reason."""
        count, *_ = self.connection.execute(
            f"SELECT count(*) FROM {source} WHERE {where}"  # noqa: S608
        ).fetchone() or (0,)
        if not count:
            return
        key = (column, kind)
        room = max(MOST_ROWS - self.counts.get(key, 0), 0)
        self.counts[key] = self.counts.get(key, 0) + count
        listed = self.connection.execute(
            f"SELECT sheet, row FROM {source} WHERE {where} ORDER BY sheet, row LIMIT {room}"  # noqa: S608
        ).fetchall()
        self.found += [Fault(sheet, row, column, why) for sheet, row in listed]

    def faults(self) -> Faults:
        """All of them."""
        return Faults(tuple(self.found), self.counts, again=self.again)


def _lacking(gathered: Gathered, column: PlannedColumn, typed: Typed) -> None:
    """The cells that no dossier can do without and that say nothing."""
    name, why = column.name, _capital(sentence("cell-lacking", {}))
    if column.reading == "word":
        blank = [
            str(number)
            for number, word in enumerate(typed.of(name))
            if word.kind == "meant" and not any(meaning.value for meaning in word.meanings)
        ]
        if blank:
            gathered.rows(name, "lacking", why, f"{name} IN ({', '.join(blank)})")
    elif column.reading == "moment":
        gathered.rows(name, "lacking", why, f"{name} IS NULL AND NOT {name}_odd")
    else:
        gathered.rows(name, "lacking", why, f"{name} = ''")


def _unread_words(gathered: Gathered, column: PlannedColumn, typed: Typed) -> None:
    for number, word in enumerate(typed.of(column.name)):
        if word.kind == "unread":
            where = f"{column.name} = {number}"
            gathered.rows(column.name, "unread", _capital(word.why), where)


def _unread_moments(gathered: Gathered, plan: Plan, column: PlannedColumn, typed: Typed) -> None:
    """The cells whose moment nobody can read."""
    name, laid = column.name, odd_texts(plan, column, typed.query)
    found = gathered.connection.execute(
        f"SELECT sheet, row, text FROM {laid} ORDER BY sheet, row"  # noqa: S608
    )
    while some := found.fetchmany(10_000):
        for sheet, row, text in some:
            gathered.add(Fault(sheet, row, name, _capital(typed.odd[name][text])), "unread")


def _keys(gathered: Gathered, desk: DossierDesk, plan: Plan, typed: Typed) -> None:
    """Codes of dossiers: twice in the export, of a wrong form, or those of a person."""
    (key,) = desk.dataset.primary_key
    _repeated(gathered, key, plan.columns)
    pattern = desk.dataset.field(key).pattern
    if pattern:
        why = _capital(
            sentence("pattern-wrong", {"value": "…", "about": desk.dataset.field(key).description})
        )
        escaped = pattern.replace("'", "''")
        where = f"{key} <> '' AND NOT regexp_matches({key}, '{escaped}')"
        gathered.rows(key, "pattern", why, where)
    odd = gathered.connection.execute(odd_keys(key)).fetchall() if typed.has_odd_keys else []
    for sheet, row, text in odd:
        for code, severity, value in letter_faults(text):
            if severity == "error":
                problem = finding(desk.dataset, code, row, key, value=value)
                gathered.add(Fault(sheet, row, key, sentence_of(problem)), code)
    _personal(gathered, key)


PERSONAL_KEY = (
    "cột này giữ số giấy tờ, điện thoại hoặc thư điện tử của người dân nên không dùng làm mã hồ "
    "sơ được. "
    "Hãy chọn đúng cột mã hồ sơ ở mục dossier_id của tệp cách đọc."
)


def _personal(gathered: Gathered, key: str) -> None:
    """That the column taken for the codes of dossiers is one of people's numbers."""
    codes = gathered.connection.execute(
        f"SELECT {key} FROM incoming WHERE {key} <> '' LIMIT {CODES_LOOKED_AT}"  # noqa: S608
    ).fetchall()
    personal = sum(_is_of_person(code) for (code,) in codes)
    if codes and personal > MOSTLY * len(codes):
        gathered.rows(key, "personal", _capital(PERSONAL_KEY), f"{key} <> ''")


def _is_of_person(code: str) -> bool:
    return any(kind in PERSONAL for kind, _ in private_data(code))


def _repeated(gathered: Gathered, key: str, columns: Sequence[PlannedColumn]) -> None:
    """A dossier that stands twice: alike, it counts once; otherwise nobody knows which is right."""
    connection, same = gathered.connection, f"upper({key})"
    twice, *_ = connection.execute(
        f"SELECT count({key}) - count(DISTINCT hash({same})) FROM incoming WHERE {key} <> ''"  # noqa: S608
    ).fetchone() or (0,)
    if not twice:
        return
    cells = ", ".join(column.name for column in columns if column.name != key)
    found = connection.execute(
        f"""SELECT sheet, row, first_value(row) OVER same, hash({cells}) =
          first_value(hash({cells})) OVER same, row_number() OVER same
        FROM incoming WHERE {same} IN
          (SELECT {same} FROM incoming WHERE {key} <> '' GROUP BY {same} HAVING count(*) > 1)
        WINDOW same AS (PARTITION BY {same} ORDER BY sheet, row)"""  # noqa: S608
    ).fetchall()
    again = [(sheet, row) for sheet, row, _, is_same, number in found if number > 1 and is_same]
    for sheet, row, first, is_same, _ in found:
        if not is_same:
            why = _capital(sentence("dossier-twice", {"row": first}))
            gathered.add(Fault(sheet, row, key, why), "twice")
    connection.execute(
        "DELETE FROM incoming WHERE (sheet, row) IN"
        " (SELECT (unnest(?::SMALLINT[]), unnest(?::INTEGER[])))",
        [[sheet for sheet, _ in again], [row for _, row in again]],
    )
    gathered.again = len(again)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
