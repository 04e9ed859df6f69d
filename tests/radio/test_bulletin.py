"""Whole scripts. The goldens are there to be read aloud; the rest holds what must never be."""

import json
import re
from dataclasses import asdict, replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from vn_numberwords import number_to_words

from generator.datafolder.load import load_contract
from generator.datafolder.world import World
from generator.edition.bulletin import Bulletin
from generator.edition.bulletin_words import WARNING
from generator.model.abbreviations import Abbreviations
from generator.model.figures import Figure, Figures
from generator.model.problems import message
from generator.model.records import Correction
from generator.model.settings import City
from generator.model.speech import Speech
from generator.model.text import nfc, percent_value
from generator.radio.bulletin import make_bulletin, make_bulletins
from generator.radio.scripts.json import render_json
from generator.radio.scripts.txt import render_txt
from generator.radio.unreadable_cells import find_unreadable
from generator.radio.weeks import UnknownWeek, air_day, broadcast_weeks
from generator.speech.numbers import DIGITS, integer, share
from worlds.paths import DATA, GOLDENS
from worlds.radio_edition import (
    COMMENDATIONS,
    CRITICISMS,
    FIGURES,
    PROCEDURES,
    city,
    edition,
    figure,
)

GOLDEN = GOLDENS / "radio"
FULL, CORRECTED, QUIET = "2018-W40", "2018-W41", "2018-W42"
VALUES = {integer(value, "north"): value for value in range(10_000)}


def script(week: str, minutes: float | None = None, **changes: object) -> str:
    return render_txt(make_bulletin(edition(**changes), week, minutes))  # type: ignore[arg-type]


ALONE: dict[str, object] = {"commendations": (), "criticisms": (), "corrections": ()}
"""An edition of figures only: its first week after the quarter tells them."""


def value_of(words: str) -> float:
    """A spoken number back to its value, by looking it up."""
    whole, _, fraction = words.lower().partition(" phẩy ")
    return float(f"{VALUES[whole]}.{VALUES[fraction] if fraction else 0}")


