"""Where the parts of a project lie from which our own engine builds."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.app.site import BuildFailed
from generator.model.settings import City
from generator.own_engine.settings import EngineSettings, read_engine_settings
from generator.pages.shell.own_colours import styled

TEMPLATES, FRAME = "site_templates", "frame"
_NO_FRAME = (
    "Thư mục {} không có. Dựng không qua mkdocs thì cần thư mục ấy: hãy chép từ chương trình."
)
FRAME_STYLES = tuple(
    f"assets/css/{name}.css"
    for name in ("plain", "layout", "words", "blocks", "notes", "contents", "scheme")
)
"""The frame's own stylesheets, in their order; those that `mkdocs.yml` lists come after them."""


@dataclass(frozen=True)
class Project:
    """The engine's settings and the folders that they name; `config` is the file."""

    config: Path
    settings: EngineSettings

    @property
    def beside(self) -> Path:
        """The folder that all paths in the settings begin at."""
        return self.config.absolute().parent

    @property
    def content(self) -> Path:
        """The pages that people wrote."""
        return self.beside / self.settings.docs_dir

    @property
    def templates(self) -> Path:
        """`site_templates/`."""
        return self.beside / TEMPLATES

    @property
    def theme(self) -> Path:
        """Our templates, styles and scripts, the same on every engine."""
        return self.beside / self.settings.theme.custom_dir

    @property
    def frame(self) -> Path:
        """What another engine's theme brings and ours does not: the page around our parts."""
        return self.templates / FRAME

    def style_or_script(self, city: City, path: str) -> str:
        """A stylesheet or script, from the frame if it is one of the frame's."""
        own = self.frame / path
        return own.read_text("utf-8") if own.is_file() else styled(self.theme, city, path)


def project_of(config: Path, others: Mapping[str, Any]) -> Project:
    """The project of a settings file, with other settings in the place of its own.

    Raises BuildFailed.
    """
    project = Project(config, read_engine_settings(config, others))
    if not project.frame.is_dir():
        raise BuildFailed(_NO_FRAME.format(project.frame))
    return project
