"""intake → check → measure → one edition; refuses on errors. The only room that joins rooms.

A room that a check does without is imported where it is needed, so that a check begins at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from generator.check import check, check_calendar
from generator.check.screen.prefetch import Ahead, begin
from generator.clock import Clock
from generator.datafolder import load_world
from generator.datafolder.abbreviations import load_abbreviations
from generator.datafolder.load import load_city, load_contract
from generator.datafolder.table import read_tables
from generator.datafolder.world import World
from generator.datafolder.yaml_file import CONTRACT_FILE, SETTINGS_FILE
from generator.ledger import chain as ledger
from generator.ledger import openings
from generator.ledger.book import Book, load_book
from generator.model.abbreviations import Abbreviations
from generator.model.contract import Contract
from generator.model.datasets import DATASETS, name_of
from generator.model.duty_records import Broadcast
from generator.model.problems import Problem, has_errors, render_text
from generator.model.records import CalendarDay, Commendation, Correction, Criticism, Recommendation
from generator.model.settings import City, Radio
from generator.model.speech import Speech
from generator.model.text import quarter_of
from generator.output.memo import FRESH, Fresh, Very

if TYPE_CHECKING:
    from generator.app.broadcasts import Airing
    from generator.edition.edition import Edition
    from generator.measure import EngineName
    from generator.model.figures import Figures
    from generator.model.public import Standing

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
    book: Book = field(default_factory=Book)

    @property
    def speech(self) -> Speech:
        """How the city's announcers speak."""
        return Speech(self.abbreviations, self.city.radio.dialect)


@dataclass(frozen=True)
class Checked:
    """What a check leaves: the sources, when they could be read at all, and the findings."""

    sources: Sources | None
    problems: tuple[Problem, ...]


def check_folder(data_dir: Path, kept: Fresh = FRESH, begun: Ahead | None = None) -> Checked:
    """Checks a city's data folder. Never raises for what lies in it.

    `begun` is what has been begun of it already. Where something may be `kept`, nothing is begun
    before it is known to be needed.
    """
    if begun or kept.keeps:
        return _checked(data_dir, kept, begun)
    with begin(data_dir) as ahead:
        return _checked(data_dir, kept, ahead)


def _checked(data_dir: Path, kept: Fresh, ahead: Ahead | None) -> Checked:
    settings, described = (ahead.settings, ahead.contract) if ahead else (None, None)

    def loaded(load: Callable[[Path], T], *names: str) -> T:
        """What a reader makes of files, which is the same object while they are the same."""
        return kept.again(
            ("loaded", names),
            lambda: tuple(kept.digest(data_dir / name) for name in names),
            lambda: load(data_dir),
        )

    city, city_problems = loaded(lambda folder: load_city(folder, settings), SETTINGS_FILE)
    contract, contract_problems = loaded(
        lambda folder: load_contract(folder, described), CONTRACT_FILE
    )
    abbreviations, reading_problems = loaded(load_abbreviations, "abbreviations.yaml")
    book, book_problems = loaded(load_book, ledger.FILE, openings.FILE)
    found = (*city_problems, *contract_problems, *reading_problems, *book_problems)
    if city is None or contract is None:
        return Checked(None, found)
    tables = read_tables(data_dir, contract)
    if ahead:
        ahead.tell(tables)
    world = load_world(data_dir, contract, tables)
    sources = Sources(
        data_dir, city, contract, abbreviations or Abbreviations(), world, book or Book()
    )
    unread: list[Problem] = []

    def read_aloud() -> None:
        from generator.radio.unreadable_cells import find_unreadable

        unread.extend(find_unreadable(world, contract, city, sources.speech))

    found += tuple(check(data_dir, contract, city, world, tables, read_aloud, book, kept, ahead))
    return Checked(sources, found + _not_refused_yet(unread, found))


def _not_refused_yet(unread: Sequence[Problem], found: Sequence[Problem]) -> tuple[Problem, ...]:
    """The unreadable cells that no other error has named: a damaged letter is told of once."""
    told = {(item.file, item.row, item.field) for item in found if item.severity == "error"}
    return tuple(item for item in unread if (item.file, item.row, item.field) not in told)


def sound_sources(data_dir: Path, kept: Fresh = FRESH) -> tuple[Sources, tuple[Problem, ...]]:
    """The sources of a folder that passed its check, and the warnings. Raises Refused."""
    checked = check_folder(data_dir, kept)
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
    """The calendar and the cut-off of a data folder, whatever its other records. Raises Refused."""
    city, contract = read_settings(data_dir)
    alone = replace(contract, datasets=(contract.dataset(name_of(CalendarDay)),))
    tables = read_tables(data_dir, alone)
    world = load_world(data_dir, alone, tables)
    problems = check_calendar(data_dir, contract, city, world, tables)
    if has_errors(problems):
        raise Refused(problems)
    return Clock(world.calendar, city.policy.same_day_cutoff)


