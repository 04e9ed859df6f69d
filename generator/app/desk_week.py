"""What a clerk has to see to this week: findings by dataset, the script, what is owed."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from generator.app.desk_folder import DeskFolder
from generator.app.desk_form import Key, key_of, numbered
from generator.app.happenings import Group
from generator.app.owed import Owed
from generator.app.site_changes import FIRST, first_site, site_changes
from generator.edition.script import Script
from generator.model.problem import Problem, Severity
from generator.model.problems import message
from generator.verify import open_site

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class FoundLine:
    """One finding; `key` is that of the record whose form mends it, none where there is no form.

    `number` tells the record from others of the same key.
    """

    text: str
    severity: Severity
    key: Key | None
    number: int = 0


@dataclass(frozen=True)
class FoundGroup:
    """The findings of one dataset, or of a file that is none."""

    name: str
    title: str
    lines: tuple[FoundLine, ...]


def findings(folder: DeskFolder) -> tuple[FoundGroup, ...]:
    """All that the check finds, by dataset, errors first. Raises Refused."""
    desk = folder.desk
    titles = {item.name: item.title for item in desk.contract.datasets}
    groups: dict[str, list[Problem]] = {}
    for problem in folder.checked.problems:
        groups.setdefault(
            problem.dataset if problem.dataset in titles else problem.file, []
        ).append(problem)
    return tuple(_group(folder, name, titles, found) for name, found in groups.items())


def _group(
    folder: DeskFolder, name: str, titles: Mapping[str, str], found: Sequence[Problem]
) -> FoundGroup:
    keys = _keys(folder, name) if name in titles else {}
    ordered = sorted(found, key=lambda problem: problem.severity != "error")
    lines = (
        FoundLine(message(p), p.severity, *keys.get((p.file, p.row), (None, 0))) for p in ordered
    )
    return FoundGroup(name, titles.get(name, name), tuple(lines))


def _keys(folder: DeskFolder, name: str) -> Mapping[tuple[str, int | None], tuple[Key, int]]:
    """The key and the number of each record, by its place."""
    entry, placed = folder.desk.entry(name), tuple(folder.desk.placed_rows(name))
    numbers = numbered(entry, placed)
    return {place: (key_of(entry, row), numbers[place]) for place, row in placed}


def this_weeks_script(folder: DeskFolder) -> Script | None:
    """The script that is being prepared; None where there is none. Raises Refused."""
    scripts = tuple(folder.edition.scripts.values())
    return scripts[-1] if scripts else None


def this_weeks_scripts(folder: DeskFolder) -> tuple[Script, ...]:
    """The script that is being prepared, and its short edition. Raises Refused."""
    whole = this_weeks_script(folder)
    if whole is None:
        return ()
    short = folder.edition.short_scripts.get(whole.bulletin.bulletin_id)
    return (whole, short) if short else (whole,)


def owed_this_week(folder: DeskFolder) -> tuple[Group, ...]:
    """What is overdue, due within a week, or ends by then. Raises Refused."""
    edition = folder.edition
    return Owed(edition, edition.as_of + WEEK).groups


def changes(places: Sequence[Path], made: Path, data: Path) -> tuple[str, ...]:
    """What a data folder's site says anew, beside the one published last at one of some places."""
    with ExitStack() as opened:
        if (published := first_site(places, opened)) is not None:
            return site_changes(published, opened.enter_context(open_site(made)), data)
    return (FIRST,)
