"""Every column says what it is, and what is derived from it holds for every column."""

from typing import Annotated

import pytest

from generator.model.columns import OPEN, Column, columns_of, names_of, undeclared
from generator.model.datasets import DATASETS, LOGGED, NAMING, dataset_of
from generator.model.public import PublicCriticism
from generator.model.record import Record
from generator.model.records import Criticism

EVERY = [(name, column) for name, known in DATASETS.items() for column in columns_of(known.record)]
REFERRING = ("not_before", "needs_unit", "beside")


@pytest.mark.parametrize("name", DATASETS)
def test_every_field_of_a_record_declares_what_it_is(name: str) -> None:
    assert undeclared(DATASETS[name].record) == ()


def test_a_field_that_says_nothing_is_found() -> None:
    class Careless(Record):
        told: Annotated[str, OPEN]
        untold: str

    assert undeclared(Careless) == ("untold",)


def test_what_a_column_does_not_say_is_the_safe_choice() -> None:
    assert not Column().published
    assert not Column().aired


@pytest.mark.parametrize(("name", "column"), EVERY)
def test_a_column_refers_only_to_columns_of_its_own_dataset(name: str, column: str) -> None:
    declared, fields = (
        columns_of(DATASETS[name].record)[column],
        DATASETS[name].record.model_fields,
    )
    for relation in REFERRING:
        assert getattr(declared, relation) in ("", *fields)


@pytest.mark.parametrize(("name", "column"), EVERY)
def test_only_a_dataset_that_names_people_has_a_column_that_identifies(
    name: str, column: str
) -> None:
    assert DATASETS[name] in NAMING or not columns_of(DATASETS[name].record)[column].identifies


def test_only_logged_datasets_are_filled_in_later_or_retracted() -> None:
    for known in DATASETS.values():
        later = names_of(known.record, lambda column: column.filled_later or column.retracted)
        assert known in LOGGED or not later


def test_a_public_form_keeps_the_declarations_of_its_record() -> None:
    assert columns_of(PublicCriticism) == columns_of(Criticism)
    assert dataset_of(PublicCriticism) == dataset_of(Criticism)


def test_no_record_has_no_dataset() -> None:
    with pytest.raises(KeyError, match="Record"):
        dataset_of(Record)
