"""What becomes of a name when its time is over."""

from datetime import date

from generator.model.datasets import Collections
from generator.model.policy_settings import NamingPeriod, Policy
from generator.model.public import add_months, public_commendations, public_criticisms, without_name
from generator.model.records import Commendation, Contest, Correction, Criticism

POLICY = Policy(
    naming_months=12,
    reply_days=5,
    percentile_min_count=30,
    same_day_cutoff="15:00",
)
NAME = "Nguyễn Văn A"


def criticism(**changes: object) -> Criticism:
    row = {
        "record_id": "pb-2018-001",
        "subject_kind": "person",
        "subject_name": NAME,
        "position": "Công chức tư pháp - hộ tịch",
        "unit_id": "p-mot",
        "violation": f"Ông {NAME} vắng mặt trong giờ tiếp dân.",
        "clause": "3.4",
        "found_by": "Đoàn kiểm tra số 1",
        "found_on": "2018-04-02",
        "measure": "criticism",
        "reply": f"{NAME} nhận khuyết điểm.",
        "broadcast_text": f"Phê bình {NAME}.",
        "status": "approved",
        "approved_on": "2018-04-10",
    }
    return Criticism.model_validate(row | changes)


def shown(record: Criticism, as_of: date, *corrections: Correction):
    return public_criticisms(
        Collections(criticisms=(record,), corrections=corrections), POLICY, as_of
    )


def correction(kind: str, on: str, said: str | None = None) -> Correction:
    return Correction(
        record_id="pb-2018-001",
        kind=kind,
        reason=f"Kết luận về {NAME} không đúng.",
        text="Nói lại cho rõ.",
        published_on=on,
        said=said,
    )


def test_a_record_in_force_is_named() -> None:
    (record,) = shown(criticism(), date(2018, 12, 31))
    assert record.named
    assert record.subject_name == NAME
    assert record.named_until == date(2019, 4, 10)


def test_the_name_stays_through_the_last_day_and_no_longer() -> None:
    assert shown(criticism(), date(2019, 4, 10))[0].named
    assert not shown(criticism(), date(2019, 4, 11))[0].named


def test_the_record_s_own_end_comes_before_the_policy_s() -> None:
    (record,) = shown(criticism(effect_until="2018-06-30"), date(2018, 7, 1))
    assert record.standing == "expired"


def test_an_expired_name_is_nowhere_in_the_record() -> None:
    (record,) = shown(criticism(), date(2020, 1, 1))
    assert NAME not in record.model_dump_json()
    assert "vắng mặt" in record.violation


def test_a_withdrawn_record_says_neither_name_nor_accusation() -> None:
    (record,) = shown(criticism(), date(2018, 12, 31), correction("withdrawn", "2018-05-01"))
    assert record.standing == "withdrawn"
    assert NAME not in record.model_dump_json()
    assert record.violation == ""
    assert "không đúng" in record.corrections[0].reason


def test_a_withdrawal_still_to_come_changes_nothing() -> None:
    (record,) = shown(criticism(), date(2018, 4, 30), correction("withdrawn", "2018-05-01"))
    assert record.named
    assert record.corrections == ()


def test_a_correction_keeps_the_record_in_force() -> None:
    (record,) = shown(criticism(), date(2018, 12, 31), correction("corrected", "2018-05-01"))
    assert record.named


def test_what_had_been_said_stands_beside_what_is_right() -> None:
    said = correction("corrected", "2018-05-01", f"Ông {NAME} vắng mặt ba ngày.")
    (record,) = shown(criticism(), date(2018, 12, 31), said)
    assert record.corrections == (said,)


def test_what_had_been_said_is_repeated_no_more_once_the_record_is_out_of_force() -> None:
    said = f"Ông {NAME} vắng mặt ba ngày."
    corrected = correction("corrected", "2018-05-01", said)
    (expired,) = shown(criticism(), date(2020, 1, 1), corrected)
    assert [item.said for item in expired.corrections] == [None]
    for kind in ("withdrawn", "revoked", "expired"):
        ended = correction(kind, "2018-06-01", said)
        (record,) = shown(criticism(), date(2018, 12, 31), corrected, ended)
        assert [item.said for item in record.corrections] == [None, None]
        assert "ba ngày" not in record.model_dump_json()
    (record,) = shown(criticism(), date(2018, 12, 31), corrected)
    assert [item.said for item in without_name(record).corrections] == [None]


def test_a_draft_is_never_public() -> None:
    assert shown(criticism(status="draft"), date(2018, 12, 31)) == ()


def test_an_approval_still_to_come_is_not_public() -> None:
    assert shown(criticism(), date(2018, 4, 9)) == ()


def test_a_unit_keeps_its_name_because_it_is_no_person() -> None:
    record = criticism(subject_kind="unit", subject_name="Phòng Một")
    (public,) = shown(record, date(2020, 1, 1))
    assert public.subject_name == "Phòng Một"


