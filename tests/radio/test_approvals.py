"""A script is approved by its words: one that changes waits again, and every form says so."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.app.scripts import with_scripts
from generator.edition.bulletin import Bulletin
from generator.edition.bulletin_words import WARNING, warning_of
from generator.edition.edition import Edition
from generator.edition.script import newest
from generator.model.content import whole
from generator.model.duty_records import Broadcast, ScriptApproval
from generator.radio.approvals import with_approval
from generator.radio.bulletin import make_bulletin
from worlds.radio_edition import city, edition

WEEK, BY, ON = "2018-W40", "Trưởng phòng Nội vụ thành phố", date(2018, 10, 5)
AIRED = Broadcast(bulletin_id=WEEK, aired_at="2018-10-06T06:00")
SETTINGS = city(sample=False)


def of(*rows: ScriptApproval, **changes: Any) -> Edition:
    changed = {"broadcasts": (), **changes}
    return replace(edition(SETTINGS, **changed), script_approvals=rows)


def row(code: str | None, which: Any = "whole", on: date = ON) -> ScriptApproval:
    return ScriptApproval(
        bulletin_id=WEEK, edition=which, approved_by=BY, approved_on=on, text_code=code
    )


def judged(of_what: Edition, bulletin: Bulletin | None = None) -> Bulletin:
    made = bulletin or make_bulletin(of_what, WEEK)
    return with_approval(made, of_what, "whole")


def code_of(bulletin: Bulletin) -> str:
    assert bulletin.approval
    return bulletin.approval.code


CODE = code_of(judged(of()))
OTHER = "0000-0000-0000"
STATES: dict[str, tuple[Edition, bool, str]] = {
    "nobody": (of(), True, f"Bản này chờ duyệt. Mã lời đọc của bản này: {CODE}."),
    "these words": (
        of(row(CODE)),
        False,
        f"Đã duyệt: {BY}, ngày 05/10/2018 (mã lời đọc {CODE}).",
    ),
    "other words": (
        of(row(OTHER)),
        True,
        f"Bản này chờ duyệt lại: lời đọc đã đổi so với bản đã duyệt ({BY}, ngày 05/10/2018). "
        f"Mã lời đọc của bản này: {CODE}.",
    ),
    "no code": (
        of(row(None)),
        True,
        f"Bản này chờ duyệt: lần duyệt đã ghi ({BY}, ngày 05/10/2018) không có mã lời đọc. "
        f"Mã lời đọc của bản này: {CODE}.",
    ),
    "the other edition alone": (
        of(row(OTHER, "short")),
        True,
        f"Bản này chờ duyệt. Mã lời đọc của bản này: {CODE}.",
    ),
    "again, after a change": (
        of(row(OTHER), row(CODE, on=date(2018, 10, 6))),
        False,
        f"Đã duyệt: {BY}, ngày 06/10/2018 (mã lời đọc {CODE}).",
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_who_approved_these_words_is_said(state: str) -> None:
    of_what, is_draft, words = STATES[state]
    found = judged(of_what)
    assert found.approval and found.approval.words == words
    assert found.is_draft is is_draft


AIRED_STATES = {
    "nobody": ((), "Đã phát mà không có ghi nhận ai duyệt."),
    "no code": ((row(None),), f"Đã duyệt: {BY}, ngày 05/10/2018; không ghi mã lời đọc."),
    "other words": ((row(OTHER),), f"Đã duyệt: {BY}, ngày 05/10/2018; từ đó lời đọc đã đổi."),
}


@pytest.mark.parametrize("state", AIRED_STATES)
def test_what_was_aired_is_no_draft(state: str) -> None:
    rows, words = AIRED_STATES[state]
    found = judged(of(*rows, broadcasts=(AIRED,)))
    assert found.approval and (found.approval.words, found.is_draft) == (words, False)


def test_every_sentence_counts_and_the_mark_of_a_draft_does_not() -> None:
    script = make_bulletin(of(), WEEK)
    first, *rest = script.items
    codes = {CODE}
    for place, sentence in enumerate(first.sentences):
        said = list(first.sentences)
        said[place] = f"{sentence[:-1]} ạ."
        changed = replace(script, items=(replace(first, sentences=tuple(said)), *rest))
        codes.add(code_of(judged(of(), changed)))
    assert len(codes) == len(first.sentences) + 1
    assert code_of(judged(of(row(CODE)))) == CODE


def test_where_nobody_is_asked_nothing_is_said() -> None:
    assert SETTINGS.radio
    free = SETTINGS.model_copy(
        update={"radio": SETTINGS.radio.model_copy(update={"approvers": ()})}
    )
    found = with_approval(make_bulletin(edition(free), WEEK), edition(free))
    assert found.approval is None and warning_of(found) == ""


def test_the_warning_says_all_that_keeps_a_script_from_the_air() -> None:
    draft = judged(of())
    assert warning_of(draft) == "BẢN CHỜ DUYỆT, KHÔNG PHÁT SÓNG"
    sample = replace(draft, sample=True)
    assert warning_of(sample) == "BẢN THỬ CHỜ DUYỆT, KHÔNG PHÁT SÓNG"
    assert warning_of(replace(sample, approval=None)) == WARNING


def test_the_newest_is_the_newest_that_may_be_aired_and_tells_of_void_ones() -> None:
    drafts = with_scripts(of())
    assert newest(drafts.scripts) is None
    ready = with_scripts(of(row(CODE)))
    found = newest(ready.scripts)
    assert found and found.bulletin.bulletin_id == WEEK
    assert list(ready.scripts)[-1] > WEEK
    assert len(found.earlier) == len(ready.scripts)
    assert newest(ready.short_scripts) is None


def test_every_form_of_a_draft_says_that_it_is_one() -> None:
    draft = with_scripts(of()).scripts[WEEK]
    assert draft.bulletin.is_draft
    for name, content in draft.files.items():
        if name == "docx":
            continue
        text = whole(content).decode().lower()
        assert "bản chờ duyệt, không phát sóng" in text, name
    approved = with_scripts(of(row(CODE))).scripts[WEEK]
    assert not any(
        "chờ duyệt" in whole(content).decode("utf-8", "replace").lower()
        for content in approved.files.values()
    )
