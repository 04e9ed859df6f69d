"""Legal grounds: one holds on each day, and a finding cites the one of the record's day."""

from datetime import date, timedelta

import pytest

from generator.model.laws import GROUNDS, citation, laws_on, valid_on

REPLACED = [ground for ground in GROUNDS.values() if ground.replaced_by]


@pytest.mark.parametrize("ground", REPLACED, ids=lambda ground: ground.id)
def test_what_replaces_a_ground_begins_on_the_day_after_its_last(ground) -> None:
    assert ground.valid_to and ground.replaced_by
    after = GROUNDS[ground.replaced_by]
    assert after.valid_from == ground.valid_to + timedelta(days=1)
    assert valid_on(ground.id, ground.valid_to) == ground
    assert valid_on(ground.id, after.valid_from) == after


def test_only_what_was_replaced_has_ended() -> None:
    assert all(bool(ground.valid_to) == bool(ground.replaced_by) for ground in GROUNDS.values())


def test_the_press_law_of_2016_is_cited_to_its_last_day() -> None:
    assert citation("press-2016-reply", date(2018, 5, 1))["law_vi"].endswith("2016")
    assert "2025" in citation("press-2016-reply", date(2026, 7, 1))["law_vi"]


def test_what_is_not_confirmed_says_what_is_missing() -> None:
    told = [ground.source for ground in GROUNDS.values() if not ground.confirmed]
    assert told and all("chưa đối chiếu" in source for source in told)


def test_laws_of_a_day_are_those_in_force() -> None:
    ids = {ground.id for ground in laws_on(date(2018, 12, 31))}
    assert "apology-2018" in ids and not {"apology-2025", "personal-data-2025"} & ids
