"""What falls due in the fortnight after the broadcast: reports, tasks, remedies."""

from datetime import date, timedelta
from typing import NamedTuple

from generator.model.capitals import mid_sentence
from generator.model.clauses import clause
from generator.model.datasets import name_of
from generator.model.duty_records import Assignment
from generator.model.obligations import Obligation
from generator.model.public import PublicCriticism
from generator.model.radio_settings import Dialect
from generator.model.records import Criticism
from generator.model.reporting import Reporting
from generator.radio.items.criticism_words import CORRECTED, fault_of
from generator.radio.items.day import WEEK, AirDay
from generator.radio.items.kind import Candidates, ItemKind, Openings, Story
from generator.radio.items.phrases import (
    begin,
    on_day,
    someone,
    unit_name,
)
from generator.radio.items.telling import Written, read_forms
from generator.speech.numbers import integer
from generator.speech.time import quarter

_AHEAD = timedelta(days=14)


class _Due(NamedTuple):
    """Something due, in words; `key` and `title` name it, `record_ids` are its records."""

    text: Written
    title: str
    key: str
    due_on: date
    record_ids: tuple[str, ...] = ()
    unit_id: str | None = None


def _candidates(day: AirDay) -> Candidates:
    """Return the nearest deadlines first."""
    due = [
        item
        for item in day.edition.figures.obligations
        if item.due_on and day.air_on < item.due_on <= day.air_on + _AHEAD and _open(item, day)
    ]
    due.sort(key=lambda item: (item.due_on or day.air_on, item.dataset, item.key))
    told = [_told(item, day) for item in due]
    every = (*_reports(due, day), *(item for item in told if item))
    stories = (_story(item, day) for item in every)
    return Candidates(tuple(story for story in stories if story.key not in day.memory.told))


def _open(item: Obligation, day: AirDay) -> bool:
    return item.done_on is None or item.done_on > day.air_on


def _reports(due: list[Obligation], day: AirDay) -> tuple[_Due, ...]:
    """The reports of a quarter, one story of each document that orders them."""
    owed = {(item.due_on, item.report) for item in due if item.due_on and item.report}
    ordered = {
        one.report: one
        for quarter in {report.quarter for _, report in owed}
        for one in day.edition.city.reporting(quarter)
    }
    return tuple(_report(ordered[report], due_on, day) for due_on, report in sorted(owed))


def _report(ordered: Reporting, due_on: date, day: AirDay) -> _Due:
    """Say which document orders the report only where several do.

    Nobody is late before the day, so that how many have not reported yet is not said.
    """
    say = day.dialect
    under = f" theo {mid_sentence(ordered.directive.name)}"
    return _Due(
        f"{begin(on_day(due_on, day.air_on, say))} là hạn các đơn vị gửi báo cáo "
        f"{_period(ordered, say)} về kỷ luật, kỷ cương hành chính"
        f"{under if ordered.is_one_of_several else ''}.",
        f"báo cáo {ordered.key}",
        f"reports/{ordered.key}",
        due_on,
    )


def _period(ordered: Reporting, say: Dialect) -> str:
    """The time that a report tells of, as it is said: "quý bốn", "sáu tháng cuối năm"."""
    match ordered.duty.is_of:
        case "half":
            return ordered.period.partition(" năm ")[0].replace("6", integer(6, say)) + " năm"
        case "year":
            return "năm"
    return quarter(ordered.quarter, say, with_year=False)


def _told(item: Obligation, day: AirDay) -> _Due | None:
    """Word a task or a remedy; None for what else is due."""
    if item.due_on is None:
        return None
    key = f"{item.dataset}/{item.key}/{item.due_on.isoformat()}"
    due = begin(on_day(item.due_on, day.air_on, day.dialect))
    whom = unit_name(day.edition.unit(item.unit_id))
    if item.dataset == name_of(Assignment):
        task = {row.assignment_id: row.task for row in day.edition.assignments}.get(item.key)
        if task is None:
            return None
        text = _task(f"{due} là hạn {whom}", clause(task))
        return _Due(text, item.key, key, item.due_on, unit_id=item.unit_id)
    if (record := _criticised(item, day)) is None:
        return None
    text = _remedy(record, due, whom, day)
    return _Due(text, item.key, key, item.due_on, (item.key,), item.unit_id)


def _task(head: str, task: str) -> tuple[str, ...]:
    return (
        f"{head} hoàn thành việc {task}.",
        f"{head} phải hoàn thành một nhiệm vụ được giao. Đó là {task}.",
    )


def _remedy(record: PublicCriticism, due: str, whom: str, day: AirDay) -> tuple[str, ...]:
    """Say what is to be remedied, and of a person's fault whose kind it is, without a name."""
    fault = fault_of(record, day.air_on)
    if not fault:
        return (f"{due} là hạn {whom} khắc phục xong việc đã bị phê bình, {CORRECTED}.",)
    doer = f"{someone(record)} " if record.subject_kind == "person" else ""
    return (
        f"{due} là hạn {whom} khắc phục xong việc {doer}{fault}.",
        f"{due} là hạn khắc phục của {whom}, về việc {doer}{fault}.",
    )


def _criticised(item: Obligation, day: AirDay) -> PublicCriticism | None:
    """Return the criticism whose remedy is due, if it was on air and stands."""
    record = {row.record_id: row for row in day.edition.criticisms}.get(item.key)
    if (
        record is not None
        and item.key in day.memory.first_said
        and record.standing in ("in_force", "expired")
        and record.remedy_due_on == item.due_on
    ):
        return record
    return None


def _story(due: _Due, day: AirDay) -> Story:
    forms, fragment = read_forms({"sentence": due.text}, day.reader)
    return Story(
        key=f"deadline/{due.key}",
        kind=DEADLINE,
        title=f"việc đến hạn {due.title}",
        record_ids=due.record_ids,
        forms=forms,
        since=max(due.due_on - _AHEAD, date.min),
        unit_id=due.unit_id,
        group="deadlines",
        fragment=fragment,
        last_chance=due.due_on <= day.air_on + WEEK,
    )


DEADLINE = ItemKind(
    "deadline",
    "Việc đến hạn",
    candidates=_candidates,
    records=(Assignment, Criticism),
    priority=4,
    most=lambda limits: limits.deadline,
    counted="{count} việc sắp đến hạn",
    opening=Openings(
        first=("Hôm nay có một việc sắp đến hạn.",),
        first_many=("Hôm nay có {count} việc sắp đến hạn.",),
        after=("Trong hai tuần tới, có một việc đến hạn.", "Sắp tới có một việc đến hạn."),
        after_many=(
            "Trong hai tuần tới, có {count} việc đến hạn.",
            "Sắp tới có {count} việc đến hạn.",
        ),
    ),
    groups=("deadlines",),
    reason="Việc đến hạn trong hai tuần tới",
)