@pytest.mark.parametrize(
    ("week", "name"),
    [(FULL, "tuan-day-du"), (CORRECTED, "tuan-dinh-chinh"), (QUIET, "tuan-khong-co-tin")],
)
def test_the_script_reads_like_the_golden(week: str, name: str) -> None:
    assert script(week) == (GOLDEN / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("week", broadcast_weeks(edition()))
def test_a_script_is_words_only_and_clean(week: str) -> None:
    text = script(week)
    assert text == nfc(text)
    assert not re.search(r"[0-9/%&()\"“”]|  | ,|,,", re.sub(r"^MC[12]$", "", text, flags=re.M))
    assert all(line[0].isupper() or line[0] == "[" for line in text.splitlines() if line)
    sentences = [s for item in make_bulletin(edition(), week).items for s in item.sentences]
    assert all(sentence[-1] in ".!?" for sentence in sentences)


def test_every_number_of_the_quarter_is_the_figure_it_came_from() -> None:
    text = script(FULL)
    row, before = FIGURES.one(quarter="2018-Q3"), FIGURES.one(quarter="2018-Q2")
    assert row is not None
    assert before is not None
    assert row.on_time_share is not None
    assert before.on_time_share is not None
    ended = re.search(r"giải quyết xong (.+) hồ sơ", text)
    share = re.search(r"đúng hạn đạt (.+) phần trăm, ", text)
    change = re.search(r"(cao|thấp) hơn quý hai (.+) điểm phần trăm", text)
    late = re.search(r"có (.+) hồ sơ trả kết quả quá hạn, và (.+) hồ sơ đã quá hạn ", text)
    assert ended
    assert share
    assert change
    assert late
    assert value_of(ended[1]) == row.ended_count
    assert value_of(share[1]) == round(row.on_time_share * 100, 1)
    shown = round(row.on_time_share * 100, 1) - round(before.on_time_share * 100, 1)
    assert (change[1], value_of(change[2])) == ("cao", round(shown, 1))
    assert [value_of(words) for words in late.groups()] == [
        row.overdue_count,
        row.open_overdue_count,
    ]
    assert "Mới có hơn hai phần ba số đó kèm phiếu xin lỗi và hẹn lại." in text


def test_every_percentile_is_the_figure_it_came_from() -> None:
    said = {}
    for line in script(FULL).splitlines():
        if match := re.search(r"thủ tục ([^,]+), .* xong (.+)\.$", line):
            days = re.search(r"trong (.+) ngày làm việc", match[2])
            said[match[1]] = value_of(days[1]) if days else 0
    names = {"1.001193": "đăng ký khai sinh", "1.000894": "đăng ký kết hôn"}
    names |= {"2.000815": "chứng thực bản sao"}
    rows = FIGURES.by("procedure", "quarter")
    assert said == {names[row.procedure_id or ""]: row.p90_days for row in rows}


@pytest.mark.parametrize("value", [0.0, 0.0001, 0.1, 0.92449, 0.9245, 0.99951, 1.0])
def test_a_share_is_said_as_it_is_shown(value: float) -> None:
    words = share(value, "north").removesuffix(" phần trăm")
    assert value_of(words) == float(percent_value(value))


def test_no_number_is_said_that_no_row_holds() -> None:
    """Every number word of the figures' part, read by the oracle, is one of the rows' numbers."""
    rows = [row for row in FIGURES.rows if row.quarter == "2018-Q3"]
    allowed = {number_to_words(value) for row in rows for value in _numbers(row)}
    allowed |= {"chín", "mười", "ba", "hai", "một"}  # 9 of 10, quý ba, quý hai, một phần ba
    allowed |= {"chín mươi ba phẩy bảy", "một phẩy chín"}  # the share and its change
    word = "|".join((*DIGITS, "mười", "mươi", "mốt", "lăm", "tư", "trăm", "nghìn", "linh", "phẩy"))
    for item in make_bulletin(edition(), FULL).items:
        if item.kind not in ("timing", "city_quarter"):
            continue
        text = " ".join(item.sentences).lower().replace("năm hai nghìn", ", hai nghìn")
        text = text.replace("phần trăm", "").replace("hơn quý hai", "hơn quý trước")
        for match in re.finditer(rf"\b(?:{word})(?: (?:{word}))*\b", text):
            assert match[0] in allowed, match[0]


def _numbers(row: Figure) -> list[int]:
    return [value for value in asdict(row).values() if isinstance(value, int)]


def test_a_sample_begins_and_ends_with_its_warning_in_every_form() -> None:
    bulletin = make_bulletin(edition(), FULL)
    lines = render_txt(bulletin).splitlines()
    assert lines[0] == lines[-1] == WARNING
    keys = list(json.loads(render_json(bulletin)).items())
    assert keys[0] == ("first_line", WARNING)
    assert keys[-1] == ("last_line", WARNING)


def test_a_real_script_has_no_warning() -> None:
    real = edition(city(sample=False))
    assert WARNING not in render_txt(make_bulletin(real, FULL))
    assert json.loads(render_json(make_bulletin(real, FULL)))["first_line"] is None


def test_a_draft_is_never_voiced() -> None:
    assert all("Lê Thị C" not in render_txt(item) for item in make_bulletins(edition()))


def test_voices_take_turns_and_parts_keep_their_order() -> None:
    bulletin = make_bulletin(edition(), CORRECTED)
    voices = [item.voice for item in bulletin.items]
    assert all(one != other for one, other in pairwise(voices))
    assert [item.kind for item in bulletin.items] == [
        "greeting",
        "lead_in",
        "correction",
        "praise",
        "follow_up",
        "deadline",
        "reminder",
        "closing",
    ]


def correction(kind: str, record_id: str = "pb-2018-002") -> tuple[Correction, ...]:
    fields = {"record_id": record_id, "kind": kind, "published_on": date(2018, 10, 11)}
    reason, text = "Kết quả xác minh lại", "Đồng chí Trần Thị B không có vi phạm đã nêu"
    return (Correction.model_validate(fields | {"reason": reason, "text": text}),)


@pytest.mark.parametrize("kind", ["withdrawn", "revoked", "expired"])
@pytest.mark.parametrize("week", [FULL, CORRECTED])
def test_a_name_out_of_force_is_never_said(kind: str, week: str) -> None:
    record = edition(corrections=correction(kind))
    # The edition's corrections are the ones already without the name.
    named = [item for row in record.criticisms for item in row.corrections]
    text = script(week, corrections=correction(kind), criticisms=CRITICISMS)
    clean = render_txt(make_bulletin(_with_corrections(record, named), week))
    assert "Trần Thị B" not in clean
    assert "thôi nêu tên" not in clean
    assert ("Trần Thị B" in text) == (week == CORRECTED and kind != "expired")


def _with_corrections(whole: object, corrections: list[Correction]) -> object:
    from dataclasses import replace

    return replace(whole, corrections=tuple(corrections))  # type: ignore[type-var]


def test_what_was_withdrawn_is_corrected_and_told_no_more() -> None:
    told = edition(corrections=correction("withdrawn"))
    first = make_bulletin(told, FULL)
    assert "pb-2018-002" not in {part for item in first.items for part in item.record_ids}
    assert any("pb-2018-002" in note for note in first.notes)
    second = render_txt(make_bulletin(told, CORRECTED))
    order = [
        "Nội dung đã đưa là không đúng.",
        "Ủy ban nhân dân thành phố Thanh Hóa đã rút lại nội dung",
        "Người đã bị nêu tên không vi phạm và không còn phải khắc phục, giải trình gì.",
        "xin lỗi người đã bị nêu tên, và xin lỗi quý vị.",
    ]
    places = [second.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "Trần Thị B" not in second.partition("Thông tin cải chính")[0]


def test_what_was_said_is_told_in_general_and_who_asked_for_it_is_cleared_by_name() -> None:
    (taken,) = correction("withdrawn")
    told = taken.model_copy(
        update={"in_general": "cư xử chưa đúng mực với dân", "cleared_name": "Trần Thị B"}
    )
    text = render_txt(make_bulletin(edition(corrections=(told,)), CORRECTED))
    assert "đã đưa tin một công chức của phường Lam Sơn cư xử chưa đúng mực với dân." in text
    assert "Đồng chí Trần Thị B, phường Lam Sơn, không vi phạm" in text
    assert "xin lỗi đồng chí Trần Thị B, và xin lỗi quý vị." in text


def test_an_expired_record_speaks_of_the_unit_only() -> None:
    text = script(FULL, corrections=correction("expired"))
    assert "một công chức của phường Lam Sơn" in text


def test_the_reply_is_in_every_form_of_a_criticism() -> None:
    for minutes in (1, 2, 3, 5):
        bulletin = make_bulletin(edition(), FULL, minutes)
        for item in bulletin.items:
            if "pb-2018-001" in item.record_ids:
                assert any("Phòng giải trình rằng hai cán bộ" in line for line in item.sentences)


@pytest.mark.parametrize("minutes", [1.5, 2, 3, 4, 5, 10])
def test_a_script_fits_its_slot_and_carries_what_does_not(minutes: float) -> None:
    bulletin = make_bulletin(edition(), FULL, minutes)
    assert bulletin.seconds <= bulletin.slot_seconds == minutes * 60
    told = {part for item in bulletin.items for part in item.record_ids}
    carried = {part for item in bulletin.carried_over for part in item.record_ids}
    assert told | carried == {
        "ng-2018-001",
        "ng-2018-002",
        "pb-2018-001",
        "pb-2018-002",
    }
    assert not told & carried
    assert bulletin.left_out == ()


def test_a_correction_is_aired_even_when_nothing_fits() -> None:
    bulletin = make_bulletin(edition(), CORRECTED, 1)
    assert "correction" in {item.kind for item in bulletin.items}


def test_an_unknown_short_form_waits_and_is_told_to_the_editor() -> None:
    strange = COMMENDATIONS[0].model_copy(update={"reason": "Hoàn thành dự án BQLTA"})
    bulletin = make_bulletin(edition(commendations=(strange,)), FULL)
    assert [item.record_ids for item in bulletin.carried_over] == [("ng-2018-001",)]
    assert "“BQLTA”" in " ".join(bulletin.notes)
    assert "BQLTA" not in render_txt(bulletin)


def at_the_end() -> City:
    """The settings of a column that names its papers at the end."""
    radio = city().radio.model_dump() | {"papers": "end"}
    return City.model_validate(city().model_dump() | {"radio": radio})


def test_papers_are_named_once_at_the_end_where_the_city_wants_it() -> None:
    assert "số hai nghìn bốn trăm mười lăm" not in script(FULL)
    bulletin = make_bulletin(edition(at_the_end()), FULL)
    [papers] = [item for item in bulletin.items if item.kind == "papers"]
    assert papers.sentences[0].startswith(
        "Những nội dung trên được công bố tại quyết định số hai nghìn bốn trăm mười lăm"
    )
    assert bulletin.items.index(papers) == len(bulletin.items) - 2


def test_a_number_no_one_can_read_costs_only_the_paper_s_name() -> None:
    strange = COMMENDATIONS[0].model_copy(update={"decision_no": "12/XYZ-ABC"})
    bulletin = make_bulletin(edition(commendations=(strange,)), FULL)
    assert bulletin.left_out == ()
    assert "ng-2018-001" in bulletin.record_ids
    named = edition(at_the_end(), commendations=(strange,))
    assert "công bố tại công văn số" in render_txt(make_bulletin(named, FULL))


def test_a_record_may_carry_its_own_words() -> None:
    own = COMMENDATIONS[0].model_copy(update={"broadcast_text": "Lời khen riêng cho 02 đồng chí."})
    assert "Lời khen riêng cho hai đồng chí." in script(FULL, commendations=(own,))


def test_cells_that_cannot_be_read_are_findings_with_their_place() -> None:
    strange = CRITICISMS[0].model_copy(update={"reply": "Đơn vị đã gửi BQLTA"})
    world = World(criticisms=(CRITICISMS[1], strange))
    known = edition().speech
    contract, _ = load_contract(DATA)
    assert contract
    found = find_unreadable(world, contract, city(), known)
    assert [(p.file, p.row, p.field, p.values["value"]) for p in found] == [
        ("criticisms.csv", 3, "reply", "BQLTA")
    ]
    assert message(found[0]) == (
        "Dòng 3, cột “Ý kiến giải trình” (reply): chưa có cách đọc chắc chắn cho “BQLTA” trên "
        "sóng phát thanh. Hãy viết rõ bằng chữ, hoặc thêm cách đọc vào abbreviations.yaml."
    )
    assert len(find_unreadable(world, contract, city(), Speech(Abbreviations(), "north"))) > 1
    assert find_unreadable(World(procedures=STRANGE), contract, city(), known) == []


STRANGE = (PROCEDURES[0].model_copy(update={"short_name": "ADA Ramp"}),)


@pytest.mark.parametrize("week", ["2018-W54", "2018-W00", "2018-40", "tuần 40", "", "2018-W53"])
def test_an_unknown_week_is_refused_in_vietnamese(week: str) -> None:
    with pytest.raises(UnknownWeek, match="Không có tuần"):
        make_bulletin(edition(), week)


def test_weeks_run_from_the_first_record_to_the_week_in_preparation() -> None:
    weeks = broadcast_weeks(edition())
    assert (weeks[0], weeks[-1]) == ("2018-W40", "2019-W01")
    bulletins = make_bulletins(edition())
    assert [item.bulletin_id for item in bulletins] == list(weeks)
    assert make_bulletins(edition(commendations=(), criticisms=(), corrections=())) == ()


def test_a_week_with_nothing_at_all_still_greets_and_closes() -> None:
    bare = edition(commendations=(), criticisms=(), corrections=(), figures=Figures([]))
    bulletin = make_bulletin(bare, FULL)
    kinds = ["greeting", "lead_in", "reminder", "closing"]
    assert [item.kind for item in bulletin.items] == kinds


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (0.9, 0.95, "cao hơn quý hai năm điểm phần trăm"),
        (0.95, 0.937, "thấp hơn quý hai một phẩy ba điểm phần trăm"),
        (0.9, 0.90004, "bằng quý hai"),
    ],
)
def test_the_change_is_the_difference_people_can_check(
    before: float, now: float, said: str
) -> None:
    figures = Figures(
        [
            figure("2018-Q2", on_time_share=before, ended_count=100),
            figure("2018-Q3", on_time_share=now, ended_count=100),
        ],
        quarters=("2018-Q2", "2018-Q3"),
    )
    text = script(FULL, figures=figures, **ALONE)
    assert said in text
    assert "Không có hồ sơ nào quá hạn." in text


