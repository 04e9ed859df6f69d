"""The face towards mkdocs, and the only file that names it.

mkdocs builds the hand-written pages and one frame a section into a staging folder; this plugin
has our pages stamped into them and puts the finished site in place in one step. A check that
finds errors stops the build before any output folder is touched.
"""

import logging
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import LegacyConfig
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from generator.app import publication as issuing
from generator.app.hand_written import hand_written, with_source
from generator.app.publication import Published
from generator.app.site import Built, Ready, SiteInTheMaking, SiteRefused, extras_of, shown
from generator.app.sources import Refused
from generator.output.engine_output import EngineFiles, engine_inputs, files_of
from generator.output.engine_warnings import collected_warnings, told_engine
from generator.output.memo import NO_MEMO, Memo
from generator.output.previous import PreviousBuild
from generator.output.refusal import told_refusal
from generator.pages.bytecode import CompiledTemplates
from generator.pages.page_variables import page_variables
from generator.pages.sections import SiteSections
from generator.pages.shell.bundle import SCRIPT, STYLE, UnreadableStyle, bundles, is_source
from generator.pages.shell.engine_html import mended
from generator.pages.shell.finish import frame_folders
from generator.pages.written import PageUnreadable, page_with_variables, with_variables

_NAME, _ENGINE = "congkhai", "mkdocs"
_POLLING_SECONDS = 0.1  # how often `serve` looks for a change; the engine looks a fifth as often


class BuildFailed(Exception):
    """The site could not be built for a reason other than its data; `str()` says why."""


class CongkhaiPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Checks and measures before the engine starts, stamps and swaps after it has finished.

    Option `data`: the city's data folder, relative to mkdocs.yml. Option `extras`: whether the
    pictures for sharing and the offline copy are made, too.
    """

    config_scheme = (("data", Type(str, default="data")), ("extras", Type(bool, default=True)))

    def __init__(self) -> None:
        """Nothing is published, refused or staged yet."""
        self.published: Published | None = None
        self.refused: Refused | None = None
        self.built_urls: tuple[str, ...] = ()
        self.site: SiteInTheMaking | None = None
        self._variables: dict[str, Any] = {}
        self._left_out: tuple[str, ...] = ()
        self._bundles: dict[str, str] = {}
        self._compiled: CompiledTemplates | None = None
        self._is_engine_alone = False

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Runs the pipeline and sends the engine's output to a folder beside the site."""
        published = self.published or self._publish(config, NO_MEMO)
        self._word(config, published)
        config.site_name = published.site_name
        config.site_url = config.site_url or published.site_url
        config.extra[_NAME] = shown(published, extras=self.config["extras"])
        self._bundles = _bundle(config)
        if not self._is_engine_alone:
            extras = extras_of(published, _templates(config)) if self.config["extras"] else None
            with _refusals():
                self.site = SiteInTheMaking(Path(config.site_dir), published, extras)
            config.site_dir = str(self.site.staging.folder)
        return config

    def _word(self, config: MkDocsConfig, published: Published) -> None:
        """Words the engine's own settings, and makes the menu where they hold none."""
        sections, name = SiteSections(published.edition.city), Path(config.config_file_path).name
        self._left_out, self._variables = sections.left_out, page_variables(sections.city)
        menu = [{words: f"{address}index.md"} for address, words in sections.menu.items()]
        text = Path(config.config_file_path).read_text("utf-8")
        with _refusals():
            nav = with_variables(config.nav or menu, name, self._variables, text)
            described = with_variables(config.site_description, name, self._variables, text)
        config.nav, config.site_description = nav, described

    def _publish(self, config: MkDocsConfig, memo: Memo) -> Published:
        data = Path(config.config_file_path).parent / self.config["data"]
        try:
            published = issuing.publish(data, _templates(config), config.site_url, memo)
        except Refused as refused:
            self.refused = refused
            raise PluginError(str(refused)) from refused
        file = Path(config.config_file_path)
        written = hand_written(file, _written_files(config))
        self.published = with_source(published, written, file, _templates(config))
        return self.published

    def rebuild(self, config: MkDocsConfig, previous: PreviousBuild) -> None:
        """Builds a site without extras, anew as far as it must; raises as the engine does."""
        memo, target = previous.memo, Path(config.site_dir)
        memo.begin()
        published = self._publish(config, memo)
        self._compiled = memo.reuse("the engine's compiled templates", tuple, CompiledTemplates)
        built = memo.reuse(
            "engine", lambda: _inputs(config, published, memo), lambda: self._engine_files(config)
        )
        with _refusals():
            self.site = SiteInTheMaking(target, published, previous=previous.output)
            self.site.replace_from(built, config.site_url or published.site_url)
        memo.finish()

    def _engine_files(self, config: MkDocsConfig) -> EngineFiles:
        """What the engine builds, in a folder of its own."""
        self._is_engine_alone = True
        with tempfile.TemporaryDirectory() as folder:
            config.site_dir = folder
            mkdocs_build(config)
            return files_of(Path(folder), self.built_urls, frame_folders(self.built_urls))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leaves out the pages of sections that the city does not have, and puts the bundles in
        the place of our many stylesheets and scripts."""
        for source in [file for file in files if self._is_left_out(file.src_uri)]:
            files.remove(source)
        for path, content in self._bundles.items():
            files.append(File.generated(config, path, content=content))
        return files

    def _is_left_out(self, path: str) -> bool:
        return is_source(path) or path.startswith(self._left_out)

    def on_page_markdown(self, _: str, *, page: MkDocsPage, **__: Any) -> str:
        """The page's words and front matter with the city's settings put in."""
        file, source = page.file.src_uri, page.file.content_string
        with _refusals():
            page.meta = with_variables(page.meta, file, self._variables, source)
            return page_with_variables(source, file, self._variables)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Notes which pages the engine builds; home is the empty address."""
        env.bytecode_cache = self._compiled
        self.built_urls = tuple(
            "" if file.url in (".", "./") else file.url for file in files.documentation_pages()
        )

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


