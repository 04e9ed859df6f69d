"""Serves a site, has it built again when what it is made of changes, and then shows it anew."""

import socket
import threading
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.model.site_paths import NOT_FOUND, PAGE_FILE
from generator.own_engine.project import project_of
from generator.own_engine.watching import stamps

_POLLING_SECONDS = 0.25
_CHANGED = "/livereload/"
_LONGEST_WAIT = 30
"""Seconds after which a page that waits for a change is answered anyway, and asks again."""
_RELOADS = """<script>
(async () => {{
  for (;;) {{
    try {{
      const answer = await fetch("{address}{build}")
      if (answer.ok && await answer.text() !== "{build}") return location.reload()
    }} catch {{ await new Promise(later => setTimeout(later, 1000)) }}
  }}
}})()
</script>"""


class Builds:
    """Counts the builds that have been shown, for those who wait for the next."""

    def __init__(self) -> None:
        """The first one is shown."""
        self.count = 0
        self._changed = threading.Condition()

    def next(self) -> None:
        """Another one is shown."""
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def after(self, seen: str) -> int:
        """The number of the build that is shown, once it is another than the one seen, or late."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.count) != seen, timeout=_LONGEST_WAIT)
            return self.count


class SiteServer(ThreadingHTTPServer):
    """Serves the files of a site; only who calls it by one of its `names` is answered, if any."""

    daemon_threads = True

    def __init__(
        self,
        site: Path,
        address: tuple[str, int],
        names: frozenset[str],
        shown: Callable[[bytes], bytes],
    ) -> None:
        """Take the address; `shown` makes of a page what is sent. Raises OSError for one in use."""
        family, _, _, _, where = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)[0]
        self.address_family = family
        self.names, self.builds = names, Builds()
        self._shown = shown
        super().__init__((str(where[0]), int(where[1])), partial(_Answer, directory=str(site)))

    def page(self, page: bytes) -> bytes:
        """A page as it is sent: as it is shown, loaded again after the next build."""
        script = _RELOADS.format(address=_CHANGED, build=self.builds.count).encode()
        before, body, after = self._shown(page).rpartition(b"</body>")
        return before + script + body + after if body else after + script


class _Answer(SimpleHTTPRequestHandler):
    """Answers one request."""

    server: SiteServer

    def do_GET(self) -> None:
        """A file of the site, a page with what `serve` adds, or word of the next build."""
        if self.server.names and self.headers.get("Host", "").lower() not in self.server.names:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif self.path.startswith(_CHANGED):
            now = self.server.builds.after(self.path.removeprefix(_CHANGED))
            self._send(str(now).encode(), "text/plain")
        elif (file := self._file()) is None:
            self._send(self.server.page(self._not_found()), "text/html", HTTPStatus.NOT_FOUND)
        elif file.suffix == ".html":
            self._send(self.server.page(file.read_bytes()), "text/html")
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Nothing is kept by the browser: it may be another the next time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _file(self) -> Path | None:
        """The file that is asked for; a folder with a page is one, too. None of nothing."""
        path = Path(self.translate_path(self.path))
        asked = self.path.partition("?")[0]
        if path.is_dir():
            page = path / PAGE_FILE
            # Without its last slash, the handler below leads to the page.
            return (page if asked.endswith("/") else path) if page.is_file() else None
        return path if path.is_file() else None

    def _not_found(self) -> bytes:
        page = Path(self.directory, NOT_FOUND)
        return page.read_bytes() if page.is_file() else b""

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class LiveServer:
    """Serves a site and has it built again."""

    def __init__(
        self,
        site: SiteServer,
        watched: Sequence[Path],
        rebuild: Callable[[], None],
        on_listening: Callable[[], None],
    ) -> None:
        """Nothing is served yet; `rebuild` is called after each change of what is watched."""
        self._site, self._watched, self._rebuild = site, watched, rebuild
        self._on_listening, self._ended = on_listening, threading.Event()

    def serve(self) -> None:
        """Serve until `shutdown` or Ctrl-C."""
        threading.Thread(target=self._site.serve_forever, daemon=True).start()
        self._on_listening()
        before = stamps(self._watched)
        while not self._ended.wait(_POLLING_SECONDS):
            if (now := stamps(self._watched)) != before:
                before = now
                self._rebuild()
                self._site.builds.next()

    def shutdown(self) -> None:
        """Stop serving."""
        self._ended.set()
        self._site.shutdown()
        self._site.server_close()


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

    What is given means the same as to the server of every engine. Raises OSError when the port is
    taken.
    """
    project = project_of(config_file, {})
    folder = data or project.beside / project.settings.options.data
    own = own_files or (config_file, project.content, project.templates)
    server = SiteServer(site, address, names, shown)
    host, port = address[0], server.server_port
    url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    return LiveServer(server, (folder, *own), rebuild, partial(on_listening, url))
