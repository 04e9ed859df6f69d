"""A city's data folder as read and checked: what every use case begins with."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.check import check, check_calendar
from generator.check.files import stray_files
from generator.clock import Clock
from generator.datafolder import load_world
from generator.datafolder.abbreviations import load_abbreviations
from generator.datafolder.dossier_files import dossier_file_names
from generator.datafolder.load import load_city, load_contract
from generator.datafolder.strange_keys import without_strange_keys
from generator.datafolder.table import read_tables
from generator.datafolder.world import World
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE
from generator.datafolder.yaml_lines import with_lines
from generator.entry.vocabulary import units
from generator.ledger.chain import Chain
from generator.ledger.ledger import (
    Ledger,
    ledger_file_names,
    load_ledger,
    load_lines,
    with_openings,
)
from generator.ledger.seals import sealed_editions
from generator.model.abbreviations import Abbreviations
from generator.model.contract import Contract
from generator.model.datasets import DATASETS, name_of
from generator.model.problem import Problem
from generator.model.problems import has_errors, render_text
from generator.model.public_copy import PUBLIC, is_public_copy
from generator.model.public_records import public_records
from generator.model.radio_settings import Pauses
from generator.model.records import CalendarDay, Unit
from generator.model.settings import City
from generator.model.speech import Speech
from generator.output.memo import NO_MEMO, Memo
from generator.output.progress import doing
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


def check_folder(
    data_dir: Path, memo: Memo = NO_MEMO, day: date | None = None, *, trust_seals: bool = False
) -> Checked:
    """Check a city's data folder as of its own day, or of another. Never raises for its content.

    With `trust_seals`, records that the last closing sealed are not held to their openings again
    while they still fit their seals.
    """
    doing("Đọc và kiểm tra dữ liệu")
    loaded = partial(_loaded, data_dir, memo)
    city, city_problems = loaded(load_city, SETTINGS_FILE)
    contract, contract_problems = memo.reuse(
        ("loaded", CONTRACT_FILE),
        lambda: (memo.digest(data_dir / CONTRACT_FILE), dossier_file_names(data_dir)),
        lambda: load_contract(data_dir),
    )
    abbreviations, reading_problems = loaded(load_abbreviations, "abbreviations.yaml")
    read_lines = load_lines if trust_seals else load_ledger
    ledger, ledger_problems = loaded(read_lines, *ledger_file_names(data_dir))
    found = (*city_problems, *contract_problems, *reading_problems, *ledger_problems)
    if city is None or contract is None:
        return Checked(None, with_lines(data_dir, found))
    if day:
        city = memo.same("city as of a day", city.model_copy(update={"as_of": day}))
    with ThreadPoolExecutor(max_workers=1) as beside:
        by_git = beside.submit(_asked_of_git(data_dir, ledger or Ledger()))
        tables = without_strange_keys(contract, read_tables(data_dir, contract))
        world = _as_it_was(load_world(data_dir, contract, tables), memo)
        if trust_seals and ledger is not None:
            ledger, ledger_problems = _opened_where_unsealed(data_dir, ledger, world, city)
            found += tuple(ledger_problems)
        sources = Sources(
            data_dir, city, contract, abbreviations or Abbreviations(), world, ledger or Ledger()
        )
        unread: list[Problem] = []

        def read_aloud() -> None:
            if abbreviations is not None:  # without the dictionary nearly every row would be told
                unread.extend(find_unreadable(world, contract, city, sources.speech, memo))

        checked = check(data_dir, contract, city, world, tables, read_aloud, ledger, memo)
        found += (*by_git.result(), *checked)
    return Checked(sources, with_lines(data_dir, found + _not_refused_yet(unread, found)))


def _loaded(data_dir: Path, memo: Memo, load: Callable[[Path], T], *names: str) -> T:
    """What a reader makes of files: the same object while they are the same."""
    return memo.reuse(
        ("loaded", load, names),
        lambda: tuple(memo.digest(data_dir / name) for name in names),
        lambda: load(data_dir),
    )


def _as_it_was(world: World, memo: Memo) -> World:
    """The world with the very records that the last build had of each dataset that is alike."""
    every = {name: memo.same(("records", name), getattr(world, name)) for name in DATASETS}
    return replace(world, **every)


def _opened_where_unsealed(
    data_dir: Path, ledger: Ledger, world: World, city: City
) -> tuple[Ledger | None, list[Problem]]:
    """A ledger with the openings of those records that do not fit their seals."""
    commended, criticised, asked = public_records(world, city.policy, city.as_of)
    try:
        sealed = sealed_editions(
            data_dir, ledger.chain, ledger.seal_salts, (*commended, *criticised, *asked)
        )
    except OSError:
        sealed = frozenset()  # reading the openings says which file it is
    return with_openings(data_dir, ledger, sealed)


def _asked_of_git(data_dir: Path, ledger: Ledger) -> Callable[[], Sequence[Problem]]:
    """What tells, once called, what git knows of closed editions and the ledger does not.

    It mostly waits for git, so it may be called beside other work; what it needs is imported here.
    """
    folder = data_dir.resolve()
    if not any((parent / ".git").exists() for parent in (folder, *folder.parents)):
        return list
    from generator.history import problems_with_git

    return partial(problems_with_git, data_dir, ledger.chain)


def _not_refused_yet(unread: Sequence[Problem], found: Sequence[Problem]) -> tuple[Problem, ...]:
    """The unreadable cells that no other error has named: a damaged letter is told of once."""
    told = {(item.file, item.row, item.field) for item in found if item.severity == "error"}
    return tuple(item for item in unread if (item.file, item.row, item.field) not in told)


def sound_sources(
    data_dir: Path, memo: Memo = NO_MEMO, day: date | None = None, *, trust_seals: bool = False
) -> tuple[Sources, tuple[Problem, ...]]:
    """The sources of a folder that passed its check, and the warnings. Raises Refused.

    They are as of the folder's own day, or of another. A copy for the public passes, but it has no
    dossiers of which to make any figure.
    """
    if is_public_copy(data_dir):
        raise Refused([Problem("public-copy-figures", "error", "files", PUBLIC)])
    checked = check_folder(data_dir, memo, day, trust_seals=trust_seals)
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


def read_strays(data_dir: Path, contract: Contract) -> tuple[Path, ...]:
    """The files and folders in a data folder that belong to no dataset of the contract."""
    return tuple(data_dir / name for name in stray_files(data_dir, contract))


def read_clock(data_dir: Path) -> Clock:
    """The calendar, the hours and the cut-off of a data folder, whatever its other records.

    Raises Refused.
    """
    city, contract = read_settings(data_dir)
    names = (name_of(CalendarDay), name_of(Unit))
    few = replace(contract, datasets=tuple(contract.dataset(name) for name in names))
    tables = without_strange_keys(few, read_tables(data_dir, few))
    world = load_world(data_dir, few, tables)
    problems = with_lines(data_dir, check_calendar(data_dir, contract, city, world, tables))
    if has_errors(problems):
        raise Refused(problems)
    known = units(world, city.as_of, place=city.city.name)
    return Clock(world.calendar, city.policy.same_day_cutoff, city.service, known, city.law)


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


def read_chain(data_dir: Path) -> Chain:
    """The ledger's lines of a data folder, without what opens them. Raises Refused."""
    ledger, problems = load_lines(data_dir)
    if ledger is None:
        raise Refused(problems)
    return ledger.chain


def read_day(data_dir: Path) -> date:
    """The day of a data folder, whatever its records. Raises Refused."""
    return read_settings(data_dir)[0].as_of
