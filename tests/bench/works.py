"""What is measured, and the figures to reach."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from commands import (
    CONGKHAI,
    bare_read,
    build,
    build_bare,
    congkhai,
    frictionless,
    import_dossiers,
    measure,
)
from cost import ROOT, Command, Cost, costs_of, run_once
from peers import HUGO, hugo, material, material_bare
from serving import until_shown
from table import Line, Target, at_least, at_most, under_mebibytes

from worlds import export_book, export_file, parquet_folder, sample_folder, with_extra_pages

OURS = "congkhai build"
MATERIAL = "mkdocs-material"
BARE = "mkdocs-material, the pages not in its navigation"
PAGES = {OURS: 2_000, BARE: 2_000, "Hugo": 2_000, MATERIAL: 1_000}
"""How many more pages each generator makes: one whose pages cost more with every page, fewer."""
MOST_PAGES = 20_000
LEDGER_LINES = 100_000
PROOFS = 1_000
"""How many records `long_ledger.py prove` proves."""
LARGE, LARGEST = 1_000_000, 10_000_000
"""What the targets are set for. Of small files, ratios only say how long Python takes to start."""


def start_up(runs: int) -> Iterator[Line]:
    """What no data changes, and the data shipped here."""
    commands = {
        "congkhai --help": [CONGKHAI, "--help"],
        "congkhai check, the shipped data": [CONGKHAI, "check", "--data", str(ROOT / "data")],
    }
    costs = costs_of(commands, runs)
    start = costs["congkhai --help"]
    quick = at_most("at most 0.4 s", start.seconds, 0.4, " s")
    yield Line("`congkhai --help`", None, start, (quick,))
    shipped = costs["congkhai check, the shipped data"]
    yield Line(
        "`congkhai check`, the shipped data",
        None,
        shipped,
        (at_most("under 2 s", shipped.seconds, 2, " s"),),
    )


def of_size(dossiers: int, folder: Path, runs: int) -> Iterator[Line]:
    """Every command on that many dossiers, the peers in turn with it."""
    data = sample_folder(CONGKHAI, folder, dossiers)
    commands = {
        "check": congkhai("check", data),
        "bare": bare_read(data),
        "measure": measure(data),
        "figures": congkhai("figures", data),
    }
    if dossiers <= LARGE:  # above it, the other tools say nothing more
        commands |= {"build": build(data), "frictionless": frictionless(data)}
        commands["import"] = import_dossiers(data, export_file(data))
        commands["again"] = import_dossiers(data, export_file(data, prefix=""))
    commands["parquet"] = measure(parquet_folder(data))
    costs = costs_of(commands, runs)
    bare = costs["bare"]
    yield _checked(dossiers, costs)
    if "frictionless" in costs:
        yield Line("peer: `frictionless validate`", dossiers, costs["frictionless"])
    yield Line("floor: DuckDB reads every cell", dossiers, bare)
    ratio = at_most("at most 3 times the floor", _times(costs["measure"], bare), 3, " times")
    yield Line(
        "CSV to all figures, no check", dossiers, costs["measure"], (ratio,) * (dossiers == LARGE)
    )
    memory = under_mebibytes(costs["parquet"], 1024)
    yield Line(
        "Parquet to all figures, no check",
        dossiers,
        costs["parquet"],
        (memory,) * (dossiers == LARGEST),
    )
    yield Line("`congkhai figures` (checks first)", dossiers, costs["figures"])
    if "import" in costs:
        yield _imported(dossiers, "an export of as many others", costs["import"])
        yield _imported(dossiers, "an export of the same", costs["again"])
        book = costs_of({"book": import_dossiers(data, export_book(data))}, 1)["book"]
        yield _imported(dossiers, "a workbook of as many others", book, seconds=None)
    if "build" in costs:
        yield Line("`congkhai build` (checks first)", dossiers, costs["build"])


def _imported(dossiers: int, what: str, cost: Cost, seconds: int | None = 10) -> Line:
    """An export of as many dossiers as there are; a workbook may take its time."""
    targets = [under_mebibytes(cost, 512)]
    if seconds:
        targets.insert(0, at_most(f"at most {seconds} s", cost.seconds, seconds, " s"))
    work = f"`congkhai import dossiers --dry-run`, {what}"
    return Line(work, dossiers, cost, tuple(targets) * (dossiers == LARGE))


def _checked(dossiers: int, costs: dict[str, Cost]) -> Line:
    cost, targets = costs["check"], []
    if dossiers == LARGE:
        faster, ratio = _times(costs["frictionless"], cost), _times(cost, costs["bare"])
        targets = [
            at_least("20 times faster than frictionless", faster, 20, " times"),
            at_most("at most 2 times the floor", ratio, 2, " times"),
            under_mebibytes(cost, 512),
        ]
    if dossiers == LARGEST:
        targets = [under_mebibytes(cost, 1536)]
    return Line("`congkhai check`", dossiers, cost, tuple(targets))


def _times(cost: Cost, other: Cost) -> float:
    return cost.seconds / other.seconds


def record_pages(dossiers: int, folder: Path, runs: int) -> Iterator[Line]:
    """What one record page more costs, from builds with many more of them, beside the peers'.

    Ours is a build of everything but the two things that no peer makes, pictures for sharing and
    the offline copy; what checking and measuring the same rows costs (`congkhai figures`) is told
    apart, as no peer does it. Feeds, open data and the weighing for the radio stay in.
    """
    data = sample_folder(CONGKHAI, folder, dossiers)
    makers = {OURS: build_bare, BARE: material_bare}
    makers |= {"Hugo": hugo} if HUGO else {}
    commands = _few_and_many(makers, data)
    commands |= {
        "figures, few": congkhai("figures", data),
        "figures, many": congkhai("figures", with_extra_pages(data, PAGES[OURS])),
    }
    costs = costs_of(commands, runs)
    # Once is enough for what takes half a minute.
    costs |= costs_of(_few_and_many({MATERIAL: material}, data), 1)
    whole = {
        name: _each(costs, name, pages) for name, pages in PAGES.items() if f"{name}, few" in costs
    }
    checked = _each(costs, "figures", PAGES[OURS])
    each = whole | {OURS: whole[OURS] - checked}
    for name, milliseconds in each.items():
        words = f"{PAGES[name]:,} more pages through {name}: {milliseconds:.2f} ms a page"
        words += f" (and {checked:.2f} ms to check it)" * (name == OURS)
        yield Line(words, dossiers, costs[f"{name}, many"], tuple(_page_targets(name, each)))
    most = with_extra_pages(data, MOST_PAGES)
    cost = costs_of({"most": build_bare(most)}, 1)["most"]
    slope = (cost.seconds - costs[f"{OURS}, few"].seconds) / MOST_PAGES * 1000
    linear = at_most("at most 1.2 times as much a page", slope / whole[OURS], 1.2, " times")
    work = f"{MOST_PAGES:,} more pages through {OURS}: {slope:.2f} ms a page, checked"
    yield Line(work, dossiers, cost, (linear, under_mebibytes(cost, 300)))


def _few_and_many(makers: dict[str, Callable[[Path], Command]], few: Path) -> dict[str, Command]:
    return {
        f"{name}, {kind}": make(rows)
        for name, make in makers.items()
        for kind, rows in (("few", few), ("many", with_extra_pages(few, PAGES[name])))
    }


def serving(folder: Path, runs: int) -> Iterator[Line]:
    """How soon an edit of the shipped data shows in `congkhai serve`."""
    cost = until_shown(folder, runs)
    shown = at_most("within 1.5 s", cost.seconds, 1.5, " s")
    yield Line("`congkhai serve`: an edit shows, the shipped data", None, cost, (shown,))


def long_ledger(folder: Path, runs: int) -> Iterator[Line]:
    """Reading, closing and proving a ledger of many lines, without the records' own check.

    A closing needs the records, which the script makes up: what that takes is told apart.
    """
    script, where = str(ROOT / "tests" / "bench" / "long_ledger.py"), str(folder / "ledger")
    tasks = ("start", "records", "read", "close", "prove")
    commands = {
        task: [sys.executable, script, task, where, str(LEDGER_LINES)] for task in ("make", *tasks)
    }
    run_once(commands.pop("make"))
    costs = costs_of(commands, runs)
    lines = f"a ledger of {LEDGER_LINES:,} lines, each of another record"
    yield Line(f"{lines}: read with every opening", None, costs["read"])
    start, made_up, close = costs["start"], costs["records"], costs["close"]
    closed = Cost(
        close.seconds - made_up.seconds + start.seconds,
        close.processor - made_up.processor + start.processor,
        close.mebibytes,
    )
    targets = (at_most("at most 2 s", closed.seconds, 2, " s"), under_mebibytes(closed, 300))
    yield Line(f"{lines}: an edition closed", None, closed, targets)
    words = f"{lines}: its lines read, {PROOFS:,} records proved"
    each = (costs["prove"].seconds - costs["start"].seconds) * 1000 / PROOFS
    proved = at_most("at most 50 ms", each, 50, " ms")
    yield Line(words, None, costs["prove"], (proved,))


def _each(costs: dict[str, Cost], name: str, pages: int) -> float:
    """Milliseconds of one page more."""
    seconds = costs[f"{name}, many"].seconds - costs[f"{name}, few"].seconds
    return seconds / pages * 1000


def _page_targets(name: str, each: dict[str, float]) -> Iterator[Target]:
    if name != OURS:
        return
    mine = each[name]
    yield at_most("at most 0.5 ms", mine, 0.5, " ms")
    yield at_least("20 times faster than material", each[MATERIAL] / mine, 20, " times")
    if "Hugo" in each:
        yield at_least("faster than Hugo", each["Hugo"] / mine, 1, " times")


def is_linear(lines: list[Line]) -> str:
    """How the time of the check grows with its dossiers, in a sentence; empty for one size."""
    checks = [line for line in lines if line.work == "`congkhai check`" and line.dossiers]
    if len(checks) < 2:
        return ""
    first, last = checks[-2], checks[-1]
    assert first.dossiers and last.dossiers
    dossiers = last.dossiers / first.dossiers
    seconds = _times(last.cost, first.cost)
    return (
        f"The check of {dossiers:.0f} times the dossiers takes {seconds:.1f} times the seconds.\n"
    )
