"""What our own engine reads of `mkdocs.yml`, in which no tag does anything but name a function.

A setting that it does not know is refused: nothing is left undone in silence.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pymdownx.superfences import fence_code_format, fence_div_format

from generator.app.site import BuildFailed
from generator.model.text import slug

PLUGIN = "congkhai"
_ALWAYS_THERE = ("toc", "tables", "fenced_code")
"""Extensions that pages can count on without a word in the settings."""
NAMED: Mapping[str, Callable[..., Any]] = {
    "generator.model.text.slug": slug,
    "pymdownx.superfences.fence_code_format": fence_code_format,
    "pymdownx.superfences.fence_div_format": fence_div_format,
}
"""What a `!!python/name:` may name; no module is ever loaded by the name that a file gives."""
_FAULT = "{file}: {fault}"
_UNNAMED = (
    "không dùng được “{name}”. Khi dựng không qua mkdocs, sau !!python/name: chỉ được ghi: {known}."
)
_UNREAD = "không đọc được YAML, {place}. Hãy sửa lại chỗ ấy."
_UNKNOWN = (
    "mục “{place}” không dùng được khi dựng không qua mkdocs. Hãy bỏ mục ấy, hoặc dựng bằng mkdocs."
)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Theme(_Part):
    """What the frame shows; what only another theme knows is let pass."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    custom_dir: str
    language: str = "vi"
    favicon: str
    palette: list[dict[str, Any]]


class Options(_Part):
    """Those of our own plugin."""

    data: str = "data"
    extras: bool = True


class EngineSettings(_Part):
    """The settings, as they stand in the file; `strict` and `validation` are as if always set."""

    site_name: str
    site_description: str = ""
    site_url: str | None = None
    site_dir: str = "site"
    docs_dir: str = "content"
    use_directory_urls: bool = True
    strict: bool = True
    theme: Theme
    extra: dict[str, Any] = {}
    extra_css: list[str] = []
    extra_javascript: list[str] = []
    plugins: list[str | dict[str, Options | None]]
    markdown_extensions: list[str | dict[str, dict[str, Any] | None]] = []
    validation: dict[str, Any] = {}
    nav: list[str | dict[str, str]] | None = None
    not_in_nav: str = ""

    @property
    def options(self) -> Options:
        """Those of our own plugin."""
        told: Options | None = _named(self.plugins).get(PLUGIN)
        return told or Options()

    @property
    def extensions(self) -> dict[str, dict[str, Any]]:
        """The extensions of Markdown with their settings, in their order."""
        named = _named(self.markdown_extensions)
        return {name: named.get(name) or {} for name in (*_ALWAYS_THERE, *named)}

    @property
    def beyond(self) -> list[str]:
        """What only mkdocs can do: plugins of others, pages as single files."""
        plugins = [f"plugins.{name}" for name in _named(self.plugins) if name != PLUGIN]
        return plugins if self.use_directory_urls else [*plugins, "use_directory_urls"]


def read_engine_settings(file: Path, others: Mapping[str, Any]) -> EngineSettings:
    """The settings of a file with others in the place of its own. Raises BuildFailed."""
    try:
        told = yaml.load(file.read_text("utf-8"), _Reader)  # noqa: S506  # a safe loader
        settings = EngineSettings.model_validate({**(told or {}), **others})
    except yaml.YAMLError as error:
        raise BuildFailed(_FAULT.format(file=file.name, fault=_told(error))) from error
    except ValidationError as error:
        fault = _UNKNOWN.format(place=_place(error))
        raise BuildFailed(_FAULT.format(file=file.name, fault=fault)) from error
    if beyond := settings.beyond:
        fault = _UNKNOWN.format(place=", ".join(beyond))
        raise BuildFailed(_FAULT.format(file=file.name, fault=fault))
    return settings


class _Reader(yaml.SafeLoader):
    """Plain values, and the functions that a name may stand for."""


def _function(_: yaml.SafeLoader, name: str, node: yaml.Node) -> Callable[..., Any]:
    if name not in NAMED:
        told = _UNNAMED.format(name=name, known=", ".join(NAMED))
        raise yaml.constructor.ConstructorError(None, None, told, node.start_mark)
    return NAMED[name]


_Reader.add_multi_constructor("tag:yaml.org,2002:python/name:", _function)


def _told(error: yaml.YAMLError) -> str:
    """What is wrong, and in which line."""
    mark = getattr(error, "problem_mark", None)
    place = f"dòng {mark.line + 1}" if mark else "không rõ dòng nào"
    problem = getattr(error, "problem", "") or ""
    return f"{place}: {problem}" if "!!python" in problem else _UNREAD.format(place=place)


def _place(error: ValidationError) -> str:
    """Where the first thing stands that does not fit."""
    return ".".join(str(part) for part in error.errors()[0]["loc"] if "[" not in str(part))


def _named(listed: Sequence[str | Mapping[str, Any]]) -> dict[str, Any]:
    """A list of names and of names with their settings, by name."""
    return {
        name: told
        for item in listed
        for name, told in ({item: None} if isinstance(item, str) else item).items()
    }
