"""A site built once more from its own source, in a process that may fail or be stopped.

What lies in a site is not trusted: whatever it makes the process do, the command goes on.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from generator.app.hand_written import with_source
from generator.app.program import this_program
from generator.app.restored import read_source, republished
from generator.app.site import Ready, is_plain
from generator.app.verify_rebuilt import Outcome, Remade
from generator.cli.engines import build_site
from generator.cli.shared import write_files
from generator.verify import open_site

MOST_SECONDS = 1800
"""A city of fifty thousand pages takes a third of it."""
_SITE, _PAGES, _OUTCOME, _TEMPLATES = "site", "content", "outcome", "site_templates"


@contextmanager
def remaking(place: Path, engines: Sequence[Path], folder: Path) -> Iterator["Remaking"]:
    """The rebuild of the site at a place into an empty folder, begun at once, ended at the end.

    `engines` are the settings of each engine that may have built it, with their templates beside.
    """
    begun = Remaking(place, engines, folder)
    try:
        yield begun
    finally:
        begun.stop()


class Remaking:
    """A rebuild that is under way."""

    def __init__(self, place: Path, engines: Sequence[Path], folder: Path) -> None:
        """Begin. A process of its own also works beside this one."""
        self._folder = folder
        self._process = get_context("spawn").Process(
            target=_remake,
            args=(place.absolute(), [engine.absolute() for engine in engines], folder),
            daemon=True,
        )
        self._process.start()

    def outcome(self) -> Remade:
        """Wait for what becomes of it."""
        self._process.join(MOST_SECONDS)
        if self._process.is_alive():
            return Remade("slow", self._folder)
        try:
            outcome, version, own = (self._folder / _OUTCOME).read_text("utf-8").split("\n")
        except (OSError, ValueError):
            return Remade("failed", self._folder)
        kind: Outcome = "built" if outcome == "built" else "other-program"
        return Remade(kind, self._folder / _SITE, version, own)

    def stop(self) -> None:
        """End it, if it is not over."""
        self._process.kill()
        self._process.join()


def _remake(place: Path, engines: Sequence[Path], folder: Path) -> None:
    """What the process does: it says nothing but in the file of its outcome."""
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    programs = {config: this_program(config.parent / _TEMPLATES, config) for config in engines}
    with open_site(place) as site:
        source = read_source(site)
        same = [config for config, program in programs.items() if program == source.program]
        for config in same[:1]:
            templates = config.parent / _TEMPLATES
            written = source.pages.hand_written
            published = republished(site, source, templates)
            published = with_source(published, written, config, templates)
            write_files(folder / _PAGES, written.files)
            places = {"docs_dir": str(folder / _PAGES), "site_url": published.site_url or ""}
            ready = Ready(published, {**written.settings, **places})
            extras, engine = not is_plain(site.paths), source.settings.engine
            out = folder / _SITE
            build_site(config, data=None, engine=engine, out=out, extras=extras, ready=ready)
    outcome = "built" if same else "other-program"
    told = "\n".join((outcome, str(source.program), str(programs[engines[0]])))
    (folder / _OUTCOME).write_text(told, "utf-8")
