"""What is wrong with an import, at the cells where it was typed: unread ones, and the check's.

The whole check is asked of the data as they would be, so that nothing comes to light only later.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from generator.app.entry_merge import Change, Merge, Source
from generator.app.sources import check_folder
from generator.model.problem import Problem, Severity
from generator.model.problems import message
from generator.output.overlay import overlaid
from generator.workbooks.mark import Mark

Check = Callable[[Mapping[str, bytes]], Sequence[Problem]]
"""What the check finds in a data folder in which files by path have other content."""


@dataclass(frozen=True)
class Finding:
    """What is said of a typed row; without a column it is of the whole row."""

    source: Source
    column: str | None
    text: str
    severity: Severity


@dataclass(frozen=True)
class Found:
    """What is wrong with typed rows, and what of it none of them can carry."""

    findings: tuple[Finding, ...]
    general: tuple[Problem, ...]

    @cached_property
    def marks(self) -> Mapping[int, Sequence[Mark]]:
        """The findings at the cells of the sheets, by the number of the file."""
        marks: dict[int, list[Mark]] = {}
        for finding in self.findings:
            marks.setdefault(finding.source.book, []).append(_mark(finding))
        return marks


def check_of(data_dir: Path) -> Check:
    """The check of a data folder, each time anew."""
    return partial(_checked, data_dir)


def findings_after(check: Check, merges: Sequence[Merge]) -> Found:
    """All that is wrong with typed rows, and what the check finds anew once they are in."""
    findings = [
        Finding(fault.source, fault.column, fault.text, "error")
        for merge in merges
        for fault in merge.faults
    ]
    general = []
    is_changed = any(merge.changes for merge in merges)
    for problem in _new_findings(check, merges) if is_changed else ():
        change = _change_of(merges, problem)
        if change is None:
            general.append(problem)
        elif problem.field not in _unsure(change):
            findings += _of_problem(merges, change, problem)
    return Found(tuple(findings), tuple(general))


def _new_findings(check: Check, merges: Sequence[Merge]) -> Iterator[Problem]:
    """What the check finds of the typed rows, and elsewhere what it did not find before.

    The data are checked as often as must be: what was found before is asked only where something
    is found elsewhere, and what other stand-ins change only where something is found.
    """
    after = check({m.table.file: m.content for m in merges if m.changes})
    if after and any(merge.other != merge.content for merge in merges):
        others = check({m.table.file: m.other for m in merges if m.changes})
        both = {_identity(problem) for problem in others}
        after = tuple(problem for problem in after if _identity(problem) in both)
    is_elsewhere = any(_change_of(merges, problem) is None for problem in after)
    before = {_identity(problem) for problem in check({})} if is_elsewhere else set()
    for problem in after:
        if _identity(problem) not in before or _change_of(merges, problem):
            yield problem


def _checked(data_dir: Path, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """What the check finds in a data folder with other files."""
    if not files:
        return check_folder(data_dir).problems
    with overlaid(data_dir, files) as copy:
        return check_folder(copy).problems


def _identity(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.file, problem.row, problem.field


def _change_of(merges: Iterable[Merge], problem: Problem, row: int | None = None) -> Change | None:
    """The typed row that a finding is of, or another row of its file."""
    number = row or problem.row
    return next(
        (
            change
            for merge in merges
            if merge.table.file == problem.file
            for change in merge.changes
            if change.number == number
        ),
        None,
    )


def _unsure(change: Change) -> frozenset[str]:
    """The columns of a typed row whose cells say nothing yet."""
    return change.doubtful | frozenset(change.source.row.unread)


def _of_problem(merges: Sequence[Merge], change: Change, problem: Problem) -> Iterator[Finding]:
    """The finding without its place in a file that the clerk never sees.

    Where it compares the row with another one, that is told as the clerk sees it; of two rows that
    cannot be read whole, nobody knows yet how they compare.
    """
    values = dict(problem.values)
    row = values.get("other", "")
    if row.isdecimal() and "other_file" not in values:
        other = _change_of(merges, problem, int(row))
        if _unsure(change) or (other and _unsure(other)):
            return
        values["other"] = _told_row(change, other) if other else f"{row} của tệp {problem.file}"
    text = message(replace(problem, row=None, field=None, values=values))
    yield Finding(change.source, problem.field, text, problem.severity)


def _told_row(change: Change, other: Change) -> str:
    """The number of another typed row, with its sheet where it stands on another one."""
    source, name = other.source, other.source.rows.grid.name
    is_near = source.book == change.source.book and name == change.source.rows.grid.name
    return str(source.row.number + 1) + ("" if is_near else f" của trang “{name}”")


def _mark(finding: Finding) -> Mark:
    """A mark at a cell; where the sheet lacks the column, at the row's first, with its title."""
    source, column, text = finding.source, finding.column, finding.text
    heading = source.rows.heading
    places = heading.places
    told = text[:1].upper() + text[1:]
    if column and column in places:
        return Mark(
            source.rows.grid.name, source.row.number, places[column], told, finding.severity
        )
    titled = f"{heading.entry.dataset.field(column).title}: {text}" if column else told
    place = min(places.values())
    return Mark(source.rows.grid.name, source.row.number, place, titled, finding.severity)
