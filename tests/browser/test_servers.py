"""The sample for nginx in a real nginx: what it sends, and what it says of it."""

import os
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPMessage

import pytest

from generator.app.new.project import FILES

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
SAMPLE = FILES / "may-chu" / "nginx.conf"
FRAME = """pid {folder}/pid; error_log {folder}/error.log; events {{}}
http {{ access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;
fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
include {folder}/congkhai.conf; }}
"""

# As Chromium: installed by tests/tools.py where it can be, said plainly where it cannot.
pytestmark = pytest.mark.skipif(
    NGINX is None, reason="Thiếu nginx: cài bằng apt-get install nginx-light"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    sample = SAMPLE.read_text("utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    sample = sample.replace("/srv/congkhai/www/site", str(folder / "site"))
    (folder / "congkhai.conf").write_text(sample, "utf-8")
    frame = FRAME.format(folder=folder)
    (folder / "nginx.conf").write_text(("user root;\n" if _is_root() else "") + frame, "utf-8")
    for path in (
        "index.html",
        "404.html",
        "atom.xml",
        "bieu-do/a/index.html",
        "assets/stylesheets/main.57a0d79d.min.css",
        "assets/js/congkhai.js",
    ):
        file = folder / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<p>{path}</p>" * 200, "utf-8")
    command = [str(NGINX), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "warn" not in checked.stderr
    subprocess.run(command, check=True)  # comes back when it listens, and runs on by itself
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        subprocess.run([*command, "-s", "quit"], check=True)


def _is_root() -> bool:
    return os.geteuid() == 0


def asked(url: str) -> tuple[int, HTTPMessage, bytes]:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_pages_are_packed_asked_for_again_and_framed_by_nobody(address: str) -> None:
    status, headers, content = asked(address)
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Encoding"] == "gzip"
    assert content[:2] == b"\x1f\x8b"
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'self'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["ETag"]


def test_charts_may_be_framed(address: str) -> None:
    assert asked(f"{address}bieu-do/a/")[1]["Content-Security-Policy"] == "frame-ancestors *"


@pytest.mark.parametrize(
    ("path", "kept"),
    [("assets/stylesheets/main.57a0d79d.min.css", True), ("assets/js/congkhai.js", False)],
)
def test_only_fingerprinted_files_are_kept(address: str, path: str, kept: bool) -> None:
    assert ("immutable" in asked(address + path)[1]["Cache-Control"]) is kept


def test_feeds_and_missing_pages_are_what_they_are(address: str) -> None:
    assert asked(f"{address}atom.xml")[1]["Content-Type"] == "application/atom+xml"
    status, headers, _ = asked(f"{address}khong-co/")
    assert status == 404
    assert headers["X-Content-Type-Options"] == "nosniff"
