"""A contest is of a public criticism, has its outcome with a day, and its outcome is obeyed."""

from datetime import date

import pytest

from generator.check.rules.contests import (
    contest_half_ended,
    contest_of_nothing,
    outcome_obeyed,
    outcome_of_its_kind,
)
from generator.model.contests import OUTCOMES_OF
from generator.model.records import Contest, Correction
from worlds.rules import codes, small

OPENED = date(2018, 6, 20)


def contest(**cells: object) -> Contest:
    said = {
        "record_id": "pb-2018-001",
        "kind": "complaint",
        "opened_on": OPENED,
        "body": "Chủ tịch Ủy ban nhân dân thành phố",
        "outcome": "pending",
    }
    return Contest.model_validate(said | cells)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({}, ""),
        ({"record_id": "pb-2018-999"}, "contest-of-nothing"),
        ({"record_id": "ng-2018-001"}, "contest-of-nothing"),
        ({"opened_on": date(2018, 5, 24)}, "contest-before-decision"),
        ({"opened_on": date(2018, 5, 25)}, ""),
    ],
)
def test_a_contest_is_of_a_criticism_that_was_decided(cells: dict[str, object], code: str) -> None:
    assert codes(contest_of_nothing, contest(**cells)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("outcome", "day", "code"),
    [
        ("pending", None, ""),
        ("upheld", date(2018, 7, 5), ""),
        ("upheld", None, "contest-undated"),
        ("pending", date(2018, 7, 5), "contest-unended"),
    ],
)
def test_an_outcome_and_its_day_come_together(outcome: str, day: date | None, code: str) -> None:
    found = codes(contest_half_ended, contest(outcome=outcome, ended_on=day))
    assert found == ([code] if code else [])


@pytest.mark.parametrize("kind", OUTCOMES_OF)
def test_an_outcome_is_one_of_its_kind(kind: str) -> None:
    every = {outcome for some in OUTCOMES_OF.values() for outcome in some}
    ended = {outcome: contest(kind=kind, outcome=outcome) for outcome in every}
    refused = {outcome for outcome, item in ended.items() if codes(outcome_of_its_kind, item)}
    assert refused == every - set(OUTCOMES_OF[kind])


@pytest.mark.parametrize("kind", ["complaint", "second_complaint", "review", "lawsuit"])
@pytest.mark.parametrize(
    ("outcome", "followed", "is_obeyed"),
    [
        ("annulled", "withdrawn", True),
        ("annulled", "revoked", True),
        ("annulled", "corrected", False),
        ("annulled", "expired", False),
        ("changed", "corrected", True),
        ("changed", "expired", False),
        ("upheld", "expired", True),
        ("dropped", "expired", True),
    ],
)
def test_what_was_annulled_or_changed_stands_no_more_as_it_stood(
    kind: str, outcome: str, followed: str, is_obeyed: bool
) -> None:
    ended = contest(kind=kind, outcome=outcome, ended_on=date(2018, 7, 5))
    after = small(Correction, record_id="pb-2018-001", kind=followed, published_on=date(2018, 7, 6))
    assert codes(outcome_obeyed, ended, after) == ([] if is_obeyed else ["outcome-unobeyed"])


def test_a_correction_from_before_the_contest_obeys_nothing() -> None:
    ended = contest(outcome="annulled", ended_on=date(2018, 7, 5))
    before = small(Correction, record_id="pb-2018-001", kind="withdrawn", published_on=OPENED)
    early = before.model_copy(update={"published_on": date(2018, 6, 19)})
    assert codes(outcome_obeyed, ended, before) == []
    assert codes(outcome_obeyed, ended, early) == ["outcome-unobeyed"]


def test_an_early_end_that_was_granted_ends_the_naming() -> None:
    granted = contest(kind="early_end", outcome="granted", ended_on=date(2018, 7, 5))
    day = date(2018, 7, 5)
    ended = small(Correction, record_id="pb-2018-001", kind="expired", published_on=day)
    assert codes(outcome_obeyed, granted, ended) == []
    other = ended.model_copy(update={"kind": "corrected"})
    assert codes(outcome_obeyed, granted, other) == ["outcome-unobeyed"]
