"""What a site would say anew, beside the one that is published now: told by counts and ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from generator.app.restored import SourceUnread, read_source
from generator.app.site_source import Rows, SiteSource
from generator.datafolder.load import load_contract
from generator.ledger.chain import Chain, LedgerBroken
from generator.measure.method import PUBLISHED_COUNTS
from generator.model.contract_parts import contract_of
from generator.model.settings import City
from generator.model.site_paths import table_path
from generator.model.text import vn_date, vn_number
from generator.verify import BadSite, Site, open_site
from generator.verify.ledger import read_chain

MOST_IDS = 8
"""More ids than this are counted, not named."""
FIRST = "Chưa có trang nào được công bố: mọi nội dung đều là mới."
UNREAD = "Trang đang công bố không có tệp nguồn đọc được, nên không so được với nó."
SAME = "Nội dung không có gì khác."
HEADING = "So với trang đang công bố"


def first_site(places: Iterable[Path | None], opened: ExitStack) -> Site | None:
    """The first of these folders that holds a site, open as long as `opened`; None without any."""
    for place in filter(None, places):
        try:
            return opened.enter_context(open_site(place))
        except BadSite:
            continue
    return None


def site_changes(published: Site, made: Site, data: Path) -> tuple[str, ...]:
    """A sentence for each part in which the two differ; one where there is nothing to compare.

    `data` is the folder of which one is made: its contract says what the key of each dataset is.
    """
    try:
        old = read_source(published)
    except SourceUnread:
        return (UNREAD,)
    new = read_source(made)
    found = (
        *_editions(published, made),
        *_records(old, new, data),
        *_settings(old, new),
        *_pages(old, new),
        *_counts(published, made),
    )
    return found or (SAME,)


def _editions(published: Site, made: Site) -> Iterator[str]:
    closed = [_closed(read_chain(site)) for site in (published, made)]
    if told := _differing(*closed):
        yield f"Kỳ công bố: {told}."


def _closed(ledger: Chain | LedgerBroken) -> Mapping[str, str]:
    """The leaf of each edition that was closed; none in a ledger that cannot be read."""
    lines = ledger.editions if isinstance(ledger, Chain) else ()
    return {line.edition: line.text for line in lines}


def _records(old: SiteSource, new: SiteSource, data: Path) -> Iterator[str]:
    contract = load_contract(data)[0] or contract_of(new.contract)
    for part in ("records", "own_tables"):
        before: Mapping[str, Rows] = getattr(old, part)
        for name, rows in getattr(new, part).items():
            key = contract.dataset(name).primary_key or rows.columns
            told = _differing(_keyed(before.get(name), key), _keyed(rows, key))
            if told:
                yield f"{contract.dataset(name).title}: {told}."


def _keyed(rows: Rows | None, key: Sequence[str]) -> dict[str, Any]:
    """The rows of a dataset by their keys; a city's own table may have none but all cells."""
    named = rows.named() if rows else ()
    return {"/".join(row.get(column, "") for column in key): row for row in named}


def _settings(old: SiteSource, new: SiteSource) -> Iterator[str]:
    if old.settings.as_of != new.settings.as_of:
        days = vn_date(old.settings.as_of), vn_date(new.settings.as_of)
        yield f"Ngày số liệu: từ {days[0]} sang {days[1]}."
    parts = [name for name in City.model_fields if name != "as_of"]
    changed = [n for n in parts if getattr(old.settings, n) != getattr(new.settings, n)]
    if changed:
        yield f"Quy định trong city.yaml: sửa {', '.join(changed)}."
    if old.abbreviations != new.abbreviations:
        yield "Bảng chữ viết tắt: có sửa."


def _pages(old: SiteSource, new: SiteSource) -> Iterator[str]:
    files = [{**source.pages.texts, **source.pages.others} for source in (old, new)]
    if told := _differing(*files):
        yield f"Trang viết tay: {told}."
    if old.program != new.program:
        yield f"Chương trình: từ {old.program} sang {new.program}."


def _counts(published: Site, made: Site) -> Iterator[str]:
    paths = [table_path(name) for name in PUBLISHED_COUNTS]
    changed = sum(published.read(path) != made.read(path) for path in paths)
    if changed:
        parts = f"{vn_number(changed)} trong {vn_number(len(paths))} bảng đếm"
        yield f"Số liệu hồ sơ: {parts} có thay đổi."


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> str:
    """ "thêm 1 (pb-2018-031), sửa 2 (…)"; empty when nothing differs."""
    both = old.keys() & new.keys()
    groups = {
        "thêm": new.keys() - old.keys(),
        "sửa": {key for key in both if old[key] != new[key]},
        "bớt": old.keys() - new.keys(),
    }
    return ", ".join(f"{did} {_listed(sorted(keys))}" for did, keys in groups.items() if keys)


def _listed(keys: list[str]) -> str:
    shown = ", ".join(keys[:MOST_IDS]) + (", …" if len(keys) > MOST_IDS else "")
    return f"{vn_number(len(keys))} ({shown})"
