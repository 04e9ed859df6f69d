"""The units of a limit: the same in the code's types, in the contract, and in words."""

from typing import get_args

import pytest

from generator.datafolder.load import load_contract
from generator.model.columns import columns_of
from generator.model.limit_units import LIMIT_UNITS, LimitUnit
from generator.model.records import ProcedureLimit
from worlds.paths import DATA

CONTRACT, _ = load_contract(DATA)


def test_every_unit_has_a_name() -> None:
    assert get_args(LimitUnit) == tuple(LIMIT_UNITS)


@pytest.mark.parametrize("column", [x for x in columns_of(ProcedureLimit) if x.endswith("_unit")])
def test_the_contract_calls_the_units_by_the_same_names(column: str) -> None:
    assert CONTRACT
    labels = {unit: CONTRACT.label(ProcedureLimit, column, unit) for unit in LIMIT_UNITS}
    assert labels == dict(LIMIT_UNITS)
