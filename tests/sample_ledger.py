"""Close the sample's editions anew, after a change of its records: `make sample-ledger`."""

import shutil
import tempfile
from pathlib import Path

from generator.app.close_edition import make_sample_closing
from worlds.paths import DATA

SEED = 643
CLOSED = ("ledger.jsonl", "ledger_checkpoint.txt", "ledger_openings", "closed_quarters")


def remake(data: Path) -> None:
    """Write the ledger and the closed quarters as one who closed each quarter would have them."""
    with tempfile.TemporaryDirectory() as folder:
        unclosed = Path(folder) / "data"
        shutil.copytree(data, unclosed, ignore=shutil.ignore_patterns(*CLOSED))
        files = make_sample_closing(unclosed, seed=SEED).files
    for name in CLOSED:
        shutil.rmtree(data / name) if (data / name).is_dir() else (data / name).unlink(True)
    for path, content in files.items():
        (data / path).parent.mkdir(exist_ok=True)
        (data / path).write_bytes(content)


if __name__ == "__main__":
    remake(DATA)
