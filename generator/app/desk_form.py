"""One record as a form: what each of its fields takes, and what stands in it as people write it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.app.entry_template import Desk, Place
from generator.entry.cells import as_typed
from generator.entry.choices import Choice
from generator.entry.columns import EntryColumn, EntryDataset
from generator.entry.written import SEPARATOR, shown
from generator.model import approval
from generator.model.datasets import DATASETS
from generator.model.record import parts

Key = tuple[str, ...]
Row = Mapping[str, str]
Widget = Literal["select", "list", "boxes", "day", "number", "line", "text"]
MOST_SUGGESTED = 12
"""A column with more different texts than these has free words, which nobody chooses again."""
LONGEST_SUGGESTED = 60
"""A longer text is a sentence, which is written anew each time."""
MOST_SELECTED = 12
"""More choices than these are typed, with those that fit offered below."""
_LINES = ("moment", "quarter", "week")


@dataclass(frozen=True)
class FormField:
    """One column in a form; `text` is what stands in it, `is_fixed` that nobody may change it.

    Of a choice from a short list `text` is its code; of several choices, their codes. `suggested`
    are the texts that stand there again and again, `reference` is the dataset that it chooses from.
    """

    column: EntryColumn
    text: str
    is_fixed: bool = False
    suggested: tuple[str, ...] = ()
    reference: str = ""

    @property
    def name(self) -> str:
        """The column's name in the file."""
        return self.column.name

    @property
    def widget(self) -> Widget:
        """How it is filled in."""
        return widget_of(self.column)

    @property
    def choices(self) -> Sequence[Choice]:
        """What it offers, and what stands in it though it is offered no more."""
        known = self.column.choices.all if self.column.choices else ()
        standing = {self.text, *parts(self.text)}
        return [choice for choice in known if choice.offered or choice.code in standing]

    @property
    def has_nothing(self) -> bool:
        """True where there is nothing yet to choose from."""
        return self.column.choices is not None and not self.choices

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes that stand in a field of several choices."""
        return parts(self.text)

    @property
    def is_known(self) -> bool:
        """True where what stands in it is one of its choices, or nothing."""
        return not self.text or self.text in {choice.code for choice in self.choices}


def widget_of(column: EntryColumn) -> Widget:
    """How a column is filled in."""
    match column.kind:
        case "choice" if column.choices and len(column.choices.offered) <= MOST_SELECTED:
            return "select"
        case "choice":
            return "list"
        case "several":
            return "boxes"
        case "day":
            return "day"
        case "whole" | "number":
            return "number"
        case kind if kind in _LINES or column.field.pattern:
            return "line"
    return "text"


def as_written(column: EntryColumn, cell: str) -> str:
    """A cell of the file as it stands in a form."""
    return cell if widget_of(column) in ("select", "boxes") else read_as(column, cell)


def read_as(column: EntryColumn, cell: str) -> str:
    """A cell of the file as people read it; as it stands where it is none of its kind."""
    try:
        return as_typed(shown(column, cell))
    except ValueError:
        return cell


@dataclass(frozen=True)
class Form:
    """A form: its dataset and fields; `key` is that of the record it is of, None of a new one.

    `row` is the record as it stood in the file when the form was opened; `number` tells it from
    others of the same key, and is 0 where there are none.
    """

    entry: EntryDataset
    fields: tuple[FormField, ...]
    key: Key | None
    row: Row
    number: int = 0

    @property
    def called(self) -> str:
        """What the record is called: its key as people read it; empty of a new one."""
        columns = map(self.entry.column, self.entry.dataset.primary_key if self.key else ())
        told = (read_as(column, self.row.get(column.name, "")) for column in columns)
        return ", ".join(filter(None, told))

    @property
    def has_approval(self) -> bool:
        """True of records that are drafts until somebody approves them."""
        return has_approval(self.entry)

    @property
    def is_approved(self) -> bool:
        """True of a record that has been approved."""
        return self.row.get(approval.STATUS) == approval.APPROVED

    @property
    def shown(self) -> Iterator[FormField]:
        """The fields that are filled in: the buttons say whether a record is a draft."""
        yield from (f for f in self.fields if not (self.has_approval and f.name == approval.STATUS))


def has_approval(entry: EntryDataset) -> bool:
    """True of a dataset whose records are drafts until somebody approves them."""
    return all(name in entry.names for name in approval.COLUMNS)


@dataclass(frozen=True)
class Standing:
    """A record as it stands in its file; `number` tells it from others of the same key, from 1."""

    place: Place
    row: Row
    number: int
    is_doubled: bool


def standing_of(desk: Desk, entry: EntryDataset, key: Key, number: int = 0) -> Standing | None:
    """The record of a key; of several the one of a number, or the last, as for an import."""
    placed = desk.placed_rows(entry.dataset.name)
    found = [(place, row) for place, row in placed if key_of(entry, row) == key]
    if not found or number > len(found):
        return None
    place, row = found[number - 1]
    return Standing(place, row, number or len(found), len(found) > 1)


def numbered(entry: EntryDataset, placed: Iterable[tuple[Place, Row]]) -> Mapping[Place, int]:
    """What tells each record from others of its key; 0 where there are none."""
    by_key: dict[Key, list[Place]] = {}
    for place, row in placed:
        by_key.setdefault(key_of(entry, row), []).append(place)
    return {
        place: number if len(places) > 1 else 0
        for places in by_key.values()
        for number, place in enumerate(places, 1)
    }


def fixed_columns(entry: EntryDataset, standing: Standing | None) -> tuple[str, ...]:
    """The columns of a record that stay: its id, which others and its address name it by.

    A key of several columns tells what a record is about, and may be mended; so may one that
    another record has, too.
    """
    names = entry.dataset.primary_key
    is_logged = entry.dataset.name in DATASETS and DATASETS[entry.dataset.name].is_logged
    is_free = standing is None or standing.is_doubled or not (len(names) == 1 or is_logged)
    return () if is_free else names


def key_of(entry: EntryDataset, row: Row) -> Key:
    """What tells a record from the others of its dataset."""
    return tuple(row.get(name, "") for name in entry.dataset.primary_key)


def form_of(desk: Desk, name: str, key: Key, number: int = 0) -> Form | None:
    """The form of a record as it stands; None when there is no such record."""
    entry = desk.entry(name)
    there = standing_of(desk, entry, key, number)
    if there is None:
        return None
    form = filled_form(entry, there, key, there.row, written_row(entry, there.row))
    return with_suggestions(desk, form)


def new_form(desk: Desk, name: str, given: Row) -> Form:
    """The form of a new record, with the next free number where records are numbered.

    `given` are texts that are known already, by column.
    """
    entry = desk.entry(name)
    texts: dict[str, str] = {}
    if has_approval(entry):
        texts[approval.STATUS] = approval.DRAFT
    if entry.numbered:
        keys = (row.get(entry.numbered, "") for row in desk.rows(name))
        texts[entry.numbered] = "".join(entry.free_keys(keys, desk.city.as_of.year))
    return with_suggestions(desk, filled_form(entry, None, None, {}, {**texts, **given}))


def with_suggestions(desk: Desk, form: Form) -> Form:
    """The form with what stands in other records again and again, as the names of offices do."""
    rows = desk.rows(form.entry.dataset.name)
    fields = (replace(f, suggested=tuple(_repeated(f, rows))) for f in form.fields)
    return replace(form, fields=tuple(fields))


def _repeated(field: FormField, rows: Sequence[Row]) -> Sequence[str]:
    """The texts of a column of free words, where they are few and short and some stand twice."""
    if field.widget != "text" or field.is_fixed:
        return ()
    counts = Counter(text for row in rows if (text := row.get(field.name)))
    is_of_few = 0 < len(counts) <= MOST_SUGGESTED and counts.total() > len(counts)
    is_short = all(len(text) <= LONGEST_SUGGESTED for text in counts)
    return sorted(counts) if is_of_few and is_short else ()


def filled_form(
    entry: EntryDataset, there: Standing | None, key: Key | None, row: Row, texts: Row
) -> Form:
    """A form in which texts stand, by column; `there` is the record as it stands in its file."""
    number = there.number if there and there.is_doubled else 0
    fields = _fields(entry, fixed_columns(entry, there), row, texts)
    return Form(entry, tuple(fields), key, row, number)


def _fields(entry: EntryDataset, fixed: Sequence[str], row: Row, texts: Row) -> Iterable[FormField]:
    references = {link.field: link.reference for link in entry.dataset.foreign_keys}
    for column in entry.columns:
        name = column.name
        reference = references.get(name, "")
        is_fixed = name in fixed
        text = read_as(column, row.get(name, "")) if is_fixed else texts.get(name, "")
        yield FormField(column, text, is_fixed, reference=reference)


def written_row(entry: EntryDataset, row: Row) -> Row:
    """A record as it stands in its form, by column."""
    return {c.name: as_written(c, row.get(c.name, "")) for c in entry.columns}


def joined(values: Iterable[str]) -> str:
    """Several choices as they are typed into one cell."""
    return SEPARATOR.join(values)
