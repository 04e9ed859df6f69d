"""The face towards mkdocs, and the only file that names it.

mkdocs builds the hand-written pages and one frame a section into a staging folder; this plugin
has our pages stamped into them and puts the finished site in place in one step. A check that
finds errors stops the build before any output folder is touched.
"""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import LegacyConfig
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.utils import CountHandler

from generator.app import pipeline
from generator.app import publication as issuing
from generator.ledger import checksums as sums
from generator.model import text
from generator.output.engine_output import Carried, Output, files_in, made_of, paths_in
from generator.output.memo import FRESH, Fresh, Kept
from generator.output.refusal import told_refusal
from generator.output.restaging import Restaging, Shelf
from generator.output.staging import NotASite, Staging
from generator.pages.bytecode import Compiled
from generator.pages.conduct.feeds import FEEDS
from generator.pages.pictures import SECTION as CHARTS
from generator.pages.schema_org import SECTIONS
from generator.pages.shell.bundle import SCRIPT, STYLE, UnreadableStyle, bundles, is_source
from generator.pages.shell.cards import Cards
from generator.pages.shell.engine_html import mended
from generator.pages.shell.finish import EngineOutput, FrameMismatch, finished_files, frame_folders
from generator.pages.shell.offline import ARCHIVE, Offline

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
_NAME = "congkhai"
_PAGE = "index.html"
_CHARTS = f"{CHARTS}/"
_POLLING_SECONDS = 0.2
"""How often `serve` looks for a change; the engine looks half as often."""
_LEFT_OUT = ("sitemap.xml.gz", "assets/**/*.map")
_NOT_A_SITE = (
    "Thư mục {} không phải là trang do congkhai dựng nên không bị thay thế. "
    "Hãy chọn một thư mục trống hoặc một thư mục chưa có."
)


class BuildFailed(Exception):
    """The site could not be built for a reason other than its data; `str()` says why."""


_COMPILED = Compiled()


class CongkhaiPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Checks and measures before the engine starts, stamps and swaps after it has finished.

    Option `data`: the city's data folder, relative to mkdocs.yml. Option `extras`: whether the
    pictures for sharing and the offline copy are made, too.
    """

    config_scheme = (("data", Type(str, default="data")), ("extras", Type(bool, default=True)))

    def __init__(self) -> None:
        """Nothing is published, refused or staged yet."""
        self.published: issuing.Published | None = None
        self.refused: pipeline.Refused | None = None
        self.built_urls: tuple[str, ...] = ()
        self.page_count = 0
        self._bundles: dict[str, str] = {}
        self._cards: Cards | None = None
        self._offline: Offline | None = None
        self._staging: Staging | None = None
        self._carried: Carried | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Runs the pipeline and sends the engine's output to a folder beside the site."""
        published = self.published or self._publish(config, FRESH)
        config.site_name = published.site_name
        config.site_url = config.site_url or published.site_url
        config.extra[_NAME] = _shown(published, extras=self.config["extras"])
        self._bundles = _bundle(config)
        if self._carried is None:
            self._staging = _open_staging(Path(config.site_dir))
            config.site_dir = str(self._staging.folder)
        return config

    def _publish(self, config: MkDocsConfig, kept: Fresh) -> issuing.Published:
        root = Path(config.config_file_path).parent
        templates = root / "site_templates"
        try:
            published = issuing.publish(
                root / self.config["data"], templates, config.site_url, kept
            )
        except pipeline.Refused as refused:
            self.refused = refused
            raise PluginError(str(refused)) from refused
        self.published = published
        if self.config["extras"]:
            self._cards = _cards(published, templates)
            self._offline = _offline(published, templates)
        return published

    def build_again(self, config: MkDocsConfig, carried: Carried) -> None:
        """Builds a site without extras, of whose last build much is carried along.

        Raises like the engine's own build.
        """
        self._carried, kept, site = carried, carried.kept, Path(config.site_dir)
        kept.begin()
        published = self._publish(config, kept)
        output = kept.again(
            "engine", lambda: _made_of(config, published, kept), lambda: self._engine_output(config)
        )
        self._staging = _open_staging(site, carried.shelf)
        try:
            engine = EngineOutput(output.urls, output.read)
            self._finish(self._staging, engine, config.site_url or published.site_url)
            output.write_rest(self._staging)
            _write_sums(self._staging, published)
            self._staging.replace()
        except BaseException:
            self._staging.discard()
            raise
        kept.finish()

    def _engine_output(self, config: MkDocsConfig) -> Output:
        """What the engine builds, in a folder of its own."""
        with tempfile.TemporaryDirectory() as folder:
            config.site_dir = folder
            mkdocs_build(config)
            files = files_in(Path(folder))
            _remove_left_out(Path(folder), frame_folders(self.built_urls))
            return Output(self.built_urls, files, frozenset(paths_in(Path(folder))))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Puts the bundles in the place of our many stylesheets and scripts."""
        for source in [file for file in files if is_source(file.src_uri)]:
            files.remove(source)
        for path, content in self._bundles.items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Notes which pages the engine builds; home is the empty address."""
        env.bytecode_cache = _COMPILED
        self.built_urls = tuple(
            "" if file.url in (".", "./") else file.url for file in files.documentation_pages()
        )

    def on_post_page(self, output: str, **_: Any) -> str:
        """The engine's page as valid HTML."""
        return mended(output)

    def on_post_template(self, output_content: str, **_: Any) -> str:
        """The same for the page of addresses that are not there."""
        return mended(output_content)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finishes the site in the staging folder and swaps it in; last of all plugins."""
        if self._staging is None or self.published is None:
            return
        staging, published = self._staging, self.published
        engine = EngineOutput(self.built_urls, lambda path: staging.read(path).decode("utf-8"))
        self._finish(staging, engine, config.site_url)
        _remove_left_out(staging.folder, frame_folders(self.built_urls))
        if self._offline is not None:
            _write_copy(staging, self._offline)
        _write_sums(staging, published)
        if _warned():
            staging.discard()  # strict mode aborts right after: yesterday's site stays
        else:
            staging.replace()

    def _finish(self, staging: Staging, engine: EngineOutput, site_url: str | None) -> None:
        """Writes every file that does not come from the engine as it is."""
        assert self.published is not None
        publication, as_of = self.published.publication, self.published.as_of
        try:
            for path, pieces in finished_files(publication, engine, as_of, site_url, self._cards):
                staging.write(path, pieces)
                self.page_count += path.endswith(_PAGE) and not path.startswith(_CHARTS)
        except FrameMismatch as error:
            raise PluginError(str(error)) from error

    def on_build_error(self, *, error: Exception) -> None:
        """Removes the unfinished site."""
        if self._staging is not None:
            self._staging.discard()


def toc_slug(heading: str, separator: str) -> str:
    """Anchor of a heading, for the `toc` extension's `slugify` option."""
    return text.slug(heading, separator)


