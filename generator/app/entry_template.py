"""The workbook that clerks fill in, made from a city's contract, settings and records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.app.entry_prefill import ENTRIES, OneUnit, quarter_to_report, report_rows
from generator.app.entry_refused import EntryRefused
from generator.app.entry_samples import Naming, samples
from generator.app.pipeline import make_figures
from generator.app.sources import Refused, read_settings
from generator.datafolder import load_world
from generator.datafolder.table import Table, read_tables
from generator.datafolder.world import World, typed
from generator.entry.cells import Unread
from generator.entry.columns import EntryDataset, entry_dataset
from generator.entry.meant import code_of
from generator.entry.vocabulary import units
from generator.model.contract import Contract
from generator.model.datasets import DOSSIERS
from generator.model.reported import Reported
from generator.model.settings import City
from generator.output.progress import each
from generator.workbooks.entry_book import entry_book
from generator.workbooks.entry_sheet import EntrySheet

QUARTER_ALONE = "Quý chỉ ghi cùng với một đơn vị: đó là quý của báo cáo của đơn vị ấy."
DOSSIERS_OTHERWISE = (
    "Hồ sơ một cửa không nhập từng dòng bằng sổ này. Hãy xuất danh sách từ hệ thống một cửa rồi "
    "chạy: congkhai import dossiers TỆP"
)
FREE_KEYS = 30
Row = Mapping[str, str]
Place = tuple[str, int]
"""Where a record stands: its file, and its row as Excel numbers it."""


@dataclass(frozen=True)
class Desk:
    """What data entry rests on: the contract but for dossiers, the settings, the records."""

    city: City
    contract: Contract
    world: World
    tables: Mapping[str, Sequence[Table]]

    @property
    def names(self) -> tuple[str, ...]:
        """The datasets whose records are entered one by one."""
        return tuple(item.name for item in self.contract.datasets)

    def entry(self, name: str, only: str | None = None) -> EntryDataset:
        """What the columns of a dataset take."""
        return entry_dataset(self.contract, name, self.city, self.world, only)

    def rows(self, name: str) -> list[Row]:
        """The rows of a dataset, cells by column."""
        return [row for _, row in self.placed_rows(name)]

    def placed_rows(self, name: str) -> Iterator[tuple[Place, Row]]:
        """The rows of a dataset, each with its place."""
        for table in self.tables.get(name) or ():
            for number, cells in table.rows():
                yield (table.file, number), dict(zip(table.header, cells, strict=False))

    def with_records(self, name: str, rows: Iterable[Row]) -> "Desk":
        """The desk with further records that others may name."""
        fields = [column.name for column in self.contract.dataset(name).fields]
        whole = ({field: row.get(field, "") for field in fields} for row in rows)
        added = tuple(record for row in whole if (record := typed(name, row)))
        known = (*getattr(self.world, name), *added)
        more: dict[str, Any] = {name: known, "row_numbers": None}
        return replace(self, world=replace(self.world, **more))

    @property
    def naming(self) -> Naming:
        """What the city calls itself, and its units."""
        return Naming(self.city, {unit.unit_id: unit.name for unit in self.world.units})

    def named(self, asked: Iterable[str]) -> tuple[str, ...]:
        """The datasets that are meant, by name or Vietnamese title; all when none is named.

        Raises EntryRefused.
        """
        known = {item.title.lower(): item.name for item in self.contract.datasets}
        found = tuple(known.get(name.lower(), name) for name in asked)
        for name in found:
            if name == DOSSIERS:
                raise EntryRefused(DOSSIERS_OTHERWISE)
            if name not in self.names:
                told = ", ".join(self.names)
                raise EntryRefused(f"Không có bộ dữ liệu “{name}”. Có: {told}.")
        return found or self.names


def open_desk(data_dir: Path) -> Desk:
    """The desk of a data folder, whatever its records. Raises Refused."""
    city, contract = read_settings(data_dir)
    datasets = tuple(item for item in contract.datasets if item.name != DOSSIERS)
    without = replace(contract, datasets=datasets)
    tables = read_tables(data_dir, without)
    return Desk(city, without, load_world(data_dir, without, tables), tables)


def make_template(
    data_dir: Path,
    example_dir: Path,
    asked: Sequence[str] = (),
    unit: str | None = None,
    quarter: str | None = None,
) -> bytes:
    """The entry workbook of some datasets, or of all; with `unit`, for that unit alone.

    That one stands in its rows already, and what it reports on for `quarter`, or for the newest.
    Sample rows come from the folder of the sample city. Raises Refused and EntryRefused.
    """
    desk, example = open_desk(data_dir), open_desk(example_dir)
    names = desk.named(asked)
    one = _one_unit(data_dir, desk, names, unit, quarter) if unit or quarter else None
    wanted = each("Làm sổ nhập dữ liệu", names, len(names))
    sheets = [_sheet(desk, example, name, one) for name in wanted]
    return entry_book(desk.city.city.name, desk.city.as_of, sheets)


def _one_unit(
    data_dir: Path, desk: Desk, names: Sequence[str], unit: str | None, quarter: str | None
) -> OneUnit:
    if unit is None:
        raise EntryRefused(QUARTER_ALONE)
    try:
        unit_id = _unit(desk, unit)
        kind = next(item.kind for item in desk.world.units if item.unit_id == unit_id)
        one = OneUnit(unit_id, quarter_to_report(desk.city, quarter), kind)
    except Unread as unread:
        raise EntryRefused(f"Quý {unread}") from None
    is_measured = ENTRIES in names and desk.city.asked_for(one.quarter)
    return replace(one, measured=_measured(data_dir) if is_measured else ())


def _measured(data_dir: Path) -> Sequence[Reported]:
    """Our own counts; none of data that are not sound."""
    try:
        return make_figures(data_dir).reported
    except Refused:
        return ()


def _unit(desk: Desk, typed: str) -> str:
    try:
        return code_of(units(desk.world, desk.city.as_of), typed, desk.city.as_of)
    except Unread as unread:
        raise EntryRefused(f"Đơn vị {unread}") from None


def _sheet(desk: Desk, example: Desk, name: str, one: OneUnit | None) -> EntrySheet:
    entry = desk.entry(name, one.unit_id if one else None)
    keys = [row.get(entry.numbered, "") for row in desk.rows(name)] if entry.numbered else []
    free = entry.free_keys(keys, desk.city.as_of.year, FREE_KEYS)
    sample_rows = example.rows(name) if name in example.names else ()
    shown = samples(entry, desk.rows(name), sample_rows, desk.naming, example.naming)
    if one is None:
        return EntrySheet(entry, shown, free)
    given = {entry.unit_column: one.unit_id} if entry.unit_column else {}
    if name == ENTRIES:
        rows = report_rows(desk.city, one, desk.rows(name))
        return EntrySheet(entry, shown, prefilled=rows)
    return EntrySheet(entry, shown, free, given=given)