def test_the_same_edition_gives_the_same_script() -> None:
    one: Bulletin = make_bulletin(edition(), FULL)
    assert render_json(one) == render_json(make_bulletin(edition(), FULL))


@pytest.mark.parametrize(
    ("late", "open_late", "unsorry", "said"),
    [
        (5, 0, 0, "Đáng chú ý, có năm hồ sơ trả kết quả quá hạn."),
        (0, 1, 1, "Đáng chú ý, có một hồ sơ đã quá hạn mà đến cuối quý chưa giải quyết xong."),
        (1, 0, 0, "Hồ sơ này đã có phiếu xin lỗi và hẹn lại."),
        (0, 1, 1, "Hồ sơ này không có phiếu xin lỗi và hẹn lại."),
        (5, 0, 0, "Tất cả đều đã có phiếu xin lỗi và hẹn lại."),
        (5, 2, 3, "Mới có hơn một nửa số đó kèm phiếu xin lỗi và hẹn lại."),
        (5, 2, 5, "Chưa đến ba phần tư số đó không có phiếu xin lỗi và hẹn lại."),
    ],
)
def test_late_dossiers_are_told_as_they_are(
    late: int, open_late: int, unsorry: int, said: str
) -> None:
    row = figure(
        "2018-Q3",
        on_time_share=0.9,
        ended_count=100,
        overdue_count=late,
        open_overdue_count=open_late,
        overdue_without_apology_count=unsorry,
    )
    assert said in script(FULL, figures=Figures([row], quarters=("2018-Q3",)), **ALONE)