def _bundle(config: MkDocsConfig) -> dict[str, str]:
    """Bundles our stylesheets and scripts, and lists the bundles that every page needs."""
    theme = Path(config.theme.custom_dir or "")

    def read(path: str) -> str:
        return (theme / path).read_text("utf-8")

    styles, scripts = list(config.extra_css), [str(item) for item in config.extra_javascript]
    config.extra_css, config.extra_javascript = [STYLE], [SCRIPT]
    try:
        return bundles(styles, scripts, read)
    except UnreadableStyle as error:
        raise PluginError(str(error)) from error


def _shown(published: issuing.Published, *, extras: bool = False) -> dict[str, Any]:
    """What the theme shows on every page."""
    return {
        "extras": extras,
        "city_name": published.city_name,
        "edition_id": published.edition_id,
        "as_of": text.vn_date(published.as_of),
        "sample": published.sample,
        "feeds": {place: SECTIONS[place] for place in (*FEEDS, "phat-thanh/")},
        "commit": published.commit,
        "ledger_head": published.ledger_head,
    }


def _made_of(config: MkDocsConfig, published: issuing.Published, kept: Kept) -> object:
    """All that the engine's output is made of."""
    folders = Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)
    parts = *config.plugins, *config.markdown_extensions, *config.hooks
    shown = published.site_name, config.site_url or published.site_url, repr(_shown(published))
    return made_of(Path(config.config_file_path), folders, parts, shown, kept)


def _cards(published: issuing.Published, templates: Path) -> Cards:
    return Cards(templates / "cards", published.site_name, published.city_name, published.sample)


def _offline(published: issuing.Published, templates: Path) -> Offline:
    return Offline(
        (templates / "offline" / "iframe-worker.js").read_bytes(),
        published.city_name,
        published.site_name,
        published.edition_id,
        published.as_of,
        published.ledger_head,
    )


def _write_copy(staging: Staging, offline: Offline) -> None:
    """Packs the finished site; the archive is never held whole."""
    paths, target = staging.paths(), staging.folder / ARCHIVE
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        offline.write(paths, staging.read, out)


def _write_sums(staging: Staging, published: issuing.Published) -> None:
    staging.write(sums.FILE, sums.render_sums(staging.hashes(), published.ledger_head))


def _open_staging(site: Path, shelf: Shelf | None = None) -> Staging:
    try:
        return Restaging(site, shelf) if shelf else Staging(site)
    except NotASite as error:
        raise PluginError(_NOT_A_SITE.format(error)) from error
    except OSError as error:
        raise PluginError(told_refusal(error)) from error


