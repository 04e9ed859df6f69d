"""Real pages in real Chromium: a built site behind a static file server on this machine."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from worlds.patience import PATIENCE_MS

# The shell has no windows to draw: the same pages cost it a fifth less processor time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
# `make test` installs it from Debian's packages where it can (tests/tools.py); elsewhere the test
# says plainly that it did not run.
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None,
    reason="Thiếu Chromium: cài bằng apt-get install chromium-headless-shell",
)


FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--in-process-gpu"]
"""Without a GPU: where there is none, one that is only acted costs a tenth of all."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Letters, style and scripts are kept by the browser, as on the web: a test opens dozens of
    pages, and each would ask for them anew."""

    def log_message(self, *_: Any) -> None:
        """Says nothing."""

    def end_headers(self) -> None:
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128
    """A page asks for dozens of files at once; one that is not let in waits a second or three."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def silent_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that asks nobody for anything once it is there."""
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    page.close()
    assert asked == []


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window; whoever waits for it has the patience of all tests."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS, timeout=PATIENCE_MS
        )
        browser.on("context", lambda context: context.set_default_timeout(PATIENCE_MS))
        try:
            yield browser
        finally:
            browser.close()
