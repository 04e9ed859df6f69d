"""Figures to be explained: a rule and an address each, and the answer of the unit."""

from dataclasses import replace
from datetime import date

import pytest

from generator.edition.edition import Edition
from generator.model.capitals import mid_sentence
from generator.model.recommendations import public_recommendations
from generator.model.records import Correction, Recommendation
from generator.pages.renderer import Renderer
from generator.pages.supervision import indicators as page
from generator.pages.supervision.indicators import indicators, rules
from generator.pages.supervision.questions import questions
from worlds.shipped import shipped_edition, shipped_renderer
from worlds.small_pages import text_of

CODE = questions(shipped_edition())[0].code


def asked(text: str, reply: str | None = None, *, withdrawn: bool = False) -> Edition:
    """The shipped edition with one recommendation."""
    sent = Recommendation(
        recommendation_id="kn-x", body="Mặt trận", unit_id="p-tan-son", about="Số liệu",
        text=text, sent_on=date(2018, 12, 1), reply=reply,
        outcome="accepted" if reply else "pending",
    )  # fmt: skip
    taken_back = Correction(
        record_id="kn-x", kind="withdrawn", reason="x", text="x", published_on=date(2018, 12, 5)
    )
    public = public_recommendations([sent], [taken_back] * withdrawn, date(2018, 12, 31))
    return replace(shipped_edition(), recommendations=public)


def said(edition: Edition) -> str:
    (made,) = page.pages(Renderer(edition, shipped_renderer().environment))
    return text_of(made)


def test_each_has_an_address_of_its_own_and_a_rule_with_its_numbers() -> None:
    found = indicators(shipped_edition())
    assert found and len({indicator.url for indicator in found}) == len(found)
    told = said(shipped_edition())
    for indicator in found:
        assert indicator.rule.words and indicator.question.value in told
    for rule in rules(shipped_edition().city.policy).values():
        assert rule.name in told and any(letter.isdigit() for letter in rule.words)


@pytest.mark.parametrize(
    "text", [f"Đề nghị giải thích {CODE}", f"(mã {CODE}).", f"giam-sat/can-giai-thich/#{CODE}"]
)
def test_a_reply_to_what_names_the_figure_is_its_answer(text: str) -> None:
    first = indicators(asked(text, "Ngày trả được ghi bằng máy quét"))[0]
    assert first.question.code == CODE and first.is_answered
    told = said(asked(text, "Ngày trả được ghi bằng máy quét"))
    assert "Đơn vị trả lời: ngày trả được ghi bằng máy quét." in told
    assert "Đơn vị chưa trả lời." in said(asked(text))
    assert not indicators(asked(text))[0].is_answered


@pytest.mark.parametrize("text", [f"Về {CODE}-khac", f"Về x{CODE}", "Về phường Tân Sơn"])
def test_another_code_is_no_answer(text: str) -> None:
    assert not any(indicator.asked for indicator in indicators(asked(text, "x")))


def test_what_was_taken_back_asks_nothing() -> None:
    assert not indicators(asked(CODE, "x", withdrawn=True))[0].asked


def test_the_shipped_sample_shows_an_answer() -> None:
    """What a unit's answer looks like, to who tries the program."""
    (answered,) = [item for item in indicators(shipped_edition()) if item.is_answered]
    (thread,) = answered.asked
    assert answered.question.unit_id == thread.ask.unit_id
    assert mid_sentence(thread.ask.reply or "") in said(shipped_edition())
