"""What a site is built of and may be read by anyone, as one file that the site holds.

With the ledger and the published counts beside it, it gives the same edition once more. What those
hold, and what the program works out by itself (figures, deadlines, scripts), it does not repeat.
How short forms are read aloud is told where a station reads them.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from generator.app.program import Program
from generator.edition.edition import Edition
from generator.edition.hand_written import HandWritten
from generator.edition.revisions import Saved
from generator.ledger.openings import cell
from generator.model.abbreviations import Abbreviations
from generator.model.columns import Column
from generator.model.content import Content, content_of
from generator.model.counts import LateChange
from generator.model.datasets import DATASETS, Descriptor
from generator.model.public_contract import public_contract
from generator.model.settings import City

_PLAIN_PATH = r"^[^\\/\x00:.][^\\/\x00:]*(/[^\\/\x00:.][^\\/\x00:]*)*$"
"""A path below a folder: no part of it is hidden, empty or leads upwards."""
Bytes = Annotated[
    bytes,
    BeforeValidator(lambda text: b64decode(text, validate=True)),
    PlainSerializer(lambda content: b64encode(content).decode()),
]
PathName = Annotated[str, Field(max_length=500, pattern=_PLAIN_PATH)]
_Quarter = Annotated[str, Field(pattern=r"^[1-9]\d{3}-Q[1-4]$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rows(_Part):
    """A table as text, as a file of the data folder has it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def named(self) -> Iterable[Mapping[str, str]]:
        """Each row's cells by column. Raises ValueError for a row of another length."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


class Pages(_Part):
    """What was written by hand: the engine's few settings, texts, and files that are no texts."""

    site_description: str = Field(default="", max_length=5_000)
    nav: list[Any] | None = None
    not_in_nav: str = Field(default="", max_length=50_000)
    texts: dict[PathName, str]
    others: dict[PathName, Bytes]

    @property
    def hand_written(self) -> HandWritten:
        """The same as the engine takes it."""
        settings = self.model_dump(exclude={"texts", "others"}, exclude_none=True)
        texts = {path: text.encode() for path, text in self.texts.items()}
        return HandWritten(settings, texts | self.others)


class SiteSource(_Part):
    """The whole file.

    `records` and `own_tables` are rows by dataset, `saved` what commits did to records,
    `dossiers_until` the last day of any dossier where that is long ago.
    """

    program: Program
    settings: City
    contract: dict[str, Any]
    abbreviations: Abbreviations
    records: dict[str, Rows]
    own_tables: dict[str, Rows]
    quarters: tuple[_Quarter, ...]
    late_changes: tuple[LateChange, ...]
    commit: str | None
    saved: dict[str, tuple[Saved, ...]]
    dossiers_until: date | None
    pages: Pages

    @property
    def content(self) -> Content:
        """The file's bytes."""
        return content_of((self.model_dump_json(), "\n"))


def source_of(
    edition: Edition, hand_written: HandWritten, program: Program, dossiers_until: date | None
) -> SiteSource:
    """The source of an edition's site."""
    least = edition.city.policy.smallest_count
    own = {dataset.name for dataset in edition.contract.datasets if dataset.publish}
    return SiteSource(
        program=program,
        settings=edition.city.public,
        contract=public_contract(edition.contract),
        abbreviations=edition.abbreviations if edition.city.radio else Abbreviations(),
        records={d.name: _rows(d, edition) for d in DATASETS.values()},
        own_tables={name: _own_rows(edition, name) for name in sorted(own)},
        quarters=edition.figures.quarters,
        late_changes=tuple(item.coarse(least) for item in edition.figures.late_changes),
        commit=edition.commit,
        saved={key: tuple(saved) for key, saved in edition.saved.items()},
        dossiers_until=dossiers_until,
        pages=_pages(hand_written),
    )


def source_columns(dataset: Descriptor) -> tuple[str, ...]:
    """The columns of a dataset that may be in the file: what is published, what is read on air,
    and the few others that are declared so."""
    return tuple(name for name, column in dataset.columns.items() if _is_public(column))


def _is_public(column: Column) -> bool:
    return column.published or column.aired or column.in_source


def _rows(dataset: Descriptor, edition: Edition) -> Rows:
    columns, once = source_columns(dataset), dict[str, str]()
    rows = (
        tuple(once.setdefault(text, text) for text in (cell(getattr(r, c)) for c in columns))
        for r in getattr(edition, dataset.name)
    )
    return Rows.model_construct(columns=columns, rows=tuple(rows))


def _own_rows(edition: Edition, name: str) -> Rows:
    columns = tuple(field.name for field in edition.contract.dataset(name).fields)
    rows = tuple(tuple(row.get(column, "") for column in columns) for row in edition.extra[name])
    return Rows(columns=columns, rows=rows)


def _pages(written: HandWritten) -> Pages:
    texts, others = dict[str, str](), dict[str, Bytes]()
    for path, content in sorted(written.files.items()):
        try:
            texts[path] = content.decode("utf-8")
        except UnicodeDecodeError:
            others[path] = content
    return Pages.model_construct(**written.settings, texts=texts, others=others)
