"""`make bench`: seconds and peak memory of the main commands, by hand only, never in a test.

    BENCH_SIZES=20000 BENCH_RUNS=1 make bench    # a short run: printed, and kept nowhere
    BENCH_SIZES=20000,1000000,10000000 make bench  # ten million dossiers, too: the same
    make bench                                   # some minutes: writes docs/benchmarks.md as well

Machines are noisy: compare figures of one run only.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cost import ROOT
from heavy_pages import heavy_pages
from machine import described
from table import Line, markdown, plain
from works import is_linear, long_ledger, of_size, record_pages, serving, start_up

SIZES = "20000,1000000"
RUNS = 3
PAGE = ROOT / "docs" / "benchmarks.md"
TEXT = """# Benchmarks

`make bench` wrote this page: whole processes as a user runs them, the median of {runs} runs of
each, in which peers take turns on the same files; "of processors" are the seconds that
both cores worked together, and peak memory is the largest of all runs. The
floor is DuckDB reading every cell of the CSV files into memory and doing nothing with it. "No
check" is the measuring alone, as in a build, which checks only once. "dossiers" are rows of the
sample that `congkhai sample` makes (twelve columns, a key, two foreign keys).

{machine}

{table}
{linear}"""


def measured(sizes: list[int], runs: int) -> Iterator[Line]:
    """Every line, as soon as it is known."""
    with tempfile.TemporaryDirectory() as name:
        yield from start_up(runs)
        for dossiers in sizes:
            yield from of_size(dossiers, Path(name), runs)
        yield from record_pages(sizes[0], Path(name), runs)
        yield from heavy_pages(sizes[0], Path(name), runs)
        yield from serving(Path(name), runs)
        yield from long_ledger(Path(name), runs)


def main() -> None:
    """Prints the table; a run of all sizes is kept."""
    wanted = os.environ.get("BENCH_SIZES", SIZES)
    runs = int(os.environ.get("BENCH_RUNS", RUNS))
    about = "\n".join(described())
    print(about, flush=True)
    lines = []
    for line in measured([int(size) for size in wanted.split(",")], runs):
        print(plain(line), flush=True)
        lines.append(line)
    linear = is_linear(lines)
    print(linear, end="")
    if wanted == SIZES:
        text = TEXT.format(runs=runs, machine=about, table=markdown(lines), linear=linear)
        PAGE.write_text(text.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
