"""The table: what was measured, beside what was to be reached."""

from dataclasses import dataclass

from cost import Cost


@dataclass(frozen=True)
class Target:
    """Something to reach: in words, whether it was, and the figure that says so."""

    words: str
    figure: str
    is_reached: bool


@dataclass(frozen=True)
class Line:
    """One command: its work, its dossiers, what it cost, and the targets it has."""

    work: str
    dossiers: int | None
    cost: Cost
    targets: tuple[Target, ...] = ()


def at_most(words: str, found: float, limit: float, unit: str) -> Target:
    """A target that is reached by what does not exceed it; `unit` is written after the figure."""
    return Target(words, f"{found:.2f}{unit}", found <= limit)


def at_least(words: str, found: float, limit: float, unit: str) -> Target:
    """A target that is reached by what does not fall short of it."""
    return Target(words, f"{found:.1f}{unit}", found >= limit)


def under_mebibytes(cost: Cost, limit: int) -> Target:
    """Peak memory below a limit."""
    return Target(
        f"under {limit:,} MiB", f"{cost.mebibytes:,.0f} MiB", is_reached=cost.mebibytes < limit
    )


HEADINGS = ("work", "dossiers", "seconds", "of processors", "peak MiB", "to reach", "reached")


def cells_of(line: Line) -> tuple[str, ...]:
    """The cells of a line, in the order of `HEADINGS`."""
    return (
        line.work,
        "" if line.dossiers is None else f"{line.dossiers:,}",
        f"{line.cost.seconds:.2f}",
        f"{line.cost.processor:.2f}",
        f"{line.cost.mebibytes:,.0f}",
        "; ".join(target.words for target in line.targets),
        "; ".join(
            f"{'yes' if target.is_reached else '**no**'}: {target.figure}"
            for target in line.targets
        ),
    )


def plain(line: Line) -> str:
    """A line for the terminal."""
    work, dossiers, seconds, processor, mebibytes, wanted, reached = cells_of(line)
    note = f"  {reached.replace('**', '')}  ({wanted})" if wanted else ""
    return f"{work:<46}{dossiers:>11}{seconds:>9} s{processor:>9} s{mebibytes:>8} MiB{note}"


def markdown(lines: list[Line]) -> str:
    """The lines as a Markdown table."""
    head = f"| {' | '.join(HEADINGS)} |\n|---|---:|---:|---:|---:|---|---|\n"
    return head + "".join(f"| {' | '.join(cells_of(line))} |\n" for line in lines)
