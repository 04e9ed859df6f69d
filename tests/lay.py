"""Lay a small world into a folder, to try commands on: `python tests/lay.py boston FOLDER`."""

import sys
from pathlib import Path

from worlds.lay import lay
from worlds.paths import DATASETS

WORLDS = {
    "small": DATASETS / "small",
    **{city: DATASETS / city / "data" for city in ("boston", "new_york")},
}

if __name__ == "__main__":
    name, folder = sys.argv[1:]
    lay(WORLDS[name], Path(folder))
