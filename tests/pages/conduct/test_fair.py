"""Whoever is named reads on the same page what he can do about it, and what became of it."""

from dataclasses import replace

import pytest

from generator.model.public import PublicCriticism
from generator.pages.conduct.gate import CLEARED, RESULTS, RIGHTS, NamedUnfairly, fair
from generator.pages.conduct.page import criticism_page
from worlds.shipped import shipped_edition, shipped_renderer


def page_of(record: PublicCriticism) -> str:
    return str(criticism_page(shipped_renderer(), record).body)


def test_every_page_of_a_criticism_says_what_can_be_done_and_what_became_of_it() -> None:
    records = shipped_edition().criticisms
    assert any(r.contested for r in records) and any(r.withdrawal for r in records)
    for record in records:
        body = page_of(record)
        assert (RIGHTS in body) == (not record.taken_back)
        assert (RESULTS in body) == bool(record.contests)
        assert (CLEARED in body) == bool(record.withdrawal)


def test_a_withdrawn_record_owes_nothing_and_no_head_answers_for_it() -> None:
    for record in shipped_edition().criticisms:
        if record.withdrawal:
            body = page_of(record)
            words = ("Điều đã nêu là không đúng", "đã rút lại nội dung ấy", "xin lỗi ")
            assert -1 < body.find(words[0]) < body.find(words[1]) < body.rfind(words[2])
            assert "Liên đới chịu trách nhiệm" not in body
            assert "Việc phải khắc phục" not in body


def test_a_name_comes_back_on_the_clearing_alone_and_only_where_that_was_asked_for() -> None:
    for record in shipped_edition().criticisms:
        if record.withdrawal:
            name = record.withdrawal.cleared_name
            body = page_of(record)
            assert ("Người đã bị nêu tên" in body) == (not name)
            if name:
                assert name not in body.partition('id="dinh-chinh"')[2]


@pytest.mark.parametrize("part", [RIGHTS, RESULTS])
def test_a_template_without_a_way_out_publishes_nothing(part: str) -> None:
    record = next(r for r in shipped_edition().criticisms if r.contested)
    page = criticism_page(shipped_renderer(), record)
    cut = replace(page, body=str(page.body).replace(part, "id=x"))
    assert fair(page, record) is page
    with pytest.raises(NamedUnfairly, match="phe-binh/"):
        fair(cut, record)


def test_the_days_to_complain_are_those_of_the_law_of_that_day() -> None:
    named = next(r for r in shipped_edition().criticisms if r.named and r.measure == "criticism")
    assert all(f"{days}\u00a0ngày" in page_of(named) for days in (90, 30))
    punished = next(r for r in shipped_edition().criticisms if r.measure != "criticism")
    assert "15\u00a0ngày" in page_of(punished)
