"""What is wrong with an import, at the cells where it was typed: unread ones, and the check's.

The whole check is asked of the data as they would be, so that nothing comes to light only later.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.app.entry_merge import Change, Merge, Source
from generator.app.sources import check_folder
from generator.model.problem import Problem
from generator.model.problems import message
from generator.output.overlay import overlaid
from generator.workbooks.mark import Mark


@dataclass(frozen=True)
class Found:
    """Marks by the number of the file, and what no cell of a sheet can carry."""

    marks: Mapping[int, Sequence[Mark]]
    general: tuple[Problem, ...]


def findings_after(data_dir: Path, merges: Sequence[Merge]) -> Found:
    """All that is wrong with typed rows, and what the check finds anew once they are in."""
    marks: dict[int, list[Mark]] = {}
    for merge in merges:
        for fault in merge.faults:
            marks.setdefault(fault.source.book, []).append(
                _mark(fault.source, fault.column, fault.text, "error")
            )
    general = []
    is_changed = any(merge.changes for merge in merges)
    for problem in _new_findings(data_dir, merges) if is_changed else ():
        change = _change_of(merges, problem)
        if change is None:
            general.append(problem)
        elif problem.field not in {*change.doubtful, *change.source.row.unread}:
            marks.setdefault(change.source.book, []).append(_of_finding(change, problem))
    return Found(marks, tuple(general))


def _new_findings(data_dir: Path, merges: Sequence[Merge]) -> Iterator[Problem]:
    """What the check finds of the typed rows, and elsewhere what it did not find before."""
    before = {_identity(problem) for problem in check_folder(data_dir).problems}
    after = _checked(data_dir, {m.table.file: m.content for m in merges if m.changes})
    if any(merge.other != merge.content for merge in merges):
        others = _checked(data_dir, {m.table.file: m.other for m in merges if m.changes})
        both = {_identity(problem) for problem in others}
        after = tuple(problem for problem in after if _identity(problem) in both)
    for problem in after:
        if _identity(problem) not in before or _change_of(merges, problem):
            yield problem


def _checked(data_dir: Path, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """What the check finds in a data folder with other files."""
    with overlaid(data_dir, files) as copy:
        return check_folder(copy).problems


def _identity(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.file, problem.row, problem.field


def _change_of(merges: Iterable[Merge], problem: Problem) -> Change | None:
    return next(
        (
            change
            for merge in merges
            if merge.table.file == problem.file
            for change in merge.changes
            if change.number == problem.row
        ),
        None,
    )


def _of_finding(change: Change, problem: Problem) -> Mark:
    """The finding without its place in a file that the clerk never sees."""
    text = message(replace(problem, row=None, field=None))
    return _mark(change.source, problem.field, text, problem.severity)


def _mark(source: Source, column: str | None, text: str, severity: str) -> Mark:
    """A mark at a cell; where the sheet lacks the column, at the row's first, with its title."""
    heading = source.rows.heading
    places = heading.places
    told = text[:1].upper() + text[1:]
    if column and column in places:
        return Mark(source.rows.grid.name, source.row.number, places[column], told, severity)
    titled = f"{heading.entry.column(column).field.title}: {text}" if column else told
    return Mark(source.rows.grid.name, source.row.number, min(places.values()), titled, severity)
