"""What a process that serves a site carries from one build of it to the next."""

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.output.memo import Kept
from generator.output.restaging import Shelf
from generator.output.staging import Staging

SELF_CONTAINED = frozenset(
    {
        *("congkhai", "search", "material/search"),
        *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes"),
        *("md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"),
    }
)
"""Plugins and extensions of the engine that are known to read no other files than it does."""


@dataclass(frozen=True)
class Carried:
    """What was kept of the last build, and the folders of the last two sites."""

    kept: Kept = field(default_factory=Kept)
    shelf: Shelf = field(default_factory=Shelf)


@dataclass(frozen=True)
class Output:
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


def made_of(
    config_file: Path,
    folders: Iterable[Path],
    parts: Collection[str],
    shown: tuple[object, ...],
    kept: Kept,
) -> object:
    """All that the engine's output is made of; what is like nothing else where that is not known.

    `parts` are its plugins, extensions and hooks, `shown` what else stands on its pages.
    """
    inherits = "INHERIT" in config_file.read_text("utf-8")
    if inherits or not SELF_CONTAINED.issuperset(parts):
        return object()
    files = [config_file, *(folder / path for folder in folders for path in paths_in(folder))]
    return tuple((str(file), kept.digest(file)) for file in files), shown


def paths_in(folder: Path) -> list[str]:
    """Every file of a folder, relative to it."""
    return sorted(
        Path(at, name).relative_to(folder).as_posix()
        for at, _, names in os.walk(folder, followlinks=True)
        for name in names
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {path: (folder / path).read_bytes() for path in paths_in(folder)}
