"""A mapping guessed for an export: by the names of its columns, and by what stands in them.

What is known of exports stands in the shipped mappings: their headings, forms and tables of words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from generator.app.dossiers.desk import DossierDesk
from generator.app.dossiers.import_dossiers import known_heading
from generator.app.dossiers.mapping_files import USUAL, shipped_mapping, shipped_names
from generator.entry.cells import Cell, Unread, as_typed, is_blank
from generator.entry.columns import EntryColumn
from generator.entry.day_forms import FOREIGN, fits
from generator.entry.moments import read_moment
from generator.entry.numbers import read_whole
from generator.model.dossier_mapping import DossierMapping, FromFilled, NewProcedures, Rule
from generator.model.text import vn_number
from generator.workbooks.export import Export, open_export
from generator.workbooks.headings import plain

LOOKED_AT = 1_000
"""So many rows show what stands in a column."""
ALIKE = 0.82
"""A name that is so like a known one may be meant."""
SURE, LIKELY = 90, 70
Rows = Sequence[Mapping[str, Cell]]
WORDS = ((SURE, "chắc"), (LIKELY, "khá chắc"), (0, "đoán, hãy xem lại"))


@dataclass(frozen=True)
class Guess:
    """Where one column of the dossiers comes from, how sure that is in percent, and why."""

    column: str
    headings: tuple[str, ...]
    sure: int
    why: str

    @property
    def told(self) -> str:
        """In words."""
        word = next(word for least, word in WORDS if self.sure >= least)
        return f"{word} {self.sure} %: {self.why}"


@dataclass(frozen=True)
class Suggestion:
    """A mapping for an export, what was guessed, and the dossiers' columns that nothing gives."""

    mapping: DossierMapping
    guesses: tuple[Guess, ...]
    lacking: tuple[str, ...]
    export: Export


def suggest(desk: DossierDesk, path: Path) -> Suggestion:
    """Guess how an export is read. Raises Unopened."""
    shipped = {name: shipped_mapping(name) for name in shipped_names()}
    known = {label for mapping in shipped.values() for label in known_heading(mapping)}
    export = open_export(path, lambda label: plain(label) in known)
    base = _best(shipped, export.labels)
    rows = list(export.first_rows(LOOKED_AT))
    guesses = tuple(_guesses(desk, base, export, rows))
    mapping = _fitted(desk, base, export, guesses, rows)
    there = {guess.column for guess in guesses}
    lacking = tuple(
        field.name
        for field in desk.dataset.fields
        if (field.required or field.name in desk.dataset.primary_key)
        and field.name not in there
        and not _gives(mapping.rule(field.name))
    )
    return Suggestion(mapping, guesses, lacking, export)


def _gives(rule: Rule) -> bool:
    return bool(rule.blank or rule.from_filled)


def _best(shipped: Mapping[str, DossierMapping], labels: Iterable[str]) -> DossierMapping:
    """The shipped mapping that reads most of an export's columns; the usual one between equals."""
    there = {plain(label) for label in labels}

    def count(name: str) -> tuple[int, bool]:
        read = {plain(heading) for heading in shipped[name].headings}
        return len(read & there), name == USUAL

    return shipped[max(shipped, key=count)]


def _guesses(
    desk: DossierDesk, base: DossierMapping, export: Export, rows: Rows
) -> Iterator[Guess]:
    """A guess for each column: by a known name, else by one that is like it and no other's."""
    private = {plain(name) for name in base.personal}
    rules = {column.name: base.rule(column.name) for column in desk.entry.columns}
    named = {
        name: found
        for name, rule in rules.items()
        if (found := _by_name(rule.headings, export.labels, private))
    }
    taken = {label for labels in named.values() for label in labels}
    for column in desk.entry.columns:
        rule = rules[column.name]
        if labels := named.get(column.name):
            yield _guess(column, rule, labels, 1.0, rows)
        else:
            rest = [label for label in export.labels if label not in taken]
            if alike := _alike(rule.headings, rest, private):
                taken.add(alike[0])
                yield _guess(column, rule, (alike[0],), alike[1], rows)


def _by_name(headings: Sequence[str], labels: Sequence[str], private: set[str]) -> tuple[str, ...]:
    """The columns that are called so, in the order of the mapping."""
    there = {plain(label): label for label in reversed(labels)}
    found = (there[plain(name)] for name in headings if plain(name) in there)
    return tuple(dict.fromkeys(label for label in found if plain(label) not in private))


def _alike(
    headings: Sequence[str], labels: Sequence[str], private: set[str]
) -> tuple[str, float] | None:
    """The column whose name is most like one that is known, and how like it is."""
    scored = [
        (SequenceMatcher(None, plain(name), plain(label)).ratio(), label)
        for name in headings
        for label in labels
        if plain(label) not in private
    ]
    best, label = max(scored, default=(0.0, ""))
    return (label, best) if best >= ALIKE else None


