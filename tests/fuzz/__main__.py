"""Fuzz every command that reads a folder: `make fuzz`, ten minutes; `make fuzz MINUTES=1`.

No traceback, no hang over five seconds, nothing over one GiB. What breaks one of these is made as
small as it gets, told, and kept in tests/fuzz/seeds/, where the tests try it ever after.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from fuzz.damages import damages
from fuzz.limits import SECONDS, UNDAMAGED, Outcome, outcome
from fuzz.seeds import keep
from fuzz.targets import WORDS, Case, files_of, lay_base
from growth.patterns import modules

AT_ONCE = 40
"""Examples of a round: after each it is asked whether the time is up."""


class Breach(AssertionError):
    """An example that ended as none may."""


class Fuzz:
    """The rounds, and what they found."""

    def __init__(self, base: Path, end: float) -> None:
        self.base, self.end = base, end
        self.usual = {
            command: self._of(Case(command, _any(base, command), ())) for command in WORDS
        }
        self.runs: Counter[str] = Counter()
        self.slowest = Outcome("", 0.0, 0)
        self.last: tuple[Case, Outcome] | None = None
        self.found: dict[str, Case] = {}

    def _of(self, case: Case) -> float:
        """The seconds of the undamaged city."""
        done = outcome(lambda folder: case.run(self.base, folder / "city").status, UNDAMAGED)
        if done.wrong:
            sys.exit(f"{case.command}: {done.wrong}")
        return done.seconds

    def round(self, number: int) -> None:
        """Try so many examples; keep the smallest that breaks something."""

        @seed(number)
        @settings(
            max_examples=AT_ONCE, deadline=None, database=None, suppress_health_check=[*HealthCheck]
        )
        @given(st.data())
        def tried(data: st.DataObject) -> None:
            command = data.draw(st.sampled_from(sorted(WORDS)))
            file = data.draw(st.sampled_from(files_of(self.base, command)))
            self.look(Case(command, file, tuple(data.draw(damages))))

        try:
            tried()
        except Breach:
            self._tell()

    def look(self, case: Case) -> None:
        """Run an example. Raises Breach."""
        if time.monotonic() > self.end:
            return
        done = outcome(
            lambda folder: case.run(self.base, folder / "city").status, self.usual[case.command]
        )
        self.runs[case.command] += 1
        self.slowest = max(self.slowest, done, key=lambda one: one.seconds)
        if done.wrong and done.wrong.splitlines()[-1] not in self.found:
            self.last = case, done
            raise Breach

    def _tell(self) -> None:
        assert self.last
        case, done = self.last
        self.found[done.wrong.splitlines()[-1]] = case
        print(f"{keep(case, done.wrong)}:\n{done.wrong}", flush=True)


def _any(base: Path, command: str) -> str:
    return files_of(base, command)[0]


def _lay(folder: Path) -> Path:
    """Lay the base in a child: this process never runs DuckDB, so that it may fork."""
    child = os.fork()
    if child == 0:
        lay_base(folder)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    return next(folder.iterdir())


def main() -> int:
    """Fuzz until the time is up; 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    options = parser.parse_args()
    os.environ["CONGKHAI_TRACEBACK"] = "1"
    for _ in modules():  # once, and not in every child
        pass
    end = time.monotonic() + options.minutes * 60
    with tempfile.TemporaryDirectory(prefix="congkhai-fuzz-") as folder:
        fuzz = Fuzz(_lay(Path(folder)), end)
        number = options.seed
        while time.monotonic() < end:
            fuzz.round(number)
            number += 1
    tried = ", ".join(f"{command} {count}" for command, count in sorted(fuzz.runs.items()))
    print(f"{sum(fuzz.runs.values())} examples from seed {options.seed}: {tried}")
    print(f"The slowest took {fuzz.slowest.seconds:.1f} s of the processor ({SECONDS} s more than")
    print(f"usual are a hang); {len(fuzz.found)} found.")
    return 1 if fuzz.found else 0


if __name__ == "__main__":
    sys.exit(main())