def test_a_deputy_head_is_not_head_of_a_division_twice() -> None:
    deputy = {"subject_name": "Lê Văn C", "position": "Phó Trưởng phòng", "unit_id": "phong-noi-vu"}
    record = COMMENDATIONS[1].model_copy(update=deputy)
    said = script(FULL, commendations=(record,))
    assert "biểu dương đồng chí Lê Văn C, Phó Trưởng phòng Nội vụ, vì" in said


def test_procedures_that_took_equally_long_share_a_sentence() -> None:
    ids = ("1.001193", "1.000894", "2.000815")
    rows = [figure("2018-Q3", item, ended_count=50, p90_days=1) for item in ids]
    city_row = figure("2018-Q3", ended_count=150, on_time_share=1.0)
    text = script(FULL, figures=Figures([city_row, *rows], quarters=("2018-Q3",)), **ALONE)
    assert (
        "Trong quý ba, ở ba thủ tục đăng ký kết hôn, đăng ký khai sinh và chứng thực bản sao, cứ "
        "mười hồ sơ thì có chín hồ sơ được giải quyết xong trong một ngày làm việc."
    ) in text


def test_a_record_of_a_wrong_year_makes_no_bulletins_of_a_hundred_years() -> None:
    before, (first, *rest) = broadcast_weeks(edition()), edition().commendations
    first = first.model_copy(update={"approved_on": date(1900, 1, 1)})
    wrong = replace(edition(), commendations=(first, *rest))
    weeks = broadcast_weeks(wrong)
    assert set(before) <= set(weeks) and weeks[-1] == before[-1]
    assert air_day(weeks[0], wrong.city.radio.air_weekday) >= wrong.city.begins_on


