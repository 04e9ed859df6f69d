"""Points are numbered without a gap, answered whole, judged by another, and obeyed."""

from datetime import date

import pytest

from generator.check.rules.hearing import heard
from generator.check.rules.points import (
    OBEYED,
    answered_once,
    conclusion_obeyed,
    judged_by_another,
    numbered,
    point_of_nothing,
    told_first,
    whole,
)
from generator.model.point_records import CriticismPoint
from generator.model.records import Correction, Criticism
from worlds.point import POINT
from worlds.rules import codes, small

BLANK = {"reply": None, "replied_by": None, "replied_on": None}
UNJUDGED = {"outcome": "pending", "judged_by": None, "judged_on": None, "conclusion": None}


def point(**cells: object) -> CriticismPoint:
    return POINT.model_copy(update=cells)


def criticism(**cells: object) -> Criticism:
    said = {"record_id": POINT.record_id, "reply": None, "replied_on": None}
    return small(Criticism, **said | cells)


@pytest.mark.parametrize(
    ("numbers", "count"),
    [((1,), 0), ((1, 2, 3), 0), ((3, 1, 2), 0), ((2,), 1), ((1, 3), 1), ((1, 2, 5, 7), 2)],
)
def test_numbers_run_from_one_without_a_gap(numbers: tuple[int, ...], count: int) -> None:
    points = [point(point_no=number) for number in numbers]
    assert codes(numbered, *points) == ["point-number-skipped"] * count
    others = [point(record_id="pb-2018-009", point_no=n) for n in range(1, 9)]
    assert codes(numbered, *points, *others) == ["point-number-skipped"] * count


@pytest.mark.parametrize("record_id", ["pb-2018-999", "ng-2018-001"])
def test_a_point_is_of_a_criticism(record_id: str) -> None:
    assert codes(point_of_nothing, point()) == []
    assert codes(point_of_nothing, point(record_id=record_id)) == ["point-of-nothing"]


@pytest.mark.parametrize(
    "own", [{"reply": "Đã sửa"}, {"replied_on": date(2018, 9, 18)}, {"reply": "x", "replied_on": 1}]
)
def test_what_is_answered_by_point_is_not_answered_as_a_whole(own: dict[str, object]) -> None:
    assert codes(answered_once, point(), criticism()) == []
    assert codes(answered_once, point(), criticism(**own)) == ["reply-typed-twice"]
    assert codes(answered_once, point(record_id="pb-2018-009"), criticism(**own)) == []


@pytest.mark.parametrize("missing", sorted(BLANK))
def test_an_answer_has_its_giver_and_its_day(missing: str) -> None:
    assert codes(whole, point()) == []
    assert codes(whole, point(**BLANK, **UNJUDGED)) == []
    assert codes(whole, point(**{missing: None})) == ["point-half-answered"]


@pytest.mark.parametrize("missing", ["judged_by", "judged_on"])
def test_a_conclusion_has_its_body_and_its_day(missing: str) -> None:
    assert codes(whole, point(**{missing: None})) == ["point-half-judged"]
    assert codes(whole, point(outcome="pending")) == ["point-unjudged"]
    assert codes(whole, point(**UNJUDGED)) == []


@pytest.mark.parametrize("outcome", OBEYED)
def test_nothing_is_dropped_or_changed_for_no_answer(outcome: str) -> None:
    assert codes(whole, point(**BLANK, outcome=outcome)) == ["point-judged-unanswered"]
    assert codes(whole, point(**BLANK)) == []


def test_nobody_answers_before_being_told() -> None:
    told = criticism(notified_on=date(2018, 9, 18))
    assert codes(told_first, told, point()) == []
    early = point(replied_on=date(2018, 9, 17))
    assert codes(told_first, told, early) == ["point-answered-early"]


@pytest.mark.parametrize(
    "judge",
    [
        "Phường Hoa Mai",
        "Chủ tịch Ủy ban nhân dân phường Hoa Mai",
        "ĐOÀN KIỂM TRA CÔNG VỤ SỐ 1",
        "Doan kiem tra cong vu so 1",
        "Ủy ban nhân dân thành phố",
        "Người bị phê bình",
    ],
)
def test_no_party_judges(judge: str) -> None:
    record = criticism()
    assert codes(judged_by_another, record, point(judged_by=judge)) == ["point-judged-by-party"]


@pytest.mark.parametrize(
    "judge", ["Thanh tra thành phố", "Phòng Tư pháp", "Đoàn kiểm tra công vụ số 10"]
)
def test_anybody_else_may(judge: str) -> None:
    assert codes(judged_by_another, criticism(), point(judged_by=judge)) == []


@pytest.mark.parametrize("outcome", ["upheld", "changed", "annulled"])
@pytest.mark.parametrize("kind", ["corrected", "withdrawn", "revoked", "expired"])
def test_a_dropped_or_changed_point_changes_the_record(outcome: str, kind: str) -> None:
    said = {"record_id": POINT.record_id, "kind": kind, "published_on": date(2018, 10, 9)}
    after = small(Correction, **said)
    is_obeyed = outcome not in OBEYED or kind in OBEYED[outcome]
    found = codes(conclusion_obeyed, point(outcome=outcome), after)
    assert found == ([] if is_obeyed else ["point-unobeyed"])
    before = after.model_copy(update={"published_on": date(2018, 9, 17)})
    owed = ["point-unobeyed"] if outcome in OBEYED else []
    assert codes(conclusion_obeyed, point(outcome=outcome), before) == owed


def test_who_answered_every_point_was_heard_and_who_answered_some_was_not() -> None:
    day = date(2018, 5, 18)
    record = criticism(notified_on=date(2018, 5, 16), approved_on=day)
    both = [point(point_no=n, replied_on=day) for n in (1, 2)]
    assert codes(heard, record, *both) == []
    half = [both[0], point(point_no=2, **BLANK, **UNJUDGED)]
    assert codes(heard, record, *half) == ["reply-period-open"]
    late = [both[0], point(point_no=2, replied_on=date(2018, 5, 21))]
    assert codes(heard, record, *late) == ["named-before-reply"]
