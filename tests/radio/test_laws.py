"""The laws of a programme hold over every sentence of the sample's year and of invented worlds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edition.bulletin import Bulletin
from generator.radio.bulletin import make_bulletin, make_pairs
from generator.radio.items.registry import ITEM_KINDS
from oracles.ear import MOST_NUMBERS, faults
from oracles.spoken_numbers import numbers_in
from worlds.radio_edition import COMMENDATIONS, CRITICISMS, city, edition
from worlds.shipped import shipped_edition

FIGURES = ("timing", "city_quarter")
SYLLABLES = """
người dân nộp giấy tờ tại phường rồi chờ kết quả nhiều ngày mà cán bộ trực hẹn lại vì thiếu sổ
để theo dõi và phòng khác chậm trả lời văn bản nên hồ sơ quá hạn
""".split()  # noqa: SIM905
CELLS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=90).map(
    lambda words: " ".join(
        f"{word}{mark}"
        for place, word in enumerate(words)
        if not place or word != words[place - 1]
        for mark in [";" if place % 31 == 30 else "," if place % 17 == 16 else ""]
    ).rstrip(",;")
)
"""Cells of any length, some without a pause in forty words; no word of them stands twice."""


@pytest.fixture(scope="module")
def pairs() -> tuple[tuple[Bulletin, Bulletin], ...]:
    return make_pairs(shipped_edition(), 1)


def test_every_sentence_of_the_sample_s_year_can_be_followed(
    pairs: tuple[tuple[Bulletin, Bulletin], ...],
) -> None:
    assert [fault for pair in pairs for script in pair for fault in faults(script)] == []


def test_there_are_never_more_than_three_figures_in_a_sentence(
    pairs: tuple[tuple[Bulletin, Bulletin], ...],
) -> None:
    """Nine of ten is one figure, and "quý hai" with "hai phường" are names and counts of them."""
    for script in (script for pair in pairs for script in pair):
        for item in script.items:
            if item.kind in FIGURES:
                for sentence in item.sentences:
                    told = sentence.replace("cứ mười", "cứ").replace("trong mười", "trong")
                    told = told.replace("năm ngoái", "trước")
                    assert len(list(numbers_in(told))) <= MOST_NUMBERS + 1, sentence


def test_every_figure_is_told_with_its_period(
    pairs: tuple[tuple[Bulletin, Bulletin], ...],
) -> None:
    """The first sentence of a story says the quarter; what follows it is of the same."""
    for script in (script for pair in pairs for script in pair):
        for item in script.items:
            if item.kind in FIGURES:
                assert "quý " in item.sentences[0].lower(), item.sentences[0]


def test_figures_are_no_older_than_six_weeks_and_the_quarter_leads_in_its_week(
    pairs: tuple[tuple[Bulletin, Bulletin], ...],
) -> None:
    leading = 0
    for long, short in pairs:
        news = [item.kind for item in long.items if item.keys and item.kind != "correction"]
        if "city_quarter" in news:
            leading += 1
            assert news[0] == "city_quarter"
            assert "city_quarter" in {item.kind for item in short.items}
        told = [item for item in long.decided("chosen") if item.key.startswith("timing/2")]
        for item in told:
            quarter = item.key.split("/")[1]
            ended = shipped_edition().figures.quarters.index(quarter)
            assert (long.air_on.month - 1) // 3 == (ended + 1) % 4
            assert long.air_on.timetuple().tm_yday % 91 <= 50
    assert leading == 4


def test_a_week_without_news_is_worth_its_minute(
    pairs: tuple[tuple[Bulletin, Bulletin], ...],
) -> None:
    news = {kind.name for kind in ITEM_KINDS if kind.is_news or kind.name in FIGURES}
    quiet = [pair for pair in pairs if not any(item.kind in news for item in pair[0].items)]
    assert quiet
    for long, short in quiet:
        for script in (long, short):
            said = " ".join(line for item in script.items for line in item.sentences)
            assert "Số điện thoại là" in said
            assert "Thủ tục trên trang" in said
        assert short.seconds >= 35


@given(reason=CELLS, violation=CELLS, reply=CELLS, minutes=st.sampled_from([1, 5]))
@settings(max_examples=12, deadline=None)
def test_the_laws_hold_whatever_a_cell_says(
    reason: str, violation: str, reply: str, minutes: int
) -> None:
    praised = tuple(row.model_copy(update={"reason": reason}) for row in COMMENDATIONS)
    blamed = tuple(
        row.model_copy(
            update={"violation": violation, "reply": reply, "replied_on": row.notified_on}
        )
        for row in CRITICISMS
    )
    whole = edition(city(), commendations=praised, criticisms=blamed, corrections=())
    for week in ("2018-W40", "2018-W41", "2018-W42", "2018-W43"):
        script = make_bulletin(whole, week, minutes)
        assert [fault for fault in faults(script) if "twice" not in fault] == []


def test_the_day_after_a_due_day_nothing_is_known_but_that_nothing_was_reported() -> None:
    due = CRITICISMS[1].remedy_due_on
    assert due
    late = edition(broadcasts=(), corrections=())
    said = [
        line
        for week in ("2018-W42", "2018-W43")
        for item in make_bulletin(late, week).items
        for line in item.sentences
        if "hạn khắc phục" in line.lower()
    ]
    assert said
    assert any("chuyên mục chưa nhận được báo cáo kết quả" in line for line in said)
    assert not any("quá hạn" in line for line in said)
