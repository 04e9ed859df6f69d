"""Whoever names in public answers for it: what must be there, and in which order."""

from datetime import date, timedelta

import pytest

from generator.check.rules.approval import (
    approval_incomplete,
    approved_before_document,
    document_missing,
    draft_approved,
)
from generator.model.records import Commendation, Criticism
from worlds.rules import codes, small

DECIDED = date(2018, 5, 25)


@pytest.mark.parametrize("kind", [Commendation, Criticism])
def test_a_record_is_approved_on_the_day_of_its_document_at_the_earliest(
    kind: type[Commendation] | type[Criticism],
) -> None:
    for later, expected in ((-1, ["approved-before-document"]), (0, [])):
        day = DECIDED + timedelta(days=later)
        record = small(kind, decision_on=DECIDED, approved_on=day)
        assert codes(approved_before_document, record) == expected


@pytest.mark.parametrize("column", ["decision_no", "decision_on", "issued_by"])
def test_an_approved_criticism_says_what_it_rests_on(column: str) -> None:
    record = small(Criticism, **{column: None})
    assert codes(document_missing, record) == ["document-missing"]
    assert codes(document_missing, record.model_copy(update={"status": "draft"})) == []


@pytest.mark.parametrize("column", ["approved_by", "approved_on"])
@pytest.mark.parametrize("kind", [Commendation, Criticism])
def test_an_approval_has_its_day_and_its_hand(
    kind: type[Commendation] | type[Criticism], column: str
) -> None:
    assert codes(approval_incomplete, small(kind, **{column: None})) == ["approval-incomplete"]


def test_a_draft_has_no_day_of_approval() -> None:
    assert codes(draft_approved, small(Criticism, status="draft")) == ["draft-approved"]
    assert codes(draft_approved, small(Criticism, status="draft", approved_on=None)) == []
