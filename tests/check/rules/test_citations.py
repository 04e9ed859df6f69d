"""Every dataset with a column for the document says plainly which document its rows are of."""

from datetime import date
from typing import Any, cast

import pytest

from generator.check.rules.citations import DIRECTIVE, of_its_day, of_which_document, of_which_point
from generator.model.citations import Citing
from generator.model.datasets import DATASETS
from generator.model.directives import Directive
from generator.model.duty_records import Assignment, Inspection, QuarterlyReport
from generator.model.records import Commendation, Criticism
from generator.model.settings import City
from worlds.directives import order
from worlds.rules import CITY, codes, small

CITING = [item for item in DATASETS.values() if DIRECTIVE in item.columns]
NEXT = order(
    id="chi-thi-20", document_no="20/CT-UBND", issued_on="2018-08-01", succeeds="chi-thi-15"
)
ALIKE = order(id="chi-thi-16", document_no="16/CT-UBND")
PLAN = order(id="ke-hoach-9", document_no="9/KH-UBND", clauses=[{"clause": "A"}], duties={})


def city(*given: dict[str, Any]) -> City:
    found = tuple(Directive.model_validate(item) for item in given)
    return CITY.model_copy(update={"directives": found})


def test_what_cites_a_point_or_fulfils_a_duty_has_a_column_for_its_document() -> None:
    pointing = {item.name for item in DATASETS.values() if "clause" in item.columns}
    assert pointing < {item.name for item in CITING}
    for item in CITING:
        assert item.columns[DIRECTIVE].vocabulary == "directives"
        assert cast(Citing, small(item.record)).citation, f"{item.name} does not say what it cites"


@pytest.mark.parametrize("item", CITING, ids=lambda item: item.name)
def test_a_named_document_is_there(item: Any) -> None:
    strange, known = (
        small(item.record, directive=name) for name in ("khong-co", CITY.directives[0].id)
    )
    assert codes(of_which_document, strange) == ["directive-unknown"]
    assert codes(of_which_document, known) == []


@pytest.mark.parametrize("item", CITING, ids=lambda item: item.name)
def test_one_of_two_alike_is_to_be_named(item: Any) -> None:
    cells = {"clause": "I.1"} if "clause" in item.columns else {}
    row = small(
        item.record, **cells | ({"quarter": "2018-Q2"} if "quarter" in item.columns else {})
    )
    two = city(order(), ALIKE)
    assert codes(of_which_document, row, city=two) == ["directive-missing"]
    named = row.model_copy(update={DIRECTIVE: ALIKE["id"]})
    for rule in (of_which_document, of_its_day, of_which_point):
        assert codes(rule, named, city=two) == []
        assert codes(rule, row, city=city(order(), PLAN)) == [], "its point or duty says which"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (
            small(Commendation, clause="I.1", decision_on=date(2018, 1, 31)),
            "directive-not-in-force",
        ),
        (small(Commendation, clause="I.1", decision_on=date(2018, 2, 1)), ""),
        (small(Commendation, clause=None, decision_on=date(2018, 1, 31)), ""),
        (
            small(Criticism, clause="I.1", found_on=date(2018, 1, 2), decision_on=date(2018, 2, 1)),
            "",
        ),
        (small(Inspection, planned_on=date(2018, 1, 31)), "duty-not-ordered"),
        (small(Inspection, planned_on=date(2018, 2, 1)), ""),
        (small(QuarterlyReport, quarter="2018-Q1"), "duty-not-ordered"),
        (small(QuarterlyReport, quarter="2018-Q2"), ""),
        (small(QuarterlyReport, quarter="quý I"), ""),
        (small(Assignment, clause="I.1"), ""),
    ],
)
def test_a_document_counts_on_the_day_of_the_record(row: Any, found: str) -> None:
    assert codes(of_its_day, row, city=city(order())) == ([found] if found else [])


def test_a_document_that_was_succeeded_may_be_named_for_a_fault_of_its_time() -> None:
    days = {"found_on": date(2018, 7, 20), "decision_on": date(2018, 8, 10)}
    fault, two = small(Criticism, clause="I.1", **days), city(order(), NEXT)
    assert (two.cited(fault) or two.directives[0]).id == "chi-thi-20"
    old = fault.model_copy(update={DIRECTIVE: "chi-thi-15"})
    assert codes(of_its_day, old, city=two) == []
    late = old.model_copy(update={"found_on": date(2018, 8, 2)})
    assert codes(of_its_day, late, city=two) == ["directive-not-in-force"]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (small(Inspection, planned_on=date(2018, 7, 31), directive="chi-thi-15"), ""),
        (
            small(Inspection, planned_on=date(2018, 8, 1), directive="chi-thi-15"),
            "directive-not-in-force",
        ),
        (small(Inspection, planned_on=date(2018, 8, 1)), ""),
        (small(QuarterlyReport, quarter="2018-Q2", directive="chi-thi-15"), ""),
        (
            small(QuarterlyReport, quarter="2018-Q4", directive="chi-thi-15"),
            "directive-not-in-force",
        ),
        (small(QuarterlyReport, quarter="2018-Q3", directive="chi-thi-15"), "duty-not-ordered"),
    ],
)
def test_what_a_past_document_ordered_is_named_only_of_its_time(row: Any, found: str) -> None:
    assert codes(of_its_day, row, city=city(order(), NEXT)) == ([found] if found else [])


def test_a_named_document_must_have_the_point_and_set_the_duty() -> None:
    both = city(order(), PLAN)
    assert codes(
        of_which_point, small(Commendation, clause="I.1", directive="ke-hoach-9"), city=both
    ) == ["clause-unknown"]
    visit = small(Inspection, directive="ke-hoach-9")
    assert codes(of_its_day, visit, city=both) == ["duty-not-ordered"]
