"""Joins the rooms: a checked folder is measured, and what may be made public becomes an edition."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.app.approvals import Approving, approve
from generator.app.broadcasts import Airing, take_down
from generator.app.scripts import with_scripts
from generator.app.sources import Sources, sound_sources
from generator.clock import Calendars, worked_deadlines
from generator.edition.edition import Edition
from generator.history import data_commit
from generator.ledger.entries import opened, standings
from generator.ledger.ledger import Ledger
from generator.measure import STEPS, EngineName, measure
from generator.model.datasets import DATASETS, name_of
from generator.model.duty_records import Broadcast, ScriptApproval
from generator.model.figures import Figures
from generator.model.point_records import CriticismPoint
from generator.model.public import Standing
from generator.model.public_records import public_records
from generator.model.recommendations import PublicRecord
from generator.model.records import (
    Commendation,
    Contest,
    Correction,
    Criticism,
    Recommendation,
)
from generator.model.text import quarter_of
from generator.output.memo import NO_MEMO, Memo
from generator.output.progress import doing

P = TypeVar("P", bound=PublicRecord)


def make_figures(data_dir: Path, engine: EngineName = "duckdb") -> Figures:
    """Every figure of a data folder. Raises Refused and EngineFailed."""
    sources, _ = sound_sources(data_dir)
    doing("Tính số liệu")
    return measure(sources.world, sources.city, engine, closings=sources.ledger.chain.closings)


def make_edition(data_dir: Path) -> Edition:
    """The edition of a data folder as of its `as_of`. Raises Refused."""
    return with_scripts(public_edition(sound_sources(data_dir)[0]))


def make_public_edition(data_dir: Path) -> Edition:
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
) -> tuple[Path, Airing]:
    """The file of broadcasts, and what it is to hold once a week was aired at a moment.

    Raises Refused for data that fail their check, and what `take_down` raises.
    """
    edition = make_edition(data_dir)
    path = data_dir / edition.contract.dataset(name_of(Broadcast)).paths[0]
    airing = take_down(
        edition, path.read_bytes(), week, at, dropped=dropped, text=text, minutes=minutes
    )
    return path, airing


def record_approval(
    data_dir: Path,
    week: str,
    *,
    by: str | None = None,
    on: date | None = None,
    codes: Sequence[str] = (),
) -> tuple[Path, Approving]:
    """The file of approvals, and what it is to hold once the scripts of a week are approved.

    Raises Refused for data that fail their check, and what `approve` raises.
    """
    sources, _ = sound_sources(data_dir)
    edition, name = with_scripts(public_edition(sources)), name_of(ScriptApproval)
    placed = {
        row: record
        for row, record in sources.world.numbered(name)
        if isinstance(record, ScriptApproval)
    }
    path = data_dir / edition.contract.dataset(name).paths[0]
    return path, approve(edition, path.read_bytes(), placed, week, by=by, on=on, codes=codes)


def public_edition(sources: Sources, closing: str | None = None, memo: Memo = NO_MEMO) -> Edition:
    """Everything of the sources that may be made public, measured, without the scripts.

    `closing` is the edition that is just being closed: what it says of itself stays true after.
    """
    doing("Tính số liệu")
    # Before there are two of every record: this is what needs most memory.
    closings = sources.ledger.chain.closings
    if closing:
        closings = {closing.partition(".")[0]: sources.city.as_of, **closings}
    figures = measure(sources.world, sources.city, closings=closings, memo=memo)
    return edition_of(sources, figures, data_commit(sources.folder), memo)


def edition_of(
    sources: Sources, figures: Figures, commit: str | None, memo: Memo = NO_MEMO
) -> Edition:
    """Everything of measured sources that may be made public, without the scripts."""
    city, world = sources.city, sources.world
    public = public_records(world, city.policy, city.as_of)
    commendations = _as_they_were(public.commendations, memo)
    criticisms = _as_they_were(public.criticisms, memo)
    recommendations = _as_they_were(public.recommendations, memo)
    records: tuple[PublicRecord, ...] = (*commendations, *criticisms, *recommendations)
    corrections = [c for record in records for c in record.corrections]
    contests = [contest for record in criticisms for contest in record.contests]
    collections = {name: getattr(world, name) for name in DATASETS} | {
        name_of(Commendation): commendations,
        name_of(Criticism): criticisms,
        name_of(Recommendation): recommendations,
        name_of(Correction): tuple(sorted(corrections, key=_newest)[::-1]),
        name_of(CriticismPoint): tuple(p for record in criticisms for p in record.points),
        name_of(Contest): tuple(sorted(contests, key=_newest_contest)[::-1]),
    }
    return Edition(
        city=city,
        contract=sources.contract,
        edition_id=quarter_of(city.as_of),
        commit=commit,
        figures=figures,
        **{name: memo.same(("public", name), some) for name, some in collections.items()},
        extra=world.extra,
        abbreviations=sources.abbreviations,
        method=STEPS,
        worked=worked_deadlines(
            Calendars(world.calendar, city.service).office,
            city.policy.same_day_cutoff,
            city.as_of,
            city.law,
        ),
        ledger=_opened(sources.ledger, standings(records), memo),
    )


def every_public_record(sources: Sources) -> list[PublicRecord]:
    """Each record that is public on the day of the sources, as it is shown."""
    kinds = public_records(sources.world, sources.city.policy, sources.city.as_of)
    return [record for records in kinds for record in records]


def public_standings(sources: Sources) -> Mapping[str, Standing]:
    """How each record that is public on the day of the sources stands, by its id."""
    return standings(every_public_record(sources))


def _as_they_were(records: Iterable[P], memo: Memo) -> tuple[P, ...]:
    """Public records, those that are alike the very ones of the last build."""
    return tuple(
        memo.same(("public", type(record), record.record_id), record) for record in records
    )


def _newest(correction: Correction) -> tuple[date, str]:
    return correction.published_on, correction.record_id


def _newest_contest(contest: Contest) -> tuple[date, str]:
    return contest.opened_on, contest.record_id


def _opened(ledger: Ledger, standing: Mapping[str, Standing], memo: Memo) -> Ledger:
    """The ledger with what may still be opened of it."""
    return memo.reuse(
        "opened",
        lambda: (ledger, tuple(standing.items())),
        lambda: opened(ledger, standing),
    )
