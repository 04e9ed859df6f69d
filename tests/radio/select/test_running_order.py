"""What is chosen, carried or left out, and why; and that nothing is told twice."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.edition.bulletin import Bulletin
from generator.edition.edition import Edition
from generator.model.duty_records import Broadcast
from generator.model.figures import Cut, Figures
from generator.model.records import ProcedureLimit
from generator.model.settings import City
from generator.radio.bulletin import make_bulletin, make_bulletins, make_pairs
from generator.radio.pending_corrections import pending_corrections
from generator.radio.scripts.explain import render_explain
from generator.radio.scripts.json import render_json
from generator.radio.scripts.txt import render_txt
from worlds.radio_edition import (
    COMMENDATIONS,
    CORRECTIONS,
    CRITICISMS,
    FIGURES,
    PROCEDURES,
    city,
    edition,
    figure,
)

FULL, NEXT = "2018-W40", "2018-W41"


def radio(**changes: object) -> City:
    """The shipped settings with other ones for the column."""
    shipped = city()
    return City.model_validate(
        shipped.model_dump() | {"radio": shipped.radio.model_dump() | changes}
    )


def limits(**changes: int) -> City:
    return radio(limits=city().radio.limits.model_dump() | changes)


def row(week: str, aired_at: str, records: str = "", **fields: str) -> Broadcast:
    return Broadcast(bulletin_id=week, aired_at=aired_at, record_ids=records, **fields)  # type: ignore[arg-type]


def keys(bulletin: Bulletin, outcome: str = "chosen") -> list[str]:
    return [item.key for item in bulletin.decided(outcome)]  # type: ignore[arg-type]


def week(whole: Edition, name: str) -> Bulletin:
    return next(item for item in make_bulletins(whole) if item.bulletin_id == name)


def praises(count: int, unit_id: str = "p-dong-ve") -> tuple[object, ...]:
    return tuple(
        COMMENDATIONS[0].model_copy(
            update={"record_id": f"ng-2018-{number:03d}", "unit_id": unit_id}
        )
        for number in range(1, count + 1)
    )


# Nothing twice


@pytest.mark.parametrize("broadcasts", [(), edition().broadcasts], ids=["silent", "reported"])
def test_nothing_is_told_twice(broadcasts: tuple[Broadcast, ...]) -> None:
    told = Counter(
        item.key
        for bulletin in make_bulletins(edition(broadcasts=broadcasts, corrections=()))
        for item in bulletin.decided("chosen")
        if not any(item.key in row.dropped_keys for row in broadcasts)
    )
    assert set(told.values()) == {1}, told.most_common(3)


def test_the_quarter_s_figures_are_told_in_the_week_they_close_only() -> None:
    telling = [b.bulletin_id for b in make_bulletins(edition()) if "timing/2018-Q3/city" in keys(b)]
    assert telling == [FULL]


def test_each_week_has_one_other_angle_until_all_are_told() -> None:
    share = {"ended_count": 60, "on_time_share": 0.9}
    rows = [
        figure("2018-Q2", **share, received_count=80, received_online_count=8),
        figure("2018-Q3", **share, received_count=80, received_online_count=12),
        replace(figure("2018-Q2", ended_count=40, on_time_share=0.8), unit_id="p-dong-ve"),
        replace(figure("2018-Q3", ended_count=40, on_time_share=0.9), unit_id="p-dong-ve"),
        replace(figure("2018-Q3", ended_count=50, on_time_share=0.95), field="Hộ tịch"),
        replace(figure("2018-Q3", ended_count=50, on_time_share=0.7), field="Đất đai"),
    ]
    figures = Figures(rows, quarters=("2018-Q2", "2018-Q3"))
    made = make_bulletins(edition(figures=figures, broadcasts=()))
    told = [[key.split("/")[2] for key in keys(b) if key.startswith("timing")] for b in made[:5]]
    assert told == [["city", "units"], ["improved"], ["fields"], ["online"], []]
    said = [render_txt(item) for item in made[:4]]
    assert "tăng từ tám mươi phần trăm lên chín mươi phần trăm" in said[1]
    assert (
        "lĩnh vực hộ tịch trả trước hạn và đúng hạn nhiều nhất, chín mươi lăm phần trăm" in said[2]
    )
    assert "Thấp nhất là lĩnh vực đất đai, bảy mươi phần trăm." in said[2]
    assert "mười lăm phần trăm số hồ sơ được nộp trực tuyến, quý trước là mười phần trăm" in said[3]


def test_figures_of_a_quarter_are_news_for_six_weeks() -> None:
    """With so little time a week that not all is told, the rest is not told later either."""
    ids = [f"1.{number:06d}" for number in range(40)]
    procedures = tuple(
        PROCEDURES[0].model_copy(update={"procedure_id": name, "short_name": f"Thủ tục {place}"})
        for place, name in enumerate(ids)
    )
    rows = [figure("2018-Q3", ended_count=4000, on_time_share=0.9)]
    rows += [figure("2018-Q3", name, ended_count=90, p90_days=n) for n, name in enumerate(ids)]
    figures = Figures(rows, quarters=("2018-Q3",))
    whole = edition(limits(timing=2), figures=figures, procedures=procedures, broadcasts=())
    made = make_bulletins(whole)
    telling = [b.air_on for b in made if any(key.startswith("timing") for key in keys(b))]
    assert max(telling) < date(2018, 10, 1) + timedelta(weeks=6) <= max(telling) + timedelta(7)


@pytest.mark.parametrize(("confirmed", "count"), [(True, 1), (False, 0)])
def test_a_limit_that_was_cut_is_told_once_when_it_is_confirmed(
    confirmed: bool, count: int
) -> None:
    cut = Cut("1.001193", 5, "working_day", 3, "working_day", 0.4, True, "1/QĐ", confirmed)
    limit = ProcedureLimit(
        procedure_id="1.001193",
        valid_from=date(2018, 10, 1),
        baseline_value=5,
        baseline_unit="working_day",
        limit_value=3,
        limit_unit="working_day",
        confirmed=confirmed,
    )
    figures = Figures(FIGURES.rows, cuts=(cut,), quarters=FIGURES.quarters)
    made = make_bulletins(edition(figures=figures, procedure_limits=(limit,)))
    said = (
        "Từ ngày mùng một tháng mười, thời hạn của thủ tục đăng ký khai sinh được rút ngắn từ năm "
        "ngày làm việc xuống ba ngày làm việc."
    )
    assert sum(said in render_txt(b) for b in made) == count


# The slot


def test_a_short_edition_is_told_as_if_it_were_asked_for_alone() -> None:
    whole = edition()
    for script, short in make_pairs(whole, 1):
        assert script == make_bulletin(whole, script.bulletin_id)
        assert short == make_bulletin(whole, script.bulletin_id, 1)


@given(minutes=st.floats(min_value=1, max_value=12))
@settings(max_examples=25, deadline=None)
def test_a_script_fits_or_its_notes_say_why(minutes: float) -> None:
    bulletin = make_bulletin(edition(), FULL, minutes)
    assert bulletin.seconds <= bulletin.slot_seconds
    near = bulletin.seconds >= 0.95 * bulletin.slot_seconds
    assert near or any("ngắn hơn khung phát" in note for note in bulletin.notes)


def test_a_correction_that_overruns_says_so() -> None:
    bulletin = make_bulletin(edition(), NEXT, 0.5)
    assert [item.kind for item in bulletin.items] == ["greeting", "correction", "closing"]
    assert any("tin cải chính phải phát" in note for note in bulletin.notes)


def test_the_more_time_the_fuller_the_forms() -> None:
    order = {"sentence": 0, "short": 1, "full": 2}
    depth = []
    for minutes in (2.5, 3, 4, 5):
        chosen = make_bulletin(edition(), FULL, minutes).decided("chosen")
        depth.append(
            sum(order[item.form or ""] for item in chosen if item.kind in ("praise", "criticism"))
        )
    assert depth == sorted(depth)
    assert depth[0] < depth[-1] == 8


def test_the_reply_is_in_the_one_sentence_form_too() -> None:
    bulletin = make_bulletin(edition(), FULL, 1)
    forms = {item.key: item.form for item in bulletin.decided("chosen")}
    assert forms["criticism/pb-2018-001"] == "sentence"
    [item] = [item for item in bulletin.items if "pb-2018-001" in item.record_ids]
    first, second = item.sentences[:2]
    assert first.startswith("Trong tuần qua, Phòng Tài nguyên và Môi trường bị phê bình, vì để ba")
    assert second.startswith("Phòng giải trình rằng hai cán bộ nghỉ ốm dài ngày")


def test_a_quicker_announcer_makes_a_shorter_script() -> None:
    slow, quick = (
        make_bulletin(edition(radio(voices=({"id": "A", "name": "Thu Hà", **rate},))), FULL)
        for rate in ({"syllables_per_minute": 150}, {})
    )
    assert quick.items[0].voice == ("A", "Thu Hà", 200)
    assert slow.items[0].seconds > quick.items[0].seconds
    assert "\nThu Hà\n" in render_txt(quick)


def test_two_voices_share_the_news_where_the_city_wants_it() -> None:
    plain = make_bulletin(edition(), FULL)
    shared = make_bulletin(edition(radio(turns="passage")), FULL)
    said = [[line for item in one.items for line in item.sentences] for one in (plain, shared)]
    assert said[0] == said[1]
    assert all(one.voice != other.voice for one, other in pairwise(shared.items))
    assert max(len(item.sentences) for item in shared.items) == 2
    assert shared.record_ids == plain.record_ids
    assert keys(shared) == keys(plain)


def test_music_between_the_parts_takes_its_time() -> None:
    music = {"between": {"name": "Nhạc cắt", "seconds": 3}}
    plain, cut = make_bulletin(edition(), FULL), make_bulletin(edition(radio(jingles=music)), FULL)
    between = [item for item in cut.items if item.jingle_before and item.kind != "greeting"]
    parts = ["city_quarter", "praise", "criticism", "timing", "reminder", "closing"]
    assert [item.kind for item in between] == parts
    assert "[NHẠC CẮT, ba giây]" in render_txt(cut)
    assert cut.seconds == pytest.approx(plain.seconds + 18)


# Limits, carrying, reasons


def test_no_unit_dominates() -> None:
    bulletin = make_bulletin(edition(commendations=praises(4)), FULL)
    assert sum(key.startswith("praise") for key in keys(bulletin)) == city().radio.limits.unit
    [first, *_] = bulletin.carried_over
    assert first.reason == (
        "Chuyển sang tuần sau: đã có 2 tin về cùng một đơn vị trong bản tin này."
    )


def test_praise_and_criticism_are_kept_in_balance() -> None:
    bulletin = make_bulletin(edition(limits(unit=9), commendations=praises(9)), FULL, 2.2)
    kinds = Counter(item.kind for item in bulletin.decided("chosen"))
    assert abs(kinds["praise"] - kinds["criticism"]) <= 1
    assert any("giữ cân bằng" in item.reason for item in bulletin.carried_over)


def test_what_is_carried_is_told_the_next_week_before_newer_news() -> None:
    later = COMMENDATIONS[0].model_copy(
        update={"record_id": "ng-2018-009", "approved_on": date(2018, 10, 9)}
    )
    whole = edition(limits(praise=2), commendations=(*praises(3, "phong-noi-vu"), later))
    silent = replace(whole, broadcasts=())
    first, second = week(silent, FULL), week(silent, NEXT)
    assert keys(first, "carried") == ["praise/ng-2018-003"]
    assert [key for key in keys(second) if key.startswith("praise")] == [
        "praise/ng-2018-003",
        "praise/ng-2018-009",
    ]
    [told] = [item for item in second.decided("chosen") if item.key == "praise/ng-2018-003"]
    assert (told.since, told.reason) == (FULL, "Chuyển từ 1 tuần trước.")


def test_what_was_carried_too_long_is_news_no_more() -> None:
    strange = COMMENDATIONS[0].model_copy(update={"reason": "Hoàn thành dự án BQLTA"})
    made = make_bulletins(edition(limits(carry_weeks=2), commendations=(strange,), broadcasts=()))
    fate = [
        [item.outcome for item in bulletin.decisions if item.key == "praise/ng-2018-001"]
        for bulletin in made[:5]
    ]
    assert fate == [["carried"], ["carried"], ["left_out"], ["left_out"], []]


def test_the_station_s_word_wins_over_the_plan() -> None:
    planned = edition(broadcasts=())
    assert "praise/ng-2018-002" in keys(week(planned, FULL))
    assert "praise/ng-2018-002" not in keys(week(planned, NEXT))
    dropped = edition()
    assert "praise/ng-2018-002" in keys(week(dropped, NEXT))


def test_a_week_passed_over_between_two_reported_ones_was_not_aired() -> None:
    words = (row("2018-W40", "2018-10-06"), row("2018-W42", "2018-10-20"))
    late = COMMENDATIONS[0].model_copy(update={"approved_on": date(2018, 10, 9)})
    made = {
        b.bulletin_id: b for b in make_bulletins(edition(commendations=(late,), broadcasts=words))
    }
    assert "praise/ng-2018-001" in keys(made["2018-W41"])
    assert "praise/ng-2018-001" not in keys(made["2018-W42"])  # not known yet on that day
    assert "praise/ng-2018-001" in keys(made["2018-W43"])


def test_the_plan_does_not_depend_on_later_days() -> None:
    """The same week is planned alike whatever came later, while nothing in it was taken back."""
    early = edition(city(as_of=date(2018, 10, 13)))
    assert keys(week(early, NEXT)) == keys(week(edition(), NEXT))


def test_what_the_editor_is_told_is_in_the_json_too() -> None:
    bulletin = make_bulletin(edition(limits(praise=1)), FULL)
    whole = json.loads(render_json(bulletin))
    assert [item["key"] for item in whole["decisions"]] == [item.key for item in bulletin.decisions]
    assert [item["key"] for item in whole["carried_over"]] == ["praise/ng-2018-002"]
    told = render_explain(bulletin)
    assert "CHUYỂN SANG TUẦN SAU (1)" in told
    assert "Nêu gương ng-2018-001: đầy đủ, " in told
    for item in bulletin.decisions:
        assert item.reason in told
        assert item.reason.endswith(".")


def test_a_unit_s_own_edition_tells_of_that_unit_only() -> None:
    bulletin = make_bulletin(edition(), FULL, unit_id="p-lam-son")
    assert bulletin.record_ids == ("pb-2018-002",)


def test_a_minute_for_the_loudspeakers_has_a_short_frame_and_news() -> None:
    bulletin = make_bulletin(edition(), FULL, 1)
    assert bulletin.seconds <= 60
    assert {"praise", "criticism"} & {item.kind for item in bulletin.items}
    assert not any(item.jingle_before or item.jingle_after for item in bulletin.items)


# Corrections on air


def corrected(**changes: object) -> Edition:
    return edition(**changes)


def test_a_correction_repeats_until_the_station_says_it_was_aired() -> None:
    words = (row("2018-W40", "2018-10-06T06:00", "ng-2018-001;pb-2018-001"),)
    key = "correction/pb-2018-001/corrected/2018-10-10"
    made = make_bulletins(edition(broadcasts=words))
    repeats = [item.repeats for b in made for item in b.decided("chosen") if item.key == key]
    assert repeats == list(range(len(made) - 1))
    assert all(b.items[2].kind == "correction" for b in made[1:])
    assert "nhắc lại lần 1, vì Đài chưa báo đã phát" in render_explain(made[2])


def test_the_station_s_word_ends_it_unless_it_dropped_it() -> None:
    key = "correction/pb-2018-001/corrected/2018-10-10"
    first = row("2018-W40", "2018-10-06T06:00", "pb-2018-001")
    aired = row("2018-W41", "2018-10-13T06:00", "pb-2018-001")
    dropped = aired.model_copy(update={"dropped": key})
    for second, count in ((aired, 1), (dropped, 13)):
        made = make_bulletins(edition(broadcasts=(first, second)))
        assert sum(key in keys(b) for b in made) == count
    owed = edition(broadcasts=(first, dropped))
    owed = replace(owed, bulletins=make_bulletins(owed))
    [pending] = pending_corrections(owed)
    assert (pending.correction.record_id, pending.correction.published_on) == (
        "pb-2018-001",
        date(2018, 10, 10),
    )
    assert pending.said_on == date(2018, 10, 6)


def test_what_was_never_aired_needs_no_correction_on_air() -> None:
    words = (row("2018-W40", "2018-10-06T06:00", "ng-2018-001"),)
    made = {b.bulletin_id: b for b in make_bulletins(edition(broadcasts=words))}
    [passed] = [item for item in made[NEXT].left_out if item.kind == "correction"]
    assert "chưa lên sóng" in passed.reason


def test_a_record_corrected_before_it_is_told_is_told_with_what_is_right() -> None:
    early = CORRECTIONS[0].model_copy(update={"published_on": date(2018, 10, 5)})
    script = make_bulletin(edition(corrections=(early,), broadcasts=()), FULL)
    [item] = [item for item in script.items if "pb-2018-001" in item.record_ids]
    assert (
        "Nội dung đã công bố được đính chính như sau, Phòng Tài nguyên và Môi trường có ba mươi ba "
        "hồ sơ quá hạn trong tháng tám năm hai nghìn không trăm mười tám."
    ) in item.sentences
    following = make_bulletin(edition(corrections=(early,), broadcasts=()), NEXT)
    assert not any(item.kind == "correction" for item in following.items)


def test_a_correction_names_the_broadcast_what_was_said_and_what_is_right() -> None:
    [item] = [item for item in make_bulletin(edition(), NEXT).items if item.kind == "correction"]
    assert item.sentences[0] == "Thông tin cải chính, xin lỗi."
    assert "phát thứ bảy, ngày mùng sáu tháng mười" in item.sentences[1]
    told = " ".join(item.sentences)
    assert told.index("ba mươi bảy hồ sơ") < told.index("không đúng") < told.index("ba mươi ba hồ")
    assert item.sentences[-1].startswith("Chúng tôi xin lỗi Phòng Tài nguyên và Môi trường")


def test_a_revoked_decision_is_set_right_without_an_apology() -> None:
    gone = CORRECTIONS[0].model_copy(update={"kind": "revoked", "record_id": "pb-2018-002"})
    script = make_bulletin(edition(corrections=(gone,)), NEXT)
    text = render_txt(script)
    [item] = [item for item in script.items if item.kind == "revocation"]
    assert item.sentences[0] == "Thông tin thu hồi."
    assert "Vì vậy, nội dung phê bình này được thu hồi, không còn hiệu lực." in text
    assert "một tin thu hồi" in text and "cải chính" not in text
    assert "xin lỗi" not in " ".join(item.sentences).lower()
    assert "Trần Thị B" not in text


def test_a_late_reply_is_news_of_its_own_and_no_correction() -> None:
    late = CRITICISMS[0].model_copy(update={"replied_on": date(2018, 10, 9), "remedied_on": None})
    bulletin = make_bulletin(edition(criticisms=(late,), corrections=()), NEXT)
    assert "follow_up/pb-2018-001/reply" in keys(bulletin)
    assert not any(key.startswith("correction") for key in keys(bulletin))


def test_what_was_corrected_is_not_said_again_with_what_became_of_it() -> None:
    [item] = [item for item in make_bulletin(edition(), NEXT).items if item.kind == "follow_up"]
    said = " ".join(item.sentences)
    assert "nội dung đã được đính chính" in said
    assert "ba mươi bảy" not in said


def test_a_day_that_passed_without_a_remedy_is_told_once() -> None:
    made = make_bulletins(edition(broadcasts=()))
    telling = [b.bulletin_id for b in made if "follow_up/pb-2018-002/overdue" in keys(b)]
    assert telling == ["2018-W43"]


# Void copies, and names whose time is over

VOID = "Phê bình một cá nhân của phường Lam Sơn (pb-2018-002) đã được rút lại ngày 10/10/2018."


def test_a_copy_pulled_before_a_withdrawal_is_void_since_that_day() -> None:
    gone = CORRECTIONS[0].model_copy(update={"kind": "withdrawn", "record_id": "pb-2018-002"})
    bulletin = week(edition(corrections=(gone,)), FULL)
    assert bulletin.void_since == date(2018, 10, 10)
    assert bulletin.void_reason == VOID
    assert "Trần Thị B" not in render_txt(bulletin)
    whole = json.loads(render_json(week(edition(corrections=(gone,)), NEXT), [bulletin]))
    assert whole["void_scripts"] == [
        {
            "bulletin_id": FULL,
            "void_since": "2018-10-10",
            "void_reason": VOID,
        }
    ]


def test_a_record_withdrawn_between_pulling_and_airing_makes_that_week_s_copy_void() -> None:
    gone = CORRECTIONS[0].model_copy(
        update={"kind": "withdrawn", "record_id": "pb-2018-002", "published_on": date(2018, 10, 5)}
    )
    bulletin = week(edition(corrections=(gone,), broadcasts=()), FULL)
    assert bulletin.void_since == date(2018, 10, 5)
    assert "pb-2018-002" not in bulletin.record_ids
    following = week(edition(corrections=(gone,), broadcasts=()), NEXT)
    assert not any(item.kind == "correction" for item in following.items)


def test_a_silent_station_is_taken_to_have_aired_what_was_withdrawn_later() -> None:
    gone = CORRECTIONS[0].model_copy(update={"kind": "withdrawn", "record_id": "pb-2018-002"})
    bulletin = week(edition(corrections=(gone,), broadcasts=()), NEXT)
    assert bulletin.items[2].kind == "correction"
    assert any("Đài chưa báo đã phát nội dung pb-2018-002" in note for note in bulletin.notes)


def test_a_name_that_ends_before_the_day_of_airing_is_not_in_the_script_pulled_earlier() -> None:
    ending = CRITICISMS[1].model_copy(
        update={"effect_until": date(2018, 10, 12), "remedied_on": date(2018, 10, 10)}
    )
    whole = edition(city(as_of=date(2018, 10, 10)), criticisms=(ending,), corrections=())
    assert whole.criticisms[0].named
    script = week(whole, NEXT)
    assert script.air_on > whole.as_of
    assert "follow_up/pb-2018-002/remedy" in keys(script)
    assert "một công chức của phường lam sơn" in render_txt(script).lower()
    assert "Trần Thị B" not in render_txt(script) + render_explain(script)
    assert any("Trước giờ phát" in note for note in script.notes)


@given(day=st.dates(min_value=date(2018, 10, 5), max_value=date(2019, 12, 31)))
@example(day=date(2019, 10, 5))  # her last day, and the first on which another's naming is over
@example(day=date(2019, 10, 6))
@settings(max_examples=20, deadline=None)
def test_no_script_of_any_week_holds_a_name_whose_naming_ended(day: date) -> None:
    whole = edition(city(as_of=day), broadcasts=())
    [her_own] = [item for item in whole.criticisms if item.record_id == "pb-2018-002"]
    for script in make_bulletins(whole)[:6]:
        if not her_own.named:
            assert "Trần Thị B" not in render_txt(script) + render_json(script).decode()
        assert script.air_on < day + timedelta(days=7)