def test_a_commendation_has_no_end_but_can_be_revoked() -> None:
    record = Commendation(
        record_id="pb-2018-001",
        subject_kind="person",
        subject_name=NAME,
        unit_id="p-mot",
        form="public_praise",
        reason=f"{NAME} trả kết quả tại nhà.",
        clause="3.2",
        decision_no="MẪU-01/QĐ-UBND",
        decision_on=date(2018, 4, 1),
        issued_by="Ủy ban nhân dân thành phố",
        status="approved",
        approved_on=date(2018, 4, 2),
    )
    assert public_commendations([record], [], date(2030, 1, 1))[0].named
    revoked = public_commendations(
        [record], [correction("revoked", "2018-05-01")], date(2030, 1, 1)
    )
    assert NAME not in revoked[0].model_dump_json()


def test_months_end_on_the_same_day_or_the_month_s_last() -> None:
    assert add_months(date(2018, 1, 31), 1) == date(2018, 2, 28)
    assert add_months(date(2018, 12, 31), 12) == date(2019, 12, 31)
    assert add_months(date(2020, 2, 29), 12) == date(2021, 2, 28)


def contest(**changes: object) -> Contest:
    row = {
        "record_id": "pb-2018-001",
        "kind": "complaint",
        "opened_on": "2018-05-02",
        "body": "Thanh tra thành phố",
        "suspended_on": "2018-05-04",
        "outcome": "upheld",
        "ended_on": "2018-06-15",
        "conclusion": f"{NAME} có vi phạm",
    }
    return Contest.model_validate(row | changes)


def as_contested(day: date, *contests: Contest):
    held = Collections(criticisms=(criticism(),), contests=contests)
    return public_criticisms(held, POLICY, day)[0]


def test_a_suspended_naming_stops_at_once_and_comes_back_with_the_outcome() -> None:
    before, first = (as_contested(date(2018, 5, day), contest()) for day in (3, 4))
    last, after = (as_contested(date(2018, 6, day), contest()) for day in (14, 15))
    assert [r.standing for r in (before, first, last, after)] == [
        "in_force", "suspended", "suspended", "in_force"
    ]  # fmt: skip
    for record in (first, last):
        assert not record.named
        assert NAME not in record.model_dump_json()
        assert record.suspended_on == date(2018, 5, 4)
    assert before.subject_name == after.subject_name == NAME


def test_what_came_of_a_contest_is_not_known_before_its_day() -> None:
    (still,) = as_contested(date(2018, 6, 14), contest()).contests
    assert (still.outcome, still.ended_on, still.conclusion) == ("pending", None, None)
    assert as_contested(date(2018, 5, 1), contest()).contests == ()
    assert as_contested(date(2018, 6, 14), contest()).contested
    assert as_contested(date(2018, 6, 15), contest()).contested is None
    plea = contest(kind="early_end", suspended_on=None, outcome="pending", ended_on=None)
    assert as_contested(date(2018, 6, 14), plea).contested is None


def test_a_withdrawn_record_is_suspended_no_more() -> None:
    taken = correction("withdrawn", "2018-05-20")
    open_still = contest(outcome="pending", ended_on=None)
    held = Collections(criticisms=(criticism(),), corrections=(taken,), contests=(open_still,))
    (record,) = public_criticisms(held, POLICY, date(2018, 6, 1))
    assert record.standing == "withdrawn"
    assert record.contested is None and record.suspended_on is None


def test_whoever_asked_for_it_is_cleared_by_name_as_long_as_he_was_named() -> None:
    taken = correction("withdrawn", "2018-05-20").model_copy(update={"cleared_name": NAME})
    unnamed = correction("withdrawn", "2018-05-20")
    (record,) = shown(criticism(), date(2019, 5, 20), taken)
    assert record.corrections[0].cleared_name == NAME
    rest = record.model_copy(update={"corrections": ()})
    assert NAME not in rest.model_dump_json()
    for day, said in ((date(2019, 5, 21), taken), (date(2018, 6, 1), unnamed)):
        (record,) = shown(criticism(), day, said)
        assert NAME not in record.model_dump_json()
    (ended,) = shown(criticism(), date(2018, 6, 1), taken.model_copy(update={"kind": "expired"}))
    assert NAME not in ended.model_dump_json()


def test_a_lighter_measure_is_named_for_a_shorter_time() -> None:
    told = {"ground": "Quy định mẫu"}
    periods = (
        NamingPeriod(measure="criticism", of="person", months=6, **told),
        NamingPeriod(measure="reprimand", months=18, **told),
    )
    policy = POLICY.model_copy(update={"naming_periods": periods})
    cases = {
        ("criticism", "person"): date(2018, 10, 10),
        ("criticism", "unit"): date(2019, 4, 10),
        ("reprimand", "person"): date(2019, 10, 10),
        ("reprimand", "unit"): date(2019, 10, 10),
        ("warning", "person"): date(2019, 4, 10),
    }
    for (measure, kind), until in cases.items():
        record = criticism(measure=measure, subject_kind=kind)
        (public,) = public_criticisms(Collections(criticisms=(record,)), policy, date(2018, 6, 1))
        assert public.named_until == until


def test_nobody_is_named_from_the_day_on_that_forbids_it() -> None:
    record = criticism(naming_bar="deceased", not_named_from="2018-06-10")
    assert shown(record, date(2018, 6, 9))[0].named
    gone = shown(record, date(2018, 6, 10))[0]
    assert gone.standing == "expired"
    assert NAME not in gone.model_dump_json()
    minor = criticism(naming_bar="minor", not_named_from="2018-04-10")
    assert not shown(minor, date(2018, 4, 10))[0].named
