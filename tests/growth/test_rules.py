"""No rule takes time that grows faster than the rows it looks at."""

from functools import partial
from pathlib import Path

import pytest

from generator.app.sources import check_folder
from generator.check.registry import RULES
from generator.datafolder import table
from growth.long_worlds import HOW, context_of, lay_long, lay_long_rows, lay_wide
from growth.measure import TWICE, growth

FEW, MANY = 100, 400
WITHIN, BEYOND = 2_000, 70_000
CELLS, PATIENCE = 1_000, 20.0
PIECES = ("1.1.", "1, ", "a.pdf ", "Ông ", "a-", " ")


@pytest.fixture(autouse=True)
def read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is so short that it is held: read once, it would cost nothing the second time."""
    monkeypatch.setattr(table, "SHORT_BYTES", 0)


@pytest.fixture(scope="module", params=HOW)
def folders(request, tmp_path_factory):
    """The folder of the city with so many rows."""
    base = tmp_path_factory.mktemp("long")
    return {count: lay_long(base / str(count), count, request.param) for count in (FEW, MANY)}


def test_a_rule_takes_twice_the_time_for_twice_the_rows(folders) -> None:
    contexts = {count: context_of(folder) for count, folder in folders.items()}
    slow = {}
    for rule in RULES:
        found = growth(lambda count, rule=rule: lambda: list(rule(contexts[count])), MANY)
        if found > TWICE**2:
            slow[rule.look.__name__] = found
    assert not slow


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("letters", [WITHIN, BEYOND])
def test_a_rule_takes_twice_the_time_for_twice_the_letters(piece, letters, tmp_path: Path) -> None:
    """Of a cell within its limit, and of one past it, which is looked at no further."""
    contexts = {
        length: context_of(lay_wide(tmp_path / str(length), piece, length))
        for length in (letters // 4, letters)
    }
    slow = {}
    for rule in RULES:
        found = growth(lambda length, rule=rule: lambda: list(rule(contexts[length])), letters)
        if found > TWICE**2:
            slow[rule.look.__name__] = found
    assert not slow


def test_tables_and_records_are_read_in_twice_the_time(folders) -> None:
    assert growth(lambda count: partial(context_of, folders[count]), MANY) <= TWICE**2


def test_a_check_takes_twice_the_time_for_twice_the_rows(tmp_path: Path) -> None:
    """The rows that share nothing: of most the check has something to say."""
    folders = {n: lay_long(tmp_path / str(n), n, HOW[-1]) for n in (FEW // 2, MANY // 2)}
    assert growth(lambda count: partial(check_folder, folders[count]), MANY // 2) <= TWICE**2


def test_a_check_takes_twice_the_time_for_twice_the_cells_of_a_row(tmp_path: Path) -> None:
    """The first row of each table has so many more cells than there are columns."""
    folders = {n: lay_long_rows(tmp_path / str(n), n) for n in (CELLS // 4, CELLS)}
    assert growth(lambda count: partial(check_folder, folders[count]), CELLS, PATIENCE) <= TWICE**2
