"""The form is stopped, or its window closed, while a site is being built for a look at it."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from worlds.paths import ROOT
from worlds.small import SMALL


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGHUP])
def test_it_ends_soon_without_a_word_of_faults_and_leaves_nothing(
    tmp_path: Path, sent: int
) -> None:
    data, scratch = shutil.copytree(SMALL, tmp_path / "data"), tmp_path / "tam"
    scratch.mkdir()
    words = ("-m", "generator", "desk", "--no-browser", "--port", "0", "--data", str(data))
    with subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as run:
        assert run.stdout is not None
        url = next(line for line in run.stdout if line.startswith("http")).strip()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        opener.open(url).close()
        asked = threading.Thread(target=_asked, args=(opener, url.partition("mo?")[0]))
        asked.start()
        deadline = time.monotonic() + 60
        while not list(scratch.glob("*/xem/*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        run.send_signal(sent)
        run.send_signal(sent)
        said = run.communicate(timeout=60)[0]
        asked.join()
    assert (run.returncode, said.split()) == (0, ["Đang", "dừng…", "Đã", "dừng."])
    assert list(scratch.iterdir()) == []


def _asked(opener: urllib.request.OpenerDirector, address: str) -> None:
    """Ask for what takes long; the answer may never come."""
    try:
        opener.open(f"{address}thay-doi").close()
    except OSError:
        return
