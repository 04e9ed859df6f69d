"""Builds a site without any other engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.app import publication as issuing
from generator.app.hand_written import hand_written, with_source
from generator.app.publication import Published
from generator.app.site import BuildFailed, Built, Ready, SiteInTheMaking, SiteRefused, extras_of
from generator.model.engines import OWN
from generator.output.engine_output import EngineFiles, engine_inputs
from generator.output.memo import NO_MEMO, Memo
from generator.output.previous import PreviousBuild
from generator.output.progress import doing
from generator.output.refusal import told_refusal
from generator.own_engine.addresses import content_files
from generator.own_engine.drawing import engine_files, told_on_pages
from generator.own_engine.project import Project, project_of
from generator.pages.bytecode import CompiledTemplates
from generator.pages.shell.bundle import UnreadableStyle
from generator.pages.written import PageUnreadable


def build(
    config_file: Path,
    *,
    data: Path | None = None,
    out: Path | None = None,
    extras: bool | None = None,
    previous: PreviousBuild | None = None,
    ready: Ready | None = None,
    day: date | None = None,
) -> Built:
    """Builds the site; None keeps what mkdocs.yml says, as with every engine.

    Raises Refused when a check finds errors and BuildFailed for anything else; then the folder is
    as it was.
    """
    with _failures():
        project = project_of(config_file, ready.settings if ready else {})
        settings, memo = project.settings, previous.memo if previous else NO_MEMO
        with_extras = not previous and (settings.options.extras if extras is None else extras)
        if previous:
            previous.memo.begin()
        folder = data or project.beside / settings.options.data
        published = ready.published if ready else _published(project, folder, memo, day)
        engine = _engine(project, published, memo, extras=with_extras)
        making = SiteInTheMaking(
            out or project.beside / settings.site_dir,
            published,
            extras_of(published, project.templates) if with_extras else None,
            previous.output if previous else None,
        )
        making.replace_from(engine, settings.site_url or published.site_url)
        if previous:
            previous.memo.finish()
        return making.built(making.staging.target)


def _published(project: Project, data: Path, memo: Memo, day: date | None) -> Published:
    published = issuing.publish(data, project.templates, project.settings.site_url, memo, day, OWN)
    written = hand_written(project.config, content_files(project.content))
    return with_source(published, written, project.config, project.templates)


def _engine(project: Project, published: Published, memo: Memo, *, extras: bool) -> EngineFiles:
    """The engine's files, drawn anew as far as they must be."""
    compiled = memo.reuse("the engine's compiled templates", tuple, CompiledTemplates)

    def inputs() -> object:
        folders = project.content, project.theme, project.frame
        shown_there = *told_on_pages(published), extras
        return engine_inputs(
            project.config, folders, tuple(project.settings.extensions), shown_there, memo
        )

    doing("Dựng khung các trang")
    return memo.reuse(
        "engine", inputs, lambda: engine_files(project, published, compiled, extras=extras)
    )


@contextmanager
def _failures() -> Iterator[None]:
    """What a site refuses, or the disk, is why it could not be built."""
    try:
        yield
    except (SiteRefused, UnreadableStyle, PageUnreadable) as refused:
        raise BuildFailed(str(refused)) from refused
    except OSError as error:
        raise BuildFailed(told_refusal(error)) from error
