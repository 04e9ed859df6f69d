"""Criticism is no discipline, and no words make it one."""

from generator.check.rules.criticism_as_discipline import DISCIPLINE


def test_the_letter_s_own_words_call_nothing_discipline() -> None:
    for text in (
        "vi phạm kỷ luật, kỷ cương hành chính",
        "phê bình không phải là hình thức kỷ luật",
        "chuyên mục Kỷ luật, kỷ cương",
    ):
        assert not DISCIPLINE.search(text), text
    for text in ("bị kỷ luật", "kỷ luật phê bình", "hình thức kỉ luật: phê bình"):
        assert DISCIPLINE.search(text), text
