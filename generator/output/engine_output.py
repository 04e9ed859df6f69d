"""What the engine has built, and what it was built of."""

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.output.memo import Memo
from generator.output.staging import Staging

_LEFT_OUT = ("assets/**/*.map",)
SELF_CONTAINED = frozenset(
    {
        *("congkhai", "search", "material/search"),
        *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes"),
        *("md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
        *("pymdownx.highlight", "pymdownx.superfences"),
    }
)
"""Plugins and extensions of the engine that are known to read no other files than it does."""


@dataclass(frozen=True)
class EngineFiles:
    """What the engine built, in memory: it is no more than what people have written by hand.

    `urls` are the addresses of its pages, `left` the paths that stay in the site.
    """

    urls: tuple[str, ...]
    files: Mapping[str, bytes]
    left: frozenset[str]

    def read(self, path: str) -> str:
        """A file's text."""
        return self.files[path].decode("utf-8")

    def write_rest(self, staging: Staging) -> None:
        """Writes what stays and is not in the site yet."""
        for path in self.left.difference(staging.paths()):
            staging.write(path, (self.files[path],))


def engine_inputs(
    config_file: Path,
    folders: Iterable[Path],
    parts: Collection[str],
    shown: tuple[object, ...],
    memo: Memo,
) -> object:
    """All that the engine reads; what equals nothing else where that is not known.

    `parts` are its plugins, extensions and hooks, `shown` what else stands on its pages.
    """
    inherits = "INHERIT" in config_file.read_text("utf-8")
    if inherits or not SELF_CONTAINED.issuperset(parts):
        return object()
    files = [config_file, *(folder / path for folder in folders for path in paths_in(folder))]
    return tuple((str(file), memo.digest(file)) for file in files), shown


def paths_in(folder: Path) -> list[str]:
    """Every file of a folder, relative to it."""
    return sorted(
        Path(at, name).relative_to(folder).as_posix()
        for at, _, names in os.walk(folder, followlinks=True)
        for name in names
    )


def files_of(folder: Path, urls: tuple[str, ...], frames: Iterable[str]) -> EngineFiles:
    """Every file that the engine built in a folder; what is left out of a site is removed."""
    files = {path: (folder / path).read_bytes() for path in paths_in(folder)}
    remove_left_out(folder, frames)
    return EngineFiles(urls, files, frozenset(paths_in(folder)))


def remove_left_out(folder: Path, frames: Iterable[str]) -> None:
    """Remove the frames, and files of the theme that no reader needs or that hold a clock."""
    for frame in frames:
        shutil.rmtree(folder / frame)
    for pattern in _LEFT_OUT:
        for file in list(folder.glob(pattern)):
            file.unlink()
