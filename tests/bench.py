"""Whole-process seconds and peak memory of the main commands; by hand, with `make bench`.

Each command is run as a user runs it, a few times; the median is printed. Peers run in the same
call. Machines are noisy: compare figures of one run only.
"""

import csv
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
SIZES = (20_000, 1_000_000)
EXTRA_PAGES = 2_000


@dataclass(frozen=True)
class Cost:
    """Median wall seconds, and the largest peak memory in MiB."""

    seconds: float
    mebibytes: float


def run_once(command: Sequence[str]) -> Cost:
    """One run of a command in the project's folder. Raises when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return Cost(seconds, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))


def cost_of(command: Sequence[str], runs: int) -> Cost:
    """The median of several runs."""
    costs = [run_once(command) for _ in range(runs)]
    return Cost(median(c.seconds for c in costs), max(c.mebibytes for c in costs))


def show(work: str, size: str, cost: Cost, note: str = "") -> None:
    print(
        f"{work:<34}{size:>12}{cost.seconds:>10.2f} s{cost.mebibytes:>9.0f} MiB  {note}", flush=True
    )


def sample_folder(folder: Path, dossiers: int) -> Path:
    """A data folder with that many dossiers."""
    out = folder / f"data-{dossiers}"
    run_once([str(BIN / "congkhai"), "sample", "--dossiers", str(dossiers), "--out", str(out)])
    return out


def with_extra_pages(data: Path, folder: Path) -> Path:
    """A copy of a data folder with many more commendations, one page each."""
    out = folder / "data-pages"
    shutil.copytree(data, out)
    path = out / "commendations.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    pattern = next(row for row in rows if row["status"] == "approved")
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(pattern), lineterminator="\n")
        for number in range(EXTRA_PAGES):
            writer.writerow(pattern | {"record_id": f"ng-9999-{number:05d}"})
    return out


def peers(data: Path, size: str, runs: int) -> None:
    """The same files with the tools a user would pick instead."""
    files = sorted(str(path) for path in (data / "dossiers").glob("*.csv"))
    package = str(data / "datapackage.yaml")
    frictionless = cost_of([str(BIN / "frictionless"), "validate", package, "--trusted"], runs)
    show("  peer: frictionless validate", size, frictionless)
    query = f"select count(distinct dossier_id) from read_csv({files!r})"
    read = f"import duckdb; duckdb.sql({query!r}).fetchall()"
    show("  floor: DuckDB reading the files", size, cost_of([sys.executable, "-c", read], runs))


def main() -> None:
    """Prints the table."""
    runs = int(os.environ.get("BENCH_RUNS", "3"))
    congkhai = str(BIN / "congkhai")
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        show("congkhai --help", "", cost_of([congkhai, "--help"], runs))
        for dossiers in SIZES:
            few = runs if dossiers <= 100_000 else 1
            data, size = sample_folder(folder, dossiers), f"{dossiers:,}"
            option = ["--data", str(data)]
            show("congkhai check", size, cost_of([congkhai, "check", *option], few))
            peers(data, size, few)
            show("congkhai figures", size, cost_of([congkhai, "figures", *option], few))
            built = cost_of([congkhai, "build", *option, "--out", str(folder / "site")], few)
            show("congkhai build", size, built)
            if dossiers == SIZES[0]:
                base, base_data = built, data
        more = ["--data", str(with_extra_pages(base_data, folder)), "--out", str(folder / "site")]
        many = cost_of([congkhai, "build", *more], runs)
        each = (many.seconds - base.seconds) / EXTRA_PAGES * 1000
        show("congkhai build, 2,000 more pages", "", many, f"{each:.2f} ms a record page")


if __name__ == "__main__":
    main()
