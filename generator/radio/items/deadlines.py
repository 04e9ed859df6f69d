"""What falls due in the fortnight after the broadcast: reports, tasks, remedies."""

from collections import Counter
from datetime import date, timedelta

from generator.edition.edition import Edition
from generator.model.figures import Obligation
from generator.radio.items.phrases import begin, inside, on_day, unit_name
from generator.radio.items.story import Story, read_forms
from generator.speech.numbers import integer
from generator.speech.time import quarter

AHEAD = timedelta(days=14)
WEEK = timedelta(days=7)


def deadlines(edition: Edition, air_on: date, aired: frozenset[str]) -> tuple[Story, ...]:
    """The nearest deadlines first; reports of one quarter are one story.

    `aired` are the ids of records that were on air: only their remedies are spoken of.
    """
    due = [
        item
        for item in edition.figures.obligations
        if item.due_on and air_on < item.due_on <= air_on + AHEAD and _open(item, air_on)
    ]
    due.sort(key=lambda item: (item.due_on or air_on, item.dataset, item.key))
    told = [_told(item, edition, air_on, aired) for item in due]
    return (*_reports(due, edition, air_on), *(story for story in told if story))


def _open(item: Obligation, air_on: date) -> bool:
    return item.done_on is None or item.done_on > air_on


def _reports(due: list[Obligation], edition: Edition, air_on: date) -> tuple[Story, ...]:
    owed = Counter(
        (item.due_on, item.key.rpartition("/")[2])
        for item in due
        if item.dataset == "quarterly_reports" and item.due_on
    )
    say = edition.dialect
    return tuple(
        _story(
            f"{begin(on_day(day, air_on, say))} là hạn gửi báo cáo "
            f"{quarter(period, say, with_year=False)} về kỷ luật, kỷ cương hành chính, "
            f"đến nay còn {integer(count, say)} đơn vị chưa gửi.",
            f"báo cáo {period}",
            f"reports/{period}",
            day,
            edition,
            air_on,
        )
        for (day, period), count in sorted(owed.items())
        if day
    )


def _told(item: Obligation, edition: Edition, air_on: date, aired: frozenset[str]) -> Story | None:
    if item.due_on is None:
        return None
    due = begin(on_day(item.due_on, air_on, edition.dialect))
    head = f"{due} là hạn {unit_name(edition.unit(item.unit_id))}"
    key = f"{item.dataset}/{item.key}/{item.due_on.isoformat()}"
    if item.dataset == "assignments":
        task = {row.assignment_id: row.task for row in edition.assignments}.get(item.key)
        if task is None:
            return None
        text = f"{head} hoàn thành nhiệm vụ: {inside(task).rstrip('.')}."
        return _story(text, item.key, key, item.due_on, edition, air_on, unit_id=item.unit_id)
    if not _is_remedy(item, edition, aired):
        return None
    text = f"{head} khắc phục xong thiếu sót đã nêu trong chuyên mục."
    return _story(
        text, item.key, key, item.due_on, edition, air_on, (item.key,), unit_id=item.unit_id
    )


def _is_remedy(item: Obligation, edition: Edition, aired: frozenset[str]) -> bool:
    """True for the remedy of a criticism that was on air and stands."""
    record = {row.record_id: row for row in edition.criticisms}.get(item.key)
    return (
        record is not None
        and item.key in aired
        and record.standing in ("in_force", "expired")
        and record.remedy_due_on == item.due_on
    )


def _story(
    text: str,
    title: str,
    key: str,
    due_on: date,
    edition: Edition,
    air_on: date,
    record_ids: tuple[str, ...] = (),
    unit_id: str | None = None,
) -> Story:
    forms, fragment = read_forms({"sentence": text}, edition.speech)
    return Story(
        key=f"deadline/{key}",
        kind="deadline",
        title=f"việc đến hạn {title}",
        record_ids=record_ids,
        forms=forms,
        since=max(due_on - AHEAD, date.min),
        unit_id=unit_id,
        group="deadlines",
        fragment=fragment,
        last_chance=due_on <= air_on + WEEK,
    )
