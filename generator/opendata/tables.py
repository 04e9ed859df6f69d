"""The tables of the open data package: fields and rows of text, without any person's name."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any

from generator.edition.edition import Edition
from generator.ledger.openings import cell
from generator.model.anonymise import name_remover
from generator.model.contract import Dataset
from generator.model.counts import CountTable
from generator.model.datasets import DATASETS, Descriptor
from generator.model.duty_names import DutyName
from generator.model.figures import FIGURES, Figures
from generator.model.own_yaml import own_yaml
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.public_contract import public_field
from generator.model.record import Record
from generator.output.memo import NO_MEMO, Memo

_MEASURES: dict[str, dict[str, Any]] = {
    name: measure
    for file in ("measures.yaml", "counts.yaml")
    for name, measure in own_yaml(Path(__file__).with_name(file)).items()
}
STANDING: tuple[dict[str, Any], ...] = (
    {
        "name": "standing",
        "type": "string",
        "title": "Hiệu lực",
        "description": "Bản ghi còn hiệu lực nêu tên hay không, vào ngày của kỳ công bố",
        "categories": [
            {"value": "in_force", "label": "Đang có hiệu lực"},
            {"value": "suspended", "label": "Đang tạm dừng nêu tên"},
            {"value": "expired", "label": "Đã hết thời hạn nêu tên"},
            {"value": "withdrawn", "label": "Đã rút lại"},
            {"value": "revoked", "label": "Đã thu hồi"},
        ],
    },
    {
        "name": "named_until",
        "type": "date",
        "title": "Nêu tên đến hết ngày",
        "description": "Ngày cuối cùng còn nêu tên; trống khi không định ngày",
    },
)
"""What the public form adds to a commendation or a criticism."""


@dataclass(frozen=True)
class Table:
    """One table: `fields` as Table Schema descriptors, `rows` as cells in their order.

    A table that `is_counts` holds the counts of which the published SQL makes the figures. Of one
    that `stays` the rows of a closed quarter stay the same until the next edition is closed.
    """

    name: str
    title: str
    description: str
    fields: tuple[Mapping[str, Any], ...]
    rows: Collection[tuple[str, ...]]
    is_counts: bool = False
    stays: bool = False


def open_tables(edition: Edition, memo: Memo = NO_MEMO) -> tuple[Table, ...]:
    """Every public table, records first, then figures. Dossiers are never among them.

    What rests on a duty that none of the city's documents sets is not there.
    """
    return (*_record_tables(edition), *measure_tables(edition.figures, memo, edition.city.orders))


def _record_tables(edition: Edition) -> Iterable[Table]:
    names = _names(edition)
    for dataset in edition.contract.datasets:
        known = DATASETS.get(dataset.name)
        if known and (not known.duty or edition.city.orders(known.duty)):
            yield _record_table(known, dataset, getattr(edition, dataset.name), names)
        elif not known and dataset.publish:
            yield _own_table(dataset, edition.extra[dataset.name])


def _record_table(
    known: Descriptor, dataset: Dataset, records: Sequence[Record], names: Mapping[str, str]
) -> Table:
    described = {field["name"]: field for field in dataset.schema["fields"]}
    fields = [public_field(described[name]) for name in published_columns(known)]
    fields += STANDING if known.names_people else ()
    columns = tuple(str(field["name"]) for field in fields)
    rows = RecordRows(records, columns, names)
    return Table(dataset.name, dataset.title, dataset.description, tuple(fields), rows)


def _own_table(dataset: Dataset, rows: Sequence[Mapping[str, str]]) -> Table:
    """A table of the city's own, published as it stands."""
    names = [field.name for field in dataset.fields]
    cells = tuple(tuple(row.get(name, "") for name in names) for row in rows)
    fields = tuple(map(public_field, dataset.schema["fields"]))
    return Table(dataset.name, dataset.title, dataset.description, fields, cells)


def published_columns(dataset: Descriptor) -> tuple[str, ...]:
    """The columns of a dataset that the open data show, each beside the one it belongs beside."""
    columns = {n: c for n, c in dataset.columns.items() if c.published}
    return tuple(
        name
        for first, column in columns.items()
        if not column.beside
        for name in (first, *(n for n, c in columns.items() if c.beside == first))
    )


