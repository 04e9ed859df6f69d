"""The tables of the open data against the edition that was closed with them."""

from collections.abc import Iterator, Mapping

from generator.ledger.chain import Chain
from generator.model.site_paths import OPEN_DATA
from generator.model.text import vn_date, vn_number
from generator.verify.finding import Finding, StepResult, looked_at
from generator.verify.records import published_day
from generator.verify.site import Site

TITLE = "Từng bảng dữ liệu so với kỳ đã đóng"


def check_tables(site: Site, chain: Chain) -> StepResult:
    """The tables of a site made on the day of the last edition are those of that edition."""
    last = chain.editions[-1] if chain.editions else None
    if last is None:
        return StepResult(TITLE, "unknown", "Chưa có kỳ nào được đóng.")
    if published_day(site) != last.on.isoformat():
        return StepResult(
            TITLE,
            "unknown",
            f"Số liệu của trang không phải của ngày đóng kỳ {last.edition} ({vn_date(last.on)}), "
            "nên các bảng chưa vào sổ.",
        )
    tables = (last.facts or {}).get("tables", {})
    right = f"{vn_number(len(tables))} bảng đúng như khi đóng kỳ {last.edition}."
    return looked_at(TITLE, right, _changed(site, tables, last.edition))


def _changed(site: Site, tables: Mapping[str, str], edition: str) -> Iterator[Finding]:
    for name, digest in sorted(tables.items()):
        path = f"{OPEN_DATA}{name}"
        if site.hash(path) != digest:
            yield Finding(path, f"khác với bảng đã đóng trong kỳ {edition}.")
