"""The site of the data as they would be, built anew for each look at it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from generator.output.overlay import overlaid
from generator.output.previous import PreviousBuild

Build = Callable[[Path, Path, PreviousBuild], object]
"""Builds the site of a data folder into another one, with what the last build has made.

Raises Refused and NotBuilt.
"""
POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "script-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "sandbox allow-same-origin",
    )
)
"""A page of the site runs nothing here, wherever it is opened."""


class NotBuilt(Exception):
    """The site cannot be built for a reason other than its data; `str()` says why in Vietnamese."""


class PreviewSite:
    """A site that is built again and again, and no part of any other build."""

    def __init__(self, data: Path, place: Path, build: Build) -> None:
        """`place` is a folder of its own."""
        self.folder = place / "trang" / "site"
        self._data, self._place, self._build = data, place / "xem", build
        self._previous = PreviousBuild()
        self._once = Lock()
        self._begun = Event()

    def begin(self) -> None:
        """Build the site of the data as they are, unasked and once: the first look waits less.

        What goes wrong is told when somebody looks.
        """
        if not self._begun.is_set():
            self._begun.set()
            Thread(target=self._first, daemon=True).start()

    def _first(self) -> None:
        with suppress(Exception), self._once:
            self._make({})

    def make(self, files: Mapping[str, bytes]) -> None:
        """Build the site of the data with other files. Raises Refused and NotBuilt."""
        self._begun.set()
        with self._once:
            self._make(files)

    def _make(self, files: Mapping[str, bytes]) -> None:
        with overlaid(self._data, files, self._place) as copy:
            self._build(copy, self.folder, self._previous)


class SiteFiles(StaticFiles):
    """The files of that site, once it is there."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file of the site, which may do nothing but be seen."""
        answer = await super().get_response(path, scope)
        answer.headers["Content-Security-Policy"] = POLICY
        return answer
