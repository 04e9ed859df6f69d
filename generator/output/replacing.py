"""Several files take the places of others together: all are written before any is moved."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.output.staging import FileChanged, locked, refused_at

State = tuple[int, int, int] | None
"""What a file is known by when nobody has changed it: its number, its size, when it was written."""
Files = Iterable[tuple[Path, Iterator[bytes]]]
BUFFER = 1 << 20


def state_of(path: Path) -> State:
    """What a file is known by; None where there is none. Raises OSError."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def replace_all(files: Files, seen: Mapping[Path, State]) -> list[Path]:
    """Write files, given as their pieces, and put them in their places when all are written.

    They lie beside their places meanwhile, under names that nobody takes for theirs. Raises
    FileChanged when a file is no more what it was, and OSError; then nothing has been moved.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, pieces in files:
            staged[path] = _staged(Path(os.path.realpath(path)), pieces)
        folders = {path.parent.resolve() for path in staged}
        for folder in sorted(folders):
            with locked(folder):
                _require_same(folder, staged, seen)
        for path, made in staged.items():
            made.replace(os.path.realpath(path))
    finally:
        for made in staged.values():
            made.unlink(missing_ok=True)
    return list(staged)


def _require_same(folder: Path, staged: Iterable[Path], seen: Mapping[Path, State]) -> None:
    for path in staged:
        if path.parent.resolve() == folder and state_of(path) != seen.get(path):
            raise FileChanged(path.name)


def _staged(target: Path, pieces: Iterator[bytes]) -> Path:
    """The new file beside its place. Raises OSError."""
    with refused_at(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        made = Path(name)
        try:
            with os.fdopen(handle, "wb", buffering=BUFFER) as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, made)
            else:
                made.chmod(0o644)
        except BaseException:
            made.unlink(missing_ok=True)
            raise
        return made
