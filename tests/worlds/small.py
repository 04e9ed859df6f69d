"""The small healthy city, laid once a process for all that only read it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from worlds.lay import lay
from worlds.paths import DATASETS

_KEPT = TemporaryDirectory(prefix="congkhai-small-")
SMALL = lay(DATASETS / "small", Path(_KEPT.name) / "data")
"""Its data folder. Whoever changes anything copies it first."""
