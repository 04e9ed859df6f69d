"""A city's project laid over the program's own files.

A project needs `data/` alone. A file of its own in `content/` or `site_templates/` takes the place
of the program's file of the same name; `mkdocs.yml` of its own, that of the program's.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.cli.shared import own_config
from generator.output.run_folder import run_folder

CONFIG, CONTENT, TEMPLATES = "mkdocs.yml", "content", "site_templates"
OVERLAID = (CONFIG, CONTENT, TEMPLATES)


@dataclass(frozen=True)
class Layers:
    """The files of a project over those of the program, in a folder where the engine finds both."""

    project: Path
    laid: Path

    @property
    def watched(self) -> tuple[Path, ...]:
        """What of the project is looked at."""
        return tuple(path for name in OVERLAID if (path := self.project / name).exists())

    def lay(self) -> Path:
        """Lay them anew and give the engine's settings; a file that is the same stays untouched."""
        own = own_config().parent
        wanted = {
            name: below / name
            for below in (own, self.project)
            for top in OVERLAID
            for name in _files(below, top)
        }
        for name in set(_files(self.laid, "")) - set(wanted):
            (self.laid / name).unlink()
        for name, source in wanted.items():
            _copy(source, self.laid / name)
        return self.laid / CONFIG


def _files(folder: Path, top: str) -> list[str]:
    """The files of a folder, or that file itself, by their path below `folder`."""
    found = [folder / top, *(folder / top).rglob("*")]
    return [path.relative_to(folder).as_posix() for path in found if path.is_file()]


def _copy(source: Path, target: Path) -> None:
    content = source.read_bytes()
    if not target.is_file() or target.read_bytes() != content:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


@contextmanager
def layers_of(data: Path, config: Path | None) -> Iterator[Layers | Path]:
    """The engine's settings of a project: a file, or layers where it has files of its own.

    A `config` that was typed is taken as it is, with what lies beside it.
    """
    own, project = own_config(), data.absolute().parent
    has_own = any((project / name).exists() for name in OVERLAID)
    if config is not None or not has_own or project.samefile(own.parent):
        yield config or own
        return
    with run_folder() as folder:
        yield Layers(project, folder)


def laid(layers: Layers | Path) -> Path:
    """The engine's settings, laid anew where they are layers."""
    return layers.lay() if isinstance(layers, Layers) else layers


def watched_of(layers: Layers | Path) -> tuple[Path, ...]:
    """What of a project is looked at beside its data; none where the engine looks itself."""
    return layers.watched if isinstance(layers, Layers) else ()


@contextmanager
def engine_of(data: Path, config: Path | None) -> Iterator[Path]:
    """The engine's settings of a project, laid once."""
    with layers_of(data, config) as layers:
        yield laid(layers)


@contextmanager
def templates_of(data: Path) -> Iterator[Path]:
    """The templates of a project: its own over those of the program."""
    with engine_of(data, None) as engine:
        yield engine.parent / TEMPLATES
