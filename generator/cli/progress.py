"""Shows on a terminal how far a command has come; nothing in a file, a pipe, or when silent."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from generator.cli import streams
from generator.output.progress import Listener, told_to


@contextmanager
def working() -> Iterator[None]:
    """Show what is being done meanwhile, in a line that is gone when it is over.

    Nothing else may be said meanwhile: it would stand in the same line.
    """
    if streams.is_held() or not sys.stderr.isatty():
        yield
        return
    with _line() as listener, told_to(listener):
        yield


@contextmanager
def _line() -> Iterator[Listener]:
    """A line on standard error, drawn by rich ten times a second."""
    from rich.console import Console  # late: most commands are over before it is read
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(),
    )
    console = Console(file=sys.stderr)
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as shown:
        task = shown.add_task("Bắt đầu", total=None, count="")

        def told(words: str, done: int, whole: int) -> None:
            shown.update(
                task,
                description=words,
                total=whole or None,
                completed=done,
                count=_count(done, whole),
            )

        yield told


def _count(done: int, whole: int) -> str:
    from generator.model.text import vn_number

    if whole:
        return f"{vn_number(done)}/{vn_number(whole)}"
    return vn_number(done) if done else ""
