"""A copy of a data folder's repository that holds nothing but what is public today."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.app.pipeline import public_standings
from generator.app.sources import Sources, read_settings, read_strays, sound_sources
from generator.history import (
    Copied,
    HistoryRefused,
    PublicFiles,
    Repository,
    SavedFiles,
    copy_public,
    rows_of,
)
from generator.ledger.entries import opened
from generator.model.datasets import DOSSIERS, NAMING
from generator.model.public import Standing, person_of
from generator.model.public_copy import PUBLIC, SUPERVISION, is_copy
from generator.output.progress import doing

COPY_OF_A_COPY = (
    "Thư mục này đã là bản sao do lệnh forget tạo. Hãy chạy lệnh trong kho dữ liệu gốc, ở đó mới "
    "có đủ lịch sử."
)
NOT_CLOSED = (
    "Từ kỳ công bố gần nhất, trường hợp {} đã thôi nêu tên, nhưng sổ công khai chưa ghi việc ấy "
    "nên khóa để dò tên còn trong sổ. Hãy đóng thêm một kỳ trước: congkhai edition close"
)


def make_public_copy(
    repository: Repository, data_dir: Path, folder: Path, *, with_dossiers: bool = False
) -> Copied:
    """Copies into an empty folder what is public of every commit of a data folder's branch.

    Raises Refused for data that fail their check, HistoryRefused when the copy would not be
    without its ended names, or would be of what is not saved.
    """
    if is_copy(data_dir):
        raise HistoryRefused(COPY_OF_A_COPY)
    repository.require_clean(read_strays(data_dir, read_settings(data_dir)[1]))
    sources, _ = sound_sources(data_dir)
    standing = public_standings(sources)
    _require_forgotten(sources, standing)
    doing("Chép lịch sử đã lọc tên")
    saved = SavedFiles(repository)
    public = PublicFiles(
        datasets={p: d.name for d in sources.contract.datasets for p in (*d.paths, f"{d.name}.csv")}
        | {f"{DOSSIERS}/{path.name}": DOSSIERS for path in (data_dir / DOSSIERS).glob("*.csv")},
        standing=standing,
        as_of=sources.city.as_of,
        people=_people(saved, sources),
        kept=frozenset(_kept(sources, standing)),
        with_dossiers=with_dossiers,
    )
    note = SUPERVISION if with_dossiers else PUBLIC
    return copy_public(saved, public, folder, who=sources.city.city.name, note=note)


def _require_forgotten(sources: Sources, standing: Mapping[str, Standing]) -> None:
    """The ledger has no salt that would let an ended name be guessed. Raises HistoryRefused."""
    kept = sources.ledger.openings
    for record, opening in opened(sources.ledger, standing).openings.items():
        if opening != kept[record]:
            raise HistoryRefused(NOT_CLOSED.format(record.split("/")[1]))


def _people(saved: SavedFiles, sources: Sources) -> Mapping[str, frozenset[str]]:
    """Every person's name that a record bore in any version of its dataset, by the record's id."""
    found: dict[str, set[str]] = {}
    for dataset in NAMING:
        for path in {*sources.contract.dataset(dataset.name).paths, f"{dataset.name}.csv"}:
            for content in saved.versions(path):
                for record_id, name in _named(content):
                    found.setdefault(record_id, set()).add(name)
    return {record_id: frozenset(names) for record_id, names in found.items()}


def _named(content: bytes) -> Iterator[tuple[str, str]]:
    """(record id, name) of the persons in a version of a table; what cannot be read has none."""
    try:
        header, *rows = rows_of(content.decode("utf-8-sig"))
    except (csv.Error, ValueError):
        return
    for cells in rows:
        row = dict(zip(header, cells, strict=False))
        name = row.get("subject_name", "").strip()
        if name and row.get("subject_kind") != "unit":
            yield row.get("record_id", ""), name


def _kept(sources: Sources, standing: Mapping[str, Standing]) -> Iterator[str]:
    """The names in force, and those of units."""
    yield from (unit.name for unit in sources.world.units)
    for record in sources.world.conduct:
        if standing.get(record.record_id) == "in_force":
            yield person_of(record)
