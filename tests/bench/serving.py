"""How soon an edit shows: from the moment a CSV file is saved to the moment a page says it."""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from commands import CONGKHAI
from cost import ROOT, Cost, used_by

PATIENCE_SECONDS = 60
_STEP = 0.005


def until_shown(folder: Path, runs: int) -> Cost:
    """The median of several edits of one commendation in a copy of the shipped data.

    The memory is that of the server, which remembers what it has built; so are the processors'
    seconds, from its start to its end.
    """
    data = folder / "served"
    # Without its ledger: there a record that was published may not be edited in silence.
    unpublished = shutil.ignore_patterns("ledger*", "closed_quarters")
    shutil.copytree(ROOT / "data", data, ignore=unpublished, dirs_exist_ok=True)
    path = data / "commendations.csv"
    before = path.read_text(encoding="utf-8")
    header, row = before.splitlines()[:2]
    record, reason = row.split(",")[0], row.split(",")[header.split(",").index("reason")]
    port = _free_port()
    command = [CONGKHAI, "serve", "--data", str(data), "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        try:
            page = f"http://127.0.0.1:{port}/neu-guong/{record}/"
            _wait_for(page, reason)
            seconds = median(
                _seconds(path, before.replace(reason, f"Lần {turn}"), page, f"Lần {turn}")
                for turn in range(runs)
            )
        finally:
            process.terminate()
            processor, mebibytes = used_by(process)
    return Cost(seconds, processor, mebibytes)


def _seconds(path: Path, text: str, page: str, words: str) -> float:
    time.sleep(1)  # the server is at rest again
    path.write_text(text, encoding="utf-8")
    started = time.perf_counter()
    _wait_for(page, words)
    return time.perf_counter() - started


def _wait_for(page: str, words: str) -> None:
    for _ in range(round(PATIENCE_SECONDS / _STEP)):
        try:
            with urllib.request.urlopen(page) as answer:
                if words in answer.read().decode():
                    return
        except urllib.error.URLError:
            pass
        time.sleep(_STEP)
    raise SystemExit(f"{page}: {words} did not show")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
