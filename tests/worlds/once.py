"""What is costly to make and only looked at, made once for all the workers of a test run."""

import fcntl
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Once:
    """Folders of one run, each made by the first worker that wants it; nobody changes anything."""

    run: Path

    def made(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder of a name; `make` gets it empty. Raises what `make` raises."""
        folder, done = self.run / name, self.run / f"{name}.done"
        with (self.run / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                done.touch()
        return folder


def of_run(factory: pytest.TempPathFactory) -> Once:
    """Those of this run: a worker's folder lies in it; without workers it is the folder."""
    base = factory.getbasetemp()
    run = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "once"
    run.mkdir(exist_ok=True)
    return Once(run)
