"""What people wrote by hand beside the data joins the publication, in the file of its source."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.app.program import this_program
from generator.app.publication import Published
from generator.app.site_source import source_of
from generator.edition.hand_written import SETTINGS, HandWritten
from generator.model.site_paths import SOURCE
from generator.output.engine_output import paths_in


def hand_written(given: Iterable[Mapping[str, Any]], folder: Path) -> HandWritten:
    """What people wrote: `folder` is content/; of the engine's settings the last `given` count."""
    said: dict[str, Any] = {}
    for settings in given:
        said |= {name: settings[name] for name in SETTINGS if name in settings}
    return HandWritten(said, {path: (folder / path).read_bytes() for path in paths_in(folder)})


def with_source(
    published: Published, written: HandWritten, config_file: Path, templates_dir: Path
) -> Published:
    """The publication with the file that anyone can build the site again from."""
    program = this_program(templates_dir, config_file)
    source = source_of(published.edition, written, program, published.dossiers_until)
    files = {**published.publication.files, SOURCE: source.content}
    return replace(published, publication=replace(published.publication, files=files))


def ready_settings(written: HandWritten, folder: Path, site_url: str | None) -> Mapping[str, Any]:
    """The engine's settings for what was written, which is laid into an empty folder."""
    for path, content in written.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return {**written.settings, "docs_dir": str(folder), "site_url": site_url or ""}