def read_voice(data_dir: Path) -> tuple[Speech, Radio]:
    """How a data folder's announcers speak, whatever its records. Raises Refused."""
    city, city_problems = load_city(data_dir)
    abbreviations, reading_problems = load_abbreviations(data_dir)
    if city is None or abbreviations is None:
        raise Refused((*city_problems, *reading_problems))
    return Speech(abbreviations, city.radio.dialect), city.radio


def make_figures(data_dir: Path, engine: "EngineName" = "duckdb") -> "Figures":
    """Every figure of a data folder. Raises Refused and EngineFailed."""
    from generator.measure import measure

    sources, _ = sound_sources(data_dir)
    return measure(sources.world, sources.city, engine, closings=sources.book.ledger.closings)


def make_edition(data_dir: Path) -> "Edition":
    """The edition of a data folder as of its `as_of`. Raises Refused."""
    from generator.app.broadcasts import with_scripts

    return with_scripts(public_edition(sound_sources(data_dir)[0]))


def make_public_edition(data_dir: Path) -> "Edition":
    """The edition of a data folder without its scripts. Raises Refused."""
    return public_edition(sound_sources(data_dir)[0])


def record_airing(
    data_dir: Path,
    week: str,
    at: str,
    *,
    dropped: Sequence[str] = (),
    text: bytes | None = None,
    minutes: float | None = None,
) -> "tuple[Path, Airing]":
    """The file of broadcasts, and what it is to hold once a week was aired at a moment.

    Raises Refused for data that fail their check, and what `take_down` raises.
    """
    from generator.app.broadcasts import take_down

    edition = make_edition(data_dir)
    path = data_dir / edition.contract.dataset(name_of(Broadcast)).paths[0]
    airing = take_down(
        edition, path.read_bytes(), week, at, dropped=dropped, text=text, minutes=minutes
    )
    return path, airing


def public_edition(sources: Sources, closing: str | None = None, kept: Fresh = FRESH) -> "Edition":
    """Everything of the sources that may be made public, measured, without the scripts.

    `closing` is the edition that is just being closed: what it says of itself stays true after.
    """
    from generator.edition.edition import Edition, PublicRecord
    from generator.history import data_commit
    from generator.ledger.entries import standings
    from generator.measure import STEPS, measure
    from generator.model.public import public_commendations, public_criticisms
    from generator.model.recommendations import public_recommendations

    city, world = sources.city, sources.world
    # Before there are two of every record: this is what needs most memory.
    closings = sources.book.ledger.closings
    if closing:
        closings = {closing.partition(".")[0]: city.as_of, **closings}
    figures = measure(world, city, closings=closings, kept=kept)
    commendations = public_commendations(world.commendations, world.corrections, city.as_of)
    criticisms = public_criticisms(world.criticisms, world.corrections, city.policy, city.as_of)
    recommendations = public_recommendations(world.recommendations, world.corrections, city.as_of)
    records: tuple[PublicRecord, ...] = (*commendations, *criticisms, *recommendations)
    corrections = [c for record in records for c in record.corrections]
    collections = {name: getattr(world, name) for name in DATASETS} | {
        name_of(Commendation): commendations,
        name_of(Criticism): criticisms,
        name_of(Recommendation): recommendations,
        name_of(Correction): tuple(sorted(corrections, key=_newest)[::-1]),
    }
    return Edition(
        city=city,
        contract=sources.contract,
        edition_id=quarter_of(city.as_of),
        commit=data_commit(sources.folder),
        figures=figures,
        **collections,
        extra=world.extra,
        abbreviations=sources.abbreviations,
        method=STEPS,
        book=_opened(sources.book, standings(records), kept),
    )


def _newest(correction: Correction) -> tuple[date, str]:
    return correction.published_on, correction.record_id


def _opened(book: Book, standing: "Mapping[str, Standing]", kept: Fresh) -> Book:
    from generator.ledger.entries import opened

    return kept.again(
        "opened", lambda: (Very(book), tuple(standing.items())), lambda: opened(book, standing)
    )


def read_book(data_dir: Path) -> Book:
    """The ledger of a data folder and its openings, whatever its records. Raises Refused."""
    book, problems = load_book(data_dir)
    if book is None:
        raise Refused(problems)
    return book


def read_day(data_dir: Path) -> date:
    """The day of a data folder, whatever its records. Raises Refused."""
    return read_settings(data_dir)[0].as_of
