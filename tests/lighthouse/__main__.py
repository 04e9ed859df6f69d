"""`make lighthouse`: the four scores of a phone on a page of every kind; by hand only.

Needs Node.js with npx, which fetches Lighthouse, and Chromium. The site is built, and served here
with gzip and the headers of docs/servers/. Nothing is kept; exits with 1 below the marks.
"""

import functools
import gzip
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from browser.chromium import CHROMIUM
from browser.page_types import FRAMED

VERSION = "12.8.2"
MARKS = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking"
ROOT = Path(__file__).parent.parent.parent
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as a real server does: packed, and with a time to keep them."""

    def do_GET(self) -> None:
        """Answers with the file, packed where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)) + "; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Adds what the samples of docs/servers/ say of every file."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", "frame-ancestors 'self'")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def scores(address: str) -> dict[str, int]:
    """The scores of one page, 0 to 100."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json"]
        options = [f"--output-path={out}", f"--chrome-flags={FLAGS}", "--form-factor=mobile"]
        environment = os.environ | {"CHROME_PATH": CHROMIUM or ""}
        subprocess.run([*command, *options], check=True, env=environment)
        report = json.loads(out.read_text(encoding="utf-8"))
    for audit in report["audits"].values():
        if audit["score"] is not None and audit["score"] < 0.9:
            print(f"    {audit['score']:.2f} {audit['id']}: {audit.get('displayValue', '')}")
    categories = report["categories"]
    return {name: round(100 * categories[name]["score"]) for name in MARKS}


def main() -> int:
    """Prints a line a page; 1 when a mark is missed."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    handler = functools.partial(Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    missed = False
    for page in FRAMED.values():
        found = scores(f"http://127.0.0.1:{server.server_port}/{page}")
        print(f"/{page}: " + ", ".join(f"{name} {score}" for name, score in found.items()))
        missed |= any(found[name] < mark for name, mark in MARKS.items())
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