def test_a_column_has_no_script_before_it_began_and_loses_no_news_by_that() -> None:
    whole = edition()
    first, second, *_ = broadcast_weeks(whole)
    began = air_day(first, whole.radio.air_weekday) + timedelta(days=1)
    radio = whole.radio.model_copy(update={"begins_on": began})
    later = replace(whole, broadcasts=(), city=whole.city.model_copy(update={"radio": radio}))
    assert broadcast_weeks(later)[0] == second
    told = make_bulletin(later, second).record_ids
    before = (one for one in COMMENDATIONS if one.approved_on and one.approved_on < began)
    assert (names := {one.record_id for one in before}) and names <= set(told)


def test_a_name_that_sounds_like_two_is_heard_where_it_begins() -> None:
    ids = [item.procedure_id for item in PROCEDURES]
    long = {"short_name": "Cấp bản sao trích lục hộ tịch, giấy khai sinh"}
    renamed = (*PROCEDURES[:2], PROCEDURES[2].model_copy(update=long))
    rows = [figure("2018-Q3", item, ended_count=50, p90_days=1) for item in ids]
    city_row = figure("2018-Q3", ended_count=150, on_time_share=1.0)
    figures = Figures([city_row, *rows], quarters=("2018-Q3",))
    text = script(FULL, figures=figures, procedures=renamed, **ALONE)
    assert "thủ tục cấp bản sao trích lục hộ tịch, giấy khai sinh" in text
    assert text.count("thủ tục đăng ký kết hôn") == 1 and "ba thủ tục" not in text


def test_a_series_on_last_year_s_quarter_says_so_once() -> None:
    rows = [figure("2018-Q4", item.procedure_id, ended_count=50, p90_days=1) for item in PROCEDURES]
    city_row = figure("2018-Q4", ended_count=150, on_time_share=1.0)
    figures = Figures([city_row, *rows], quarters=("2018-Q4",))
    text = script("2019-W01", figures=figures, **ALONE)
    assert "quý bốn năm ngoái" in text and "Trong quý bốn, ở ba thủ tục" in text