def _remove_left_out(folder: Path, frames: list[str]) -> None:
    """Removes the frames, and files of the theme that no reader needs or that hold a clock."""
    for frame in frames:
        shutil.rmtree(folder / frame)
    for pattern in _LEFT_OUT:
        for file in list(folder.glob(pattern)):
            file.unlink()


def _warned() -> bool:
    """True when strict mode has counted a warning and is about to abort."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(h.get_counts() for h in handlers if isinstance(h, CountHandler))


@dataclass(frozen=True)
class Built:
    """A finished build: where it lies and what went into it."""

    folder: Path
    page_count: int
    row_count: int
    problem_count: int


def build(
    config_file: Path,
    *,
    data: Path | None = None,
    out: Path | None = None,
    extras: bool | None = None,
    carried: Carried | None = None,
) -> Built:
    """Builds the site; None keeps what mkdocs.yml says.

    `extras` are the pictures for sharing and the offline copy. With `carried` there are none, and
    what the same process has built before is used again as far as it holds.
    Raises pipeline.Refused when a check finds errors and BuildFailed for anything else; then
    the folder is as it was.
    """
    with _collected_warnings() as warnings:
        plugin: CongkhaiPlugin | None = None
        try:
            config = _load(config_file, data, out, False if carried else extras)
            folder, plugin = Path(config.site_dir), _plugin(config)
            if carried:
                plugin.build_again(config, carried)
            else:
                mkdocs_build(config)
        except OSError as error:
            raise BuildFailed(told_refusal(error)) from error
        except MkDocsException as error:
            refused = plugin.refused if plugin else None
            raise refused or BuildFailed("\n".join(warnings) or str(error)) from error
    assert plugin.published is not None
    published = plugin.published
    return Built(folder, plugin.page_count, published.row_count, len(published.problems))


def _plugin(config: MkDocsConfig) -> CongkhaiPlugin:
    plugin = config.plugins.get(_NAME)
    if not isinstance(plugin, CongkhaiPlugin):
        raise BuildFailed(f"{config.config_file_path} thiếu plugin {_NAME}.")
    return plugin


def _load(
    config_file: Path, data: Path | None, out: Path | None, extras: bool | None
) -> MkDocsConfig:
    chosen = {"site_dir": str(out.absolute())} if out else {}
    config = load_config(config_file=str(config_file), **chosen)
    if data is not None:
        _plugin(config).config["data"] = str(data.absolute())
    if extras is not None:
        _plugin(config).config["extras"] = extras
    return config


@contextmanager
def _collected_warnings() -> Iterator[list[str]]:
    """The engine's warnings as texts, instead of on the terminal."""
    logger, messages = logging.getLogger("mkdocs"), list[str]()
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    before = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)  # strict mode counts only what the logger lets through
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before[0])
        logger.propagate = before[1]


class _Server(LiveReloadServer):
    """Says where it is once it listens, so that nobody opens the page too early."""

    report: Callable[[str], None]

    def server_activate(self) -> None:
        """Begins to listen."""
        super().server_activate()
        self.report(f"Đang phục vụ tại {self.url} (nhấn Ctrl+C để dừng)")


def serve(
    config_file: Path,
    *,
    data: Path | None = None,
    host: str = "127.0.0.1",
    port: int = 8000,
    report: Callable[[str], None] = print,
) -> None:
    """Serves the site and rebuilds it when data, content, templates or mkdocs.yml change.

    A failed rebuild is reported and the last good site stays. Raises like `build` when the
    first build fails, and OSError when the port is taken. Returns on Ctrl-C.
    """
    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        site, carried = Path(folder) / "site", Carried()
        build(config_file, data=data, out=site, carried=carried)
        server = _Server(
            lambda: _rebuild(config_file, data, site, report, carried),
            host,
            port,
            root=str(site),
            polling_interval=_POLLING_SECONDS,
        )
        server.report = report
        for watched in _watched(config_file, data):
            server.watch(str(watched))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            report("Đã dừng.")
        finally:
            server.shutdown()


def _rebuild(
    config_file: Path,
    data: Path | None,
    site: Path,
    report: Callable[[str], None],
    carried: Carried,
) -> None:
    try:
        built = build(config_file, data=data, out=site, carried=carried)
        report(f"Đã dựng lại {built.page_count} trang.")
    except (pipeline.Refused, BuildFailed) as error:
        report(f"{error}\nTrang đang phục vụ vẫn là bản đúng gần nhất.")


def _watched(config_file: Path, data: Path | None) -> list[Path]:
    root = config_file.absolute().parent
    config = load_config(config_file=str(config_file))
    folder = data or root / _plugin(config).config["data"]
    return [config_file, folder, Path(config.docs_dir), root / "site_templates"]
