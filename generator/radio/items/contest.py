"""Contests: a criticism that was on air and is complained of, told when that begins and ends."""

from collections.abc import Iterator
from datetime import date

from generator.model.public import PublicCriticism
from generator.model.records import Contest, Criticism
from generator.radio.items.contest_words import ContestEvent, contest_told, is_aired
from generator.radio.items.criticism_words import fault_of, measure_words
from generator.radio.items.day import AirDay
from generator.radio.items.kind import Candidates, ItemKind, Story
from generator.radio.items.phrases import begin, speaker, subject
from generator.radio.items.telling import read_forms

_TITLES: dict[ContestEvent, str] = {
    "opened": "khiếu nại về {record}",
    "ended": "kết quả giải quyết khiếu nại về {record}",
}


def _candidates(day: AirDay) -> Candidates:
    """Return what began and ended after the criticism itself was on air.

    What began before is told with the criticism; what was taken back is told as a correction.
    """
    aired = day.memory.first_said
    told = [
        _story(record, contest, event, since, day)
        for record in day.edition.criticisms
        if not record.taken_back and record.record_id in aired
        for contest in record.contests
        if is_aired(contest)
        for event, since in _events(contest, day.air_on)
        if max(aired[record.record_id], day.oldest) < since
        and _key(contest, event) not in day.memory.told
    ]
    return Candidates(tuple(sorted(told, key=lambda story: (story.since, story.key))))


def _events(contest: Contest, air_on: date) -> Iterator[tuple[ContestEvent, date]]:
    """Find the newest event by the day of airing: an end says that there was a beginning."""
    if contest.ended_on and contest.ended_on <= air_on:
        yield "ended", contest.ended_on
    elif contest.opened_on <= air_on:
        yield "opened", contest.opened_on


def _key(contest: Contest, event: ContestEvent) -> str:
    """Return the key of the event's story."""
    opened = contest.opened_on.isoformat()
    return f"contest/{contest.record_id}/{contest.kind}/{opened}/{event}"


def _story(
    record: PublicCriticism, contest: Contest, event: ContestEvent, since: date, day: AirDay
) -> Story:
    about = f"{measure_words(record, day.edition)} {subject(record, day.edition)}"
    told = contest_told(contest, event, about, _case(record, day), day.air_on, day.dialect)
    forms, fragment = read_forms(told, day.reader)
    return Story(
        key=_key(contest, event),
        kind=CONTEST,
        title=_TITLES[event].format(record=record.record_id),
        record_ids=(record.record_id,),
        forms=forms,
        since=since,
        unit_id=record.unit_id,
        fragment=fragment,
    )


def _case(record: PublicCriticism, day: AirDay) -> str:
    """Say in a sentence what for; empty once that was corrected."""
    fault, deed = fault_of(record, day.air_on), measure_words(record, day.edition)
    return f"{begin(speaker(record, day.edition))} bị {deed} vì {fault}." if fault else ""


CONTEST = ItemKind(
    "contest",
    "Khiếu nại, xem xét lại",
    candidates=_candidates,
    records=(Criticism,),
    priority=1,
    most=lambda limits: limits.criticism,
    counted="{count} thông tin về khiếu nại",
    is_news=True,
)
