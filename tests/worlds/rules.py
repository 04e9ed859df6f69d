"""What a rule finds in the small city, some of whose records are others; nothing is written."""

from dataclasses import replace

from generator.check.context import CheckContext
from generator.check.rule import Rule
from generator.datafolder import load_world
from generator.datafolder.load import load_city, load_contract
from generator.datafolder.table import read_tables
from generator.model.datasets import name_of
from generator.model.record import R, Record
from generator.model.settings import City
from worlds.approval import APPROVAL
from worlds.contest import CONTEST
from worlds.point import POINT
from worlds.small import SMALL

CONTRACT, _ = load_contract(SMALL)
CITY, _ = load_city(SMALL)
assert CONTRACT and CITY
TABLES = read_tables(SMALL, CONTRACT)
WORLD = replace(
    load_world(SMALL, CONTRACT, TABLES),
    row_numbers=None,
    contests=(CONTEST,),
    criticism_points=(POINT,),
    script_approvals=(APPROVAL,),
)


def small(kind: type[R], /, **cells: object) -> R:
    """The small city's first record of a kind, with some cells changed."""
    _, record = next(CheckContext(CONTRACT, CITY, WORLD, TABLES).rows(kind))
    return record.model_copy(update=cells)


def codes(rule: Rule, *records: Record, city: City | None = None) -> list[str]:
    """The codes of what a rule finds when these records are all of their kinds.

    With the settings of another city, of what it finds in those records.
    """
    kinds = {type(record) for record in records}
    changes = {
        name_of(kind): tuple(item for item in records if type(item) is kind) for kind in kinds
    }
    world = replace(WORLD, row_numbers=None, **changes)
    found = rule(CheckContext(CONTRACT, city or CITY, world, TABLES))
    return [problem.code for problem in found if city is None or problem.dataset in changes]