def _guess(
    column: EntryColumn, rule: Rule, labels: tuple[str, ...], likeness: float, rows: Rows
) -> Guess:
    cells = [cell for row in rows if not is_blank(cell := _first(row, labels))]
    known = {plain(word) for word in rule.values}
    read = sum(plain(as_typed(cell)) in known or _is_readable(column, cell) for cell in cells)
    share = read / len(cells) if cells else 0.0
    sure = round(100 * (0.75 * likeness + 0.25 * share))
    name = "đúng tên cột" if likeness == 1 else "tên cột gần giống"
    told = ", ".join(f"“{label}”" for label in labels)
    counted = f"hiểu được {vn_number(read)}/{vn_number(len(cells))} ô" if cells else "cột trống"
    return Guess(column.name, labels, sure, f"{name} {told}, {counted}")


def _first(row: Mapping[str, Cell], labels: Sequence[str]) -> Cell:
    return next((row[label] for label in labels if not is_blank(row.get(label))), None)


def _is_readable(column: EntryColumn, cell: Cell) -> bool:
    """True when a cell says what the column takes, as far as the records know it."""
    try:
        if column.kind in ("moment", "day"):
            return _is_moment(cell)
        if column.kind == "whole":
            return bool(read_whole(cell) is not None)
    except Unread:
        return False
    return column.choices is None or bool(column.choices.candidates(as_typed(cell)))


def _is_moment(cell: Cell) -> bool:
    if any(fits(form, as_typed(cell)) for form in FOREIGN):
        return True
    return bool(read_moment(cell))


def _fitted(
    desk: DossierDesk,
    base: DossierMapping,
    export: Export,
    guesses: Sequence[Guess],
    rows: Rows,
) -> DossierMapping:
    """The shipped mapping with those columns alone that this export has."""
    there = {plain(label): label for label in reversed(export.labels)}
    columns = {}
    by_column = {guess.column: guess for guess in guesses}
    for name in desk.names:
        rule, guess = base.columns.get(name), by_column.get(name)
        if guess:
            columns[name] = _rule(rule or Rule(), guess, there, rows)
        elif rule and _gives(rule):
            columns[name] = rule.model_copy(update={"headings": (), "values": {}})
    units = [unit for unit in desk.world.units if unit.stands_on(desk.city.as_of)]
    if "unit_id" not in by_column and len(units) == 1:
        columns["unit_id"] = Rule(blank=units[0].unit_id)
    if "outcome" not in columns and "returned_at" in columns:
        derived = FromFilled(column="returned_at", value="granted", otherwise="pending")
        columns["outcome"] = Rule(from_filled=derived)
    new = base.new_procedures
    return DossierMapping(
        title=base.title,
        columns=columns,
        new_procedures=new and NewProcedures(
            name=_there(new.name, there), field=_there(new.field, there)
        ),
        personal=_private(base, export, guesses),
        ignored=_there(base.ignored, there),
    )  # fmt: skip


def _rule(rule: Rule, guess: Guess, there: Mapping[str, str], rows: Rows) -> Rule:
    beside = there.get(plain(rule.beside)) if rule.beside else None
    update: dict[str, object] = {"headings": guess.headings, "beside": beside}
    texts = [as_typed(cell) for row in rows if not is_blank(cell := _first(row, guess.headings))]
    if not rule.forms and (forms := _forms(texts)):
        update["forms"] = forms
    if rule.values:
        said = {plain(text) for text in texts}
        update["values"] = {word: v for word, v in rule.values.items() if plain(word) in said}
    return rule.model_copy(update=update)


def _forms(texts: Sequence[str]) -> tuple[str, ...]:
    """The form by which all moments are read where the month comes first; none otherwise."""
    if all(_is_usual(text) for text in texts):
        return ()
    return tuple(form for form in FOREIGN if texts and all(fits(form, text) for text in texts))[:1]


def _is_usual(text: str) -> bool:
    try:
        read_moment(text)
    except Unread:
        return False
    return True


def _there(names: Iterable[str], there: Mapping[str, str]) -> tuple[str, ...]:
    found = (there[plain(name)] for name in names if plain(name) in there)
    return tuple(dict.fromkeys(found))


def _private(base: DossierMapping, export: Export, guesses: Sequence[Guess]) -> tuple[str, ...]:
    """The columns with people's data: those that are called so, and those that nobody knows."""
    known = {plain(name) for name in base.ignored}
    known |= {plain(label) for guess in guesses for label in guess.headings}
    if base.new_procedures:
        known |= {plain(name) for name in (*base.new_procedures.name, *base.new_procedures.field)}
    return tuple(label for label in export.labels if plain(label) not in known)
