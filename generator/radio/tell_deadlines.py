"""What falls due in the fortnight after the broadcast: reports, tasks, remedies."""

from collections import Counter
from datetime import date, timedelta

from generator.contract.edition import Edition
from generator.contract.figures import Obligation
from generator.radio.names import begin, inside, on_day, unit_name
from generator.radio.spoken import integer
from generator.radio.spoken_time import quarter
from generator.radio.story import Story, read_forms

AHEAD = timedelta(days=14)


def deadlines(edition: Edition, air_on: date) -> tuple[Story, ...]:
    """The nearest deadlines first; reports of one quarter are one story."""
    due = [
        item
        for item in edition.figures.obligations
        if item.due_on and air_on < item.due_on <= air_on + AHEAD and _open(item, air_on)
    ]
    due.sort(key=lambda item: (item.due_on or air_on, item.dataset, item.key))
    told = [_told(item, edition, air_on) for item in due]
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
            f"{quarter(period, say, with_year=False)} về kỷ luật, kỷ cương hành chính. "
            f"Đến nay còn {integer(count, say)} đơn vị chưa gửi.",
            f"báo cáo {period}",
            (),
            edition,
        )
        for (day, period), count in sorted(owed.items())
        if day
    )


def _told(item: Obligation, edition: Edition, air_on: date) -> Story | None:
    if item.due_on is None:
        return None
    due = begin(on_day(item.due_on, air_on, edition.dialect))
    head = f"{due} là hạn {unit_name(edition.unit(item.unit_id))}"
    if item.dataset == "assignments":
        task = {row.assignment_id: row.task for row in edition.assignments}.get(item.key)
        if task is None:
            return None
        return _story(
            f"{head} hoàn thành nhiệm vụ: {inside(task).rstrip('.')}.", item.key, (), edition
        )
    public = {row.record_id: row for row in edition.criticisms}
    record = public.get(item.key)
    if (
        record
        and record.standing in ("in_force", "expired")
        and record.remedy_due_on == item.due_on
    ):
        if record.approved_on is None or record.approved_on > air_on - timedelta(days=7):
            return None
        text = f"{head} khắc phục xong nội dung đã được phê bình."
        return _story(text, item.key, (item.key,), edition)
    return None


def _story(text: str, title: str, record_ids: tuple[str, ...], edition: Edition) -> Story:
    forms, fragment = read_forms((text,), edition.speech)
    return Story(
        "deadline", f"việc đến hạn {title}", record_ids, forms, group="deadlines", fragment=fragment
    )
