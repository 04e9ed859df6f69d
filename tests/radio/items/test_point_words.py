"""On air the answer to a criticism with points says how many, to what, and who concluded what."""

from datetime import date

import pytest

from generator.model.point_records import CriticismPoint
from generator.radio.bulletin import make_bulletin
from generator.radio.items.point_words import _CONCLUDED, points_said
from generator.radio.scripts.txt import render_txt
from worlds.point import POINT
from worlds.radio_edition import CRITICISMS, edition

AIR = date(2018, 10, 13)


def say(who: str, reply: str) -> str:
    return f"{who} cho biết {reply}"


def point(number: int, **cells: object) -> CriticismPoint:
    return POINT.model_copy(update={"point_no": number} | cells)


def test_the_count_is_that_of_the_day_of_airing() -> None:
    points = (point(1), point(2, replied_on=date(2018, 10, 20)))
    assert points_said(points, "phòng", say, AIR)[0].startswith("Phòng đã trả lời 1 trong 2 điểm")
    later = points_said(points, "phòng", say, date(2018, 10, 20))
    assert all(told.startswith("Phòng đã trả lời cả 2 điểm") for told in later)
    assert points_said(points, "phòng", say, date(2018, 9, 17)) == ()


@pytest.mark.parametrize("outcome", _CONCLUDED)
def test_what_another_concluded_is_told_from_its_day_on(outcome: str) -> None:
    words = f"Thanh tra thành phố kết luận {_CONCLUDED[outcome]} điểm này."
    judged = (point(1, outcome=outcome),)
    assert all(words in told for told in points_said(judged, "phòng", say, AIR))
    assert all("kết luận" not in t for t in points_said(judged, "phòng", say, date(2018, 10, 7)))


def test_a_script_tells_every_answer_with_the_point_it_is_to() -> None:
    record = CRITICISMS[0].model_copy(update={"reply": None, "replied_on": None})
    cells = {"record_id": record.record_id, "replied_on": date(2018, 9, 20)}
    deeds = ("Đặt thêm giấy tờ", "Không ghi phiếu hướng dẫn")
    points = tuple(point(n, violation=deed, **cells) for n, deed in enumerate(deeds, 1))
    made = edition(criticisms=(record, *CRITICISMS[1:]), criticism_points=points)
    text = render_txt(make_bulletin(made, "2018-W40", 10))
    assert "cả hai điểm bị phê bình" in text
    for deed in deeds:
        assert deed.lower() in text.lower()
    assert "chưa nhận được ý kiến giải trình của phường" not in text


def test_in_brief_every_answer_is_told_and_no_point() -> None:
    points = (point(1, violation="Đặt thêm giấy tờ"), point(2, violation="Không ghi phiếu"))
    (brief,) = points_said(points, "phòng", say, date(2018, 10, 20), brief=True)
    assert brief.startswith("Phòng đã trả lời cả 2 điểm bị phê bình.")
    for told in points:
        assert (told.reply or "") in brief and told.violation.lower() not in brief.lower()
    assert brief.count("Phòng cho biết") == 1 and "Về điểm thứ 2, phòng cho biết" in brief
