"""Which engine draws a site: the one that was asked for, else the one of the settings."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from generator.model.engines import OWN, USUAL, Engine

if TYPE_CHECKING:
    from generator.app.site import Built
    from generator.verify import Site


class SiteEngine(StrEnum):
    """The engines that a site may be drawn by."""

    mkdocs = USUAL
    none = OWN


EngineOption = Annotated[
    SiteEngine | None,
    typer.Option(
        "--engine",
        help="Công cụ dựng khung trang, thay cho mục engine của city.yaml: mkdocs, hoặc none là "
        "chỉ dùng chính chương trình.",
    ),
]


def build_site(
    config: Path, *, data: Path | None, engine: str | None = None, **chosen: Any
) -> "Built":
    """Build a site by its engine; what else is `chosen` is as every engine's `build` has it.

    Raises Refused, BuildFailed.
    """
    if (engine or engine_of_settings(data)) == OWN:
        from generator.own_engine import build as by_ourselves

        return by_ourselves(config, data=data, **chosen)
    from generator.mkdocs_plugin import build

    return build(config, data=data, **chosen)


class Server(Protocol):
    """What serves a site and has it built anew, whichever engine it is of."""

    def serve(self) -> Any:
        """Serve until it is shut down."""

    def shutdown(self) -> Any:
        """Stop serving."""


def server_of(engine: str | None, data: Path | None) -> Callable[..., Server]:
    """What makes the server of an engine; without one, of that of the settings."""
    if (engine or engine_of_settings(data)) == OWN:
        from generator.own_engine import live_server as own

        return own
    from generator.mkdocs_plugin import live_server

    return live_server


def engine_of_settings(data: Path | None) -> Engine:
    """The engine that the settings of a data folder name; the usual one where they are unreadable.

    What is wrong with them is told by the build, with all else that is wrong.
    """
    from generator.app.sources import Refused, read_settings

    try:
        return read_settings(data)[0].engine if data else USUAL
    except Refused:
        return USUAL


def engine_of_site(site: "Site") -> Engine | None:
    """The engine that a site says it was built by; None where it says nothing that can be read."""
    from generator.app.restored import SourceUnread, read_source

    try:
        return read_source(site).settings.engine
    except SourceUnread:
        return None
