"""Verify a published site: every step, with the figures made again and the signature."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from minisign import Error, PublicKey, Signature

from generator.app.verify_rebuilt import Remade, check_rebuilt, check_remade
from generator.app.verify_source import check_source
from generator.ledger.checksums import FILE, SIGNATURE
from generator.ledger.heard_code import HeardCode
from generator.measure.method import PUBLISHED_COUNTS
from generator.measure.remake import NoCounts, remake
from generator.model.site_paths import OFFLINE_COPY, OPEN_DATA, table_path
from generator.model.text import vn_number
from generator.model.verify_words import TITLES, said
from generator.opendata.csv import csv_bytes
from generator.opendata.recompute import REMADE, SCRIPT
from generator.opendata.tables import measure_tables
from generator.output.progress import doing, each
from generator.tlog.keys import VerifierKey
from generator.verify import Finding, Site, StepResult, verify
from generator.verify.attested import check_against, check_signers
from generator.verify.code import check_code
from generator.verify.finding import looked_at
from generator.verify.offline import check_offline

_MINIMUM = re.compile(r"SELECT (\d{1,9}) AS percentile_min_count")
NOTHING_COUNTED = "Chưa có dòng số liệu nào để tính lại."


@dataclass(frozen=True)
class Asked:
    """What is to be looked at beside the site itself, all of it from elsewhere.

    `old_ledger` is an earlier copy or checkpoint, `against` a checkpoint that somebody else was
    shown, `signers` who must have signed it, `heard` the code that was read on air, `key` a
    minisign public key as text, `rebuilt` a folder with the site built once more of the data,
    `remade` what waits for it to be built of its own source.
    """

    old_ledger: bytes | None = None
    against: bytes | None = None
    signers: Sequence[VerifierKey] = ()
    heard: HeardCode | None = None
    key: str | None = None
    rebuilt: Path | None = None
    remade: Callable[[], Remade] | None = None


def verification(site: Site, asked: Asked) -> Iterator[StepResult]:
    """Every step of a verification; never raises for what lies in the site."""
    also: list[Callable[[Site], StepResult]] = [check_source, check_figures]
    if site.has(OFFLINE_COPY):
        also.insert(0, check_offline)
    if asked.heard is not None:
        also.append(partial(check_code, heard=asked.heard))
    if asked.signers:
        also.append(partial(check_signers, keys=asked.signers))
    if asked.against is not None:
        also.append(partial(check_against, other=asked.against))
    if asked.key is not None:
        also.append(partial(check_signature, key=asked.key))
    if asked.rebuilt is not None:
        also.append(partial(check_rebuilt, rebuilt=asked.rebuilt))
    yield from each("Kiểm chứng từng bước", verify(site, asked.old_ledger, also))
    if asked.remade is not None:
        doing("Chờ trang được dựng lại từ tệp nguồn")
        yield check_remade(site, asked.remade())


def check_figures(site: Site) -> StepResult:
    """Every published figure is made again from the published counts, by the published method."""
    title = TITLES["figures"]
    minimum = _MINIMUM.search(site.read(f"{OPEN_DATA}{SCRIPT}").decode("utf-8", "replace"))
    counts = {name: site.read(f"{OPEN_DATA}{name}.parquet") for name in PUBLISHED_COUNTS}
    if minimum is None or not all(counts.values()):
        return looked_at(title, "", [Finding(OPEN_DATA, "thiếu bảng đếm hoặc tệp tính lại.")])
    try:
        figures = remake(counts, int(minimum[1]))
    except NoCounts:
        return looked_at(title, "", [Finding(OPEN_DATA, "các bảng đếm (.parquet) không đọc được.")])
    tables = {table.name: csv_bytes(table) for table in measure_tables(figures)}
    names = (*REMADE, *PUBLISHED_COUNTS)
    rows = sum(tables[name].count(b"\n") - 1 for name in names)
    found = [item for name in names if (item := _other_rows(site, name, tables[name]))]
    looked = (
        *(table_path(name) for name in names),
        *(f"{OPEN_DATA}{name}.parquet" for name in counts),
    )
    right = f"{vn_number(rows)} dòng số liệu tính lại đều giống." if rows else NOTHING_COUNTED
    return looked_at(title, right, found, looked)


def _other_rows(site: Site, name: str, remade: bytes) -> Finding | None:
    path = table_path(name)
    published = Counter(site.read(path).splitlines())
    difference = published - Counter(remade.splitlines())
    missing = Counter(remade.splitlines()) - published
    if not difference and not missing:
        return None
    one = next(iter(difference or missing)).decode("utf-8", "replace")
    what = "có dòng tính lại không ra" if difference else "thiếu dòng tính lại có"
    count = max(difference.total(), missing.total())
    return Finding(path, f"{what} ({vn_number(count)} dòng), ví dụ: {one[:80]}")


def check_signature(site: Site, key: str) -> StepResult:
    """SHA256SUMS carries the signature of the key (minisign)."""
    title = TITLES["signature"]
    if SIGNATURE not in site.paths:
        return looked_at(title, "", [Finding(SIGNATURE, said("signature-missing"))])
    try:
        public = PublicKey.from_base64(key.strip().splitlines()[-1])
        signature = Signature.from_bytes(site.read(SIGNATURE))
        public.verify(site.read(FILE), signature)
    except (Error, ValueError, IndexError):
        return looked_at(title, "", [Finding(SIGNATURE, said("signature-other", sums=FILE))])
    return StepResult(title, "right", said("signature-right", sums=FILE))
