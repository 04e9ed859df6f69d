"""A folder for what one run of a command needs; what runs that died have left is removed first."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.output.staging import lock

PREFIX = "congkhai-run-"


@contextmanager
def run_folder() -> Iterator[Path]:
    """A new folder, gone at the end; a lock on the one above it tells a living run from a dead one.

    The lock lies above, since whoever lays a site into the folder locks the folder for a moment.
    """
    above = Path(tempfile.gettempdir())
    with suppress(OSError):
        _sweep(above)
    folder, held = _taken(above)
    inside = folder / "run"
    inside.mkdir()
    try:
        yield inside
    finally:
        for _ in range(2):  # what still writes there comes to its end when its folders are gone
            shutil.rmtree(folder, ignore_errors=True)
        if held is not None:
            os.close(held)


def _taken(above: Path) -> tuple[Path, int | None]:
    """A new folder and the lock on it; another one where a sweep was quicker than the lock."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=above))
        try:
            held = lock(folder, wait=True)
        except FileNotFoundError:
            continue
        if folder.exists():
            return folder, held
        if held is not None:
            os.close(held)


def _sweep(above: Path) -> None:
    """Remove the folders of this user's runs that nobody holds any more."""
    for folder in sorted(above.glob(f"{PREFIX}*")):
        with suppress(OSError):
            status = folder.lstat()
            if not stat.S_ISDIR(status.st_mode) or not _is_own(status):
                continue
            held = lock(folder, wait=False)
            if held is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(held)


def _is_own(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()
