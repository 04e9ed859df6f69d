"""The schedule: what comes, as a page and as a calendar, and what was late against it."""

from dataclasses import replace
from datetime import date, timedelta

from icalendar import Calendar

from generator.model.planned import Planned
from generator.model.reporting import ReportOf
from generator.pages.duties import schedule
from generator.pages.renderer import Renderer
from worlds.edition_figures import with_figures
from worlds.shipped import shipped_edition, shipped_renderer
from worlds.small_pages import text_of


def said(renderer: Renderer) -> str:
    (page,) = schedule.pages(renderer)
    return text_of(page)


def test_every_day_to_come_stands_in_the_calendar() -> None:
    planned = shipped_edition().figures.planned
    content = schedule.files(shipped_renderer())[schedule.FILE]
    assert content.count(b"\r\n") == content.count(b"\n")
    calendar = Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    assert planned and [event.decoded("dtstart") for event in events] == [
        item.due_on for item in planned
    ]
    for event in events:
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        assert event["summary"].startswith("DỮ LIỆU MẪU")
    assert len({event["uid"] for event in events}) == len(planned)


def test_of_the_weekly_broadcasts_the_next_stands_for_all() -> None:
    edition = shipped_edition()
    coming = schedule.coming(edition)
    planned = edition.figures.planned
    weekly = [item for item in planned if item.dataset == "broadcasts"]
    assert [item.planned for item in coming if item.is_weekly] == weekly[:1]
    rest = [item for item in planned if item.dataset != "broadcasts"]
    assert [item.planned for item in coming if not item.is_weekly] == rest


def test_each_edition_and_week_that_was_late_is_listed_and_counted() -> None:
    edition = shipped_edition()
    owed = [o for o in edition.figures.obligations if o.dataset in ("editions", "broadcasts")]
    late = [o for o in owed if o.state in ("done_late", "overdue")]
    assert late and {duty.obligation.key for duty in schedule.late(edition)} == {
        item.key for item in late
    }
    for quarter in schedule.past(edition):
        assert quarter.edition is None or quarter.edition.key == quarter.quarter
    weeks = sum(quarter.broadcast_count for quarter in schedule.past(edition))
    assert weeks == len([o for o in owed if o.dataset == "broadcasts" and o.state != "open"])


def test_without_days_set_nothing_is_promised() -> None:
    edition = with_figures(shipped_edition(), planned=(), obligations=())
    renderer = replace(shipped_renderer(), edition=edition)
    assert schedule.files(renderer) == {}
    assert "chưa có ngày nào để báo trước" in said(renderer)


def test_reports_are_owed_by_every_unit() -> None:
    of = ReportOf("2019-Q1", "cong-van-643")
    plan = (Planned("quarterly_reports", "2019-Q1", None, date(2019, 3, 15), of),)
    edition = with_figures(shipped_edition(), planned=plan)
    told = said(replace(shipped_renderer(), edition=edition))
    assert "Thứ sáu, 15/03/2019 Hạn các đơn vị gửi báo cáo quý I/2019 mọi đơn vị" in told
