"""A copy of a folder that is written into first: its changes are put in their places together."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.output.replacing import BUFFER, State, replace_all, state_of


@dataclass(frozen=True)
class Trial:
    """The copy, the folder that it was made of, and what the files of both were then."""

    folder: Path
    of: Path
    seen: Mapping[Path, State]
    copied: Mapping[Path, State]

    def changed(self) -> list[Path]:
        """The paths, from the folder, of files that the copy has otherwise."""
        there = {path.relative_to(self.folder) for path in _files(self.folder)}
        changed = {path for path in there if state_of(self.folder / path) != self.copied.get(path)}
        return sorted(changed)

    def put(self) -> list[Path]:
        """Put what changed in its place, all of it or nothing. Raises FileChanged, OSError."""
        files = ((self.of / path, _pieces(self.folder / path)) for path in self.changed())
        return replace_all(files, {self.of / path: state for path, state in self.seen.items()})


@contextmanager
def trial_of(folder: Path) -> Iterator[Trial]:
    """A copy of a folder, which goes when it is done with. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix="congkhai-") as place:
        copy = Path(place) / "data"
        seen = {path.relative_to(folder): state_of(path) for path in _files(folder)}
        shutil.copytree(folder, copy)
        copied = {path: state_of(copy / path) for path in seen}
        yield Trial(copy, folder, seen, copied)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from iter(partial(file.read, BUFFER), b"")
