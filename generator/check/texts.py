"""The letters of every cell: one form of Vietnamese, nothing hidden, nothing private."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.check.context import finding
from generator.check.letters import foreign_letters
from generator.check.open_texts import open_columns
from generator.check.private.codes import of_shape, shapes_of
from generator.check.private.data import private_data
from generator.check.private.kind import Kind
from generator.check.screen.rows import Rows
from generator.datafolder.csv_letters import reread
from generator.datafolder.table import MAX_CELL_LETTERS, Table, Tables
from generator.datafolder.yaml_file import SETTINGS_FILE, file_problem
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DOSSIER_FIELDS, DOSSIERS
from generator.model.problem import Problem, Severity
from generator.model.problems import DAMAGED
from generator.model.settings import City
from generator.output.memo import NO_MEMO, Memo

FORMULA = re.compile(r"[=+@]|-(?=\S)")
"""How a text begins that a spreadsheet would compute, and might obey."""
PLAIN_ROW = re.compile(r"(?:[!-~](?:[ -~]{0,300}[!-~])?)?(?:\n(?:[!-~](?:[ -~]{0,300}[!-~])?)?)*")
"""Cells of printable ASCII without blanks at their ends, one a line: nothing to look for."""

DOSSIER_ID = DOSSIER_FIELDS[0]
CODES_OF_A_FILE = 200
"""So many codes of a file show of what shape its codes are."""

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")

Letters = tuple[str, Severity, str]
"""Code, severity, and the letters that are wrong."""
Known = dict[tuple[str, bool], tuple[Letters, ...]]
"""The faults of texts that were looked at, by text and whether it is private: most come often."""


def check_texts(contract: Contract, rows: Mapping[str, Rows]) -> Iterator[Problem]:
    """Findings in the text of the cells of datasets into which not just anything can be typed."""
    for dataset in contract.datasets:
        if not open_columns(dataset):
            for table, row, cells in rows[dataset.name].caught_by("text"):
                if not PLAIN_ROW.fullmatch("\n".join(cells)):
                    yield from _in_row(dataset, table, row, cells)


def check_open_texts(contract: Contract, tables: Tables, memo: Memo = NO_MEMO) -> Iterator[Problem]:
    """Findings in the text of every cell of the other datasets.

    They are published: their files are looked through for private data too, and therefore whole.
    What a text is found to hold rests on nothing but itself and the form of the dossiers' codes.
    """
    shapes = shapes_of(_first_codes(tables[DOSSIERS]))
    codes = of_shape(shapes)
    known = memo.reuse("what texts hold", lambda: shapes.pattern if shapes else "", Known)
    for dataset in contract.datasets:
        if private := open_columns(dataset):
            for table in tables[dataset.name]:
                for row, cells in table.rows():
                    yield from _in_row(dataset, table, row, cells, private, codes, known)


def _first_codes(dossiers: Sequence[Table]) -> Iterator[str]:
    """The codes of the first dossiers of each file."""
    for table in dossiers:
        if DOSSIER_ID in table.header:
            place = table.header.index(DOSSIER_ID)
            for cells in table.first_rows(CODES_OF_A_FILE):
                yield from cells[place : place + 1]


def _in_row(
    dataset: Dataset,
    table: Table,
    row: int,
    cells: Sequence[str],
    private: Collection[str] = (),
    codes: Iterable[Kind] = (),
    known: Known | None = None,
) -> Iterator[Problem]:
    known = {} if known is None else known
    if len(cells) != len(table.header):
        return  # the shape check tells it, and nobody knows which cell is of which column
    for name, cell in zip(table.header, cells, strict=True):
        key = cell, name in private
        if key not in known:
            known[key] = tuple(letter_faults(*key, codes))
        for code, severity, value in known[key]:
            yield finding(
                dataset,
                code,
                row,
                name,
                severity=severity,
                file=table.file,
                value=value,
            )


def check_settings(city: City) -> Iterator[Problem]:
    """Findings in the letters of every text of the settings."""
    for place, text in setting_texts(city):
        if not unicodedata.is_normalized("NFC", text):
            yield file_problem("text-not-nfc", SETTINGS_FILE, field=place, value=text)
        for code, _, value in _hidden(text):
            yield file_problem(code, SETTINGS_FILE, field=place, value=value)


def setting_texts(city: City) -> Iterator[tuple[str, str]]:
    """Every text of the settings, with the place it stands at: `city.phone`, `hotlines.0.name`."""
    return _texts("", city.model_dump())


def _texts(place: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(f"{place}.{key}".lstrip("."), part)
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _texts(f"{place}.{number}", part)


def letter_faults(
    cell: str, private: bool = False, codes: Iterable[Kind] = ()
) -> Iterator[Letters]:
    """What is wrong with the letters of a cell; of a `private` one also what is private in it."""
    if not cell:
        return
    if len(cell) > MAX_CELL_LETTERS:
        yield "text-too-long", "error", str(len(cell))
        return
    if cell != cell.strip():
        yield "blank-at-edge", "warning", cell
    if not cell.isascii() and not unicodedata.is_normalized("NFC", cell):
        yield "text-not-nfc", "error", cell
    yield from _hidden(cell)
    if private:
        if FORMULA.match(cell):
            yield "formula", "error", cell
        for code, value in private_data(cell, codes):
            yield code, "error", value


def _hidden(cell: str) -> Iterator[Letters]:
    if not cell.isascii() and (letters := foreign_letters(cell)):
        yield "foreign-letter", "error", letters
    if _CONTROL.search(cell):
        yield "control-character", "error", cell
    if not cell.isascii() and (meant := reread(cell)):
        yield "text-misread", "error", meant
    if DAMAGED in cell:
        yield "text-damaged", "error", cell
    if not cell.isprintable() and any(unicodedata.category(letter) == "Cf" for letter in cell):
        yield "invisible-character", "error", cell
