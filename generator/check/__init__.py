"""What must hold of a data folder: shape, references and the editorial rules."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.check.closed_days import day_before_edition
from generator.check.context import CheckContext
from generator.check.dossiers import dossier_facts
from generator.check.registry import all_findings, calendar_findings, of_records
from generator.check.screen.dossiers import dossier_rules
from generator.check.screen.engine import laid
from generator.check.screen.in_python import FEW_ROWS, are_few, screen_few
from generator.check.screen.rows import RowRules, Rows
from generator.datafolder.table import Tables
from generator.datafolder.world import World
from generator.ledger.ledger import Ledger
from generator.model.contract import Contract, Dataset
from generator.model.datasets import DOSSIERS, name_of
from generator.model.problem import Problem
from generator.model.public_copy import is_public_copy
from generator.model.records import CalendarDay
from generator.model.settings import City
from generator.output.memo import NO_MEMO, Memo


def check(
    data_dir: Path,
    contract: Contract,
    city: City,
    world: World,
    tables: Tables,
    meanwhile: Callable[[], None] = lambda: None,
    ledger: Ledger | None = None,
    memo: Memo = NO_MEMO,
) -> list[Problem]:
    """Every finding in a data folder, by file, row, column and code. Never raises for its data.

    `tables` are the folder's, from which `world` was made; `ledger` says what its editions have
    published. `meanwhile` is called while the engine reads the dossiers.
    """
    behind = day_before_edition(city.as_of, ledger.chain) if ledger else None
    context = CheckContext(
        contract,
        city.model_copy(update={"as_of": behind.day}) if behind else city,
        world,
        tables,
        ledger or Ledger(),
        is_ledger_read=ledger is not None,
        is_public_copy=is_public_copy(data_dir),
        memo=memo,
    )
    found = [behind.problem] if behind else []

    def beside_the_engine() -> None:
        found.extend(of_records(context))
        meanwhile()

    rows = rows_to_check(context, beside_the_engine, memo=memo)
    return all_findings(data_dir, context, rows, found)


def check_calendar(
    data_dir: Path, contract: Contract, city: City, world: World, tables: Tables
) -> list[Problem]:
    """What `check` finds in the calendar and the office hours: all that one deadline rests on."""
    days = name_of(CalendarDay)
    alone = replace(contract, datasets=(contract.dataset(days),))
    context = CheckContext(alone, city, world, {days: tables[days]})
    return calendar_findings(data_dir, context, rows_to_check(context))


def rows_to_check(
    context: CheckContext,
    meanwhile: Callable[[], None] = lambda: None,
    few_rows: int = FEW_ROWS,
    memo: Memo = NO_MEMO,
) -> dict[str, Rows]:
    """Of each dataset the rows that the screen does not vouch for.

    What is much, the dossiers above all, is screened by the engine beside the rest, and beside
    what else there is to do `meanwhile`. A dataset of less than `few_rows` rows is not much.
    """
    rules = {DOSSIERS: dossier_rules(dossier_facts(context))}
    many, few = _in_two(context, rules, few_rows)
    with ThreadPoolExecutor(max_workers=1) as beside:
        begun = {item.name: _begun(beside, context, item, rules, memo) for item in many}
        rows = {item.name: screen_few(context.contract, context.tables, item) for item in few}
        meanwhile()
        return rows | {name: screened.result() for name, screened in begun.items()}


def _in_two(
    context: CheckContext, rules: Mapping[str, RowRules], few_rows: int
) -> tuple[list[Dataset], list[Dataset]]:
    """The datasets that are large or have rules of their own, and the others."""
    many: list[Dataset] = []
    few: list[Dataset] = []
    for dataset in context.contract.datasets:
        is_few = dataset.name not in rules and are_few(context.tables[dataset.name], few_rows)
        (few if is_few else many).append(dataset)
    return many, few


def _begun(
    beside: Executor,
    context: CheckContext,
    dataset: Dataset,
    rules: Mapping[str, RowRules],
    memo: Memo,
) -> Future[Rows]:
    """The rows of a dataset that the engine has begun to find, or has found in the last build.

    What it compares them with is laid first: two threads that both do many short things in Python
    wait for one another.
    """

    def begin() -> Future[Rows]:
        asked = rules.get(dataset.name)
        return beside.submit(laid(context.contract, context.tables, dataset, asked))

    inputs = partial(_inputs, context, dataset, memo)
    return memo.reuse(("screened", dataset.name), inputs, begin)


def _inputs(context: CheckContext, dataset: Dataset, memo: Memo) -> tuple[object, ...]:
    """All that the screen of a dataset looks at, its rules too."""
    names = (dataset.name, *(key.reference for key in dataset.foreign_keys))
    paths = [table.path for name in names for table in context.tables.get(name, ())]
    world, settings = context.world, (context.contract, context.city)
    files = tuple(map(memo.digest, paths))
    return settings, files, world.units, world.calendar, world.closed_quarters