def _templates(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / "site_templates"


def _written_files(config: MkDocsConfig) -> dict[str, bytes]:
    """The files of content/ that come into the site: no drafts, nothing hidden or excluded."""
    set_exclusions(files := get_files(config), config)
    return {f.src_uri: f.content_bytes for f in files if f.inclusion.is_included()}  # type: ignore[no-untyped-call]


def _bundle(config: MkDocsConfig) -> dict[str, str]:
    """Bundles our stylesheets and scripts, and lists the bundles that every page needs."""
    theme = Path(config.theme.custom_dir or "")
    styles, scripts = list(config.extra_css), [str(item) for item in config.extra_javascript]
    config.extra_css, config.extra_javascript = [STYLE], [SCRIPT]
    with _refusals():
        return bundles(styles, scripts, lambda path: (theme / path).read_text("utf-8"))


def _inputs(config: MkDocsConfig, published: Published, memo: Memo) -> object:
    """All that the engine's output is made of."""
    folders = Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)
    parts = *config.plugins, *config.markdown_extensions, *config.hooks
    stands = published.site_name, config.site_url or published.site_url
    told = repr(shown(published)), repr(page_variables(published.edition.city))
    return engine_inputs(Path(config.config_file_path), folders, parts, (*stands, *told), memo)


def _warned() -> bool:
    """True when strict mode has counted a warning and is about to abort."""
    handlers = logging.getLogger(_ENGINE).handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))


def build(
    config_file: Path,
    *,
    data: Path | None = None,
    out: Path | None = None,
    extras: bool | None = None,
    previous: PreviousBuild | None = None,
    ready: Ready | None = None,
) -> Built:
    """Builds the site; None keeps what mkdocs.yml says.

    `extras` are the pictures for sharing and the offline copy. With a `previous` build there are
    none, and what that made is used again as far as it holds. What is `ready` takes the place of
    the data. Raises Refused when a check finds errors and BuildFailed for anything else; then the
    folder is as it was.
    """
    with collected_warnings(_ENGINE) as warnings:
        plugin: CongkhaiPlugin | None = None
        try:
            chosen = {"site_dir": str(out.absolute())} if out else {}
            settings = {**(ready.settings if ready else {}), **chosen}
            config = _load(config_file, settings, data, False if previous else extras)
            folder, plugin = Path(config.site_dir), _plugin(config)
            plugin.published = ready.published if ready else None
            if previous:
                plugin.rebuild(config, previous)
            else:
                mkdocs_build(config)
        except OSError as error:
            raise BuildFailed(told_refusal(error)) from error
        except MkDocsException as error:
            refused = plugin.refused if plugin else None
            told = str(error) if isinstance(error, PluginError) else told_engine(error, warnings)
            raise refused or BuildFailed(told) from error
    assert plugin.site
    return plugin.site.built(folder)


def _plugin(config: MkDocsConfig) -> CongkhaiPlugin:
    plugin = config.plugins.get(_NAME)
    if not isinstance(plugin, CongkhaiPlugin):
        raise BuildFailed(f"{config.config_file_path} thiếu plugin {_NAME}.")
    return plugin


def _load(
    config_file: Path, settings: Mapping[str, Any], data: Path | None, extras: bool | None
) -> MkDocsConfig:
    config = load_config(config_file=str(config_file), **settings)
    if data is not None:
        _plugin(config).config["data"] = str(data.absolute())
    if extras is not None:
        _plugin(config).config["extras"] = extras
    return config


class LiveServer(LiveReloadServer):
    """Says where it is once it listens, so that nobody opens the page too early."""

    on_listening: Callable[[str], None]
    shown: Callable[[bytes], bytes]

    def nothing_there(self, _: int) -> bytes:
        """The page of an address that has none; no byte of it while no site has been built."""
        there = (page := Path(self.root, "404.html")).exists()
        return self._inject_js_into_html(page.read_bytes() if there else b"", self._visible_epoch)

    def server_activate(self) -> None:
        """Begins to listen."""
        super().server_activate()
        self.on_listening(self.url)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The page as it is shown, with the engine's script that loads it again."""
        page: bytes = super()._inject_js_into_html(self.shown(content), epoch)  # type: ignore[no-untyped-call]
        return page


def live_server(
    config_file: Path,
    data: Path | None,
    site: Path,
    rebuild: Callable[[], None],
    address: tuple[str, int],
    on_listening: Callable[[str], None],
    shown: Callable[[bytes], bytes],
) -> LiveServer:
    """A server of a site that calls `rebuild` when what it is made of changes.

    `shown` makes of a page what is sent of it. `serve` raises OSError when the port is taken.
    """
    server = LiveServer(rebuild, *address, root=str(site), polling_interval=_POLLING_SECONDS)
    server.on_listening, server.shown = on_listening, shown
    server.error_handler = server.nothing_there
    config = load_config(config_file=str(config_file))
    folder = data or config_file.absolute().parent / _plugin(config).config["data"]
    for watched in (config_file, folder, Path(config.docs_dir), _templates(config)):
        server.watch(str(watched))
    return server
