"""The ledger of the small city's one closed edition, as broken worlds begin with it.

`python -m worlds.sealed`, with `tests/` on the path, writes it anew when the format has changed.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.app.close_edition import close_edition
from generator.sample.as_known import seeded_salts
from worlds.paths import DATASETS
from worlds.small import SMALL

SEALED = DATASETS / "sealed"
EDITION = "2018-Q4"
SEED = 643


def sealed_files() -> Mapping[str, bytes]:
    """Both files of the ledger, by name."""
    return close_edition(SMALL, EDITION, None, seeded_salts(SEED)).files


def seal(folder: Path) -> None:
    """Lays the ledger into a copy of the small city."""
    for path in SEALED.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())


if __name__ == "__main__":
    SEALED.mkdir(exist_ok=True)
    for name, content in sealed_files().items():
        (SEALED / name).write_bytes(content)
