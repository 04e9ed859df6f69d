"""A city's data folder as read and checked: what every use case begins with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.check import check, check_calendar
from generator.clock import Clock
from generator.datafolder import load_world
from generator.datafolder.abbreviations import load_abbreviations
from generator.datafolder.load import load_city, load_contract
from generator.datafolder.table import read_tables
from generator.datafolder.world import World
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE
from generator.datafolder.yaml_lines import with_lines
from generator.ledger.ledger import FILES as LEDGER_FILES
from generator.ledger.ledger import Ledger, load_ledger
from generator.model.abbreviations import Abbreviations
from generator.model.contract import Contract
from generator.model.datasets import name_of
from generator.model.problem import Problem
from generator.model.problems import has_errors, render_text
from generator.model.public_copy import PUBLIC, is_public_copy
from generator.model.radio_settings import Pauses
from generator.model.records import CalendarDay, Unit
from generator.model.settings import City
from generator.model.speech import Speech
from generator.output.memo import NO_MEMO, Memo
from generator.radio.unreadable_cells import find_unreadable

T = TypeVar("T")


class Refused(Exception):
    """Nothing is published: a check found errors. `str()` is the whole report in Vietnamese."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """`problems` hold at least one error."""
        self.problems = tuple(problems)
        super().__init__(render_text(list(problems), "vi"))


@dataclass(frozen=True)
class Sources:
    """A city's data as read: settings, contract, dictionary of short forms and typed records."""

    folder: Path
    city: City
    contract: Contract
    abbreviations: Abbreviations
    world: World
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def speech(self) -> Speech:
        """How the city's announcers speak."""
        return Speech(self.abbreviations, self.city.dialect)


@dataclass(frozen=True)
class Checked:
    """What a check leaves: the sources, when they could be read at all, and the findings."""

    sources: Sources | None
    problems: tuple[Problem, ...]


def check_folder(data_dir: Path, memo: Memo = NO_MEMO, day: date | None = None) -> Checked:
    """Check a city's data folder as of its own day, or of another. Never raises for its content."""

    def loaded(load: Callable[[Path], T], *names: str) -> T:
        """Get what a reader makes of files: the same object while they are the same."""
        return memo.reuse(
            ("loaded", names),
            lambda: tuple(memo.digest(data_dir / name) for name in names),
            lambda: load(data_dir),
        )

    city, city_problems = loaded(load_city, SETTINGS_FILE)
    contract, contract_problems = loaded(load_contract, CONTRACT_FILE)
    abbreviations, reading_problems = loaded(load_abbreviations, "abbreviations.yaml")
    ledger, ledger_problems = loaded(load_ledger, *(module.FILE for module in LEDGER_FILES))
    found = (*city_problems, *contract_problems, *reading_problems, *ledger_problems)
    if city is None or contract is None:
        return Checked(None, with_lines(data_dir, found))
    if day:
        city = city.model_copy(update={"as_of": day})
    tables = read_tables(data_dir, contract)
    world = load_world(data_dir, contract, tables)
    sources = Sources(
        data_dir, city, contract, abbreviations or Abbreviations(), world, ledger or Ledger()
    )
    unread: list[Problem] = []

    def read_aloud() -> None:
        if abbreviations is not None:  # without the dictionary nearly every row would be told
            unread.extend(find_unreadable(world, contract, city, sources.speech, memo))

    found += _git_problems(data_dir, sources.ledger)
    found += tuple(check(data_dir, contract, city, world, tables, read_aloud, ledger, memo))
    return Checked(sources, with_lines(data_dir, found + _not_refused_yet(unread, found)))


def _git_problems(data_dir: Path, ledger: Ledger) -> tuple[Problem, ...]:
    """What git knows of closed editions and the ledger does not."""
    folder = data_dir.resolve()
    if not any((parent / ".git").exists() for parent in (folder, *folder.parents)):
        return ()
    from generator.history import problems_with_git

    return tuple(problems_with_git(data_dir, ledger.chain))


def _not_refused_yet(unread: Sequence[Problem], found: Sequence[Problem]) -> tuple[Problem, ...]:
    """The unreadable cells that no other error has named: a damaged letter is told of once."""
    told = {(item.file, item.row, item.field) for item in found if item.severity == "error"}
    return tuple(item for item in unread if (item.file, item.row, item.field) not in told)


def sound_sources(
    data_dir: Path, memo: Memo = NO_MEMO, day: date | None = None
) -> tuple[Sources, tuple[Problem, ...]]:
    """The sources of a folder that passed its check, and the warnings. Raises Refused.

    They are as of the folder's own day, or of another. A copy for the public passes, but it has no
    dossiers of which to make any figure.
    """
    if is_public_copy(data_dir):
        raise Refused([Problem("public-copy-figures", "error", "files", PUBLIC)])
    checked = check_folder(data_dir, memo, day)
    if checked.sources is None or has_errors(checked.problems):
        raise Refused(checked.problems)
    return checked.sources, checked.problems


def read_settings(data_dir: Path) -> tuple[City, Contract]:
    """The settings and the contract of a folder, whatever its records. Raises Refused."""
    city, city_problems = load_city(data_dir)
    contract, contract_problems = load_contract(data_dir)
    if city is None or contract is None:
        raise Refused((*city_problems, *contract_problems))
    return city, contract


def read_clock(data_dir: Path) -> Clock:
    """The calendar, the hours and the cut-off of a data folder, whatever its other records.

    Raises Refused.
    """
    city, contract = read_settings(data_dir)
    names = (name_of(CalendarDay), name_of(Unit))
    few = replace(contract, datasets=tuple(contract.dataset(name) for name in names))
    tables = read_tables(data_dir, few)
    world = load_world(data_dir, few, tables)
    problems = with_lines(data_dir, check_calendar(data_dir, contract, city, world, tables))
    if has_errors(problems):
        raise Refused(problems)
    unit_ids = (unit.unit_id for unit in world.units)
    return Clock(world.calendar, city.policy.same_day_cutoff, city.service, unit_ids)


def read_voice(data_dir: Path) -> tuple[Speech, Pauses]:
    """How a data folder's announcers speak, whatever its records. Raises Refused."""
    city, city_problems = load_city(data_dir)
    abbreviations, reading_problems = load_abbreviations(data_dir)
    if city is None or abbreviations is None:
        raise Refused((*city_problems, *reading_problems))
    return Speech(abbreviations, city.dialect), city.radio.pauses if city.radio else Pauses()


def read_ledger(data_dir: Path) -> Ledger:
    """The ledger of a data folder and its openings, whatever its records. Raises Refused."""
    ledger, problems = load_ledger(data_dir)
    if ledger is None:
        raise Refused(problems)
    return ledger


def read_day(data_dir: Path) -> date:
    """The day of a data folder, whatever its records. Raises Refused."""
    return read_settings(data_dir)[0].as_of
