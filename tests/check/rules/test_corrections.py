"""A correction is of something that was public on its day."""

from datetime import date

import pytest

from generator.check.rules.corrections import corrections
from generator.model.records import Correction
from worlds.rules import codes, small


@pytest.mark.parametrize(
    ("record_id", "day", "code"),
    [
        ("pb-2018-001", date(2018, 5, 28), ""),
        ("pb-2018-001", date(2018, 5, 27), "correction-before-approval"),
        ("kn-2018-01", date(2018, 7, 2), ""),
        ("kn-2018-01", date(2018, 7, 1), "correction-before-approval"),
        ("pb-2018-999", date(2018, 7, 2), "correction-of-nothing"),
    ],
)
def test_a_correction_comes_on_the_day_of_publication_at_the_earliest(
    record_id: str, day: date, code: str
) -> None:
    record = small(Correction, record_id=record_id, published_on=day)
    assert codes(corrections, record) == ([code] if code else [])


@pytest.mark.parametrize("kind", ["revoked", "expired"])
def test_a_recommendation_is_corrected_or_withdrawn_and_nothing_else(kind: str) -> None:
    day = date(2018, 8, 1)
    asked = small(Correction, record_id="kn-2018-01", kind=kind, published_on=day)
    assert codes(corrections, asked) == ["correction-kind-unfit"]
    named = asked.model_copy(update={"record_id": "pb-2018-001"})
    assert codes(corrections, named) == []
