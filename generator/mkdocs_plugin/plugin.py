"""What mkdocs calls while it builds.

mkdocs builds the hand-written pages and one frame a section into a staging folder; this plugin
has our pages stamped into them and puts the finished site in place in one step. A check that
finds errors stops the build before any output folder is touched.
"""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.base import LegacyConfig
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.meta import get_data

from generator.app import publication as issuing
from generator.app.hand_written import hand_written, with_source
from generator.app.publication import Published
from generator.app.site import SiteInTheMaking, SiteRefused, extras_of, shown
from generator.app.sources import Refused
from generator.output.engine_output import EngineFiles, engine_inputs, files_of
from generator.output.memo import NO_MEMO, Memo
from generator.output.previous import PreviousBuild
from generator.output.progress import doing
from generator.pages.bytecode import CompiledTemplates
from generator.pages.shelf import shelf, shelved
from generator.pages.shell.bundle import SCRIPT, STYLE, UnreadableStyle, bundles
from generator.pages.shell.engine_html import is_program, mended
from generator.pages.shell.finish import frame_folders
from generator.pages.shell.own_colours import styled
from generator.pages.shell.picture_sizes import with_sizes
from generator.pages.worded import WordedPages
from generator.pages.written import PageUnreadable

NAME, ENGINE = "congkhai", "mkdocs"


class CongkhaiPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Checks and measures before the engine starts, stamps and swaps after it has finished.

    Option `data`: the city's data folder, relative to mkdocs.yml. Option `extras`: whether the
    pictures for sharing and the offline copy are made, too.
    """

    config_scheme = (("data", Type(str, default="data")), ("extras", Type(bool, default=True)))

    def __init__(self) -> None:
        """Nothing is published, refused or staged yet."""
        self.published: Published | None = None
        self.day: date | None = None
        self.refused: Refused | None = None
        self.built_urls: tuple[str, ...] = ()
        self.site: SiteInTheMaking | None = None
        self._worded: WordedPages
        self._bundles: dict[str, str] = {}
        self._compiled: CompiledTemplates | None = None
        self._is_engine_alone = False
        self._pages: list[MkDocsPage] = []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Runs the pipeline and sends the engine's output to a folder beside the site."""
        published = self.published or self._publish(config, NO_MEMO)
        self._worded, name = _worded(published), Path(config.config_file_path)
        with _refusals():
            config.nav, config.site_description = self._worded.settings(
                config.nav, config.site_description or "", name.name, name.read_text("utf-8")
            )
        config.site_name = published.site_name
        config.site_url = config.site_url or published.site_url
        config.extra[NAME] = shown(published, extras=self.config["extras"])
        self._bundles = _bundle(config, published)
        if not self._is_engine_alone:
            extras = extras_of(published, templates_of(config)) if self.config["extras"] else None
            with _refusals():
                self.site = SiteInTheMaking(Path(config.site_dir), published, extras)
            config.site_dir = str(self.site.staging.folder)
        doing("Dựng khung các trang")
        return config

    def _publish(self, config: MkDocsConfig, memo: Memo) -> Published:
        file = Path(config.config_file_path)
        data = file.parent / self.config["data"]
        try:
            published = issuing.publish(data, templates_of(config), config.site_url, memo, self.day)
        except Refused as refused:
            self.refused = refused
            raise PluginError(str(refused)) from refused
        written = hand_written(file, _written_files(config))
        self.published = with_source(published, written, file, templates_of(config), memo)
        return self.published

    def rebuild(self, config: MkDocsConfig, previous: PreviousBuild) -> None:
        """Builds a site without extras, anew as far as it must; raises as the engine does."""
        memo, target = previous.memo, Path(config.site_dir)
        memo.begin()
        published = self._publish(config, memo)
        self._compiled = memo.reuse("the engine's compiled templates", tuple, CompiledTemplates)
        built = memo.reuse(
            "engine",
            lambda: _inputs(config, published, memo),
            lambda: self._engine_files(config, target.parent),
        )
        with _refusals():
            self.site = SiteInTheMaking(target, published, previous=previous.output)
            self.site.replace_from(built, config.site_url or published.site_url)
        memo.finish()

    def _engine_files(self, config: MkDocsConfig, beside: Path) -> EngineFiles:
        """What the engine builds, in a folder of its own that goes with the one it lies in."""
        self._is_engine_alone = True
        beside.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=beside) as folder:
            config.site_dir = folder
            mkdocs_build(config)
            return files_of(Path(folder), self.built_urls, frame_folders(self.built_urls))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leaves out the pages of sections that the city does not have, lays those of each of its
        documents, and puts the bundles in the place of our many stylesheets and scripts."""
        with _refusals():
            self._worded.require_logo(files.src_uris)
            copies = self._worded.copies(files.src_uris)
        for path, copied in copies.items():
            content = files.src_uris[copied].content_string
            files.append(File.generated(config, path, content=content))
        for source in [file for file in files if self._leaves_out(file)]:
            files.remove(source)
        for path, content in self._bundles.items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_markdown(self, _: str, *, page: MkDocsPage, **__: Any) -> str:
        """The page's words and front matter with the city's settings put in."""
        source, file = page.file.content_string, page.file.src_uri
        with _refusals():
            page.meta, text = self._worded.page(page.meta, source, file)
        return text

    def _leaves_out(self, file: File) -> bool:
        """True of what the city's site does not have."""
        if not file.is_documentation_page():
            return is_program(file.src_uri) or self._worded.leaves_out(file.src_uri)
        if self._worded.leaves_out(file.src_uri):
            return True
        _, meta = get_data(file.content_string)
        return self._worded.lacks(meta)

    def on_page_content(self, html: str, *, page: MkDocsPage, files: Files, **_: Any) -> str:
        """The page with the sizes of its pictures."""

        def read(address: str) -> bytes | None:
            found = files.src_uris.get(urljoin(page.url, address))
            return found.content_bytes if found else None

        return with_sizes(html, read)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Notes which pages the engine builds; home is the empty address."""
        env.bytecode_cache = self._compiled
        self._pages = [file.page for file in files.documentation_pages() if file.page]
        self.built_urls = tuple(
            "" if file.url in (".", "./") else file.url for file in files.documentation_pages()
        )

    def on_page_context(self, context: Any, *, page: MkDocsPage, **_: Any) -> Any:
        """What the page lists of those below it."""
        if page.meta.get("shelf"):
            every = (shelved(one.url, str(one.title), one.meta) for one in self._pages)
            context["shelf"] = shelf(page.url, every)
        return context

    def on_post_page(self, output: str, **_: Any) -> str:
        """The engine's page as valid HTML."""
        return mended(output)

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """The same for the page of addresses that are not there; the sitemap is ours to write."""
        return "" if template_name == "sitemap.xml" else mended(output_content)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finishes the site in the staging folder and swaps it in; last of all plugins."""
        if self.site is None:
            return
        with _refusals():
            self.site.finish(self.built_urls, config.site_url)
        if _warned():
            self.site.staging.discard()  # strict mode aborts right after: yesterday's site stays
        else:
            self.site.staging.replace()

    def on_build_error(self, *, error: Exception) -> None:
        """Removes the unfinished site."""
        if self.site is not None:
            self.site.staging.discard()


@contextmanager
def _refusals() -> Iterator[None]:
    """What the site refuses is an error of the plugin."""
    try:
        yield
    except (SiteRefused, UnreadableStyle, PageUnreadable) as refused:
        raise PluginError(str(refused)) from refused


def templates_of(config: MkDocsConfig) -> Path:
    """`site_templates/`, which lies beside mkdocs.yml."""
    return Path(config.config_file_path).parent / "site_templates"


def _written_files(config: MkDocsConfig) -> dict[str, bytes]:
    """The files of content/ that come into the site: no drafts, nothing hidden or excluded."""
    set_exclusions(files := get_files(config), config)
    return {f.src_uri: f.content_bytes for f in files if f.inclusion.is_included()}  # type: ignore[no-untyped-call]


def _worded(published: Published) -> WordedPages:
    """The hand-written pages in the words of the city."""
    return WordedPages(published.edition.city, published.edition.local_units)


def _bundle(config: MkDocsConfig, published: Published) -> dict[str, str]:
    """Bundles our stylesheets and scripts, and lists the bundles that every page needs."""
    theme = Path(config.theme.custom_dir or "")
    styles, scripts = list(config.extra_css), [str(item) for item in config.extra_javascript]
    config.extra_css, config.extra_javascript = [STYLE], [SCRIPT]
    with _refusals():
        return bundles(styles, scripts, partial(styled, theme, published.edition.city))


def _inputs(config: MkDocsConfig, published: Published, memo: Memo) -> object:
    """All that the engine's output is made of."""
    folders = Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)
    stands = published.site_name, config.site_url or published.site_url
    told = repr(shown(published)), repr(_worded(published).variables)
    shown_there = *stands, *told
    return engine_inputs(
        Path(config.config_file_path), folders, parts_of(config), shown_there, memo
    )


def parts_of(config: MkDocsConfig) -> tuple[str, ...]:
    """What the settings add to the engine: its plugins, extensions, hooks and kinds of fences."""
    fences = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences", ())
    added = (f"fence {fence['name']}" for fence in fences)
    return *config.plugins, *config.markdown_extensions, *config.hooks, *added


def _warned() -> bool:
    """True when strict mode has counted a warning and is about to abort."""
    handlers = logging.getLogger(ENGINE).handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))
