"""A folder as it would be with some other files, beside the real one and gone afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path


@contextmanager
def overlaid(folder: Path, files: Mapping[str, bytes], place: Path | None = None) -> Iterator[Path]:
    """A copy of a folder, of the same name, in which files by path have other content.

    What stays the same is not copied where the disk can give it a second name. In a `place` that is
    given the copy stays until the next one: what remembers files by their paths finds them again.
    Raises OSError.
    """
    with nullcontext(place) if place else tempfile.TemporaryDirectory(prefix="congkhai-") as where:
        copy = Path(where) / folder.resolve().name
        shutil.rmtree(copy, ignore_errors=True)
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
