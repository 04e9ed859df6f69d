"""Rules are found by themselves, and none of them can name a column that is not there."""

from pathlib import Path

import pytest

from generator.check import rules
from generator.check.context import CheckContext
from generator.check.registry import RULES
from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.datafolder.table import read_tables
from generator.model.records import Criticism
from worlds.small import SMALL

FILES = sorted(path for path in Path(rules.__path__[0]).glob("*.py") if path.stem != "__init__")


@pytest.fixture(scope="module")
def context() -> CheckContext:
    (city, _), (contract, _) = load_city(SMALL), load_contract(SMALL)
    assert city is not None and contract is not None
    tables = read_tables(SMALL, contract)
    return CheckContext(contract, city, load_world(SMALL, contract, tables), tables)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_file_has_a_rule_and_says_first_what_it_rests_on(file: Path) -> None:
    assert f"{rules.__name__}.{file.stem}" in {rule.look.__module__ for rule in RULES}
    source, colon, demand = file.read_text("utf-8").splitlines()[0].partition(": ")
    assert source.startswith('"""') and colon and demand


def test_each_rule_is_found_once_and_always_in_the_same_order() -> None:
    names = [(rule.look.__module__, rule.look.__name__) for rule in RULES]
    assert len(names) == len(set(names))
    assert [module for module, _ in names] == sorted(module for module, _ in names)


def test_a_finding_stands_in_a_column_of_its_record(context: CheckContext) -> None:
    found = context.found("notice-missing", Criticism, 3, "notified_on", value="pb-2018-002")
    assert (found.file, found.row, found.field) == ("criticisms.csv", 3, "notified_on")
    with pytest.raises(LookupError, match="Criticism has no column notifed_on"):
        context.found("notice-missing", Criticism, 3, "notifed_on", value="pb-2018-002")


def test_the_rows_of_a_type_are_records_of_it(context: CheckContext) -> None:
    assert [row for row, _ in context.rows(Criticism)] == [2, 3, 4]
    assert all(isinstance(record, Criticism) for _, record in context.rows(Criticism))
