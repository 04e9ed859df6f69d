"""A folder as it would be with some other files, beside the real one and gone afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def overlaid(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """A copy of a folder, of the same name, in which files by path have other content.

    What stays the same is not copied where the disk can give it a second name. Raises OSError.
    """
    with tempfile.TemporaryDirectory(prefix="congkhai-") as place:
        copy = Path(place) / folder.resolve().name
        shutil.copytree(folder, copy, symlinks=True, copy_function=_same)
        for name, content in files.items():
            target = copy / name
            target.unlink(missing_ok=True)  # it may be the real file under a second name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield copy


def _same(source: str, target: str) -> str:
    """A second name for a file, or a copy of it."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target)
    return target
