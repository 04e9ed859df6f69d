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
        elif problem.field not in {*change.doubtful, *change.source.row.unread}:
            findings.append(_of_problem(change, problem))
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


def _of_problem(change: Change, problem: Problem) -> Finding:
    """The finding without its place in a file that the clerk never sees."""
    text = message(replace(problem, row=None, field=None))
    return Finding(change.source, problem.field, text, problem.severity)


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
