"""The day of the figures is moved: what that changes by itself, and the settings that say so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.app.approvals import waiting
from generator.app.happenings import Group, grouped, of_beginnings, of_endings, of_obligations
from generator.app.pipeline import public_edition, public_standings
from generator.app.scripts import with_scripts
from generator.app.sources import (
    Sources,
    check_folder,
    read_chain,
    read_day,
    read_settings,
    sound_sources,
)
from generator.datafolder.day import settings_path, with_day
from generator.edition.edition import Edition
from generator.history import missed_quarters
from generator.ledger.chain import Chain
from generator.measure import obligations_of
from generator.model.problem import Problem
from generator.model.public_records import public_records
from generator.model.settings import City
from generator.model.text import quarter_end, quarter_of, vn_date

UNCLOSED = (
    "Kỳ {quarter} chưa đóng, mà ngày mới đã sang quý khác. Nếu số liệu của quý đã đủ, hãy đóng "
    "trước: congkhai today {last}, rồi congkhai edition close {quarter}. Chuyển ngày rồi vẫn đóng "
    "được, nhưng sổ công khai sẽ ghi là đóng muộn."
)
LEFT_UNCLOSED = (
    "Kỳ {quarter} đã hết quý mà chưa đóng. Hãy đóng: congkhai edition close {quarter}; sổ công "
    "khai sẽ ghi là đóng muộn."
)


@dataclass(frozen=True)
class Move:
    """The day before and after, what comes about in between, and what the file is to hold.

    `unclosed` says which quarters are left behind whose edition was not closed; `problems` are the
    findings that the check of the day before had not.
    """

    since: date
    until: date
    path: Path
    was: bytes
    content: bytes
    groups: tuple[Group, ...] = ()
    problems: tuple[Problem, ...] = ()
    unclosed: str = ""


def move_day(data_dir: Path, day: date) -> Move:
    """What moving the day of a data folder does. Raises Refused when its data then have errors."""
    since, path = read_day(data_dir), settings_path(data_dir)
    was = path.read_bytes()
    move = Move(since, day, path, was, with_day(was, day))
    if day == since:
        return move
    before = check_folder(data_dir).problems
    sources, problems = sound_sources(data_dir, day=day)
    known = {_identity(problem) for problem in before}
    return replace(
        move,
        groups=tuple(_groups(sources, since)) if day > since else (),
        problems=tuple(problem for problem in problems if _identity(problem) not in known),
        unclosed=_unclosed(sources, since),
    )


def _identity(problem: Problem) -> tuple[object, ...]:
    """What stays of a finding while the numbers in it move with the day."""
    return problem.code, problem.file, problem.row, problem.field


def _groups(sources: Sources, since: date) -> Iterator[Group]:
    """What comes about after a day by the day of the sources; kinds of nothing are left out."""
    edition = public_edition(sources)
    then = replace(sources, city=sources.city.model_copy(update={"as_of": since}))
    found = (*_of_records(edition, then), *_of_duties(edition, then))
    return (group for group in (*found, _of_scripts(edition)) if group.happenings)


def _of_scripts(edition: Edition) -> Group:
    """The scripts that wait for approval on the new day, where any does."""
    radio = edition.city.radio
    return waiting(with_scripts(edition) if radio and radio.approvers else edition)


def _of_records(edition: Edition, then: Sources) -> Iterator[Group]:
    stood = public_standings(then)
    new = [record for record in edition.records if record.record_id not in stood]
    ended = [
        record
        for record in edition.records
        if stood.get(record.record_id) == "in_force" != record.standing
    ]
    yield grouped("Hồ sơ bắt đầu được công bố", of_beginnings(edition, new), is_of_records=True)
    yield grouped("Hồ sơ hết hiệu lực", of_endings(edition, ended), is_of_records=True)


def _of_duties(edition: Edition, then: Sources) -> Iterator[Group]:
    closings = then.ledger.chain.closings
    public = public_records(then.world, then.city.policy, then.city.as_of)
    earlier = obligations_of(then.world, then.city, public, closings)
    states = {(item.dataset, item.key, item.unit_id): item.state for item in earlier}
    late, new = [], []
    for item in edition.figures.obligations:
        state = states.get((item.dataset, item.key, item.unit_id))
        if item.state == "overdue" and state != "overdue":
            late.append(item)
        elif item.state == "open" and state is None:
            new.append(item)
    yield grouped("Tới hạn mà chưa xong", of_obligations(edition, late))
    yield grouped("Việc mới phải làm", of_obligations(edition, new))


def unclosed(data_dir: Path) -> str:
    """What to do first about quarters whose edition was left unclosed; empty where none was.

    Raises Refused.
    """
    (city, _), chain = read_settings(data_dir), read_chain(data_dir)
    return _left(chain, city, city.as_of)


def _unclosed(sources: Sources, since: date) -> str:
    """The same on the new day of sources, and of the quarter that is only left by moving on."""
    return _left(sources.ledger.chain, sources.city, since)


def _left(chain: Chain, city: City, since: date) -> str:
    missed = missed_quarters(chain, city.as_of, city.editions_since)
    leaving = quarter_of(since)
    return "\n".join(
        (UNCLOSED if quarter == leaving else LEFT_UNCLOSED).format(
            quarter=quarter, last=quarter_end(quarter).isoformat()
        )
        for quarter in missed
    )


def told(move: Move) -> str:
    """What the move does, for the person who is asked whether to make it."""
    head = f"Chuyển ngày số liệu từ {vn_date(move.since)} sang {vn_date(move.until)} thì:"
    parts = [group.told for group in move.groups] or ["Không có gì tới hạn hay hết hạn."]
    return "\n\n".join((head, *parts, *([move.unclosed] if move.unclosed else ())))
