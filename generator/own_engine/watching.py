"""What tells that a file has changed, in all that a site is made of."""

from collections.abc import Iterable
from pathlib import Path

from generator.output.engine_output import paths_in

Stamps = dict[Path, tuple[int, int]]
"""The time and the size of each file."""


def stamps(watched: Iterable[Path]) -> Stamps:
    """Those of files, and of all files in folders; what goes away meanwhile has none."""
    found: Stamps = {}
    for place in watched:
        for file in [place / path for path in paths_in(place)] or [place]:
            try:
                told = file.stat()
            except OSError:
                continue
            found[file] = told.st_mtime_ns, told.st_size
    return found
