"""What units owe by a day: kept, late, open or overdue."""

from datetime import date

import pytest

from generator.datafolder.world import World
from generator.measure.obligations import obligations_of
from generator.model.duty_records import Assignment, Inspection, QuarterlyReport
from generator.model.records import Correction, Criticism, Recommendation
from worlds.measured import HAND_COUNTED, folder_world
from worlds.public import public_of

WORLD, CITY = folder_world(HAND_COUNTED)
TASK = Assignment(
    assignment_id="t",
    clause="1.1",
    who="x",
    task="x",
    responsible="x",
    process="x",
    result="x",
    lead_unit="d-c",
)


def owed(city=CITY, **records: tuple[object, ...]):
    city = city.model_copy(update={"directives": ()})
    world = World(calendar=WORLD.calendar, units=WORLD.units, **records)
    return obligations_of(world, city, public_of(world, city))


@pytest.mark.parametrize(
    ("due_on", "done_on", "state", "late_days", "why"),
    [
        ("2018-03-20", "2018-03-20", "done_on_time", 0, "trong ngày cuối"),
        ("2018-03-20", "2018-03-21", "done_late", 1, "hôm sau"),
        ("2018-03-16", "2018-03-17", "done_late", 1, "thứ sáu đến hạn, thứ bảy mới xong"),
        ("2018-03-16", "2018-03-19", "done_late", 1, "thứ hai là ngày làm việc thứ nhất"),
        ("2018-04-29", "2018-05-02", "done_on_time", 0, "chủ nhật, rồi 30/4 và 1/5 nghỉ"),
        ("2018-04-29", "2018-05-03", "done_late", 1, "một ngày sau ngày làm việc tiếp theo"),
        ("2018-06-29", None, "open", 0, "đến hạn đúng ngày số liệu"),
        ("2018-06-28", None, "overdue", 1, "hết hạn hôm trước"),
        ("2018-06-28", "2018-07-02", "overdue", 1, "xong sau ngày số liệu là chưa xong"),
        ("2031-01-01", None, "open", 0, "hạn còn xa thì không cần lịch của năm đó"),
        (None, None, "undated", 0, "không đặt ngày"),
        (None, "2018-05-02", "undated", 0, "không đặt ngày, đã xong"),
    ],
)
def test_a_task(due_on, done_on, state, late_days, why) -> None:
    days = {"due_on": due_on, "done_on": done_on}
    task = Assignment.model_validate(TASK.model_dump() | days)
    (found,) = owed(assignments=(task,))
    assert (found.state, found.late_days) == (state, late_days), why
    assert (found.dataset, found.key, found.unit_id) == ("assignments", "t", "d-c")


def test_inspections_and_replies_are_owed_by_the_unit_of_the_record() -> None:
    visit = Inspection(
        inspection_id="i", team=1, unit_id="p-a", purpose="x", planned_on=date(2018, 6, 1)
    )
    asked = Recommendation(
        recommendation_id="r",
        body="x",
        unit_id="d-c",
        about="x",
        text="x",
        sent_on=date(2018, 5, 2),
        due_on=date(2018, 5, 16),
        replied_on=date(2018, 5, 18),
        outcome="accepted",
    )
    found = owed(inspections=(visit,), recommendations=(asked,))
    assert [(o.dataset, o.key, o.unit_id, o.state, o.late_days) for o in found] == [
        ("inspections", "i", "p-a", "overdue", 20),
        ("recommendations", "r", "d-c", "done_late", 2),
    ]


def criticism(**changes: object) -> Criticism:
    fields = {
        "record_id": "c",
        "subject_kind": "unit",
        "subject_name": "Phường A",
        "unit_id": "p-a",
        "violation": "x",
        "clause": "3.2",
        "found_by": "x",
        "found_on": date(2018, 4, 2),
        "measure": "criticism",
        "remedy_due_on": date(2018, 5, 31),
        "status": "approved",
        "approved_on": date(2018, 4, 10),
    }
    return Criticism.model_validate(fields | changes)


def test_a_remedy_is_owed_once_the_criticism_is_public() -> None:
    (found,) = owed(criticisms=(criticism(),))
    assert (found.dataset, found.key, found.state, found.late_days) == (
        "criticisms",
        "c",
        "overdue",
        21,
    )
    assert owed(criticisms=(criticism(status="draft", approved_on=None),)) == ()
    assert owed(criticisms=(criticism(approved_on=date(2018, 7, 2)),)) == ()
    assert owed(criticisms=(criticism(remedy_due_on=None),)) == ()


@pytest.mark.parametrize(("kind", "count"), [("withdrawn", 0), ("revoked", 0), ("corrected", 1)])
def test_a_criticism_taken_back_demands_nothing(kind: str, count: int) -> None:
    taken_back = Correction(
        record_id="c", kind=kind, reason="x", text="x", published_on=date(2018, 6, 1)
    )
    assert len(owed(criticisms=(criticism(),), corrections=(taken_back,))) == count


def test_where_no_document_orders_reports_none_are_owed() -> None:
    report = QuarterlyReport(
        unit_id="p-a", quarter="2018-Q2", submitted_on=date(2018, 6, 15), document_no="1"
    )
    assert owed(quarterly_reports=(report,)) == ()


def test_a_report_not_due_yet_is_open() -> None:
    city = CITY.model_copy(update={"as_of": date(2018, 6, 14)})
    world = World(calendar=WORLD.calendar, units=WORLD.units)
    states = {o.key: o.state for o in obligations_of(world, city, public_of(world, city))}
    assert states["p-a/2018-Q1"] == "overdue"
    assert states["p-a/2018-Q2"] == "open"
