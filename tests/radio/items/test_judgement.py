"""What another body concludes of a point after the criticism was on air is news of its own."""

from datetime import date

import pytest

from generator.model.point_records import CriticismPoint
from generator.radio.bulletin import make_bulletin
from generator.radio.items.judgement import _OUTCOMES, JUDGEMENT
from worlds.point import POINT
from worlds.radio_edition import CRITICISMS, edition

BODY, LATER = "Thanh tra thành phố", date(2018, 10, 31)
RECORD, SAME_WEEK, WEEK, NEXT = "pb-2018-002", "2018-W40", "2018-W44", "2018-W45"
FAULT = "Không trả lời phản ánh của người dân"


def point(number: int, **cells: object) -> CriticismPoint:
    said: dict[str, object] = {"record_id": RECORD, "point_no": number, "violation": FAULT}
    said |= {"outcome": "upheld", "judged_by": BODY, "judged_on": LATER, "conclusion": None}
    return POINT.model_copy(update=said | cells)


def told(week: str, *points: CriticismPoint, **changes: object) -> list[tuple[str, ...]]:
    made = make_bulletin(edition(criticism_points=points, **changes), week, 10)
    return [item.sentences for item in made.items if item.kind == JUDGEMENT.name]


@pytest.mark.parametrize("outcome", _OUTCOMES)
def test_it_says_who_concluded_what_and_on_what_grounds(outcome: str) -> None:
    ((head, judged, grounds),) = told(WEEK, point(1, outcome=outcome, conclusion="Có sổ ghi lại"))
    assert f"{BODY} đã kết luận về một điểm trong việc xử lý kỷ luật" in head
    assert judged == (
        f"Về việc không trả lời phản ánh của người dân, kết luận là {_OUTCOMES[outcome][0]}."
    )
    assert grounds == "Có sổ ghi lại."


@pytest.mark.parametrize("before", _OUTCOMES)
@pytest.mark.parametrize("outcome", _OUTCOMES)
def test_a_point_that_ended_as_the_one_before_says_so_too(before: str, outcome: str) -> None:
    ((_, _, judged),) = told(WEEK, point(1, outcome=before), point(2, outcome=outcome))
    at_first, again = _OUTCOMES[outcome]
    alike = f"kết luận cũng là {again}."
    assert judged.endswith(alike if before == outcome else f"kết luận là {at_first}.")


def test_it_is_told_once_after_the_day_and_in_one_item_for_all_points_of_a_body() -> None:
    points = (point(1), point(2, judged_on=date(2018, 10, 30)))
    assert told("2018-W43", *points) == []
    ((head, *judged),) = told(WEEK, *points)
    assert "hai điểm" in head and len(judged) == 2
    assert told(NEXT, *points) == []
    other = (point(1), point(2, judged_by="Phòng Nội vụ"))
    assert len(told(WEEK, *other)) == 2


def test_a_point_that_is_judged_later_is_told_alone() -> None:
    ((head, *judged),) = told(NEXT, point(1), point(2, judged_on=date(2018, 11, 8)))
    assert "một điểm" in head and len(judged) == 1


def test_what_was_known_when_the_criticism_was_told_is_no_news() -> None:
    assert told(SAME_WEEK, point(1, judged_on=date(2018, 10, 5))) == []
    assert told("2018-W41", point(1, judged_on=date(2018, 10, 5))) == []


def test_a_criticism_that_was_never_on_air_has_no_judgement_on_air() -> None:
    never = tuple(one for one in CRITICISMS if one.record_id != RECORD)
    assert told(WEEK, point(1), criticisms=never) == []
