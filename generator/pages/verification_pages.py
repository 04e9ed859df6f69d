"""What the browser's verification must know of pages: their marks, and where they lie."""

from collections.abc import Mapping
from typing import Any

from generator.ledger.openings import committed_columns
from generator.model.anonymise import REMOVED
from generator.model.datasets import LOGGED, Descriptor, name_of
from generator.model.made_files import (
    ACTS,
    ENDINGS,
    IN_FORCE,
    ONLY_SENTENCES,
    SPOKEN,
    SUSPENDED,
    TELLS_OF_ENDS,
    WITH_HEADS,
)
from generator.model.page_marks import (
    ADDRESS_WORDS,
    CELL,
    DAYS,
    NO_SHARE,
    OF_COUNTS,
    ROW,
    ROW_KEYS,
    SAME_DAY,
    UNSEEN,
)
from generator.model.records import Procedure, Unit
from generator.model.shares import TOLD_SHARES, TOLD_SUMS
from generator.model.site_paths import (
    BULLETINS,
    CHARTS,
    FEED_FILE,
    NOT_FOUND,
    PAGE_FILE,
    PROCEDURE_PAGES,
    SEARCH_DOCUMENTS,
    SEARCH_START,
    SITEMAP,
    UNIT_PAGES,
    table_path,
)
from generator.model.text import TOO_FEW


def page_facts() -> Mapping[str, Any]:
    """How pages mark what they show, the rows they show, and where each page lies."""
    return {
        "row": ROW,
        "cell": CELL,
        "removed": REMOVED,
        "address_words": sorted(ADDRESS_WORDS),
        "unseen": sorted(UNSEEN),
        "of_counts": OF_COUNTS,
        "tables": {name: {"path": table_path(name), "key": key} for name, key in ROW_KEYS.items()},
        "forms": {
            "too_few": TOO_FEW,
            "days": DAYS,
            "same_day": SAME_DAY,
            "no_share": NO_SHARE,
            "sums": TOLD_SUMS,
            "shares": TOLD_SHARES,
        },
        "datasets": {dataset.name: _shown(dataset) for dataset in LOGGED},
        "unit_table": _table(Unit, "unit_id", "name", UNIT_PAGES),
        "procedure_table": _table(Procedure, "procedure_id", "short_name", PROCEDURE_PAGES),
        "bulletins": BULLETINS,
        "charts": CHARTS,
        "feed_file": FEED_FILE,
        "acts": ACTS,
        "endings": ENDINGS,
        "in_force": IN_FORCE,
        "suspended": SUSPENDED,
        "scripts": {
            "only_sentences": ONLY_SENTENCES,
            "with_heads": WITH_HEADS,
            "spoken": SPOKEN,
            "tells_of_ends": TELLS_OF_ENDS,
        },
        "page_file": PAGE_FILE,
        "not_found": NOT_FOUND,
        "search_documents": SEARCH_DOCUMENTS,
        "search_start": SEARCH_START,
        "sitemap": SITEMAP,
    }


def _table(
    kind: type[Unit] | type[Procedure], key: str, name: str, pages: str
) -> Mapping[str, str]:
    return {"path": table_path(name_of(kind)), "key": key, "name": name, "pages": pages}


def _shown(dataset: Descriptor) -> Mapping[str, Any]:
    """Where a dataset's records lie, and the columns that their pages show: which tell a name."""
    return {
        "section": dataset.section,
        "listed": dataset.listed,
        "key": dataset.key,
        "unshown": dataset.unshown,
        "name": "subject_name" if dataset.names_people else "",
        "columns": {name: column.identifies for name, column in committed_columns(dataset).items()},
    }
