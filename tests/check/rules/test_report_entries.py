"""Of published records a unit may report more than is published; of the visits of teams as many."""

import pytest

from generator.model.report_indicators import OWN_COUNTS, ReportIndicator


@pytest.mark.parametrize("name", OWN_COUNTS)
def test_a_number_is_asked_about_that_is_less_and_of_an_exact_count_any_other(name: str) -> None:
    indicator = ReportIndicator.model_validate(
        {"id": "a", "clause": "1", "title": "A", "compares": name}
    )
    exact = name == "held_inspections"
    assert [indicator.differs(value, 5) for value in (4, 5, 6)] == [True, False, exact]
