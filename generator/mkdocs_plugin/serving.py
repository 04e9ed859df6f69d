"""Serves a site by mkdocs, and has it built again when what it is made of changes."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from generator.mkdocs_plugin.build import plugin_of
from generator.mkdocs_plugin.plugin import templates_of

_POLLING_SECONDS = 0.1  # how often it looks for a change; the engine looks a fifth as often


class LiveServer(LiveReloadServer):
    """Says where it is once it listens, so that nobody opens the page too early."""

    on_listening: Callable[[str], None]
    shown: Callable[[bytes], bytes]
    names: frozenset[str]

    def serve_request(self, environ: dict[str, str], start_response: Any) -> Iterable[bytes]:
        """Answer a request by a name of ours; another one that leads here is a stranger's."""
        if self.names and environ.get("HTTP_HOST", "").lower() not in self.names:
            start_response("421 Misdirected Request", [("Content-Type", "text/plain")])
            return []
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

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
    own_files: Sequence[Path],
    data: Path | None,
    site: Path,
    rebuild: Callable[[], None],
    address: tuple[str, int],
    names: frozenset[str],
    on_listening: Callable[[str], None],
    shown: Callable[[bytes], bytes],
) -> LiveServer:
    """A server of a site that calls `rebuild` when what it is made of changes.

    `shown` makes of a page what is sent of it; `own_files` are watched in the place
    of the engine's, where they are not the same. Only who calls it by one of the `names` is
    answered, or everybody where there are none. `serve` raises OSError when the port is taken.
    """
    server = LiveServer(rebuild, *address, root=str(site), polling_interval=_POLLING_SECONDS)
    server.names = names
    server.on_listening, server.shown = on_listening, shown
    server.error_handler = server.nothing_there
    config = load_config(config_file=str(config_file))
    folder = data or config_file.absolute().parent / plugin_of(config).config["data"]
    own = own_files or (config_file, Path(config.docs_dir), templates_of(config))
    for watched in (folder, *own):
        server.watch(str(watched))
    return server
