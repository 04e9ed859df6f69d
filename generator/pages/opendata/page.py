"""The page that offers the open data, and the files it offers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.edition.page import Page
from generator.model.content import Content
from generator.model.site_paths import SectionFolder
from generator.model.text import vn_number
from generator.opendata.bundle import BUNDLE
from generator.opendata.csv import CSV
from generator.opendata.datapackage import SAMPLE_MARK
from generator.opendata.files import formats_of
from generator.opendata.format import Package, PackageFormat
from generator.opendata.package import PACKAGE_FORMATS, package_files
from generator.opendata.recompute import COMMAND
from generator.opendata.since_closing import since_closing
from generator.opendata.tables import Table
from generator.pages.renderer import Renderer
from generator.pages.schema_org import catalog
from generator.pages.view import View

SECTION = SectionFolder.OPEN_DATA
NAME = "Dữ liệu mở"


@dataclass(frozen=True)
class Download:
    """A file to download: its format's name, its address, its size in words."""

    title: str
    url: str
    size: str


@dataclass(frozen=True)
class TableOffer:
    """A table and its files, as the page offers them."""

    name: str
    title: str
    description: str
    row_count: int
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class OpenDataView(View):
    """The tables by what they hold; `bundle` and `command` recompute them, `wholes` hold all.

    `changed` are the titles of those that are other ones than when the last edition was closed.
    `commit` is the one that the data stand at.
    """

    template: ClassVar[str] = "pages/opendata.html"
    records: Sequence[TableOffer]
    measures: Sequence[TableOffer]
    cuts: Sequence[TableOffer]
    counts: Sequence[TableOffer]
    command: str
    bundle: str
    wholes: Sequence[PackageFormat]
    changed: Sequence[str]
    commit: str | None


def files(renderer: Renderer) -> dict[str, Content]:
    """Every file of the open data, by path."""
    package = Package(renderer.edition, renderer.tables, renderer.table_files, renderer.cut_files)
    return {f"{SECTION}/{name}": content for name, content in package_files(package).items()}


def size_words(content: Content) -> str:
    """12,3 KB: a file's size as people read it, in thousands of bytes."""
    return f"{vn_number(max(len(content), 100) / 1000, 1)} KB"


def pages(renderer: Renderer) -> Iterator[Page]:
    """The page that offers the files."""
    edition, tables, url = renderer.edition, renderer.tables, f"{SECTION}/"
    mark = f" {SAMPLE_MARK}" if edition.city.sample else ""
    yield renderer.page(
        _view(renderer),
        url,
        NAME,
        "Tải toàn bộ số liệu công khai dưới dạng mở để tự kiểm tra và sử dụng lại.",
        search_text=" ".join(table.title for table in tables),
        things=[catalog(edition, tables, url, mark)],
    )


def _view(renderer: Renderer) -> OpenDataView:
    offers = [_offer(renderer, table) for table in renderer.tables]
    records = len(renderer.edition.contract.datasets) - 1
    counts = sum(table.is_counts for table in renderer.tables)
    return OpenDataView(
        records=offers[:records],
        measures=offers[records:-counts],
        cuts=_cut_offers(renderer),
        counts=offers[-counts:],
        command=COMMAND,
        bundle=BUNDLE,
        wholes=[form for form in PACKAGE_FORMATS if form.offer],
        changed=_changed(renderer),
        commit=renderer.edition.commit,
    )


def _changed(renderer: Renderer) -> list[str]:
    since = since_closing(renderer.edition, renderer.table_files)
    tables = since.tables if since else ()
    return [table.title for table in renderer.tables if CSV.file_name(table) in tables]


def _cut_offers(renderer: Renderer) -> list[TableOffer]:
    """The figures once more, a file for each way in which they are divided."""
    return [
        TableOffer(
            table.name,
            table.title,
            "",
            len(table.rows),
            (Download(CSV.title, f"{SECTION}/{CSV.file_name(table)}", size_words(content)),),
        )
        for table, content in renderer.cut_files
    ]


def _offer(renderer: Renderer, table: Table) -> TableOffer:
    downloads = tuple(
        Download(form.title, f"{SECTION}/{name}", size_words(renderer.table_files[name]))
        for form in formats_of(table)
        for name in (form.file_name(table),)
    )
    return TableOffer(table.name, table.title, table.description, len(table.rows), downloads)
