"""Run an example in a process of its own, with an end of its time and memory."""

import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SECONDS = 5
"""So many seconds of the processor more than the undamaged city needs, and it hangs."""
UNDAMAGED = 60.0
"""So many seconds the undamaged city may need: on a busy machine they are more than usual."""
WAITED = 120
"""So many seconds of the clock, and it waits for something that never comes."""
BYTES = 1 << 30
"""So much memory at most."""
ADDRESSES = 6 << 30
"""What no example may even ask for: DuckDB and Python reserve more addresses than they use."""
ENDS = {0, 1, 2}
"""The exit codes of commands that did or told what they should."""


@dataclass(frozen=True)
class Outcome:
    """How an example ended: what is wrong, if anything, and what it cost."""

    wrong: str
    seconds: float
    bytes: int


def outcome(run: Callable[[Path], int], usual: float = 0.0) -> Outcome:
    """Fork, run, and look at how it ended; `usual` are the seconds of the undamaged city.

    The parent must not have started threads: DuckDB has run in no process that forks.
    """
    with tempfile.TemporaryDirectory(prefix="congkhai-fuzz-") as folder:
        told = Path(folder) / "told.txt"
        child = os.fork()
        if child == 0:
            _run(run, Path(folder), told, int(usual + SECONDS) + 1)
        status, used = _wait(child)
        words = told.read_text("utf-8") if told.exists() else ""
    seconds, most = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
    return Outcome(_wrong(status, words, seconds - usual, most), seconds, most)


def _run(run: Callable[[Path], int], folder: Path, told: Path, seconds: int) -> None:
    """In the child: never returns."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    code = 99
    try:
        code = run(folder)
    except BaseException:
        told.write_text(traceback.format_exc(), "utf-8", "backslashreplace")
    finally:
        sys.stdout.flush()
        os._exit(code)


def _wait(child: int) -> tuple[int, resource.struct_rusage]:
    end = time.monotonic() + WAITED
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return status, used
        if time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
            _, _, used = os.wait4(child, 0)
            return signal.SIGALRM, used
        time.sleep(0.005)


def _wrong(status: int, told: str, seconds: float, most: int) -> str:
    if told:
        return told
    if os.WIFSIGNALED(status):
        name = signal.Signals(os.WTERMSIG(status)).name
        return f"ended by {name} after {seconds:.1f} s"
    if seconds > SECONDS:
        return f"{seconds:.1f} s of the processor more than usual"
    if most > BYTES:
        return f"{most >> 20} MiB of memory"
    code = os.WEXITSTATUS(status)
    return "" if code in ENDS else f"exit code {code}"
