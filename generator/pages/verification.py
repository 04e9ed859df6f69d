"""Verification in the reader's browser, and all that its script must know of a copy of the site."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from generator.edition.page import Page
from generator.ledger.chain import CLOSED, EDITION, EVENTS
from generator.ledger.checksums import FILE, HEAD, SIGNATURE
from generator.ledger.facts import COUNTS, facts_schema
from generator.ledger.heard_code import SOUNDS
from generator.ledger.log_files import SHAPE
from generator.ledger.openings import FORGOTTEN, NAME, UNREPEATED, committed_columns, group_of
from generator.ledger.sense import ENDS, TAKEN_BACK, columns_filled_later
from generator.ledger.spoken_code import (
    BITS,
    CODE_WORDS,
    COST_N,
    COST_P,
    COST_R,
    KEY_BYTES,
    LENGTH,
    SALT,
    SpokenCode,
)
from generator.ledger.witnesses import KEYS
from generator.model.counts import DOSSIER_COUNTS, HISTOGRAM, CountTable
from generator.model.datasets import LOGGED, Descriptor, name_of
from generator.model.figures import FIGURES, Figure
from generator.model.records import Correction
from generator.model.shares import PERCENTILES, SHARES
from generator.model.since_closing import NAME as SINCE_CLOSING
from generator.model.site_paths import (
    CHECKPOINT,
    DESCRIPTOR,
    HOME,
    LEDGER,
    LOG,
    MOST_UNPACKED_BYTES,
    OPEN_DATA,
    OPENINGS,
    SOURCE,
    SectionFolder,
    table_path,
)
from generator.model.unit_groups import UNIT_GROUPS
from generator.model.verify_words import WORDS
from generator.pages.renderer import Renderer
from generator.pages.verification_pages import page_facts
from generator.pages.view import View

SECTION = SectionFolder.SUPERVISION
URL = f"{SECTION}/kiem-chung/"


@dataclass(frozen=True)
class VerifyView(View):
    """`facts` are what the script knows of files, ledger, records and figures; `source` is the path
    of what the site can be built again from."""

    template: ClassVar[str] = "pages/verify.html"
    facts: Mapping[str, Any]
    source: str = SOURCE


def page(renderer: Renderer) -> Page:
    """The page on which a reader verifies a copy of the site."""
    return renderer.page(
        VerifyView(
            facts(renderer.edition.figures.count_tables, renderer.edition.ledger.chain.codes)
        ),
        URL,
        "Kiểm chứng",
        "Kiểm tra ngay trên máy của bạn xem trang, sổ và số liệu có bị sửa hay không.",
        frame=SECTION,
        search_text="Kiểm chứng, sổ công khai, SHA256SUMS, mã đối chiếu",
    )


def facts(count_tables: Iterable[CountTable], codes: dict[str, SpokenCode]) -> Mapping[str, Any]:
    """All that the script takes from the generator's own declarations, and what the code of each
    edition is of."""
    return {
        **ledger_facts(),
        "code": {
            "words": CODE_WORDS,
            **SOUNDS,
            "length": LENGTH,
            "bits": BITS,
            "salt": SALT,
            "cost": {"n": COST_N, "r": COST_R, "p": COST_P},
            "key_bytes": KEY_BYTES,
            "checkpoints": [(name, code.text) for name, code in reversed(codes.items())],
        },
        "figures": _figures(count_tables),
        "pages": page_facts(),
    }


def ledger_facts() -> Mapping[str, Any]:
    """What a script must know of a copy's files to read its ledger."""
    return {
        "files": {
            "sums": FILE,
            "signature": SIGNATURE,
            "sums_head": HEAD,
            "home": HOME,
            "open_data": OPEN_DATA,
            "descriptor": DESCRIPTOR,
            "since_closing": SINCE_CLOSING,
            "ledger": LEDGER,
            "checkpoint": CHECKPOINT,
            "openings": OPENINGS,
            "most_bytes": MOST_UNPACKED_BYTES,
        },
        "words": WORDS,
        "log": {"prefix": LOG, **SHAPE},
        "keys": KEYS,
        "ledger": {
            "closed": CLOSED,
            "events": sorted(EVENTS),
            "closing": facts_schema(),
            "edition": f"^(?:{EDITION.pattern})$",
            "counts": COUNTS,
            "ends": ENDS,
            "taken_back": TAKEN_BACK,
        },
        "records": {
            "name_group": NAME,
            "forgotten": {standing: sorted(groups) for standing, groups in FORGOTTEN.items()},
            "unrepeated": sorted(UNREPEATED),
            "told_by": name_of(Correction),
            "datasets": {item.name: _logged(item) for item in LOGGED},
        },
    }


def _logged(dataset: Descriptor) -> Mapping[str, Any]:
    """A dataset's table, its key, what may be filled in later, and each column's group of salts:
    of a record about a person, and of any other."""
    columns = committed_columns(dataset).items()
    return {
        "path": table_path(dataset.name),
        "key": dataset.key,
        "filled_later": sorted(columns_filled_later(dataset)),
        "groups": {
            name: [group_of(column, is_person) for is_person in (True, False)]
            for name, column in columns
        },
    }


def _figures(count_tables: Iterable[CountTable]) -> Mapping[str, Any]:
    """The tables of figures and counts, and how each column of the one comes from the other."""
    counted = [
        name for table in count_tables if table.name == DOSSIER_COUNTS for name in table.columns
    ]
    return {
        "name": FIGURES,
        "table": table_path(FIGURES),
        "counts": table_path(DOSSIER_COUNTS),
        "unit_groups": table_path(UNIT_GROUPS),
        "histogram": table_path(HISTOGRAM),
        "added": [name for name in counted if name.endswith("_count") and name in Figure.__slots__],
        "shares": SHARES,
        "percentiles": PERCENTILES,
    }
