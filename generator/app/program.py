"""Which program has built a site: two that are the same make the same bytes of the same data."""

import os
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from generator.app.engine_settings import program_settings
from generator.output.memo import NO_MEMO, Memo

PACKAGE = Path(__file__).parents[1]
_SKIPPED = ("__pycache__", "site_templates", "mkdocs.yml", "content", "example")
"""What a clone and an installed package do not have at the same place: it is taken by itself, or
is no program, as hand-written pages are none."""


class Program(BaseModel):
    """`version` as it was released; `digest` of all code, templates and settings of the engine."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str = Field(pattern=r"^[\w.+-]{0,60}$")
    digest: str = Field(pattern=r"^[0-9a-f]{64}$")

    def __str__(self) -> str:
        """What people tell programs apart by: 0.1.0 (1f2e3d4c5b)."""
        return f"{self.version} ({self.digest[:10]})"


def this_program(templates_dir: Path, config_file: Path, memo: Memo = NO_MEMO) -> Program:
    """The one that runs, with the templates and the engine's settings that it is given.

    Its own code is read once a process: what is written there later is not what runs.
    """
    code = memo.reuse("the program's code", tuple, lambda: tuple(_lines(PACKAGE)))
    settings = _line(config_file.name, program_settings(config_file.read_text("utf-8")))
    parts = (*code, *_lines(templates_dir), settings)
    return Program(version=this_version(), digest=sha256("".join(parts).encode()).hexdigest())


def this_version() -> str:
    """The version as it was released; empty where the program is not installed."""
    try:
        return version("congkhai")
    except PackageNotFoundError:
        return ""


def _lines(folder: Path) -> Iterator[str]:
    """A line for each file of a folder."""
    return (_line(path, (folder / path).read_bytes()) for path in sorted(_files(folder)))


def _line(name: str, content: bytes) -> str:
    return f"{name}\n{sha256(content).hexdigest()}\n"


def _files(folder: Path) -> Iterator[str]:
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if _is_program(name)]
        for path in (Path(inside, name) for name in names if _is_program(name)):
            if path.is_file():
                yield path.relative_to(folder).as_posix()


def _is_program(name: str) -> bool:
    return name not in _SKIPPED and not name.startswith(".")
