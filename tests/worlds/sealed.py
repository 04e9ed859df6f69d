"""The ledger of the small city's one closed edition, as broken worlds begin with it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.app.close_edition import close_edition
from generator.ledger.ledger import FILES
from generator.ledger.opening_files import opening_file
from generator.sample.as_known import seeded_salts
from worlds.small import SMALL

EDITION = "2018-Q4"
SEALED = frozenset({*FILES, opening_file(EDITION)})
"""The names of the ledger's files."""
SEED = 643


@cache
def _sealed_files() -> Mapping[str, bytes]:
    return close_edition(SMALL, EDITION, None, seeded_salts(SEED)).files


def seal(folder: Path) -> None:
    """Lays the ledger, and the counts of its closed quarters, into a copy of the small city."""
    for name, content in _sealed_files().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
