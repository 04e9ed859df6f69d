"""Several files of a folder are replaced as one: all or none, also when the machine dies between.

The new files are laid beside the old ones, then a plan is written that names them, then each is put
in its place. A plan that is found was not carried out to its end; whoever writes next does so.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from generator.output.staging import FileChanged, laid_beside, locked, put_file

PLAN = ".dang-ghi.json"
"""The plan's name in the folder."""


@dataclass(frozen=True)
class Replacement:
    """A file, what it was when it was read, and what it is to be."""

    path: Path
    was: bytes
    content: bytes


@dataclass(frozen=True)
class _Step:
    """One line of a plan: two files by their paths from the folder, and SHA-256 of each."""

    file: str
    new: str
    was: str
    content: str


def replace_files(folder: Path, replacements: Sequence[Replacement]) -> None:
    """Put new contents in the places of files of a folder that still are what they were.

    Raises FileChanged, OSError; then none of them is another one.
    """
    with locked(folder):
        for one in replacements:
            if one.path.read_bytes() != one.was:
                raise FileChanged(str(one.path))
        steps: list[_Step] = []
        try:
            for one in replacements:
                steps.append(_laid(folder, one))
            put_file(folder / PLAN, json.dumps([asdict(step) for step in steps]).encode())
        except BaseException:
            _remove(folder, steps)
            raise
        _carry_out(folder, steps)


def finish_replacing(folder: Path) -> Sequence[str]:
    """Carry a plan out that was left; the names of its files, none where there is no plan.

    Raises FileChanged when somebody has changed one of them since, OSError.
    """
    if not (folder / PLAN).exists():
        return ()
    with locked(folder):
        steps = list(_planned(folder))
        _carry_out(folder, steps)
        return [step.file for step in steps]


def _laid(folder: Path, one: Replacement) -> _Step:
    target = Path(os.path.realpath(one.path))
    new = laid_beside(target, one.content)
    file, beside = (os.path.relpath(path, folder) for path in (target, new))
    return _Step(file, beside, was=_digest(one.was), content=_digest(one.content))


def _planned(folder: Path) -> Iterator[_Step]:
    with suppress(FileNotFoundError):  # another process has carried it out meanwhile
        yield from (_Step(**step) for step in json.loads((folder / PLAN).read_bytes()))


def _carry_out(folder: Path, steps: Sequence[_Step]) -> None:
    for step in steps:
        if _digest((folder / step.file).read_bytes()) not in (step.was, step.content):
            raise FileChanged(step.file)
    for step in steps:
        with suppress(FileNotFoundError):  # it is in its place already
            (folder / step.new).replace(folder / step.file)
    (folder / PLAN).unlink(missing_ok=True)


def _remove(folder: Path, steps: Sequence[_Step]) -> None:
    for step in steps:
        (folder / step.new).unlink(missing_ok=True)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
