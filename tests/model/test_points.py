"""Points of a criticism are known as of a day, leave with a name, and are empty once taken back."""

from datetime import date

import pytest

from generator.model.columns import names_of
from generator.model.datasets import Collections
from generator.model.point_records import CriticismPoint
from generator.model.points import answered_on, point_known_on
from generator.model.public import PublicCriticism, public_criticisms
from generator.model.records import Contest, Correction, Criticism
from worlds.point import POINT
from worlds.rules import CITY, small

NAME = "Lê Văn Mẫu"
AFTER = date(2018, 12, 31)


def person(**cells: object) -> Criticism:
    own = {"record_id": POINT.record_id, "subject_kind": "person", "subject_name": NAME}
    return small(Criticism, **own | {"reply": None, "replied_on": None} | cells)


def shown(day: date, *points: CriticismPoint, **held: tuple[object, ...]) -> PublicCriticism:
    world = Collections(criticisms=(person(),), criticism_points=points, **held)  # type: ignore[arg-type]
    return public_criticisms(world, CITY.policy, day)[0]


def test_what_came_later_is_not_known_yet() -> None:
    told, judged = POINT.replied_on, POINT.judged_on
    assert told and judged
    before, between = point_known_on(POINT, date(2018, 9, 17)), point_known_on(POINT, told)
    assert (before.reply, before.replied_by, before.replied_on) == (None, None, None)
    assert before.outcome == between.outcome == "pending"
    assert (between.reply, between.judged_by, between.conclusion) == (POINT.reply, None, None)
    assert point_known_on(POINT, judged) == POINT


def test_all_of_it_is_answered_with_its_last_answer() -> None:
    other = POINT.model_copy(update={"point_no": 2, "replied_on": date(2018, 9, 20)})
    none = POINT.model_copy(update={"point_no": 3, "replied_on": None})
    assert answered_on(person(), (other, POINT)) == date(2018, 9, 20)
    assert answered_on(person(), (other, POINT, none)) is None
    assert answered_on(person(replied_on=AFTER), ()) == AFTER
    record = shown(AFTER, none, other, POINT)
    assert [point.point_no for point in record.points] == [1, 2, 3]
    assert (record.answered_on, record.answered_points) == (None, 2)


def test_an_ended_name_leaves_the_points_too() -> None:
    said = {"violation": f"{NAME} đặt thêm giấy tờ", "reply": f"Ông {NAME} đã bỏ"}
    ended = small(Correction, record_id=POINT.record_id, kind="expired", published_on=AFTER)
    point = POINT.model_copy(update=said)
    assert NAME in shown(AFTER, point).model_dump_json()
    assert NAME not in shown(AFTER, point, corrections=(ended,)).model_dump_json()
    paused = Contest.model_validate(
        {
            "record_id": POINT.record_id,
            "kind": "complaint",
            "opened_on": AFTER,
            "body": "Thanh tra thành phố",
            "suspended_on": AFTER,
            "outcome": "pending",
        }
    )
    assert NAME not in shown(AFTER, point, contests=(paused,)).model_dump_json()


@pytest.mark.parametrize("kind", ["withdrawn", "revoked"])
def test_nothing_that_was_said_stays_of_what_was_taken_back(kind: str) -> None:
    taken = small(Correction, record_id=POINT.record_id, kind=kind, published_on=AFTER)
    (point,) = shown(AFTER, POINT, corrections=(taken,)).points
    retracted = names_of(CriticismPoint, lambda column: column.retracted)
    assert retracted and not any(getattr(point, name) for name in retracted)
    assert (point.outcome, point.judged_on) == (POINT.outcome, POINT.judged_on)
