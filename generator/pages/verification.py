"""Verification in the reader's browser, and all that its script must know of a copy of the site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from generator.edition.page import Page
from generator.ledger.chain import BEGINNING, CLOSED
from generator.ledger.checksums import FILE, HEAD, SIGNATURE
from generator.ledger.openings import RETRACTED, SHOWN_GROUPS
from generator.model.columns import names_of
from generator.model.counts import DOSSIER_COUNTS, HISTOGRAM, CountTable
from generator.model.datasets import LOGGED, Descriptor
from generator.model.figures import FIGURES, Figure
from generator.model.shares import PERCENTILES, SHARES
from generator.model.site_paths import DESCRIPTOR, HOME, LEDGER, OPEN_DATA, OPENINGS, table_path
from generator.model.unit_groups import UNIT_GROUPS
from generator.model.verify_words import WORDS
from generator.pages.renderer import Renderer
from generator.pages.view import View

SECTION = "giam-sat"
URL = f"{SECTION}/kiem-chung/"


@dataclass(frozen=True)
class VerifyView(View):
    """`facts` are what the script knows of files, ledger, records and figures."""

    template: ClassVar[str] = "pages/verify.html"
    facts: Mapping[str, Any]


def page(renderer: Renderer) -> Page:
    """The page on which a reader verifies a copy of the site."""
    return renderer.page(
        VerifyView(facts(renderer.edition.figures.count_tables)),
        URL,
        "Kiểm chứng",
        "Kiểm tra ngay trên máy của bạn xem trang, sổ và số liệu có bị sửa hay không.",
        frame=SECTION,
        search_text="Kiểm chứng, sổ công khai, SHA256SUMS, mã đối chiếu",
    )


def facts(count_tables: Iterable[CountTable]) -> Mapping[str, Any]:
    """All that the script takes from the generator's own declarations."""
    return {
        "files": {
            "sums": FILE,
            "signature": SIGNATURE,
            "sums_head": HEAD,
            "home": HOME,
            "open_data": OPEN_DATA,
            "descriptor": DESCRIPTOR,
            "ledger": LEDGER,
            "openings": OPENINGS,
        },
        "words": WORDS,
        "ledger": {"beginning": BEGINNING, "closed": CLOSED},
        "records": {
            "groups": SHOWN_GROUPS,
            "retracted_group": RETRACTED,
            "datasets": {item.name: _logged(item) for item in LOGGED},
        },
        "figures": _figures(count_tables),
    }


def _logged(dataset: Descriptor) -> Mapping[str, Any]:
    """A dataset's table, its key, and its columns that may be hidden or empty."""
    return {
        "path": table_path(dataset.name),
        "key": dataset.key,
        "identifies": names_of(dataset.record, lambda column: column.identifies),
        "retracted": names_of(dataset.record, lambda column: column.retracted),
    }


def _figures(count_tables: Iterable[CountTable]) -> Mapping[str, Any]:
    """The tables of figures and counts, and how each column of the one comes from the other."""
    counted = [
        name for table in count_tables if table.name == DOSSIER_COUNTS for name in table.columns
    ]
    return {
        "table": table_path(FIGURES),
        "counts": table_path(DOSSIER_COUNTS),
        "unit_groups": table_path(UNIT_GROUPS),
        "histogram": table_path(HISTOGRAM),
        "added": [name for name in counted if name.endswith("_count") and name in Figure.__slots__],
        "shares": SHARES,
        "percentiles": PERCENTILES,
    }