@dataclass(frozen=True)
class RecordRows:
    """The rows of a table of records, made as they are asked for: they are never held at once.

    `names` are the persons still named, by record id; they stay out of the rows.
    """

    records: Sequence[Record]
    columns: tuple[str, ...]
    names: Mapping[str, str]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.records)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Each row's cells, in the order of the columns."""
        for record in self.records:
            row = {name: getattr(record, name) for name in self.columns}
            name = self.names.get(getattr(record, "record_id", ""))
            yield tuple(map(cell, (_nameless(row, name) if name else row).values()))

    def __contains__(self, row: object) -> bool:
        """True when one of the rows is equal to it."""
        return any(row == other for other in self)


def _names(edition: Edition) -> dict[str, str]:
    """Persons still named, by record id; their names stay out of the open data too."""
    records: tuple[PublicCommendation | PublicCriticism, ...] = (
        *edition.commendations,
        *edition.criticisms,
    )
    return {
        record.record_id: record.subject_name
        for record in records
        if record.subject_kind == "person" and record.subject_name
    }


def _nameless(row: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The row of a person's record, or of its correction, without the person's name."""
    without = name_remover(name)
    unnamed = {k: without(v) if isinstance(v, str) else v for k, v in row.items()}
    return unnamed | {"subject_name": ""} if "subject_name" in unnamed else unnamed


def _all(_: DutyName) -> bool:
    return True


def measure_tables(
    figures: Figures, memo: Memo = NO_MEMO, orders: Callable[[DutyName], bool] = _all
) -> Iterable[Table]:
    """The tables of figures, and of the counts behind them; most edits change no figure.

    Tables and columns of a duty that nobody `orders` are left out.
    """
    sources: dict[str, tuple[Any, ...] | CountTable] = {
        FIGURES: figures.rows,
        "day_counts": figures.day_counts,
        "before_after": figures.before_after,
        "cuts": figures.cuts,
        "obligations": figures.obligations,
        "report_counts": figures.report_counts,
        "reported": figures.reported,
        "task_counts": figures.task_counts,
        "reply_counts": figures.reply_counts,
        "channel_counts": figures.channel_counts,
        "unit_reviews": figures.unit_reviews,
        "one_stop": figures.one_stop,
    }
    sources |= {counts.name: counts for counts in figures.count_tables}
    for name, measure in _MEASURES.items():
        if (duty := measure.get("duty")) and not orders(duty):
            continue
        source = sources.get(name, ())
        empty = _empty(measure, source)
        fields = tuple(field for field in _fields(measure, orders) if field["name"] not in empty)
        names = tuple(str(field["name"]) for field in fields)
        yield Table(
            name,
            measure["title"],
            measure["description"],
            fields,
            memo.reuse(
                ("rows", name, names), partial(_inputs, source), partial(_rows, source, names)
            ),
            is_counts=measure.get("is_counts", False),
            stays=measure.get("stays", False),
        )


def _fields(
    measure: Mapping[str, Any], orders: Callable[[DutyName], bool]
) -> Iterator[Mapping[str, Any]]:
    """The described columns, but for those of a duty that nobody orders."""
    duties = measure.get("field_duties", {})
    unordered = {name for duty, names in duties.items() if not orders(duty) for name in names}
    for key, (kind, title, description) in measure["fields"].items():
        if key not in unordered:
            yield {"name": key, "type": kind, "title": title, "description": description}


def _empty(measure: Mapping[str, Any], source: tuple[Any, ...] | CountTable) -> set[str]:
    """The columns that are there only where a row has something in them, and none has."""
    if isinstance(source, CountTable):
        return set()
    columns = measure.get("unless_empty", ())
    return {name for name in columns if not any(getattr(row, name) for row in source)}


def _inputs(source: tuple[Any, ...] | CountTable) -> tuple[object, ...]:
    """All that the rows of a table are made of, to be compared."""
    return (source.columns, source.rows) if isinstance(source, CountTable) else source


def _rows(
    source: tuple[Any, ...] | CountTable, names: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    """The cells of figures, or of counts."""
    if not isinstance(source, CountTable):
        return _cells(map(attrgetter(*names), source))
    places = [source.columns.index(name) for name in names]
    return _cells(map(itemgetter(*places), source.rows))


def _cells(rows: Iterable[tuple[Any, ...]]) -> tuple[tuple[str, ...], ...]:
    """The rows as text; equal cells are one text, as most are units, quarters and small numbers."""
    once: dict[str, str] = {}
    return tuple(tuple(once.setdefault(text, text) for text in map(cell, row)) for row in rows)
