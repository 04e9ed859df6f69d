"""Files that somebody asked for, wherever they are to lie: whole, and all of them or none."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.output.staging import laid_beside


def put_files(files: Mapping[Path, bytes]) -> None:
    """Write files by path, in folders that are made where they are missing.

    All are written beside their places before any is moved there. Raises OSError; then what lay
    there lies there still, and nothing else. A pipe or a device is written into as it is.
    """
    made: list[Path] = []
    laid: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            if path.exists() and not path.is_file():
                path.write_bytes(content)
            else:
                made += _with_parents(path.parent)
                target = Path(os.path.realpath(path))
                laid[target] = laid_beside(target, content)
        for target, new in laid.items():
            new.replace(target)
    except BaseException:
        _take_back(laid, made)
        raise


def _with_parents(folder: Path) -> list[Path]:
    """The folders that were made, outer ones first, so that this one is there."""
    if folder.is_dir():
        return []
    made = _with_parents(folder.parent)
    folder.mkdir(exist_ok=True)
    return [*made, folder]


def _take_back(laid: Mapping[Path, Path], made: list[Path]) -> None:
    for new in laid.values():
        new.unlink(missing_ok=True)
    for folder in reversed(made):
        with suppress(OSError):  # another process laid something in it
            folder.rmdir()
