"""The pages that are not one record's: of units and of procedures, each with its dossiers."""

import csv
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from commands import CONGKHAI, build_bare, congkhai
from cost import costs_of
from table import Line, at_most, under_mebibytes

from worlds import dossier_files, run_sql, sample_folder

EACH = 10
"""So many dossiers a quarter has each unit, or procedure, that is added."""
FEW, MOST = 500, 5_000
NAMES = ("name", "short_name")
"""The columns in which no two are alike."""


@dataclass(frozen=True)
class Kind:
    """What is added many times over: the column of its id, how ids begin and how many figures they
    end in, and the tables it is in.

    `like` is the one that all are like; `milliseconds` is what a page may cost.
    """

    name: str
    column: str
    like: str
    prefix: str
    figures: int
    tables: tuple[str, ...]
    milliseconds: int


UNITS = Kind("units", "unit_id", "p-dong-tho", "p-them-", 5, ("units",), 3)
PROCEDURES = Kind(
    "procedures", "procedure_id", "2.000884", "9.", 6, ("procedures", "procedure_limits"), 4
)


def with_more(data: Path, kind: Kind, count: int) -> Path:
    """A copy of a data folder with so many more of a kind, each with its dossiers."""
    out = data.with_name(f"{data.name}-{count}-{kind.name}")
    if out.exists():
        return out
    shutil.copytree(data, out)
    for table in kind.tables:
        _add_rows(out / f"{table}.csv", kind, count)
    new_id = f"'{kind.prefix}' || lpad(CAST(turn AS VARCHAR), {kind.figures}, '0')"
    for path in dossier_files(out):
        longer = path.with_suffix(".longer")
        run_sql(
            f"COPY (WITH dossiers AS (FROM read_csv('{path}', all_varchar = true)),"
            f" few AS (FROM dossiers WHERE {kind.column} = '{kind.like}' LIMIT {EACH})"
            " FROM dossiers UNION ALL SELECT * EXCLUDE (turn)"
            f" REPLACE (dossier_id || '-' || turn AS dossier_id, {new_id} AS {kind.column})"
            f" FROM few, range({count}) turns(turn)) TO '{longer}' (FORMAT csv)"
        )
        longer.replace(path)
    return out


def _add_rows(path: Path, kind: Kind, count: int) -> None:
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    pattern = [row for row in rows if row[kind.column] == kind.like]
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        for number in range(count):
            added = {kind.column: f"{kind.prefix}{number:0{kind.figures}d}"}
            for row in pattern:
                own = {name: f"{row[name]} {number}" for name in NAMES if name in row}
                own |= {"gso_code": ""} if "gso_code" in row else {}
                writer.writerow({**row, **added, **own})


def heavy_pages(dossiers: int, folder: Path, runs: int) -> Iterator[Line]:
    """What a page of a unit, and of a procedure, costs more, without the check and the measuring;
    many times as many of units cost no more each.
    """
    data = sample_folder(CONGKHAI, folder, dossiers)
    for kind in (UNITS, PROCEDURES):
        more = with_more(data, kind, FEW)
        commands = {
            "few": build_bare(data),
            "many": build_bare(more),
            "figures, few": congkhai("figures", data),
            "figures, many": congkhai("figures", more),
        }
        costs = costs_of(commands, runs)
        whole = (costs["many"].seconds - costs["few"].seconds) / FEW * 1000
        checked = (costs["figures, many"].seconds - costs["figures, few"].seconds) / FEW * 1000
        limit = kind.milliseconds
        target = at_most(f"at most {limit} ms a page", whole - checked, limit, " ms")
        words = (
            f"{FEW:,} more {kind.name}, {EACH} dossiers a quarter each, through `congkhai build`"
        )
        work = (
            f"{words}: {whole - checked:.2f} ms a page (and {checked:.2f} ms to check and count it)"
        )
        yield Line(work, dossiers, costs["many"], (target,))
        if kind is UNITS:
            most = costs_of({"most": build_bare(with_more(data, kind, MOST))}, 1)["most"]
            slope = (most.seconds - costs["few"].seconds) / MOST * 1000
            linear = at_most("at most 1.2 times as much a page", slope / whole, 1.2, " times")
            work = f"{MOST:,} more {kind.name}: {slope:.2f} ms a page, checked and counted"
            yield Line(work, dossiers, most, (linear, under_mebibytes(most, 300)))
