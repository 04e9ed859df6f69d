"""Which columns of an export each column of the dossiers is read from, as SQL of its text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.app.dossiers.desk import DossierDesk
from generator.app.entry_refused import EntryRefused
from generator.entry.columns import EntryColumn
from generator.model.dossier_mapping import DossierMapping, Rule
from generator.workbooks.headings import plain

Reading = Literal["key", "moment", "word"]
"""How a column is read: each cell by itself, as a moment, or each different text once."""
UNKNOWN_COLUMN = (
    "Tệp cách đọc có cột “{}” mà bộ Hồ sơ không có. Bộ Hồ sơ có các cột: {}. Hãy sửa tên cột ấy."
)
LACKING_RULE = (
    "Tệp cách đọc chưa cho biết “{}” ({}) lấy từ đâu. Hãy thêm vào mục columns, hoặc chạy lại với "
    "--suggest."
)
LACKING_COLUMN = (
    "Tệp không có cột nào để lấy “{}”: cách đọc tìm {}, tệp chỉ có {}. Hãy thêm tên cột đúng vào "
    "mục "
    "headings của {} trong tệp cách đọc."
)


@dataclass(frozen=True)
class PlannedColumn:
    """A column of the dossiers: its rule, and the columns of this export that it is read from."""

    column: EntryColumn
    rule: Rule
    headings: tuple[str, ...]
    beside: str | None
    reading: Reading

    @property
    def name(self) -> str:
        """Its name in the files of dossiers."""
        return self.column.name

    @property
    def is_mapped(self) -> bool:
        """True where the export says what stands in it, so that it may change what is there."""
        return bool(self.headings or self.rule.from_filled)

    @property
    def read_from(self) -> tuple[str, ...]:
        """The columns of the export that it needs."""
        return (*self.headings, *((self.beside,) if self.beside else ()))


@dataclass(frozen=True)
class Plan:
    """How an export is read: every column of the dossiers that has a rule."""

    mapping: DossierMapping
    columns: tuple[PlannedColumn, ...]
    procedure_name: tuple[str, ...]
    procedure_field: tuple[str, ...]
    unread: tuple[str, ...]
    """The columns of the export that nothing is read from."""

    @property
    def wanted(self) -> tuple[str, ...]:
        """The columns of the export that are read, each once."""
        read = [name for column in self.columns for name in column.read_from]
        return tuple(dict.fromkeys((*read, *self.procedure_name, *self.procedure_field)))

    def column(self, name: str) -> PlannedColumn | None:
        """The planned column of a name; None where the mapping has none."""
        return next((column for column in self.columns if column.name == name), None)

    def of(self, *readings: Reading) -> tuple[PlannedColumn, ...]:
        """The columns that are read in one of these ways."""
        return tuple(column for column in self.columns if column.reading in readings)

    def text(self, column: PlannedColumn) -> str:
        """SQL of a column's text in the export; the empty text where there is nothing."""
        text, derived = text_of(column, self.wanted), column.rule.from_filled
        other = self.column(derived.column) if derived else None
        if derived is None or other is None:
            return text
        filled = f"CASE WHEN {text_of(other, self.wanted)} <> '' THEN {quoted(derived.value)}"
        return (
            f"CASE WHEN {text} <> '' THEN {text} ELSE"
            f" {filled} ELSE {quoted(derived.otherwise)} END END"
        )

    def first_text(self, headings: Sequence[str]) -> str:
        """SQL of the first filled cell among some columns of the export."""
        return _first(headings, self.wanted)


def text_of(column: PlannedColumn, wanted: Sequence[str]) -> str:
    """SQL of a column's text where the wanted columns of the export are k0, k1, …"""
    text = _first(column.headings, wanted)
    if column.beside:
        text = f"trim(concat_ws(' ', {text}, {_first([column.beside], wanted)}))"
    for sign, form in ((column.rule.before, _BEFORE), (column.rule.after, _AFTER)):
        if sign:
            text = form.format(text=text, sign=quoted(sign))
    if column.rule.nothing:
        words = ", ".join(map(quoted, column.rule.nothing))
        text = f"CASE WHEN {text} IN ({words}) THEN '' ELSE {text} END"
    return text


_BEFORE = "trim(split_part({text}, {sign}, 1))"
_AFTER = (
    "CASE WHEN contains({text}, {sign})"
    " THEN trim(substr({text}, strpos({text}, {sign}) + length({sign}))) ELSE {text} END"
)


def _first(headings: Sequence[str], wanted: Sequence[str]) -> str:
    """SQL of the first filled cell; blanks around it are taken away where a text is read."""
    names = [f"k{wanted.index(heading)}" for heading in headings]
    if len(names) < 2:
        return names[0] if names else "''"
    filled = ", ".join(f"nullif(trim({name}), '')" for name in names)
    return f"coalesce({filled}, '')"


def quoted(text: str) -> str:
    """A text in SQL."""
    return "'" + text.replace("'", "''") + "'"


def plan_of(desk: DossierDesk, mapping: DossierMapping, labels: Sequence[str]) -> Plan:
    """How a mapping reads an export with columns of these names. Raises EntryRefused."""
    there = {plain(label): label for label in reversed(labels)}
    _require_known(desk, mapping)
    columns = tuple(_planned(desk, mapping, there))
    _require_enough(desk, mapping, columns, labels)
    new = mapping.new_procedures
    name, field = (new.name, new.field) if new else ((), ())
    found = Plan(mapping, columns, _present(name, there), _present(field, there), ())
    unread = tuple(label for label in labels if label not in found.wanted)
    return Plan(mapping, columns, found.procedure_name, found.procedure_field, unread)


def _planned(
    desk: DossierDesk, mapping: DossierMapping, there: Mapping[str, str]
) -> Iterator[PlannedColumn]:
    key = desk.dataset.primary_key
    for column in desk.entry.columns:
        rule = mapping.columns.get(column.name)
        if rule is None:
            continue
        headings = _present(rule.headings, there)
        beside = next(iter(_present((rule.beside,) if rule.beside else (), there)), None)
        reading: Reading = "word"
        if column.name in key:
            reading = "key"
        elif column.kind in ("moment", "day"):
            reading = "moment"
        yield PlannedColumn(column, rule, headings, beside if headings else None, reading)


def _present(headings: Sequence[str], there: Mapping[str, str]) -> tuple[str, ...]:
    found = (there[plain(heading)] for heading in headings if plain(heading) in there)
    return tuple(dict.fromkeys(found))


def _require_known(desk: DossierDesk, mapping: DossierMapping) -> None:
    for name in mapping.columns:
        if name not in desk.names:
            raise EntryRefused(UNKNOWN_COLUMN.format(name, ", ".join(desk.names)))


def _require_enough(
    desk: DossierDesk,
    mapping: DossierMapping,
    columns: Sequence[PlannedColumn],
    labels: Sequence[str],
) -> None:
    by_name = {column.name: column for column in columns}
    for field in desk.dataset.fields:
        column = by_name.get(field.name)
        if not field.required and field.name not in desk.dataset.primary_key:
            continue
        if column is None:
            raise EntryRefused(LACKING_RULE.format(field.title, field.name))
        if not column.is_mapped and column.rule.blank is None:
            sought = ", ".join(f"“{heading}”" for heading in column.rule.headings) or "(chưa ghi)"
            told = ", ".join(f"“{label}”" for label in labels)
            raise EntryRefused(LACKING_COLUMN.format(field.title, sought, told, field.name))
