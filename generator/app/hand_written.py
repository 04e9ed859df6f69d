"""What people wrote by hand beside the data joins the publication, in the file of its source."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.app.engine_settings import city_settings
from generator.app.program import this_program
from generator.app.publication import Published
from generator.app.site_source import source_of
from generator.edition.hand_written import HandWritten
from generator.model.site_paths import SOURCE
from generator.output.memo import NO_MEMO, Memo


def hand_written(config_file: Path, files: Mapping[str, bytes]) -> HandWritten:
    """What people wrote: in the engine's settings, and in the files of content/ that it shows."""
    return HandWritten(city_settings(config_file.read_text("utf-8")), files)


def with_source(
    published: Published,
    written: HandWritten,
    config_file: Path,
    templates_dir: Path,
    memo: Memo = NO_MEMO,
) -> Published:
    """The publication with the file that anyone can build the site again from."""
    program = this_program(templates_dir, config_file, memo)
    source = source_of(published.edition, written, program, published.dossiers_until)
    files = {**published.publication.files, SOURCE: source.content}
    return replace(published, publication=replace(published.publication, files=files))
