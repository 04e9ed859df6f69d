"""Which duties two documents in force may both set, and which one alone."""

from typing import Any

import pytest

from generator.check.context import CheckContext
from generator.check.rules.directives import one_document_a_duty, one_document_an_indicator
from generator.model.directives import Directive
from worlds.directives import order
from worlds.rules import CITY, CONTRACT, TABLES, WORLD

FIRST = order(id="chi-thi-7", document_no="7/CT-UBND")
ASKS = {"id": "qua-han", "clause": "I.1", "title": "Số hồ sơ quá hạn"}


def found(rule: Any, *given: dict[str, Any]) -> list[str]:
    every = tuple(Directive.model_validate(item) for item in given)
    city = CITY.model_copy(update={"directives": every})
    return [problem.code for problem in rule(CheckContext(CONTRACT, city, WORLD, TABLES))]


@pytest.mark.parametrize(
    ("duty", "is_found"),
    [
        ({"cut": {"share": 0.5, "baseline_on": "2018-02-01"}}, True),
        ({"reports": {"day": 10}}, False),
        ({"inspection_teams": {"count": 2}}, False),
    ],
)
def test_two_documents_may_order_reports_and_teams_and_one_alone_a_cut(
    duty: dict[str, Any], is_found: bool
) -> None:
    assert found(one_document_a_duty, FIRST, order(duties=duty)) == ["duty-twice"] * is_found
    assert found(one_document_a_duty, FIRST, order(duties=duty, succeeds="chi-thi-7")) == []


def test_two_documents_do_not_ask_for_the_same() -> None:
    asking = {"reports": {"day": 10, "indicators": [ASKS]}}
    one, other = order(duties=asking, id="chi-thi-7"), order(duties=asking)
    assert found(one_document_an_indicator, one, other) == ["setting-twice"]
    later = order(duties=asking, succeeds="chi-thi-7", issued_on="2018-08-01")
    assert found(one_document_an_indicator, one, later) == []
    assert found(one_document_an_indicator, one, FIRST) == []
