"""Where the files of content/ lie in the site: each page is a folder, all else keeps its path."""

from collections.abc import Mapping
from pathlib import Path

from generator.output.engine_output import paths_in

PAGE, INDEX = ".md", "index.md"
_TEMPLATES = "templates/"
"""A folder of content/ that people keep for themselves."""


def content_files(folder: Path) -> dict[str, bytes]:
    """The files of content/ that come into the site, by path: nothing hidden, no templates."""
    return {
        path: (folder / path).read_bytes() for path in paths_in(folder) if not _is_kept_back(path)
    }


def is_page(path: str) -> bool:
    """True of a page that people wrote."""
    return path.endswith(PAGE)


def address_of(path: str) -> str:
    """`a/b.md` is at `a/b/`, `a/index.md` at `a/`, and any other file where it lies."""
    if not is_page(path):
        return path
    folder, _, name = path.rpartition("/")
    above = f"{folder}/" if folder else ""
    return above if name == INDEX else f"{above}{name.removesuffix(PAGE)}/"


def pages_of(files: Mapping[str, bytes]) -> list[str]:
    """The paths of the pages, in the order in which they are listed: an index is first."""
    found = [path for path in files if is_page(path)]
    return sorted(found, key=lambda path: (path.rpartition("/")[0], not path.endswith(INDEX), path))


def _is_kept_back(path: str) -> bool:
    return path.startswith(_TEMPLATES) or any(part.startswith(".") for part in path.split("/"))
