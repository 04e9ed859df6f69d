"""Every kind of contest has its own outcomes, each with words of its own wherever it is told."""

from typing import get_args, get_type_hints

from generator.model.contests import AGAINST, HEARD, OPEN_OUTCOME, OUTCOMES_OF
from generator.model.records import Contest
from generator.radio.items import contest_words
from worlds.shipped import shipped_edition

KINDS = get_args(get_type_hints(Contest)["kind"])
OUTCOMES = get_args(get_type_hints(Contest)["outcome"])


def test_every_kind_says_its_outcomes_and_every_outcome_is_of_a_kind() -> None:
    assert set(OUTCOMES_OF) == set(KINDS)
    assert {outcome for some in OUTCOMES_OF.values() for outcome in some} == set(OUTCOMES)
    assert all(OPEN_OUTCOME in some for some in OUTCOMES_OF.values())
    assert set(HEARD) < set(OUTCOMES)


def test_a_plea_for_mercy_and_a_complaint_end_in_other_words() -> None:
    either = {OPEN_OUTCOME, "dropped"}
    assert all(set(OUTCOMES_OF[kind]) & set(OUTCOMES_OF["early_end"]) == either for kind in AGAINST)
    label = shipped_edition().contract.label
    words = {label(Contest, "outcome", outcome) for outcome in OUTCOMES}
    assert len(words) == len(OUTCOMES)


def test_whatever_is_aired_has_words_on_air() -> None:
    aired = {outcome for kind in AGAINST for outcome in OUTCOMES_OF[kind]} - {OPEN_OUTCOME}
    assert set(contest_words._OUTCOMES) == aired
