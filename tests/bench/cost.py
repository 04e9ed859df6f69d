"""What a command costs, as a user runs it: seconds of the whole process, what of them the
processors worked, and its peak memory.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent
Command = Sequence[str]


@dataclass(frozen=True)
class Cost:
    """Median wall seconds, median seconds of all processors, and the largest peak memory in MiB."""

    seconds: float
    processor: float
    mebibytes: float


def run_once(command: Command) -> Cost:
    """One run of a command in the project's folder. Raises SystemExit when it fails, with what the
    command said.
    """
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said)
        processor, mebibytes = used_by(process)
        seconds = time.perf_counter() - started
        if process.returncode != 0:
            said.seek(0)
            told = said.read().decode("utf-8", "replace")
            raise SystemExit(f"{' '.join(command)}: exit {process.returncode}\n{told}")
    return Cost(seconds, processor, mebibytes)


def used_by(process: "subprocess.Popen[bytes]") -> tuple[float, float]:
    """The processor seconds of a process and its peak memory in MiB, once it has ended."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    mebibytes = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return usage.ru_utime + usage.ru_stime, mebibytes


def costs_of(commands: Mapping[str, Command], runs: int) -> dict[str, Cost]:
    """The median of several runs of each command.

    They take turns: what else the machine does meanwhile, it does to all of them.
    """
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(run_once(command))
    return {
        name: Cost(
            median(c.seconds for c in costs),
            median(c.processor for c in costs),
            max(c.mebibytes for c in costs),
        )
        for name, costs in found.items()
    }
